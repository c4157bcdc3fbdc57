import { Button } from 'antd';
import { useState } from 'react';
import { useSpeech } from '../../shared/language';
import { useRoom } from '../../shared/room-context';
import { DoorPage } from '../access/door-page';
import { RecoverySheet } from '../keys/recovery-sheet';
import { Ready } from './ready';
import './first-start.css';

/** After the room was made: the recovery sheet, which can wait, then what to begin with. */
export function Welcome({ onDone }: { readonly onDone: () => void }) {
  const { t } = useSpeech();
  const { room, reloadRoom } = useRoom();
  const [sheet, setSheet] = useState(true);
  return (
    <DoorPage wide>
      {sheet ? (
        <section className="card door-card" aria-labelledby="sheet-title">
          <h1 id="sheet-title">{t.keys.sheet.title}</h1>
          <RecoverySheet
            waiting={false}
            older={false}
            onPage={() => undefined}
            onDone={() => setSheet(false)}
            below={
              <div className="sheet-later">
                <Button onClick={() => setSheet(false)}>{t.keys.sheet.later}</Button>
                <span className="quiet">{t.keys.sheet.laterHint}</span>
              </div>
            }
          />
        </section>
      ) : (
        <Ready
          room={room}
          onReady={() => {
            reloadRoom();
            onDone();
          }}
        />
      )}
    </DoorPage>
  );
}
