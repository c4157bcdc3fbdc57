import { Button, Radio } from 'antd';
import { useState } from 'react';
import type { Request } from '../../../electron/contract/contract';
import type { RestoreReport } from '../../../electron/contract/safety';
import { useSpeech } from '../../shared/language';
import { ProblemList } from '../../shared/problems';
import { useRoom } from '../../shared/room-context';
import { OpeningFields, useOpening } from '../access/opening-form';
import { WayChoice } from '../access/way-choice';
import { keepReport, startWork, useWork } from './work-state';

/** 从备份恢复: adds what a backup has and this workstation lacks. Secrets are forgotten once they were used. */
export function RestoreCard() {
  const { t } = useSpeech();
  const words = t.safety.restore;
  const { problems, restored } = useWork();
  const [foreign, setForeign] = useState(false);
  return (
    <section className="card" aria-label={words.title}>
      <h2>{words.title}</h2>
      <p className="quiet">{words.lead}</p>
      <ProblemList problems={problems.restore ?? []} title={words.failed} />
      <p className="group-label" id="restore-own">
        {words.own}
      </p>
      <Radio.Group
        aria-labelledby="restore-own"
        value={foreign}
        options={[
          { value: false, label: words.here },
          { value: true, label: words.elsewhere },
        ]}
        onChange={(event) => setForeign(event.target.value === true)}
      />
      {foreign ? <ForeignBackup /> : <RestoreButton open={null} ready />}
      <div role="status">{restored === null ? null : <Restored report={restored} />}</div>
    </section>
  );
}

/** A backup of another computer: opened with a password in it or with its recovery sheet. */
function ForeignBackup() {
  const [bySheet, setBySheet] = useState(false);
  return (
    <div className="restore-secret">
      <WayChoice bySheet={bySheet} onChange={setBySheet} />
      <ForeignSecret key={String(bySheet)} bySheet={bySheet} />
    </div>
  );
}

function ForeignSecret({ bySheet }: { readonly bySheet: boolean }) {
  const typed = useOpening([], bySheet);
  return (
    <>
      <OpeningFields typed={typed} people={[]} bySheet={bySheet} problems={[]} />
      <RestoreButton
        open={typed.opening}
        ready={typed.opening !== null}
        onDone={() => {
          typed.setPassword('');
          typed.setKey('');
        }}
      />
    </>
  );
}

interface RestoreButtonProps {
  readonly open: Request<'backup.restore'>['open'];
  readonly ready: boolean;
  readonly onDone?: () => void;
}

function RestoreButton({ open, ready, onDone }: RestoreButtonProps) {
  const { t } = useSpeech();
  const { reloadRoom } = useRoom();
  const { running } = useWork();
  const restore = async (): Promise<void> => {
    const report = await startWork('restore', 'backup.restore', { open });
    onDone?.();
    if (report === null) return;
    keepReport({ restored: report });
    reloadRoom();
  };
  return (
    <div className="actions">
      <Button disabled={!ready || running !== null} onClick={() => void restore()}>
        {t.safety.restore.run}
      </Button>
    </div>
  );
}

/** What a restore has done, in words. */
function Restored({ report }: { readonly report: RestoreReport }) {
  const { t } = useSpeech();
  const words = t.safety.restore;
  const { added, files, known, refused, heldBlocks } = report;
  return (
    <div className="restored">
      <p className="safety-good">{added + files === 0 ? words.doneNothing : words.doneAdded(added, files)}</p>
      {added + files === 0 || known === 0 ? null : <p className="quiet">{words.known(known)}</p>}
      {refused === 0 ? null : <p className="wrong">{words.refused(refused)}</p>}
      {heldBlocks === 0 ? null : <p className="note">{words.held(heldBlocks)}</p>}
    </div>
  );
}
