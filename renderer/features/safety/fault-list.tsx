import { Link } from 'react-router';
import type { VerifyReportView } from '../../../electron/contract/safety';
import { useSpeech } from '../../shared/language';
import { aboutWords } from './about-words';

/** What a check has found: where, what is wrong, what to do. A fault of a case that has a name leads to it. */
export function FaultList({ faults }: Pick<VerifyReportView, 'faults'>) {
  const { t, say } = useSpeech();
  const words = t.safety.verify;
  return (
    <div className="fault-rows" tabIndex={0} role="region" aria-label={words.columns.about}>
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{words.columns.about}</th>
            <th scope="col">{words.columns.problem}</th>
          </tr>
        </thead>
        <tbody>
          {faults.map((fault, index) => {
            const { caseId, name, detail } = aboutWords(fault, t);
            return (
              <tr key={`${fault.about} ${fault.problem.code} ${index}`}>
                <td>
                  {caseId === null ? (
                    name
                  ) : (
                    <Link to={`/cases/${encodeURIComponent(caseId)}`} aria-label={words.open(name)}>
                      {name}
                    </Link>
                  )}
                  {detail === '' ? null : <div className="fault-detail">{detail}</div>}
                </td>
                <td>{say(fault.problem)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
