import { useEffect, useEffectEvent, useState } from 'react';
import type { Response } from '../../electron/contract/contract';
import type { ProblemMessage } from '../../electron/contract/method';
import { yuanTyped } from './format';
import { call } from './room-client';

type Amount = Response<'checks.amount'>;

interface TypedAmount {
  readonly text: string;
  readonly setText: (text: string) => void;
  /** What the text means; null while empty, unreadable or not yet checked. */
  readonly amount: Amount | null;
  readonly problems: readonly ProblemMessage[];
}

interface Read {
  readonly text: string;
  readonly amount: Amount | null;
  readonly problems: readonly ProblemMessage[];
}

/** An amount while it is typed: the program reads it and writes its capitals（大写）. `fen` is the amount kept so far. */
export function useAmount(fen: number | undefined, onFen: (fen: number | undefined) => void): TypedAmount {
  const [typed, setTyped] = useState<string | null>(null);
  const [read, setRead] = useState<Read | null>(null);
  const text = typed ?? (fen === undefined ? '' : yuanTyped(fen));
  const report = useEffectEvent((found: number): void => {
    if (typed !== null && found !== fen) onFen(found);
  });

  useEffect(() => {
    if (text.trim() === '') return;
    let latest = true;
    void call('checks.amount', { text }).then((answer) => {
      if (!latest) return;
      if (answer.ok) report(answer.value.fen);
      setRead({ text, amount: answer.ok ? answer.value : null, problems: answer.ok ? [] : answer.problems });
    });
    return () => {
      latest = false;
    };
  }, [text]);

  const setText = (next: string): void => {
    setTyped(next);
    if (next.trim() === '') onFen(undefined);
  };
  const fits = read !== null && read.text === text && text.trim() !== '';
  // What is kept has changed from elsewhere (another room, the schedule): it is shown instead of what was typed.
  if (typed !== null && fits && read.amount !== null && fen !== undefined && read.amount.fen !== fen) setTyped(null);
  return { text, setText, amount: fits ? read.amount : null, problems: fits ? read.problems : [] };
}
