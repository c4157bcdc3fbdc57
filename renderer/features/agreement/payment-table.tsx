import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { Finding, Payment } from '../../shared/case-types';
import { yuan } from '../../shared/format';
import { useSpeech } from '../../shared/language';
import { useRows } from '../../shared/use-rows';
import { useCase } from '../case/case-context';
import { maskedPayees, masksOfPayments } from '../privacy/masks';
import { Masks } from '../privacy/number-field';
import { ShowNumbers } from '../privacy/show-numbers';
import { FindingList } from './finding-list';
import { PaymentRow, type PaymentDraft } from './payment-row';

interface PaymentTableProps {
  readonly payments: readonly Payment[];
  readonly findings: readonly Finding[];
  readonly onChange: (payments: Payment[]) => void;
}

/** One order of the parts, so that equal payments read equal. */
const plain = (p: Payment | PaymentDraft): PaymentDraft => ({
  dueOn: p.dueOn,
  amountFen: p.amountFen,
  payer: p.payer,
  payee: p.payee,
  account: p.account ?? '',
});

const complete = (draft: PaymentDraft): boolean =>
  draft.amountFen !== undefined && draft.dueOn !== '' && draft.payer !== '' && draft.payee !== '';

const paymentOf = ({ account, amountFen, ...rest }: PaymentDraft): Payment => ({
  ...rest,
  amountFen: amountFen ?? 0,
  ...(account === '' ? {} : { account }),
});

/** 履行计划: every payment can be changed; the running total stands beside it. */
export function PaymentTable({ payments, findings, onChange }: PaymentTableProps) {
  const { t } = useSpeech();
  const { state, view } = useCase();
  const { rows, setItems } = useRows<PaymentDraft>(payments.map(plain), complete, (items) =>
    onChange(items.map(paymentOf)),
  );
  const columns = t.payments.columns;
  const head = ['index', 'dueOn', 'amount', 'running', 'payer', 'payee', 'account'] as const;
  const sums: number[] = [];
  for (const { item } of rows) sums.push((sums.at(-1) ?? 0) + (item.amountFen ?? 0));
  const last = rows.at(-1)?.item;
  const blankPayment: PaymentDraft = {
    dueOn: '',
    amountFen: undefined,
    payer: last?.payer ?? state.parties.find((party) => party.side === 'respondent')?.key ?? '',
    payee: last?.payee ?? state.parties.find((party) => party.side === 'applicant')?.key ?? '',
    account: last?.account ?? '',
  };
  return (
    <div data-field="agreement.payments">
      <ShowNumbers
        parties={maskedPayees(view)}
        note={t.privacy.masks.payments}
        after={() => 'agreement.payments'}
        named
      />
      {rows.length === 0 ? (
        <p className="quiet">{t.payments.empty}</p>
      ) : (
        <div className="payment-rows">
          <table className="plain-table" aria-label={t.payments.title}>
            <thead>
              <tr>
                {head.map((key) => (
                  <th key={key} scope="col" className={key === 'amount' || key === 'running' ? 'money' : undefined}>
                    {columns[key]}
                  </th>
                ))}
                <th aria-hidden="true" />
              </tr>
            </thead>
            <tbody>
              <Masks value={masksOfPayments(view)}>
                {rows.map((row, index) => (
                  <PaymentRow
                    key={row.id}
                    number={index + 1}
                    value={row.item}
                    running={sums[index] ?? 0}
                    parties={state.parties}
                    onChange={(item) => setItems((all) => all.map((r) => (r.id === row.id ? { id: r.id, item } : r)))}
                    onRemove={() => setItems((all) => all.filter((r) => r.id !== row.id))}
                  />
                ))}
              </Masks>
            </tbody>
          </table>
        </div>
      )}
      <FindingList findings={findings} />
      {rows.some(({ item }) => !complete(item)) ? <p className="note">{t.payments.incomplete}</p> : null}
      <div className="actions">
        <Button icon={<PlusOutlined />} onClick={() => setItems((all, blank) => [...all, blank(blankPayment)])}>
          {t.payments.add}
        </Button>
        {rows.length > 1 ? <Button onClick={() => setItems(() => [])}>{t.payments.clear}</Button> : null}
        {rows.length > 0 ? <strong>{t.payments.total(rows.length, yuan(sums.at(-1) ?? 0))}</strong> : null}
      </div>
    </div>
  );
}
