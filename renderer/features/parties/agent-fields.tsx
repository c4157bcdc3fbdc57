import { Checkbox, Radio } from 'antd';
import type { ProblemMessage } from '../../../electron/contract/method';
import type { Authority, Representative, Sex } from '../../shared/case-types';
import { Choice } from '../../shared/choice';
import { Field } from '../../shared/field';
import { useSpeech } from '../../shared/language';
import { TextField } from '../../shared/text-field';
import { NumberField } from '../privacy/number-field';

interface AgentFieldsProps {
  readonly value: Representative;
  readonly at: (field: string) => readonly ProblemMessage[];
  readonly onChange: (patch: Partial<Representative>) => void;
}

/** One agent（委派代表、代理人） and what the power of attorney allows (F07). */
export function AgentFields({ value, at, onChange }: AgentFieldsProps) {
  const { t } = useSpeech();
  const options = <T extends string>(words: Readonly<Record<T, string>>) =>
    (Object.entries(words) as [T, string][]).map(([key, label]) => ({ value: key, label }));
  return (
    <div className="form-grid">
      <TextField
        label={t.party.agentName}
        value={value.name}
        problems={at('name')}
        onChange={(name) => onChange({ name })}
      />
      <Field label={t.party.agentKind} problems={at('kind')}>
        {(marks) => (
          <Choice marks={marks} value={value.kind} words={t.words.agentKinds} onChange={(kind) => onChange({ kind })} />
        )}
      </Field>
      <NumberField
        label={t.party.agentNumber}
        value={value.document?.number}
        problems={at('document.number')}
        onChange={(number) =>
          onChange({ document: number.trim() === '' ? undefined : { type: 'resident-id', number: number.trim() } })
        }
      />
      <Field label={t.party.agentSex} problems={at('sex')}>
        {(marks) => (
          <Radio.Group
            id={marks.id}
            aria-label={t.party.agentSex}
            value={value.sex ?? null}
            options={options(t.words.sexes)}
            onChange={(event) => onChange({ sex: event.target.value as Sex })}
          />
        )}
      </Field>
      <TextField
        label={t.party.agentPosition}
        value={value.position}
        problems={at('position')}
        onChange={(position) => onChange({ position })}
      />
      <NumberField
        label={t.party.agentPhone}
        value={value.phone}
        problems={at('phone')}
        onChange={(phone) => onChange({ phone })}
      />
      <Field label={t.party.authority} wide problems={at('authority')}>
        {(marks) => (
          <Checkbox.Group<Authority>
            {...(marks['aria-describedby'] === undefined ? {} : { 'aria-describedby': marks['aria-describedby'] })}
            value={[...(value.authority ?? [])]}
            options={options(t.words.authorities)}
            onChange={(authority) => onChange({ authority })}
          />
        )}
      </Field>
    </div>
  );
}
