import { Button } from 'antd';
import { lazy, Suspense, useEffect, useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { useSpeech } from '../shared/language';
import { AccessProvider } from '../shared/access-context';
import { ProblemList } from '../shared/problems';
import { call } from '../shared/room-client';
import { RoomProvider, type RoomHold } from '../shared/room-context';
import { FirstAccountPage } from '../features/access/first-account-page';
import { OwnPasswordPage } from '../features/access/own-password-page';
import { SignInPage } from '../features/access/sign-in-page';
import { Frame } from './frame';
import { useAccessState } from './use-access-state';
import { useInside } from './use-inside';
import { useLock } from './use-lock';
import { useTouch } from './use-touch';

const Welcome = lazy(() => import('../features/first-start/welcome').then((m) => ({ default: m.Welcome })));

interface DoorProps {
  readonly hold: RoomHold;
  /** The room or its first account was made just now. */
  readonly fresh: boolean;
  readonly onFresh: (fresh: boolean) => void;
}

/**
 * The door of the room: nobody's work is on screen before somebody has signed in. While the screen is locked the work
 * stays where it was, hidden and out of reach; when another person signs in it goes and a fresh one begins.
 */
export function Door({ hold, fresh, onFresh }: DoorProps) {
  const { t } = useSpeech();
  const { access, problems, take, reload } = useAccessState();
  const [change, setChange] = useState(false);
  const inside = useInside(access);
  const open = access?.state === 'signed-in' && inside !== null;
  const { lock, save } = useLock(open, take);
  useTouch(open);
  useHomeAfter(inside);
  // Before the sign-in page takes the cursor: an open dialog below would take it back.
  useLayoutEffect(() => {
    document.body.classList.toggle('locked', access?.state === 'locked');
    return () => document.body.classList.remove('locked');
  }, [access?.state]);

  if (access === null) {
    if (problems.length === 0) return <p className="plain-page">{t.frame.opening}</p>;
    return (
      <main className="plain-page">
        <ProblemList problems={problems} />
        <Button onClick={reload}>{t.words.retry}</Button>
      </main>
    );
  }
  const come: typeof take = (state) => {
    setChange(false);
    take(state);
  };
  const signOut = (): void => {
    void save()
      .then(() => call('access.signOut', {}))
      .then((answer) => {
        if (answer.ok) take(answer.value);
      });
  };
  const changePerson = (): void => {
    setChange(true);
    void lock().then((locked) => {
      if (!locked) setChange(false);
    });
  };
  const { who } = access;
  // Screens that speak of whoever works here mean the one who is signed in.
  const room = who === null ? hold : { ...hold, room: { ...hold.room, operator: who.name } };
  const own = access.state === 'signed-in' && who?.mustChangePassword === true;
  const page = (): ReactNode => {
    if (access.state === 'no-accounts') {
      return (
        <FirstAccountPage
          onDone={(state) => {
            onFresh(true);
            come(state);
          }}
        />
      );
    }
    if (own) return <OwnPasswordPage name={who.name} onDone={take} onSignOut={signOut} />;
    if (access.state === 'signed-in') return null;
    return (
      <SignInPage key={`${access.state} ${change}`} access={access} change={change} onDone={come} onRefused={reload} />
    );
  };
  const over = page();
  return (
    <RoomProvider value={room}>
      {inside === null || own ? null : (
        <AccessProvider value={{ access, take, reload, lock: () => void lock(), changePerson, signOut }}>
          <div key={inside} className={over === null ? 'kept' : 'kept away'} inert={over !== null}>
            {fresh ? (
              <Suspense fallback={null}>
                <Welcome onDone={() => onFresh(false)} />
              </Suspense>
            ) : (
              <Frame />
            )}
          </div>
        </AccessProvider>
      )}
      {over === null ? null : <div className="over">{over}</div>}
    </RoomProvider>
  );
}

/** Whoever comes in next begins at the first page, not where the one before has left. */
function useHomeAfter(inside: string | null): void {
  const navigate = useNavigate();
  const last = useRef(inside);
  useEffect(() => {
    if (inside === null && last.current !== null) void navigate('/', { replace: true });
    last.current = inside;
  }, [inside, navigate]);
}
