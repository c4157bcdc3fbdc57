import { useState } from 'react';

export interface Row<T> {
  /** Stable while the row is on screen. */
  readonly id: number;
  readonly item: T;
}

interface Held<T> {
  readonly rows: readonly Row<T>[];
  readonly next: number;
  /** What was last given out, to tell a change from elsewhere from our own. */
  readonly given: string;
}

/**
 * Rows of a list while it is edited: rows that are not complete yet live on screen only, the complete ones are given
 * out. When the list changes from elsewhere, what is on screen follows.
 */
export function useRows<T>(
  items: readonly T[],
  complete: (item: T) => boolean,
  onChange: (items: T[]) => void,
): {
  readonly rows: readonly Row<T>[];
  readonly setItems: (change: (rows: readonly Row<T>[], blank: (item: T) => Row<T>) => readonly Row<T>[]) => void;
} {
  const from = (list: readonly T[], next: number): Held<T> => ({
    rows: list.map((item, index) => ({ id: next + index, item })),
    next: next + list.length,
    given: JSON.stringify(list),
  });
  const [held, setHeld] = useState<Held<T>>(() => from(items, 0));
  const outside = JSON.stringify(items);
  if (outside !== held.given) setHeld(from(items, held.next));

  return {
    rows: held.rows,
    setItems: (change) => {
      let next = held.next;
      const rows = change(held.rows, (item) => ({ id: next++, item }));
      const given = rows.map((row) => row.item).filter(complete);
      setHeld({ rows, next, given: JSON.stringify(given) });
      if (JSON.stringify(given) !== held.given) onChange(given);
    },
  };
}
