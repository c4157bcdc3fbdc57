import { Link } from 'react-router';
import type { SyncPageView } from '../../../electron/contract/sync';
import { useSpeech } from '../../shared/language';

interface WaitingCardProps {
  readonly waiting: SyncPageView['waiting'];
  readonly other: number;
  readonly files: number;
}

/** The page lists this many cases and no more (electron/contract/sync.ts). */
const MOST = 200;

/** 待传: the cases of which the centre does not have everything yet. */
export function WaitingCard({ waiting, other, files }: WaitingCardProps) {
  const { t } = useSpeech();
  const words = t.sync.waiting;
  return (
    <section className="card" aria-label={words.title}>
      <h2>
        {words.title} {waiting.length === 0 ? null : <span className="quiet">{waiting.length}</span>}
      </h2>
      {waiting.length === 0 && other === 0 && files === 0 ? <p className="quiet">{words.none}</p> : null}
      {waiting.length === 0 ? null : (
        <table className="plain-table waiting-table">
          <thead>
            <tr>
              <th scope="col">{words.case}</th>
              <th scope="col" className="money">
                {words.entries}
              </th>
            </tr>
          </thead>
          <tbody>
            {waiting.map((row) => (
              <tr key={row.caseId}>
                <td>
                  <Link to={`/cases/${encodeURIComponent(row.caseId)}`}>
                    {row.title === '' ? t.caseTexts.untitled : row.title}
                  </Link>
                </td>
                <td className="money">{words.count(row.entries)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {files === 0 ? null : <p className="quiet waiting-other">{words.files(files)}</p>}
      {waiting.length >= MOST ? <p className="quiet">{words.more}</p> : null}
      {other === 0 ? null : <p className="quiet waiting-other">{words.other(other)}</p>}
    </section>
  );
}
