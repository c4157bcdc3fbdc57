import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import type { CaseRow } from '../../../electron/contract/cases';
import { useSpeech } from '../../shared/language';
import { CaseCells, COLUMNS } from './case-cells';
import type { CasePages } from './use-case-pages';

const ROW = 38;
const EXTRA = 8;

interface CaseTableProps {
  readonly pages: CasePages;
  readonly total: number;
  /** What the rows answer; another question starts at the top again. */
  readonly question: string;
  readonly active: number;
  readonly onActive: (index: number) => void;
  readonly onOpen: (row: CaseRow) => void;
}

/** How far a key moves the active row; null for other keys. */
export function stepOf(key: string, total: number): number | null {
  switch (key) {
    case 'ArrowDown':
      return 1;
    case 'ArrowUp':
      return -1;
    case 'PageDown':
      return 10;
    case 'PageUp':
      return -10;
    case 'Home':
      return -total;
    case 'End':
      return total;
    default:
      return null;
  }
}

/** The list as a table of which only the rows in view exist; any place of 50,000 rows is reached at once. */
export function CaseTable({ pages, total, question, active, onActive, onOpen }: CaseTableProps) {
  const { t } = useSpeech();
  const box = useRef<HTMLDivElement>(null);
  const [view, setView] = useState({ top: 0, height: 600 });
  const first = Math.max(0, Math.floor(view.top / ROW) - EXTRA);
  const last = Math.min(total - 1, Math.ceil((view.top + view.height) / ROW) + EXTRA);

  useEffect(() => {
    const element = box.current;
    if (element === null) return;
    const look = (): void => setView({ top: element.scrollTop, height: element.clientHeight });
    const observer = new ResizeObserver(look);
    observer.observe(element);
    element.addEventListener('scroll', look);
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', look);
    };
  }, []);
  useEffect(() => pages.need(first, last));
  useEffect(() => {
    const element = box.current;
    if (element === null) return;
    const [top, bottom] = [active * ROW, (active + 1) * ROW + ROW];
    if (top < element.scrollTop) element.scrollTop = top;
    else if (bottom > element.scrollTop + element.clientHeight) element.scrollTop = bottom - element.clientHeight;
  }, [active, question]);

  const onKeyDown = (event: KeyboardEvent): void => {
    const step = stepOf(event.key, total);
    const row = pages.rowAt(active);
    if (step !== null) {
      event.preventDefault();
      onActive(Math.max(0, Math.min(total - 1, active + step)));
    } else if (event.key === 'Enter' && row !== undefined) onOpen(row);
  };
  return (
    <div
      ref={box}
      className="case-table"
      role="grid"
      aria-label={t.cases.table}
      aria-rowcount={total + 1}
      aria-activedescendant={`case-row-${active}`}
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      <div className="case-row case-head" role="row" aria-rowindex={1}>
        {COLUMNS.map((column) => (
          <span key={column} role="columnheader" className={column === 'amount' ? 'money' : undefined}>
            {t.cases.columns[column]}
          </span>
        ))}
      </div>
      <div className="case-rows" role="rowgroup" style={{ height: total * ROW }}>
        {Array.from({ length: Math.max(0, last - first + 1) }, (_, n) => first + n).map((index) => {
          const row = pages.rowAt(index);
          return (
            <div
              key={index}
              id={`case-row-${index}`}
              className={index === active ? 'case-row active' : 'case-row'}
              role="row"
              aria-rowindex={index + 2}
              aria-selected={index === active}
              style={{ transform: `translateY(${index * ROW}px)` }}
              onClick={() => row !== undefined && onOpen(row)}
            >
              {row === undefined ? null : <CaseCells row={row} />}
            </div>
          );
        })}
      </div>
    </div>
  );
}
