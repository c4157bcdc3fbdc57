import { useState } from 'react';
import type { RoomInfo } from '../../../electron/contract/room';
import { LanguageSwitch } from '../../shared/language-switch';
import { useSpeech } from '../../shared/language';
import { Ready } from './ready';
import { RoomForm } from './room-form';
import './first-start.css';

/** The first start: make the room, then choose what to begin with. */
export function FirstStart({ onReady }: { readonly onReady: () => void }) {
  const { t } = useSpeech();
  const [room, setRoom] = useState<RoomInfo | null>(null);
  return (
    <div className="first-start">
      <header>
        <strong>{t.frame.appName}</strong>
        <LanguageSwitch />
      </header>
      <main>{room === null ? <RoomForm onMade={setRoom} /> : <Ready room={room} onReady={onReady} />}</main>
    </div>
  );
}
