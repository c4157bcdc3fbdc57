import { useState } from 'react';
import type { Stage } from '../../shared/case-types';

const STORED = 'case-stage';

/** What was typed into the search box, kept while the window is open. */
let lastQuery = '';

/** The conditions of the list; the stage stays until it is changed, also after a restart. */
export function useConditions(stages: readonly Stage[]) {
  const [query, setQuery] = useState(lastQuery);
  const [stage, setStage] = useState<Stage | null>(
    () => stages.find((known) => known === localStorage.getItem(STORED)) ?? null,
  );
  return {
    query,
    stage,
    setQuery: (next: string) => {
      lastQuery = next;
      setQuery(next);
    },
    setStage: (next: Stage | null) => {
      if (next === null) localStorage.removeItem(STORED);
      else localStorage.setItem(STORED, next);
      setStage(next);
    },
  };
}
