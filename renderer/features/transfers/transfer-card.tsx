import { Button, Segmented } from 'antd';
import { useState } from 'react';
import type { ProblemMessage } from '../../../electron/contract/method';
import type { TransferRowView } from '../../../electron/contract/transfers';
import { yuan } from '../../shared/format';
import { useSpeech } from '../../shared/language';
import { ProblemList } from '../../shared/problems';
import { call } from '../../shared/room-client';
import { useAnswer } from '../../shared/use-answer';
import { useCase } from '../case/case-context';
import { TransferPackage } from './transfer-package';
import './transfers.css';

type Type = 'confirmation' | 'filing';

/** 移送法院: what the court needs, what is missing, the package, the court's answer. */
export function TransferCard() {
  const { t } = useSpeech();
  const { editor, view, state } = useCase();
  const failed = state.ending !== undefined && state.ending.reason !== 'settled';
  const [type, setType] = useState<Type>(failed ? 'filing' : 'confirmation');
  const [making, setMaking] = useState(false);
  const [told, setTold] = useState<string | null>(null);
  const [problems, setProblems] = useState<readonly ProblemMessage[]>([]);
  const version = `${view.state.heads.join(' ')} ${view.state.documents.length}`;
  const check = useAnswer('transfers.check', { id: view.id, type }, 0, version);
  const made = view.state.transfers.filter((each) => each.type === type);
  const make = async (): Promise<void> => {
    setMaking(true);
    setTold(null);
    const refused = await editor.act(async () => {
      const answer = await call('transfers.make', { id: view.id, type });
      if (!answer.ok) return answer;
      setTold(answer.value.made ? t.transfers.made(answer.value.revision) : t.transfers.same);
      return { ok: true, value: answer.value.view };
    });
    setProblems(refused);
    setMaking(false);
  };
  return (
    <section className="card" aria-label={t.transfers.title}>
      <h2>{t.transfers.title}</h2>
      <p className="field-hint">{t.transfers.hint}</p>
      <Segmented<Type>
        value={type}
        aria-label={t.transfers.title}
        options={[
          { value: 'confirmation', label: t.transfers.types.confirmation },
          { value: 'filing', label: t.transfers.types.filing },
        ]}
        onChange={setType}
      />
      <ProblemList problems={check.problems} />
      {check.value === null ? null : (
        <>
          <p>
            {t.transfers.court}：{check.value.court ?? t.transfers.noCourt}
          </p>
          {check.value.rows.length === 0 ? <p className="quiet">{t.transfers.notYet}</p> : null}
          <Rows rows={check.value.rows} />
          {check.value.fee === null ? null : (
            <p className="field-hint">
              {t.transfers.fee(yuan(check.value.fee.wholeFen), yuan(check.value.fee.halfFen))}
            </p>
          )}
          <ProblemList problems={problems.length > 0 ? problems : check.value.problems} title={t.transfers.cannot} />
          <div className="actions">
            <Button disabled={check.value.problems.length > 0} loading={making} onClick={() => void make()}>
              {making ? t.transfers.making : t.transfers.make}
            </Button>
            {told === null ? null : <span role="status">{told}</span>}
          </div>
        </>
      )}
      {made.map((transfer) => (
        <TransferPackage key={transfer.id} transfer={transfer} />
      ))}
    </section>
  );
}

function Rows({ rows }: { readonly rows: readonly TransferRowView[] }) {
  const { t, say, language } = useSpeech();
  if (rows.length === 0) return null;
  return (
    <table className="transfer-rows">
      <thead>
        <tr>
          <th>{t.transfers.group}</th>
          <th />
          <th>{t.transfers.state}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={`${row.group} ${row.zh}`}>
            <td>{language === 'en' ? row.en : row.zh}</td>
            <td className="quiet">{row.required ? t.transfers.required : t.transfers.optional}</td>
            <td className={row.state === 'missing' && row.required ? 'transfer-missing' : undefined}>
              {t.transfers.states[row.state]}
              {row.reason === undefined ? '' : `：${say(row.reason)}`}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
