import type { Response } from '../../../electron/contract/contract';
import { yuan } from '../../shared/format';
import { useSpeech } from '../../shared/language';

interface SchedulePreviewProps {
  readonly plan: Response<'checks.schedule'>;
  readonly withInterest: boolean;
}

/** A plan before it is taken over: every instalment, the sum in figures and capitals, the clause. */
export function SchedulePreview({ plan, withInterest }: SchedulePreviewProps) {
  const { t } = useSpeech();
  const head = t.schedule.columns;
  return (
    <div className="schedule-preview">
      <p>
        <strong>{t.schedule.totals(plan.rows.length, yuan(plan.totalFen))}</strong>{' '}
        <span className="quiet">{plan.totalCapitals}</span>
      </p>
      <div className="schedule-rows">
        <table className="plain-table" aria-label={t.schedule.preview}>
          <thead>
            <tr>
              <th scope="col">{head.index}</th>
              <th scope="col">{head.dueOn}</th>
              <th scope="col" className="money">
                {head.payment}
              </th>
              {withInterest ? (
                <>
                  <th scope="col" className="money">
                    {head.principal}
                  </th>
                  <th scope="col" className="money">
                    {head.interest}
                  </th>
                </>
              ) : null}
              <th scope="col" className="money">
                {head.balance}
              </th>
            </tr>
          </thead>
          <tbody>
            {plan.rows.map((row, index) => (
              <tr key={row.index}>
                <td>{index + 1}</td>
                <td>{row.dueOn}</td>
                <td className="money">{yuan(row.paymentFen)}</td>
                {withInterest ? (
                  <>
                    <td className="money">{yuan(row.principalFen)}</td>
                    <td className="money">{yuan(row.interestFen)}</td>
                  </>
                ) : null}
                <td className="money">{yuan(row.balanceFen)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="schedule-clause">{plan.clause}</p>
    </div>
  );
}
