import { Button } from 'antd';
import { useRef, type KeyboardEvent } from 'react';
import { Field } from '../../shared/field';
import { useSpeech } from '../../shared/language';

interface RecordFieldProps {
  readonly path: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** The text of a session in large type; a question or an answer begins with one key. */
export function RecordField({ path, value, onChange }: RecordFieldProps) {
  const { t } = useSpeech();
  const area = useRef<HTMLTextAreaElement>(null);

  const insert = (mark: string): void => {
    const element = area.current;
    if (element === null) return;
    const start = element.selectionStart;
    const newLine = start > 0 && value.charAt(start - 1) !== '\n' ? '\n' : '';
    const next = `${value.slice(0, start)}${newLine}${mark}${value.slice(element.selectionEnd)}`;
    onChange(next);
    const cursor = start + newLine.length + mark.length;
    requestAnimationFrame(() => {
      element.focus();
      element.setSelectionRange(cursor, cursor);
    });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'F2' || event.key === 'F3') {
      event.preventDefault();
      insert(event.key === 'F2' ? '问：' : '答：');
    }
  };
  return (
    <div className="record">
      <div className="record-keys">
        <Button onClick={() => insert('问：')}>{t.sessions.ask}</Button>
        <Button onClick={() => insert('答：')}>{t.sessions.answer}</Button>
      </div>
      <Field label={t.sessions.record} path={path} wide hint={t.sessions.recordHint}>
        {(marks) => (
          <textarea
            id={marks.id}
            aria-describedby={marks['aria-describedby']}
            ref={area}
            className="record-text"
            value={value}
            onChange={(event) => onChange(event.target.value)}
            onKeyDown={onKeyDown}
          />
        )}
      </Field>
    </div>
  );
}
