import { Button, Radio } from 'antd';
import type { Session, SessionResult } from '../../shared/case-types';
import { Choice } from '../../shared/choice';
import { DateField } from '../../shared/date-field';
import { Field } from '../../shared/field';
import { useSpeech } from '../../shared/language';
import { NamesField } from '../../shared/names-field';
import { byField, under } from '../../shared/problems';
import { TextField } from '../../shared/text-field';
import { useCase } from '../case/case-context';
import { AttendanceFields } from './attendance-fields';
import { ContentHelp } from './content-help';
import { RecordField } from './record-field';

/** One session（F11 调解记录）: time, place, who was there, the record, the result. */
export function SessionForm({ session, onRemove }: { readonly session: Session; readonly onRemove: () => void }) {
  const { t } = useSpeech();
  const { editor, problems } = useCase();
  const prefix = `session.${session.id}`;
  const at = byField(under(problems, prefix));
  const change = (field: keyof Session, value: unknown): void =>
    editor.edit({ kind: 'session-set', key: session.id }, field, value);
  return (
    <section className="card" aria-label={t.caseTexts.tabs.sessions}>
      <div className="form-grid">
        <DateField
          label={t.sessions.startedAt}
          path={`${prefix}.startedAt`}
          withTime
          value={session.startedAt}
          problems={at['startedAt']}
          onChange={(v) => change('startedAt', v)}
        />
        <Field label={t.sessions.mode} path={`${prefix}.mode`}>
          {(marks) => (
            <Choice
              marks={marks}
              value={session.mode}
              words={t.words.sessionModes}
              onChange={(v) => change('mode', v)}
            />
          )}
        </Field>
        <TextField
          label={t.sessions.place}
          path={`${prefix}.place`}
          value={session.place}
          problems={at['place']}
          onChange={(v) => change('place', v)}
        />
        <NamesField
          label={t.sessions.participants}
          path={`${prefix}.participants`}
          names={session.participants}
          hint={t.sessions.participantsHint}
          problems={at['participants']}
          onChange={(v) => change('participants', v)}
        />
        <AttendanceFields prefix={prefix} session={session} problems={at} onChange={change} />
      </div>
      <div className="record-frame">
        <div className="record-beside">
          <RecordField path={`${prefix}.record`} value={session.record} onChange={(v) => change('record', v)} />
          <ContentHelp session={session} />
        </div>
      </div>
      <div className="actions">
        <span className="group-label" id="session-result">
          {t.sessions.result}
        </span>
        <Radio.Group
          aria-labelledby="session-result"
          value={session.result}
          options={(Object.keys(t.words.sessionResults) as SessionResult[]).map((key) => ({
            value: key,
            label: t.words.sessionResults[key],
          }))}
          onChange={(event) => change('result', event.target.value)}
        />
        <span className="session-space" />
        <Button type="text" onClick={onRemove}>
          {t.sessions.remove}
        </Button>
      </div>
    </section>
  );
}
