import { InputNumber } from 'antd';
import { AmountField } from '../../shared/amount-field';
import { DateField } from '../../shared/date-field';
import { Field } from '../../shared/field';
import { useSpeech } from '../../shared/language';
import { TextField } from '../../shared/text-field';
import { NumberField } from '../privacy/number-field';
import { BoxesField, LinesField, OneOfField, YesNoField } from './choice-fields';
import { textOf, type CellProps } from './field-kind';
import { PartyField } from './party-field';
import { RowsField } from './rows-field';

interface PaperFieldProps extends CellProps {
  readonly ofParty?: boolean;
}

const numberOf = (value: unknown): number | undefined => (typeof value === 'number' ? value : undefined);

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** One field of a paper, by its kind. */
export function PaperField({ within = '', ofParty = false, ...given }: PaperFieldProps) {
  const { t, say } = useSpeech();
  const { spec } = given;
  const hint = spec.required === true ? t.documents.required : undefined;
  const props = { ...given, label: within === '' ? capital(say(spec)) : `${within} ${say(spec)}`, hint };
  const { label, path, value, problems, onChange } = props;
  const text = { label, path, value: textOf(value), problems, hint, onChange };
  if (ofParty) return <PartyField {...props} />;
  switch (spec.kind) {
    case 'line':
      return <NumberField {...text} />;
    case 'text':
      return <TextField {...text} lines={3} />;
    case 'date':
      return <DateField {...text} />;
    case 'instant':
      return <DateField {...text} withTime />;
    case 'money':
      return <AmountField label={label} path={path} fen={numberOf(value)} problems={problems} onFen={onChange} />;
    case 'count':
      return (
        <Field {...{ label, path, problems, hint }}>
          {(marks) => (
            <InputNumber
              {...marks}
              min={0}
              max={99_999}
              precision={0}
              value={numberOf(value) ?? null}
              onChange={(n) => onChange(n ?? undefined)}
            />
          )}
        </Field>
      );
    case 'yes-no':
      return <YesNoField {...props} />;
    case 'choice':
      return <OneOfField {...props} spec={spec} />;
    case 'choices':
      return <BoxesField {...props} spec={spec} />;
    case 'lines':
      return <LinesField {...props} />;
    case 'rows':
      return <RowsField {...props} spec={spec} cell={(cell) => <PaperField {...cell} />} />;
  }
}
