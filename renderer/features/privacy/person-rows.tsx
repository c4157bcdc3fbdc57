import { Checkbox } from 'antd';
import { Link } from 'react-router';
import type { Response } from '../../../electron/contract/contract';
import { useSpeech } from '../../shared/language';

type FoundParty = Response<'privacy.findPerson'>['found'][number];

/** One party of one case. */
export const keyOfFound = ({ caseId, party }: FoundParty): string => `${caseId} ${party}`;

interface PersonRowsProps {
  readonly found: readonly FoundParty[];
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: (chosen: ReadonlySet<string>) => void;
}

/** Where a person was found, to choose from. */
export function PersonRows({ found, chosen, onChoose }: PersonRowsProps) {
  const { t } = useSpeech();
  const words = t.privacy.person;
  const all = chosen.size === found.length;
  const toggle = (key: string): void => {
    const next = new Set(chosen);
    if (!next.delete(key)) next.add(key);
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
                checked={all}
                indeterminate={!all && chosen.size > 0}
                onChange={() => onChoose(new Set(all ? [] : found.map(keyOfFound)))}
              />
            </th>
            <th scope="col">{words.columns.case}</th>
            <th scope="col">{words.columns.party}</th>
          </tr>
        </thead>
        <tbody>
          {found.map((one) => {
            const key = keyOfFound(one);
            const title = one.title === '' ? t.caseTexts.untitled : one.title;
            return (
              <tr key={key}>
                <td className="choose-cell">
                  <Checkbox
                    aria-label={words.choose(title, one.name)}
                    checked={chosen.has(key)}
                    onChange={() => toggle(key)}
                  />
                </td>
                <td>
                  <Link to={`/cases/${encodeURIComponent(one.caseId)}`}>{title}</Link>
                </td>
                <td>{one.name}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
