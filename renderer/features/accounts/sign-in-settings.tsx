import { Button, InputNumber } from 'antd';
import { useState, type SubmitEvent } from 'react';
import type { AccountsPage } from '../../../electron/contract/access';
import { Field } from '../../shared/field';
import { useSpeech } from '../../shared/language';
import { ProblemList } from '../../shared/problems';
import { useStep } from '../sync/use-step';
import { useAccounts, type AccountStep } from './use-accounts';
import './accounts.css';

type Settings = AccountsPage['settings'];

/** 登录设置: when the screen locks, how long one may sign in without the centre, how long a PIN is enough. */
export function SignInSettings() {
  const { t } = useSpeech();
  const { page, problems, step } = useAccounts();
  if (page === null)
    return problems.length === 0 ? <p className="quiet">{t.words.loading}</p> : <ProblemList problems={problems} />;
  return <SettingsForm kept={page.settings} step={step} />;
}

const LIMITS = {
  idleMinutes: { most: 240, words: 'idle', meaning: 'idleMeaning' },
  pinHours: { most: 24, words: 'pin', meaning: 'pinMeaning' },
  offlineDays: { most: 365, words: 'offline', meaning: 'offlineMeaning' },
} as const satisfies Record<keyof Settings, unknown>;

function SettingsForm({ kept, step }: { readonly kept: Settings; readonly step: AccountStep }) {
  const { t } = useSpeech();
  const words = t.accounts.signIn;
  const [typed, setTyped] = useState<Partial<Settings>>({});
  const [done, setDone] = useState(false);
  const { busy, problems, run } = useStep();
  const value = { ...kept, ...typed };
  const send = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (busy) return;
    const went = await run(() => step('accounts.settings', value));
    setDone(went);
    if (went) setTyped({});
  };
  return (
    <form className="card sign-in-settings" aria-label={words.title} onSubmit={(event) => void send(event)}>
      <h2>{words.title}</h2>
      <ProblemList problems={problems} />
      {(Object.keys(LIMITS) as (keyof Settings)[]).map((key) => (
        <Field key={key} label={words[LIMITS[key].words]} hint={words[LIMITS[key].meaning]}>
          {(marks) => (
            <InputNumber
              {...marks}
              min={1}
              max={LIMITS[key].most}
              precision={0}
              value={value[key]}
              onChange={(number) => {
                setDone(false);
                setTyped((before) => ({ ...before, [key]: number ?? kept[key] }));
              }}
            />
          )}
        </Field>
      ))}
      <div className="actions">
        <Button type="primary" htmlType="submit" loading={busy}>
          {t.accounts.save}
        </Button>
        <span role="status" className="accounts-done">
          {done ? t.accounts.done.saved : ''}
        </span>
      </div>
    </form>
  );
}
