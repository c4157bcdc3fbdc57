import type { SyncPageView } from '../../../electron/contract/sync';
import { shanghaiTime } from '../../shared/format';
import { useSpeech } from '../../shared/language';
import { clockDifference } from '../../shared/sync-words';

/** 最近一次中心凭据: what the centre has signed, by its clock and by ours. */
export function ProofCard({ proof }: { readonly proof: SyncPageView['proof'] }) {
  const { t } = useSpeech();
  const words = t.sync.proof;
  const apart = proof === null ? null : clockDifference(proof.centreAt, proof.hereAt);
  return (
    <section className="card" aria-label={words.title}>
      <h2>{words.title}</h2>
      {proof === null ? (
        <p className="quiet">{words.none}</p>
      ) : (
        <dl className="facts">
          <div>
            <dt>{words.centre}</dt>
            <dd>{shanghaiTime(new Date(proof.centreAt))}</dd>
          </div>
          <div>
            <dt>{words.here}</dt>
            <dd className={apart === null ? undefined : 'wrong'}>{shanghaiTime(new Date(proof.hereAt))}</dd>
          </div>
          <div>
            <dt>{words.sent}</dt>
            <dd>
              {proof.sentUpTo >= proof.ownSeq
                ? words.sentAll(proof.ownSeq)
                : words.sentSome(proof.sentUpTo, proof.ownSeq)}
            </dd>
          </div>
          <div>
            <dt>{words.read}</dt>
            <dd>{proof.readAll ? words.readAll : words.readSome}</dd>
          </div>
        </dl>
      )}
      {apart === null ? null : <p className="wrong">{words.difference(apart)}</p>}
    </section>
  );
}
