import type { TransferRowView } from '../../../electron/contract/transfers';
import { useSpeech } from '../../shared/language';
import { useJump } from '../documents/use-jump';
import { placed } from './court-place';

/** The material that the court asks for; what is missing leads to its place. */
export function TransferRows({ rows }: { readonly rows: readonly TransferRowView[] }) {
  const { t, say } = useSpeech();
  return (
    <table className="transfer-rows">
      <thead>
        <tr>
          <th>{t.transfers.group}</th>
          <th>{t.transfers.need}</th>
          <th>{t.transfers.state}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={`${row.group} ${row.zh}`}>
            <td>{say(row)}</td>
            <td className="quiet nowrap">
              {row.state === 'not-applicable' ? '' : row.required ? t.transfers.required : t.transfers.optional}
            </td>
            <td className={row.state === 'missing' && row.required ? 'wrong' : undefined}>
              {t.transfers.states[row.state]} <Reason row={row} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Reason({ row }: { readonly row: TransferRowView }) {
  const { say } = useSpeech();
  const jump = useJump();
  const [reason] = placed(row.reason === undefined ? [] : [row.reason]);
  if (reason === undefined) return null;
  const { field } = reason;
  if (field === undefined || row.state !== 'missing') return <span className="quiet">{say(reason)}</span>;
  return (
    <button type="button" className="problem-link" onClick={() => jump(field)}>
      {say(reason)} →
    </button>
  );
}
