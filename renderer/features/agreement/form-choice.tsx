import { Radio } from 'antd';
import type { Agreement } from '../../shared/case-types';
import { DateField } from '../../shared/date-field';
import { Field } from '../../shared/field';
import { useSpeech } from '../../shared/language';

interface FormChoiceProps {
  readonly agreement: Agreement;
  readonly onChange: (field: string, value: unknown) => void;
}

/** 书面 or 口头, and the day on which the agreement was reached. */
export function FormChoice({ agreement, onChange }: FormChoiceProps) {
  const { t } = useSpeech();
  const forms = Object.keys(t.words.agreementForms) as Agreement['form'][];
  return (
    <>
      <Field label={t.agreement.form} path="agreement.form">
        {(marks) => (
          <Radio.Group
            id={marks.id}
            aria-label={t.agreement.form}
            value={agreement.form}
            options={forms.map((form) => ({ value: form, label: t.words.agreementForms[form] }))}
            onChange={(event) => onChange('form', event.target.value)}
          />
        )}
      </Field>
      <DateField
        label={t.agreement.agreedOn}
        path="agreement.agreedOn"
        value={agreement.agreedOn}
        hint={t.agreement.agreedOnHints[agreement.form]}
        onChange={(date) => onChange('agreedOn', date)}
      />
    </>
  );
}
