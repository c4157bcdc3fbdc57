import { Button } from 'antd';
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

function Row({
  account,
  busy,
  onChange,
  onReset,
  onRetired,
  onLocked,
}: Omit<AccountTableProps, 'accounts'> & { readonly account: AccountRow }) {
  const { t } = useSpeech();
  const { access } = useAccess();
  const words = t.accounts;
  const { name, roles, institution, retired, locked, lastSignIn } = account;
  const self = access.who?.name === name;
  return (
    <tr className={retired ? 'retired' : ''}>
      <th scope="row">{name}</th>
      <td>{roles.map((role) => t.access.roles[role]).join(t.accounts.join)}</td>
      <td>{institution?.name ?? ''}</td>
      <td className={locked === null || retired ? '' : 'note'}>
        {retired ? words.states.retired : words.states[locked ?? 'active']}
      </td>
      <td className="when">{lastSignIn === null ? words.never : shanghaiMinute(new Date(lastSignIn))}</td>
      <td className="account-steps">
        {retired ? (
          <Button
            size="small"
            disabled={busy}
            aria-label={words.restoreOf(name)}
            onClick={() => onRetired(account, false)}
          >
            {words.restore}
          </Button>
        ) : (
          <>
            <Button size="small" aria-label={words.changeOf(name)} onClick={() => onChange(account)}>
              {words.change}
            </Button>
            <Button size="small" aria-label={words.resetOf(name)} onClick={() => onReset(account)}>
              {words.reset}
            </Button>
            {locked === 'centre' || (self && locked === null) ? null : locked === null ? (
              <Button
                size="small"
                disabled={busy}
                aria-label={words.lockOf(name)}
                onClick={() => onLocked(account, true)}
              >
                {words.lock}
              </Button>
            ) : (
              <Button
                size="small"
                disabled={busy}
                aria-label={words.freeOf(name)}
                onClick={() => onLocked(account, false)}
              >
                {words.free}
              </Button>
            )}
            {self ? null : (
              <Button
                size="small"
                disabled={busy}
                aria-label={words.retireOf(name)}
                onClick={() => onRetired(account, true)}
              >
                {words.retire}
              </Button>
            )}
          </>
        )}
      </td>
    </tr>
  );
}
