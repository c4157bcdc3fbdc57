import { Button, Select } from 'antd';
import { useState } from 'react';
import { useAccess } from '../../shared/access-context';
import { useSpeech, type Language } from '../../shared/language';
import { setZoom, storedZoom, ZOOMS } from '../../shared/zoom';
import { ChangePasswordDialog } from '../access/change-password-dialog';
import { PinDialog } from '../access/pin-dialog';
import { Line } from './line';

/** 我的账户: who is signed in, password and PIN, and how the screen looks. */
export function MePart() {
  const { t } = useSpeech();
  const { access } = useAccess();
  const [dialog, setDialog] = useState<'password' | 'pin' | null>(null);
  const words = t.accounts.me;
  const { who } = access;
  return (
    <>
      {who === null ? null : (
        <section className="card" aria-label={t.accounts.parts.me}>
          <dl>
            <Line name={words.name}>{who.name}</Line>
            <Line name={words.roles}>{who.roles.map((role) => t.access.roles[role]).join(t.accounts.join)}</Line>
            {who.institution === null ? null : <Line name={words.institution}>{who.institution.name}</Line>}
            <Line name={words.password}>
              <Button size="small" onClick={() => setDialog('password')}>
                {t.access.menu.password}
              </Button>
            </Line>
            <Line name={words.pin}>
              <span className="with-button">
                {who.hasPin ? words.hasPin : words.noPin}
                <Button size="small" onClick={() => setDialog('pin')}>
                  {t.access.menu.pin}
                </Button>
              </span>
            </Line>
          </dl>
        </section>
      )}
      <Looks />
      {dialog === 'password' ? <ChangePasswordDialog onClose={() => setDialog(null)} /> : null}
      {dialog === 'pin' ? <PinDialog onClose={() => setDialog(null)} /> : null}
    </>
  );
}

/** Language and size of the interface. */
function Looks() {
  const { t, language, setLanguage } = useSpeech();
  const [zoom, choose] = useState(storedZoom);
  return (
    <section className="card" aria-label={t.accounts.me.looks}>
      <dl>
        <Line name={t.settings.language}>
          <Select<Language>
            className="setting"
            aria-label={t.settings.language}
            value={language}
            options={[
              { value: 'zh-CN', label: '简体中文' },
              { value: 'en', label: 'English' },
            ]}
            onChange={setLanguage}
          />
        </Line>
        <Line name={t.settings.zoom}>
          <Select<number>
            className="setting"
            aria-label={t.settings.zoom}
            value={zoom}
            options={ZOOMS.map((factor) => ({ value: factor, label: `${Math.round(factor * 100)}%` }))}
            onChange={(factor) => {
              choose(factor);
              void setZoom(factor);
            }}
          />
        </Line>
      </dl>
    </section>
  );
}
