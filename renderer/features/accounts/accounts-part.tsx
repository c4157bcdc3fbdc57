import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { useSpeech } from '../../shared/language';
import { ProblemList } from '../../shared/problems';
import { AccountDialog } from './account-dialog';
import { AccountTable, type AccountRow } from './account-table';
import { ResetDialog } from './reset-dialog';
import { useAccounts } from './use-accounts';
import { useStep } from '../sync/use-step';
import './accounts.css';

type Asking = { readonly what: 'add' } | { readonly what: 'change' | 'reset'; readonly account: AccountRow };

/** 账户: who signs in here, with which roles. */
export function AccountsPart() {
  const { t } = useSpeech();
  const { page, problems, step } = useAccounts();
  const [asking, setAsking] = useState<Asking | null>(null);
  const [done, setDone] = useState('');
  const quick = useStep();
  if (page === null)
    return problems.length === 0 ? <p className="quiet">{t.words.loading}</p> : <ProblemList problems={problems} />;
  const close = (words: string): void => {
    setAsking(null);
    setDone(words);
  };
  return (
    <section className="card" aria-label={t.accounts.title}>
      <div className="card-head">
        <h2>{t.accounts.title}</h2>
        <Button type="primary" icon={<PlusOutlined />} onClick={() => setAsking({ what: 'add' })}>
          {t.accounts.add}
        </Button>
      </div>
      <p className="quiet">{t.accounts.lead}</p>
      <ProblemList problems={quick.problems} />
      <AccountTable
        accounts={page.accounts}
        busy={quick.busy}
        onChange={(account) => setAsking({ what: 'change', account })}
        onReset={(account) => setAsking({ what: 'reset', account })}
        onRetired={({ name, roles, institution }, retired) =>
          void quick.run(() => step('accounts.change', { name, roles, institution, retired }))
        }
        onLocked={({ name }, locked) => void quick.run(() => step('accounts.lock', { name, locked }))}
      />
      <p role="status" className="accounts-done">
        {done}
      </p>
      {asking?.what === 'reset' ? (
        <ResetDialog
          name={asking.account.name}
          step={step}
          onClose={() => close('')}
          onDone={() => close(t.accounts.done.reset(asking.account.name))}
        />
      ) : asking === null ? null : (
        <AccountDialog
          account={asking.what === 'change' ? asking.account : null}
          step={step}
          onClose={() => close('')}
          onDone={(name) => close(asking.what === 'add' ? t.accounts.done.added(name) : t.accounts.done.saved)}
        />
      )}
    </section>
  );
}
