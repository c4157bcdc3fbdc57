import { Select } from 'antd';
import type { Party } from '../../shared/case-types';

interface PartyChoiceProps {
  readonly label: string;
  readonly id?: string;
  readonly parties: readonly Party[];
  readonly value: string | undefined;
  readonly onChange: (key: string) => void;
}

/** One of the parties of the case. */
export function PartyChoice({ label, id, parties, value, onChange }: PartyChoiceProps) {
  return (
    <Select<string>
      {...(id === undefined ? { 'aria-label': label } : { id })}
      className="full"
      popupMatchSelectWidth={false}
      value={value === undefined || value === '' ? null : value}
      options={parties.map((party) => ({ value: party.key, label: party.shortName ?? party.name }))}
      onChange={onChange}
    />
  );
}
