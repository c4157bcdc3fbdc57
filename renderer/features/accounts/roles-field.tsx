import { Checkbox } from 'antd';
import { ROLES } from '../../../electron/contract/access';
import type { ProblemMessage } from '../../../electron/contract/method';
import { useSpeech } from '../../shared/language';

export type Role = (typeof ROLES)[number];

interface RolesFieldProps {
  readonly value: readonly Role[];
  readonly problems: readonly ProblemMessage[];
  readonly onChange: (roles: readonly Role[]) => void;
}

/** Roles（角色）, each with what it allows. */
export function RolesField({ value, problems, onChange }: RolesFieldProps) {
  const { t, say } = useSpeech();
  return (
    <fieldset className="roles form-block">
      <legend className="group-label">{t.accounts.rolesLabel}</legend>
      {ROLES.map((role) => (
        <Checkbox
          key={role}
          checked={value.includes(role)}
          onChange={(event) =>
            onChange(ROLES.filter((one) => (one === role ? event.target.checked : value.includes(one))))
          }
        >
          {t.access.roles[role]} <span className="quiet">{t.accounts.roleMeaning[role]}</span>
        </Checkbox>
      ))}
      {problems.length === 0 ? null : (
        <p className="field-problem" role="alert">
          {problems.map(say).join(' ')}
        </p>
      )}
    </fieldset>
  );
}
