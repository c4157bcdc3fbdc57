import { Field } from '../../shared/field';

interface NameFieldProps {
  readonly label: string;
  readonly people: readonly string[];
  readonly value: string;
  readonly onChange: (name: string) => void;
}

/** One of the people of this workstation. The system's own list: it also works over a kept screen, where layers are hidden. */
export function NameField({ label, people, value, onChange }: NameFieldProps) {
  return (
    <Field label={label}>
      {(marks) => (
        <select id={marks.id} className="plain-select" value={value} onChange={(event) => onChange(event.target.value)}>
          {people.includes(value) ? null : <option value={value}>{value}</option>}
          {people.map((name) => (
            <option key={name}>{name}</option>
          ))}
        </select>
      )}
    </Field>
  );
}
