import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useSpeech } from '../../shared/language';

export interface TodayRow {
  readonly key: string;
  readonly title: string;
  readonly detail: ReactNode;
  readonly to: string;
  /** The one obvious thing to do. */
  readonly action: string;
}

interface TodayListProps {
  readonly title: string;
  readonly empty: string;
  readonly rows: readonly TodayRow[];
  readonly wide?: boolean;
}

/** One list of 今日. */
export function TodayList({ title, empty, rows, wide = false }: TodayListProps) {
  const { t } = useSpeech();
  return (
    <section className={wide ? 'card today-wide' : 'card'} aria-label={title}>
      <h2>
        {title} {rows.length === 0 ? null : <span className="quiet">{rows.length}</span>}
      </h2>
      {rows.length === 0 ? <p className="quiet">{empty}</p> : null}
      <ul className="today-rows">
        {rows.map((row) => (
          <li key={row.key}>
            <span className="today-title">{row.title === '' ? t.caseTexts.untitled : row.title}</span>
            <span className="today-detail">{row.detail}</span>
            <Link to={row.to} aria-label={`${row.action}：${row.title}`}>
              {row.action}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
