import { Button } from 'antd';
import type { VerifyReportView } from '../../../electron/contract/safety';
import { shanghaiMinute } from '../../shared/format';
import { useSpeech } from '../../shared/language';
import { ProblemList } from '../../shared/problems';
import { FaultList } from './fault-list';
import { keepReport, startWork, useWork } from './work-state';

/** 核验: every seal, link, signature and number; what was wrong, and the way to mend it. */
export function VerifyCard() {
  const { t } = useSpeech();
  const words = t.safety.verify;
  const { running, problems, verified } = useWork();
  const run = async (method: 'verify.run' | 'verify.repair'): Promise<void> => {
    const report = await startWork('verify', method, {});
    if (report !== null) keepReport({ verified: report });
  };
  return (
    <section className="card" aria-label={words.title}>
      <div className="card-head">
        <h2>{words.title}</h2>
        <Button type="primary" disabled={running !== null} onClick={() => void run('verify.run')}>
          {verified === null ? words.now : words.again}
        </Button>
      </div>
      <p className="quiet">{words.lead}</p>
      <ProblemList problems={problems.verify ?? []} title={words.failed} />
      <div role="status">{verified === null ? null : <Outcome report={verified} />}</div>
      {verified === null || verified.faults.length === 0 ? null : (
        <>
          <FaultList faults={verified.faults} />
          {verified.faultsOther === 0 ? null : <p className="note">{words.more(verified.faultsOther)}</p>}
          <p>{words.notSafe}</p>
          <div className="actions">
            <Button type="primary" disabled={running !== null} onClick={() => void run('verify.repair')}>
              {words.repair}
            </Button>
            <span className="quiet">{words.repairText}</span>
          </div>
          <p className="field-hint">{words.repairOr}</p>
        </>
      )}
    </section>
  );
}

/** The result in one sentence and the counts. */
function Outcome({ report }: { readonly report: VerifyReportView }) {
  const { t } = useSpeech();
  const words = t.safety.verify;
  const faults = report.faults.length + report.faultsOther;
  const count = (n: number): string => n.toLocaleString('en-US');
  const { cases, entries, files, numbers } = report;
  return (
    <div className="verify-outcome">
      <p className={faults > 0 ? 'wrong' : report.cancelled ? 'note' : 'safety-good'}>
        {faults > 0 ? words.found(faults) : report.cancelled ? words.cancelled : words.clean}
        {faults > 0 && report.cancelled ? ` ${words.cancelled}` : ''}
      </p>
      <p className="quiet">
        {words.counts(shanghaiMinute(new Date(report.at)), count(cases), count(entries), count(files), count(numbers))}
      </p>
    </div>
  );
}
