import { Button, Modal } from 'antd';
import { useState } from 'react';
import { layers } from '../../shared/layers';
import { useSpeech } from '../../shared/language';
import { ProblemList } from '../../shared/problems';
import { useStep } from './use-step';
import type { TakeStep } from './use-sync-page';

/** 更换本机身份, with one step in between: it is among the few things that cannot be undone. */
export function NewIdentity({ step }: { readonly step: TakeStep }) {
  const { t } = useSpeech();
  const words = t.sync.identity;
  const [asking, setAsking] = useState(false);
  const { busy, problems, run } = useStep();
  const change = async (): Promise<void> => {
    if (await run(() => step('sync.newIdentity', {}))) setAsking(false);
  };
  return (
    <>
      <div className="actions">
        <Button onClick={() => setAsking(true)}>{words.button}</Button>
      </div>
      <Modal
        getContainer={layers}
        open={asking}
        title={words.title}
        onCancel={() => setAsking(false)}
        footer={[
          <Button key="cancel" autoFocus onClick={() => setAsking(false)}>
            {t.words.cancel}
          </Button>,
          <Button key="change" type="primary" danger loading={busy} onClick={() => void change()}>
            {words.confirm}
          </Button>,
        ]}
      >
        <ProblemList problems={problems} />
        <p>{words.what}</p>
        <p>{words.kept}</p>
        <p className="wrong">{words.undo}</p>
        <p>{words.ask}</p>
      </Modal>
    </>
  );
}
