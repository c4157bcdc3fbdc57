import { Button, Select } from 'antd';
import { useState } from 'react';
import type { Request } from '../../../electron/contract/contract';
import { AmountField } from '../../shared/amount-field';
import type { Payment } from '../../shared/case-types';
import { Choice } from '../../shared/choice';
import { DateField } from '../../shared/date-field';
import { Field } from '../../shared/field';
import { useSpeech } from '../../shared/language';
import { byField, ProblemList } from '../../shared/problems';
import { TextField } from '../../shared/text-field';
import { useAnswer } from '../../shared/use-answer';
import { useCase } from '../case/case-context';
import { PartyChoice } from './party-choice';
import { SchedulePreview } from './schedule-preview';

type Kind = Request<'checks.schedule'>['kind'];

interface ScheduleFormProps {
  readonly onAdopt: (payments: Payment[], clause: string | null) => void;
}

/** Method, total, rate, count and days of a plan; the program computes it while one types. */
export function ScheduleForm({ onAdopt }: ScheduleFormProps) {
  const { t } = useSpeech();
  const { state } = useCase();
  const [kind, setKind] = useState<Kind>('interest-free');
  const [totalFen, setTotal] = useState<number>();
  const [annualRate, setRate] = useState('');
  const [count, setCount] = useState('');
  const [firstDue, setFirstDue] = useState<string>();
  const [anchorDay, setAnchorDay] = useState(31);
  const [payer, setPayer] = useState(state.parties.find((party) => party.side === 'respondent')?.key);
  const [payee, setPayee] = useState(state.parties.find((party) => party.side === 'applicant')?.key);
  const [account, setAccount] = useState('');

  const labelOf = (key: string | undefined): string => {
    const side = state.parties.find((party) => party.key === key)?.side;
    // The clause is part of the document and therefore Chinese.
    return side === 'applicant' ? '申请人' : side === 'third-party' ? '第三人' : '被申请人';
  };
  const number = /^\s*\d+\s*$/.test(count) ? Number(count) : 0;
  const complete = totalFen !== undefined && firstDue !== undefined && number >= 1 && number <= 600;
  const request: Request<'checks.schedule'> | null = complete
    ? {
        ...{ kind, totalFen, count: number, firstDue, anchorDay },
        annualRate: kind === 'interest-free' ? '0' : annualRate,
        ...{ payerLabel: labelOf(payer), payeeLabel: labelOf(payee) },
      }
    : null;
  const plan = useAnswer('checks.schedule', request, 60);
  const at = byField(plan.problems);
  const ready = request !== null && plan.problems.length === 0 && plan.value !== null && payer && payee;
  const adopt = (withClause: boolean): void => {
    if (plan.value === null || payer === undefined || payee === undefined) return;
    const payments = plan.value.rows.map((row): Payment => ({
      ...{ payer, payee, amountFen: row.paymentFen, dueOn: row.dueOn },
      ...(account.trim() === '' ? {} : { account: account.trim() }),
    }));
    onAdopt(payments, withClause ? plan.value.clause : null);
  };
  const days = Array.from({ length: 31 }, (_, index) => 31 - index);
  return (
    <section className="block-form" aria-label={t.schedule.title} data-field="plan">
      <div className="form-grid">
        <Field label={t.schedule.kind}>
          {(marks) => <Choice marks={marks} value={kind} words={t.schedule.kinds} onChange={setKind} />}
        </Field>
        <AmountField label={t.schedule.total} fen={totalFen} onFen={setTotal} problems={at['totalFen']} />
        {kind === 'interest-free' ? null : (
          <TextField label={t.schedule.rate} value={annualRate} onChange={setRate} problems={at['annualRate']} />
        )}
        <TextField label={t.schedule.count} value={count} onChange={setCount} problems={at['count']} />
        <DateField label={t.schedule.firstDue} value={firstDue} onChange={setFirstDue} problems={at['firstDue']} />
        <Field label={t.schedule.anchorDay}>
          {(marks) => (
            <Select<number>
              {...marks}
              className="full"
              value={anchorDay}
              options={days.map((day) => ({
                value: day,
                label: day === 31 ? t.schedule.lastDay : t.schedule.day(day),
              }))}
              onChange={setAnchorDay}
            />
          )}
        </Field>
        <Field label={t.schedule.payer}>
          {(marks) => (
            <PartyChoice
              id={marks.id}
              label={t.schedule.payer}
              parties={state.parties}
              value={payer}
              onChange={setPayer}
            />
          )}
        </Field>
        <Field label={t.schedule.payee}>
          {(marks) => (
            <PartyChoice
              id={marks.id}
              label={t.schedule.payee}
              parties={state.parties}
              value={payee}
              onChange={setPayee}
            />
          )}
        </Field>
        <TextField label={t.schedule.account} value={account} onChange={setAccount} />
      </div>
      {request === null ? null : (
        <>
          <ProblemList problems={plan.problems} />
          {plan.value === null || plan.problems.length > 0 ? null : (
            <SchedulePreview plan={plan.value} withInterest={kind !== 'interest-free'} />
          )}
        </>
      )}
      <div className="actions">
        <Button type="primary" disabled={!ready} onClick={() => adopt(true)}>
          {t.schedule.adoptWithClause}
        </Button>
        <Button disabled={!ready} onClick={() => adopt(false)}>
          {t.schedule.adopt}
        </Button>
      </div>
    </section>
  );
}
