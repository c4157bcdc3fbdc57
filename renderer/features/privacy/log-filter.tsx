import { Select } from 'antd';
import { useState, type ReactNode } from 'react';
import { DateField } from '../../shared/date-field';
import { Field } from '../../shared/field';
import { useSpeech } from '../../shared/language';
import { useAnswer } from '../../shared/use-answer';

/** Which part of the log is shown. Dates are calendar dates in Asia/Shanghai, both included. */
export interface LogQuestion {
  readonly from: string | undefined;
  readonly to: string | undefined;
  readonly account: string | null;
  readonly caseId: string | null;
}

interface LogFilterProps {
  readonly value: LogQuestion;
  readonly accounts: readonly string[];
  readonly onChange: (patch: Partial<LogQuestion>) => void;
  readonly children: ReactNode;
}

/** Days, person, case. */
export function LogFilter({ value, accounts, onChange, children }: LogFilterProps) {
  const { t } = useSpeech();
  const words = t.privacy.log;
  return (
    <div className="log-filter">
      <DateField label={words.from} value={value.from} onChange={(from) => onChange({ from })} />
      <DateField label={words.to} value={value.to} onChange={(to) => onChange({ to })} />
      <Field label={words.account}>
        {(marks) => (
          <Select<string>
            {...marks}
            className="full"
            showSearch
            value={value.account ?? ''}
            options={[
              { value: '', label: words.everyone },
              ...accounts.map((account) => ({ value: account, label: account })),
            ]}
            onChange={(account) => onChange({ account: account === '' ? null : account })}
          />
        )}
      </Field>
      <CaseChoice caseId={value.caseId} onChange={(caseId) => onChange({ caseId })} />
      <div className="log-filter-end">{children}</div>
    </div>
  );
}

/** One case, found by a name or a number. */
function CaseChoice({
  caseId,
  onChange,
}: {
  readonly caseId: string | null;
  readonly onChange: (caseId: string | null) => void;
}) {
  const { t } = useSpeech();
  const words = t.privacy.log;
  const [query, setQuery] = useState('');
  const [chosen, choose] = useState('');
  const found = useAnswer('cases.list', { query, stage: null, offset: 0, limit: 20 }, 200).value?.rows ?? [];
  const options = found.map(({ id, title, number }) => ({
    value: id,
    label: number === null ? title : `${title} ${number}`,
    title,
  }));
  const known = options.some(({ value }) => value === caseId);
  return (
    <Field label={words.case}>
      {(marks) => (
        <Select<string>
          {...marks}
          className="full"
          allowClear={caseId !== null}
          popupMatchSelectWidth={420}
          placeholder={words.everyCase}
          notFoundContent={words.noCase}
          value={caseId}
          showSearch={{ filterOption: false, onSearch: setQuery }}
          options={caseId === null || known ? options : [{ value: caseId, label: chosen, title: chosen }, ...options]}
          onChange={(id: string | undefined) => {
            choose(options.find(({ value }) => value === id)?.label ?? '');
            onChange(id ?? null);
          }}
        />
      )}
    </Field>
  );
}
