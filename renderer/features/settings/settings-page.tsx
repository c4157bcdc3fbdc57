import { NavLink, Navigate, useParams } from 'react-router';
import type { ComponentType } from 'react';
import { useRights, type ShownRight } from '../../shared/access-context';
import { useSpeech } from '../../shared/language';
import { AccountsPart } from '../accounts/accounts-part';
import { SignInSettings } from '../accounts/sign-in-settings';
import { KeysPart } from '../keys/keys-part';
import { RecoveryReminder } from '../keys/recovery-reminder';
import { MePart } from './me-part';
import { NumbersPart } from './numbers-part';
import { RoomPart } from './room-part';
import './settings.css';

type PartName = 'room' | 'numbers' | 'me' | 'accounts' | 'sign-in' | 'keys';

/** The parts, each with its address; one that needs a right is not shown without it. */
const PARTS: readonly { readonly name: PartName; readonly right?: ShownRight; readonly Part: ComponentType }[] = [
  { name: 'room', Part: RoomPart },
  { name: 'me', Part: MePart },
  { name: 'numbers', Part: NumbersPart },
  { name: 'accounts', right: 'account.manage', Part: AccountsPart },
  { name: 'sign-in', right: 'account.manage', Part: SignInSettings },
  { name: 'keys', right: 'key.manage', Part: KeysPart },
];

/** Any of them opens the page of the access log. */
const LOG: readonly ShownRight[] = ['log.read', 'data.export', 'data.purge'];

/** 设置: one part at a time, so that it does not become a wall. */
export function SettingsPage() {
  const { t } = useSpeech();
  const may = useRights();
  const { part = 'room' } = useParams();
  const words = t.accounts.parts;
  const names: Readonly<Record<PartName, string>> = { ...words, 'sign-in': words.signIn };
  const parts = PARTS.filter(({ right }) => right === undefined || may(right));
  const shown = parts.find(({ name }) => name === part);
  if (shown === undefined) return <Navigate to="/settings" replace />;
  const { Part } = shown;
  return (
    <main className="page settings">
      <div className="page-head">
        <h1>{t.settings.title}</h1>
      </div>
      <nav className="settings-parts" aria-label={words.label}>
        {parts.map(({ name }) => (
          <NavLink key={name} end replace to={name === 'room' ? '/settings' : `/settings/${name}`}>
            {names[name]}
          </NavLink>
        ))}
        {LOG.some(may) ? <NavLink to="/privacy">{t.privacy.title}</NavLink> : null}
        <NavLink to="/safety">{t.safety.title}</NavLink>
      </nav>
      {part === 'keys' ? null : <RecoveryReminder />}
      <Part />
    </main>
  );
}
