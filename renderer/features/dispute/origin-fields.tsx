import { Choice } from '../../shared/choice';
import { DateField } from '../../shared/date-field';
import { Field } from '../../shared/field';
import { useSpeech } from '../../shared/language';
import { TextField } from '../../shared/text-field';
import type { DisputeProps } from './dispute-value';

/** Where the case comes from, how it was applied for（F03 or F04）, when it was received and accepted. */
export function OriginFields({ value, onChange, problems }: DisputeProps) {
  const { t } = useSpeech();
  const fromCourt = value.source === 'court-delegation' || value.source === 'court-entrustment';
  return (
    <>
      <Field label={t.dispute.source} path="case.source" problems={problems['source']}>
        {(marks) => (
          <Choice marks={marks} value={value.source} words={t.words.sources} onChange={(v) => onChange('source', v)} />
        )}
      </Field>
      {fromCourt || value.court ? (
        <TextField
          label={t.dispute.court}
          path="case.court"
          value={value.court}
          hint={t.dispute.courtHint}
          problems={problems['court']}
          onChange={(v) => onChange('court', v)}
        />
      ) : null}
      {fromCourt || value.courtNumber ? (
        <TextField
          label={t.dispute.courtNumber}
          path="case.courtNumber"
          value={value.courtNumber}
          placeholder="（2024）闽0599诉前调123号"
          problems={problems['courtNumber']}
          onChange={(v) => onChange('courtNumber', v)}
        />
      ) : null}
      <Field
        label={t.dispute.application}
        path="case.application"
        problems={problems['application']}
        hint={t.dispute.applicationHints[value.application ?? 'unknown']}
      >
        {(marks) => (
          <Choice
            marks={marks}
            value={value.application}
            words={t.words.applications}
            onChange={(v) => onChange('application', v)}
          />
        )}
      </Field>
      <DateField
        label={t.dispute.receivedAt}
        path="case.receivedAt"
        withTime
        value={value.receivedAt}
        hint={t.dispute.receivedHint}
        problems={problems['receivedAt']}
        onChange={(v) => onChange('receivedAt', v)}
      />
      <DateField
        label={t.dispute.acceptedOn}
        path="case.acceptedOn"
        value={value.acceptedOn}
        hint={t.dispute.acceptedHint}
        problems={problems['acceptedOn']}
        onChange={(v) => onChange('acceptedOn', v)}
      />
    </>
  );
}
