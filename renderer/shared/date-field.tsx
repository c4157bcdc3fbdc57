import { CalendarOutlined } from '@ant-design/icons';
import { Button, Input, Popover } from 'antd';
import { useState } from 'react';
import type { ProblemMessage } from '../../electron/contract/method';
import { readDate, readMinute } from './date-words';
import { Field } from './field';
import { fromShanghaiMinute, shanghaiDay, shanghaiMinute } from './format';
import { useSpeech } from './language';
import { MonthGrid } from './month-grid';

interface DateFieldProps {
  readonly label: string;
  readonly path?: string | undefined;
  /** Calendar date `YYYY-MM-DD`, or an instant with offset when `withTime`. */
  readonly value: string | undefined;
  readonly onChange: (value: string | undefined) => void;
  readonly withTime?: boolean;
  /** Tells of a change when the field is left or Enter is pressed, not while typing: for what is written at once. */
  readonly late?: boolean;
  readonly problems?: readonly ProblemMessage[] | undefined;
  readonly hint?: string | undefined;
}

const DATE_WORDS = {
  code: 'date-unreadable',
  zh: '看不懂这个日期。请写成 2024-04-25 或 20240425。',
  en: 'This is no date. Write it as 2024-04-25 or 20240425.',
};
const TIME_WORDS = {
  code: 'time-unreadable',
  zh: '看不懂这个时间。请写成 2024-04-25 09:30。',
  en: 'This is no time. Write it as 2024-04-25 09:30.',
};

/** A date, or a date and time of Shanghai, typed in any usual way or chosen from a month. */
export function DateField({
  label,
  path,
  value,
  onChange,
  withTime = false,
  late = false,
  problems = [],
  hint,
}: DateFieldProps) {
  const { t } = useSpeech();
  const shown = value === undefined || value === '' ? '' : withTime ? shanghaiMinute(value) : value;
  const [typed, setTyped] = useState<string | null>(null);
  const [open, setOpen] = useState(false);
  const read = withTime ? readMinute : readDate;
  const unreadable = typed !== null && typed !== '' && read(typed) === null;

  const take = (text: string): void => {
    const found = read(text);
    if (text.trim() === '') onChange(undefined);
    else if (found !== null) onChange(withTime ? fromShanghaiMinute(found) : found);
  };
  const leave = (): void => {
    if (unreadable) return;
    if (late && typed !== null) take(typed);
    setTyped(null);
  };
  const choose = (date: string): void => {
    setOpen(false);
    setTyped(null);
    take(withTime ? `${date} ${shown.slice(11) || '09:00'}` : date);
  };
  return (
    <Field
      label={label}
      path={path}
      problems={unreadable ? [withTime ? TIME_WORDS : DATE_WORDS] : problems}
      hint={hint}
    >
      {(marks) => (
        <Input
          {...marks}
          className="date-input"
          value={typed ?? shown}
          placeholder={withTime ? '2024-04-25 09:30' : '2024-04-25'}
          onChange={(event) => {
            setTyped(event.target.value);
            if (!late) take(event.target.value);
          }}
          onBlur={leave}
          onPressEnter={(event) => {
            if (!event.nativeEvent.isComposing) leave();
          }}
          suffix={
            <Popover
              trigger="click"
              open={open}
              onOpenChange={setOpen}
              destroyOnHidden
              content={
                <MonthGrid
                  around={shown.slice(0, 10) || shanghaiDay(new Date())}
                  chosen={shown.slice(0, 10)}
                  onChoose={choose}
                />
              }
            >
              <Button type="text" size="small" icon={<CalendarOutlined />} aria-label={t.dates.choose(label)} />
            </Popover>
          }
        />
      )}
    </Field>
  );
}
