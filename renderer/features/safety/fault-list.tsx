import { Link } from 'react-router';
import type { VerifyReportView } from '../../../electron/contract/safety';
import { useSpeech } from '../../shared/language';

/** What a check has found: where, what is wrong, what to do. A fault of a case that has a name leads to it. */
export function FaultList({ faults }: Pick<VerifyReportView, 'faults'>) {
  const { t, say } = useSpeech();
  const words = t.safety.verify;
  return (
    <div className="fault-rows">
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{words.columns.about}</th>
            <th scope="col">{words.columns.problem}</th>
          </tr>
        </thead>
        <tbody>
          {faults.map(({ about, title, problem }, index) => (
            <tr key={`${about} ${problem.code} ${index}`}>
              <td>
                {title === null ? (
                  about
                ) : (
                  <Link to={`/cases/${encodeURIComponent(about)}`} aria-label={words.open(title)}>
                    {title}
                  </Link>
                )}
              </td>
              <td>{say(problem)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
