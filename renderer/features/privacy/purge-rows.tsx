import { Checkbox } from 'antd';
import { Link } from 'react-router';
import type { Response } from '../../../electron/contract/contract';
import { useSpeech } from '../../shared/language';

type Row = Response<'privacy.purgeable'>['rows'][number];

interface PurgeRowsProps {
  readonly rows: readonly Row[];
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: (chosen: ReadonlySet<string>) => void;
}

/** Archived cases; one that cannot go yet says why and cannot be chosen. */
export function PurgeRows({ rows, chosen, onChoose }: PurgeRowsProps) {
  const { t, say } = useSpeech();
  const words = t.privacy.purge;
  const free = rows.filter(({ blocked }) => blocked === null);
  const all = free.length > 0 && chosen.size === free.length;
  const toggle = (id: string): void => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    onChoose(next);
  };
  return (
    <div className="choose-rows">
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col" className="choose-cell">
              <Checkbox
                aria-label={words.all}
                title={words.all}
                disabled={free.length === 0}
                checked={all}
                indeterminate={!all && chosen.size > 0}
                onChange={() => onChoose(new Set(all ? [] : free.map(({ caseId }) => caseId)))}
              />
            </th>
            <th scope="col">{words.columns.case}</th>
            <th scope="col">{words.columns.number}</th>
            <th scope="col">{words.columns.archived}</th>
            <th scope="col">{words.columns.state}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ caseId, title, number, archivedOn, blocked }) => {
            const name = title === '' ? t.caseTexts.untitled : title;
            return (
              <tr key={caseId}>
                <td className="choose-cell">
                  <Checkbox
                    aria-label={words.choose(name)}
                    disabled={blocked !== null}
                    checked={chosen.has(caseId)}
                    onChange={() => toggle(caseId)}
                  />
                </td>
                <td>
                  <Link to={`/cases/${encodeURIComponent(caseId)}`}>{name}</Link>
                </td>
                <td className="nowrap">{number ?? <span className="quiet">{words.noNumber}</span>}</td>
                <td className="nowrap">{archivedOn}</td>
                <td className={blocked === null ? undefined : 'quiet'}>
                  {blocked === null ? words.may : say(blocked)}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
