import { DeleteOutlined } from '@ant-design/icons';
import { Button, Input } from 'antd';
import { useState } from 'react';
import type { Party } from '../../shared/case-types';
import { readDate } from '../../shared/date-words';
import { yuan } from '../../shared/format';
import { useSpeech } from '../../shared/language';
import { useAmount } from '../../shared/use-amount';
import { useLocked } from '../privacy/number-field';
import { PartyChoice } from './party-choice';

/** A payment while it is typed. */
export interface PaymentDraft {
  readonly dueOn: string;
  readonly amountFen: number | undefined;
  readonly payer: string;
  readonly payee: string;
  readonly account: string;
}

interface PaymentRowProps {
  readonly number: number;
  readonly value: PaymentDraft;
  /** Sum up to and with this payment, in fen. */
  readonly running: number;
  readonly parties: readonly Party[];
  readonly onChange: (value: PaymentDraft) => void;
  readonly onRemove: () => void;
}

/** One instalment of the plan. */
export function PaymentRow({ number, value, running, parties, onChange, onRemove }: PaymentRowProps) {
  const { t, say } = useSpeech();
  const name = (column: keyof typeof t.payments.columns): string => t.payments.row(number, t.payments.columns[column]);
  const amount = useAmount(value.amountFen, (amountFen) => onChange({ ...value, amountFen }));
  const [date, setDate] = useState<string | null>(null);
  const locked = useLocked(value.account);
  const wrongDate = date !== null && readDate(date) === null;
  return (
    <tr data-field={`agreement.payments.${number - 1}`}>
      <td>{number}</td>
      <td>
        <Input
          className="payment-date"
          aria-label={name('dueOn')}
          {...(wrongDate ? { status: 'error' as const, 'aria-invalid': true } : {})}
          placeholder="2024-05-31"
          value={date ?? value.dueOn}
          onChange={(event) => {
            setDate(event.target.value);
            const read = readDate(event.target.value);
            if (read !== null) onChange({ ...value, dueOn: read });
          }}
          onBlur={() => (wrongDate ? undefined : setDate(null))}
        />
      </td>
      <td>
        <Input
          className="payment-amount amount"
          aria-label={name('amount')}
          {...(amount.problems.length > 0
            ? { status: 'error' as const, 'aria-invalid': true, title: amount.problems.map(say).join(' ') }
            : {})}
          inputMode="decimal"
          value={amount.text}
          onChange={(event) => amount.setText(event.target.value)}
        />
      </td>
      <td className="money quiet">{yuan(running)}</td>
      <td>
        <PartyChoice
          label={name('payer')}
          parties={parties}
          value={value.payer}
          onChange={(payer) => onChange({ ...value, payer })}
        />
      </td>
      <td>
        <PartyChoice
          label={name('payee')}
          parties={parties}
          value={value.payee}
          onChange={(payee) => onChange({ ...value, payee })}
        />
      </td>
      <td>
        <Input
          aria-label={name('account')}
          className={locked ? 'payment-account masked' : 'payment-account'}
          {...(locked ? { readOnly: true, title: t.privacy.masks.field } : {})}
          value={value.account}
          onChange={(event) => onChange({ ...value, account: event.target.value })}
        />
      </td>
      <td>
        <Button type="text" icon={<DeleteOutlined />} aria-label={t.payments.remove(number)} onClick={onRemove} />
      </td>
    </tr>
  );
}
