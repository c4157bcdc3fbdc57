import { Button } from 'antd';
import { useState } from 'react';
import type { AccessState } from '../../../electron/contract/access';
import { useSpeech } from '../../shared/language';
import { useRoom } from '../../shared/room-context';
import { syncTone, syncWords } from '../../shared/sync-words';
import { useSyncStatus } from '../../shared/use-sync';
import { DoorPage } from './door-page';
import { PeopleList } from './people-list';
import { ResetBySheet } from './reset-by-sheet';
import { SignInForm } from './sign-in-form';

const LAST = 'last-person';

interface SignInPageProps {
  readonly access: AccessState;
  /** Somebody wants to come in his place: the names are shown first. */
  readonly change?: boolean;
  readonly onDone: (state: AccessState) => void;
  readonly onRefused: () => void;
}

/** Who is there? The same page after signing out and over the kept screen of somebody who is away. */
export function SignInPage({ access, change = false, onDone, onRefused }: SignInPageProps) {
  const { t } = useSpeech();
  const { people } = access;
  const away = access.state === 'locked' ? (access.who?.name ?? null) : null;
  const [chosen, choose] = useState<string | null>(() => {
    if (change) return null;
    const last = away ?? localStorage.getItem(LAST);
    return people.find(({ name }) => name === last)?.name ?? null;
  });
  const [reset, setReset] = useState(false);
  const person = people.find(({ name }) => name === chosen) ?? (people.length === 1 ? people[0] : undefined);
  const done = (state: AccessState): void => {
    if (state.who !== null) localStorage.setItem(LAST, state.who.name);
    onDone(state);
  };
  if (reset) {
    return (
      <DoorPage>
        <ResetBySheet
          people={people.map(({ name }) => name)}
          chosen={person?.name ?? null}
          onDone={done}
          onBack={() => setReset(false)}
        />
      </DoorPage>
    );
  }
  return (
    <DoorPage>
      <RoomWords />
      <section className="card door-card" aria-labelledby="door-title">
        <h1 id="door-title">{away === null ? t.access.title : t.access.lockedTitle}</h1>
        {away === null ? null : <p className="quiet">{t.access.lockedText(away)}</p>}
        {person === undefined ? (
          <PeopleList people={people} onChoose={choose} />
        ) : (
          <>
            <div className="chosen">
              <span>
                <strong>{person.name}</strong>
                <span className="quiet">{person.roles.map((role) => t.access.roles[role]).join(' · ')}</span>
              </span>
              {people.length > 1 ? <Button onClick={() => choose(null)}>{t.access.other}</Button> : null}
            </div>
            <SignInForm
              key={person.name}
              person={person}
              locked={person.name === away}
              onDone={done}
              onRefused={onRefused}
            />
            <Forgot sheet={access.recoveryMade} onReset={() => setReset(true)} />
          </>
        )}
      </section>
    </DoorPage>
  );
}

/** Which room this is, and how it is connected. */
function RoomWords() {
  const { t } = useSpeech();
  const { room } = useRoom();
  const status = useSyncStatus();
  return (
    <div className="door-room">
      <p className="door-name">{room.room}</p>
      <p>{room.organisation.name}</p>
      <p className={`door-sync tone-${status === null ? 'quiet' : syncTone(status)}`}>
        <i className="dot" aria-hidden="true" /> {status === null ? t.sync.status.unknown : syncWords(status, t)}
        <span className="quiet"> · {t.access.offline}</span>
      </p>
    </div>
  );
}

function Forgot({ sheet, onReset }: { readonly sheet: boolean; readonly onReset: () => void }) {
  const { t } = useSpeech();
  return (
    <details className="forgot">
      <summary>{t.access.forgot}</summary>
      <p>{sheet ? t.access.forgotText : t.access.forgotNoSheet}</p>
      {sheet ? <Button onClick={onReset}>{t.access.reset.title}</Button> : null}
    </details>
  );
}
