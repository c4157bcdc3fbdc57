import { Button, InputNumber, Modal } from 'antd';
import { useState } from 'react';
import type { ProblemMessage } from '../../../electron/contract/method';
import { Field } from '../../shared/field';
import { layers } from '../../shared/layers';
import { useSpeech } from '../../shared/language';
import { ProblemList } from '../../shared/problems';
import { call } from '../../shared/room-client';
import { useCase } from '../case/case-context';

/** 打印: opens the file in the system's viewer; it counts as printed only when the person says so. */
export function PrintDialog({ document, onClose }: { readonly document: string; readonly onClose: () => void }) {
  const { t } = useSpeech();
  const { editor, view } = useCase();
  const [copies, setCopies] = useState(view.copies);
  const [opened, setOpened] = useState<string | null>(null);
  const [problems, setProblems] = useState<readonly ProblemMessage[]>([]);
  const open = async (): Promise<void> => {
    const answer = await call('documents.openInViewer', { id: view.id, document });
    setProblems(answer.ok ? [] : answer.problems);
    if (answer.ok) setOpened(answer.value.file);
  };
  const confirm = async (): Promise<void> => {
    const refused = await editor.act(() => call('documents.confirmPrinted', { id: view.id, document, copies }));
    setProblems(refused);
    if (refused.length === 0) onClose();
  };
  return (
    <Modal
      getContainer={layers}
      title={t.documents.printTitle}
      open
      onCancel={onClose}
      footer={[
        <Button key="cancel" onClick={onClose}>
          {t.words.cancel}
        </Button>,
        <Button key="open" type={opened === null ? 'primary' : 'default'} onClick={() => void open()}>
          {t.documents.openViewer}
        </Button>,
        <Button
          key="printed"
          type={opened === null ? 'default' : 'primary'}
          disabled={opened === null}
          onClick={() => void confirm()}
        >
          {t.documents.confirmPrinted}
        </Button>,
      ]}
    >
      <ProblemList problems={problems} />
      <p>{t.documents.printText}</p>
      <Field label={t.documents.copies} hint={t.documents.copiesHint(view.copies)}>
        {(marks) => (
          <InputNumber
            {...marks}
            min={1}
            max={99}
            precision={0}
            value={copies}
            onChange={(n) => setCopies(n ?? view.copies)}
          />
        )}
      </Field>
      {opened === null ? null : (
        <p className="quiet opened-file" role="status">
          {t.documents.opened(opened)}
        </p>
      )}
    </Modal>
  );
}
