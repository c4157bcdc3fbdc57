import type { ReactNode } from 'react';
import { LanguageSwitch } from '../../shared/language-switch';
import { useSpeech } from '../../shared/language';
import './access.css';

/** A page before anybody's work: the name of the program above, the language, and one thing to do. */
export function DoorPage({ children, wide = false }: { readonly children: ReactNode; readonly wide?: boolean }) {
  const { t } = useSpeech();
  return (
    <div className="door">
      <header className="door-head">
        <strong>{t.frame.appName}</strong>
        <LanguageSwitch />
      </header>
      <main className={wide ? 'door-main wide' : 'door-main'}>{children}</main>
    </div>
  );
}
