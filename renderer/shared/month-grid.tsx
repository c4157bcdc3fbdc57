import { Button } from 'antd';
import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { useState } from 'react';
import { monthFrom, weeksOf } from './date-words';
import { dateInWords } from './format';
import { useSpeech } from './language';

interface MonthGridProps {
  /** The chosen calendar date, or the day whose month is shown first. */
  readonly around: string;
  readonly chosen: string | null;
  readonly onChoose: (date: string) => void;
}

/** One month to choose a day from. */
export function MonthGrid({ around, chosen, onChoose }: MonthGridProps) {
  const { t } = useSpeech();
  const [month, setMonth] = useState(around.slice(0, 7));
  return (
    <div className="month-grid">
      <div className="month-head">
        <Button
          type="text"
          icon={<LeftOutlined />}
          aria-label={t.dates.before}
          onClick={() => setMonth(monthFrom(month, -1))}
        />
        <strong>{month}</strong>
        <Button
          type="text"
          icon={<RightOutlined />}
          aria-label={t.dates.after}
          onClick={() => setMonth(monthFrom(month, 1))}
        />
      </div>
      <table>
        <thead>
          <tr>
            {t.dates.weekdays.map((day) => (
              <th key={day} scope="col">
                {day}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf(month).map((week) => (
            <tr key={week[0]}>
              {week.map((date) => (
                <td key={date}>
                  <button
                    type="button"
                    aria-label={dateInWords(date)}
                    aria-pressed={date === chosen}
                    className={date.startsWith(month) ? 'day' : 'day other-month'}
                    onClick={() => onChoose(date)}
                  >
                    {Number(date.slice(8))}
                  </button>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
