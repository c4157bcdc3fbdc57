import { useEffect, useRef } from 'react';
import { Link } from 'react-router';
import type { Response } from '../../../electron/contract/contract';
import { shanghaiTime } from '../../shared/format';
import { useSpeech } from '../../shared/language';

interface LogRowsProps {
  readonly rows: Response<'log.list'>['rows'];
  /** True while these rows answer an older question. */
  readonly old: boolean;
  /** Names the page that is shown; a new one begins at its top. */
  readonly page: string;
}

/** The log in words, newest first; the head stays in view. */
export function LogRows({ rows, old, page }: LogRowsProps) {
  const { t, say } = useSpeech();
  const box = useRef<HTMLDivElement>(null);
  const { columns } = t.privacy.log;
  useEffect(() => {
    if (box.current !== null) box.current.scrollTop = 0;
  }, [page]);
  return (
    <div
      ref={box}
      className={old ? 'log-rows old' : 'log-rows'}
      tabIndex={0}
      role="region"
      aria-label={t.privacy.parts.log}
    >
      <table className="plain-table" aria-busy={old}>
        <thead>
          <tr>
            <th scope="col">{columns.at}</th>
            <th scope="col">{columns.account}</th>
            <th scope="col">{columns.what}</th>
            <th scope="col">{columns.case}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={`${row.at} ${index}`}>
              <td>
                <time dateTime={row.at}>{shanghaiTime(row.at)}</time>
              </td>
              <td>{row.account}</td>
              <td>{say(row)}</td>
              <td>
                {row.caseId === null ? null : row.title === null ? (
                  <span className="quiet">{t.privacy.log.hiddenCase}</span>
                ) : (
                  <Link to={`/cases/${encodeURIComponent(row.caseId)}`}>
                    {row.title === '' ? t.caseTexts.untitled : row.title}
                  </Link>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
