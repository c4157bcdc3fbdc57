import { Button } from 'antd';
import { useState } from 'react';
import type { Response } from '../../../electron/contract/contract';
import type { StickReport, SyncPageView } from '../../../electron/contract/sync';
import { Choice } from '../../shared/choice';
import { Field } from '../../shared/field';
import { useSpeech } from '../../shared/language';
import { ProblemList } from '../../shared/problems';
import { call } from '../../shared/room-client';
import { StickResult } from './stick-result';
import { useStep } from './use-step';

const CENTRE = 'centre';
type Written = NonNullable<Response<'sync.writeStick'>>;

/** U盘交换: writes what a recipient lacks to a file, reads such a file. */
export function StickCard({ stations }: { readonly stations: SyncPageView['stations'] }) {
  const { t } = useSpeech();
  const words = t.sync.stick;
  const [chosen, setTo] = useState(CENTRE);
  const [written, setWritten] = useState<Written | null>(null);
  const [report, setReport] = useState<StickReport | null>(null);
  const { busy, problems, run } = useStep();
  const names: Readonly<Record<string, string>> = {
    [CENTRE]: words.centre,
    ...Object.fromEntries(stations.map((one) => [one.station, words.station(one.room, one.organisation)])),
  };
  const to = chosen in names ? chosen : CENTRE;
  const fresh = (): void => {
    setWritten(null);
    setReport(null);
  };
  const write = async () => {
    fresh();
    const answer = await call('sync.writeStick', { to });
    if (!answer.ok) return answer.problems;
    setWritten(answer.value);
    return [];
  };
  const read = async () => {
    fresh();
    const answer = await call('sync.readStick', {});
    if (!answer.ok) return answer.problems;
    setReport(answer.value);
    return [];
  };
  return (
    <section className="card" aria-label={words.title}>
      <h2>{words.title}</h2>
      <p>{words.lead}</p>
      <ProblemList problems={problems} />
      <div className="stick">
        <Field label={words.to}>{(marks) => <Choice marks={marks} value={to} words={names} onChange={setTo} />}</Field>
        <Button disabled={busy} onClick={() => void run(write)}>
          {words.write}
        </Button>
        <Button disabled={busy} onClick={() => void run(read)}>
          {words.read}
        </Button>
      </div>
      <div role="status">
        {written === null ? null : <p>{words.written(written.file, written.entries, written.files)}</p>}
        {report === null ? null : <StickResult report={report} />}
      </div>
    </section>
  );
}
