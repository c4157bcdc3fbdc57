import { Button } from 'antd';
import type { ReactNode } from 'react';
import type { AccountsPage } from '../../../electron/contract/access';
import { useAccess } from '../../shared/access-context';
import { shanghaiMinute } from '../../shared/format';
import { useSpeech } from '../../shared/language';

export type AccountRow = AccountsPage['accounts'][number];

interface AccountTableProps {
  readonly accounts: readonly AccountRow[];
  readonly busy: boolean;
  readonly onChange: (account: AccountRow) => void;
  readonly onReset: (account: AccountRow) => void;
  readonly onRetired: (account: AccountRow, retired: boolean) => void;
  readonly onLocked: (account: AccountRow, locked: boolean) => void;
}

/** One row an account; those who left stand at the end. */
export function AccountTable({ accounts, ...steps }: AccountTableProps) {
  const { t } = useSpeech();
  const words = t.accounts.columns;
  const sorted = [...accounts].sort((a, b) => Number(a.retired) - Number(b.retired));
  return (
    <div className="account-scroll">
      <table className="plain-table accounts">
        <thead>
          <tr>
            {(['name', 'roles', 'institution', 'state', 'lastSignIn', 'actions'] as const).map((key) => (
              <th key={key} scope="col">
                {words[key]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sorted.map((account) => (
            <Row key={account.name} account={account} {...steps} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

type RowProps = Omit<AccountTableProps, 'accounts'> & { readonly account: AccountRow };

function Row({ account, ...steps }: RowProps) {
  const { t } = useSpeech();
  const { access } = useAccess();
  const words = t.accounts;
  const { name, roles, institution, retired, locked, lastSignIn } = account;
  const waits = access.people.some((person) => person.name === name && person.waitUntil !== null);
  const state = retired ? 'retired' : (locked ?? (waits ? 'waits' : 'active'));
  return (
    <tr className={retired ? 'retired' : ''}>
      <th scope="row">{name}</th>
      <td>{roles.map((role) => t.access.roles[role]).join(words.join)}</td>
      <td>{institution?.name ?? ''}</td>
      <td className={state === 'active' || state === 'retired' ? '' : 'note'}>{words.states[state]}</td>
      <td className="when">{lastSignIn === null ? words.never : shanghaiMinute(new Date(lastSignIn))}</td>
      <td className="account-steps">
        <RowSteps account={account} stopped={locked !== null || waits} self={access.who?.name === name} {...steps} />
      </td>
    </tr>
  );
}

interface RowStepsProps extends RowProps {
  /** Locked or made to wait: can be freed, except from the centre's lock. */
  readonly stopped: boolean;
  /** The own row: what would shut oneself out is not offered. */
  readonly self: boolean;
}

function RowSteps({ account, stopped, self, busy, onChange, onReset, onRetired, onLocked }: RowStepsProps) {
  const words = useSpeech().t.accounts;
  const { name, retired, locked } = account;
  const button = (text: string, label: string, onClick: () => void): ReactNode => (
    <Button size="small" disabled={busy} aria-label={label} onClick={onClick}>
      {text}
    </Button>
  );
  if (retired) return button(words.restore, words.restoreOf(name), () => onRetired(account, false));
  return (
    <>
      {button(words.change, words.changeOf(name), () => onChange(account))}
      {self ? null : button(words.reset, words.resetOf(name), () => onReset(account))}
      {locked === 'centre' || (self && !stopped)
        ? null
        : stopped
          ? button(words.free, words.freeOf(name), () => onLocked(account, false))
          : button(words.lock, words.lockOf(name), () => onLocked(account, true))}
      {self ? null : button(words.retire, words.retireOf(name), () => onRetired(account, true))}
    </>
  );
}
