import { Select } from 'antd';
import type { ControlMarks } from './field';

interface ChoiceProps<T extends string> {
  readonly marks: ControlMarks;
  readonly value: T | undefined;
  /** Word for each value, in the order shown. */
  readonly words: Readonly<Record<T, string>>;
  readonly onChange: (value: T) => void;
}

/** One of a closed list of words; can be typed into, so that it works without a mouse. */
export function Choice<T extends string>({ marks, value, words, onChange }: ChoiceProps<T>) {
  const options = (Object.entries(words) as [T, string][]).map(([key, label]) => ({ value: key, label }));
  return (
    <Select<T>
      {...marks}
      className="full"
      value={value ?? null}
      options={options}
      onChange={onChange}
      showSearch={{ optionFilterProp: 'label' }}
    />
  );
}
