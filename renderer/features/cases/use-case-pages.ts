import { useEffect, useRef, useState } from 'react';
import type { CaseRow } from '../../../electron/contract/cases';
import type { ProblemMessage } from '../../../electron/contract/method';
import type { Stage } from '../../shared/case-types';
import { call } from '../../shared/room-client';

/** Rows fetched at once. */
const PAGE = 100;

interface Found {
  readonly question: string;
  readonly total: number;
  readonly pages: ReadonlyMap<number, readonly CaseRow[]>;
  readonly problems: readonly ProblemMessage[];
}

export interface CasePages {
  /** Null until the first answer. */
  readonly total: number | null;
  readonly rowAt: (index: number) => CaseRow | undefined;
  /** Sees to it that these rows are there or on their way. */
  readonly need: (first: number, last: number) => void;
  readonly problems: readonly ProblemMessage[];
  /** True when the rows answer the question that is asked now. */
  readonly current: boolean;
}

const NOTHING: Found = { question: '', total: 0, pages: new Map(), problems: [] };

/**
 * The list of cases, fetched by pages as they come into view. While a new question is being answered the rows of the
 * last one stay; an answer to an older question is dropped. `round` grows when the cases have changed.
 */
export function useCasePages(query: string, stage: Stage | null, round: number): CasePages {
  const question = JSON.stringify([query, stage, round]);
  const [found, setFound] = useState<Found | null>(null);
  const asked = useRef(new Set<string>());

  const ask = (page: number): void => {
    const key = `${question} ${page}`;
    if (asked.current.has(key)) return;
    asked.current.add(key);
    void call('cases.list', { query, stage, offset: page * PAGE, limit: PAGE }).then((answer) => {
      if (!asked.current.has(key)) return;
      setFound((before) => {
        const kept = before?.question === question ? before.pages : NOTHING.pages;
        if (!answer.ok) return { ...(before ?? NOTHING), problems: answer.problems };
        const pages = new Map(kept).set(page, answer.value.rows);
        return { question, total: answer.value.total, pages, problems: [] };
      });
    });
  };
  useEffect(() => {
    // Answers to an older question are no longer waited for.
    asked.current = new Set();
    ask(0);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the question names all that `ask` depends on
  }, [question]);

  const current = found?.question === question;
  return {
    total: found?.total ?? null,
    rowAt: (index) => found?.pages.get(Math.floor(index / PAGE))?.[index % PAGE],
    need: (first, last) => {
      if (!current) return;
      for (let page = Math.floor(first / PAGE); page <= Math.floor(last / PAGE); page += 1) {
        if (page * PAGE < found.total && !found.pages.has(page)) ask(page);
      }
    },
    problems: found?.problems ?? [],
    current,
  };
}
