import { Button } from 'antd';
import type { BackupPage } from '../../../electron/contract/safety';
import { shanghaiMinute } from '../../shared/format';
import { useSpeech } from '../../shared/language';
import { ProblemList } from '../../shared/problems';
import { startWork, useWork } from './work-state';

/** 恢复演练: whether the newest backup was proved to restore, and when. */
export function ProofCard({ page }: { readonly page: BackupPage }) {
  const { t, say } = useSpeech();
  const words = t.safety.proof;
  const { running, problems } = useWork();
  const { proof, proofDue } = page;
  const none = page.last === null && page.list.length === 0;
  return (
    <section className="card" aria-label={words.title}>
      <div className="card-head">
        <h2>{words.title}</h2>
        <Button
          disabled={none || !page.reachable || running !== null}
          onClick={() => void startWork('proof', 'backup.prove', {})}
        >
          {words.now}
        </Button>
      </div>
      <p className="quiet">{words.lead}</p>
      <ProblemList problems={problems.proof ?? []} />
      <div role="status">
        {proof === null ? (
          <p>{words.none}</p>
        ) : (
          <>
            <p className={proof.ok ? 'safety-good' : 'wrong'}>
              {(proof.ok ? words.lastOk : words.lastBad)(shanghaiMinute(new Date(proof.at)))}
            </p>
            <p className={proof.ok ? 'quiet' : undefined}>{say(proof.words)}</p>
          </>
        )}
        {none ? (
          <p className="quiet">{words.noBackup}</p>
        ) : proofDue ? (
          <p className="note">{proof === null ? words.firstDue : proof.ok ? words.due : words.badDue}</p>
        ) : null}
      </div>
    </section>
  );
}
