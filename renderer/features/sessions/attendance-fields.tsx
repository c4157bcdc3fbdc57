import { Radio, Select } from 'antd';
import { Link } from 'react-router';
import { WHOLE_CASE } from '../../../electron/contract/forms';
import type { Party, Session } from '../../shared/case-types';
import { Field } from '../../shared/field';
import { useSpeech } from '../../shared/language';
import type { ProblemsByField } from '../../shared/problems';
import { useCase } from '../case/case-context';
import { addressOf } from '../documents/paper-address';

interface AttendanceFieldsProps {
  readonly prefix: string;
  readonly session: Session;
  readonly problems: ProblemsByField;
  readonly onChange: (field: 'present' | 'recorded', value: unknown) => void;
}

/** Who may be named as present: the parties and their agents. The record is on paper, so the words are Chinese. */
const namesOf = (parties: readonly Party[]): readonly string[] =>
  parties.flatMap((party) => [
    party.name,
    ...(party.representatives ?? []).map(({ name }) => `${name}（${party.shortName ?? party.name}委托代理人）`),
  ]);

/** 到场当事人 of a session, and whether it was recorded（录音录像）, which needs F32 (在线调解规则 Art. 22). */
export function AttendanceFields({ prefix, session, problems, onChange }: AttendanceFieldsProps) {
  const { t } = useSpeech();
  const { view, state } = useCase();
  const consent = (
    <>
      {t.sessions.recordedHint}{' '}
      <Link to={addressOf(view.id, { form: 'F32', of: WHOLE_CASE })}>{t.sessions.recordedPaper}</Link>
    </>
  );
  return (
    <>
      <div className="two-columns">
        <Field
          label={t.sessions.present}
          path={`${prefix}.present`}
          problems={problems['present']}
          hint={t.sessions.presentHint}
        >
          {(marks) => (
            <Select<string[]>
              {...marks}
              className="full"
              mode="tags"
              value={[...(session.present ?? [])]}
              options={[...new Set(namesOf(state.parties))].map((name) => ({ value: name, label: name }))}
              tokenSeparators={['、', '，', ',', '；', ';']}
              onChange={(next) => onChange('present', typed(next))}
            />
          )}
        </Field>
      </div>
      <Field
        label={t.sessions.recorded}
        path={`${prefix}.recorded`}
        problems={problems['recorded']}
        hint={session.recorded === true ? consent : null}
      >
        {(marks) => (
          <Radio.Group
            id={marks.id}
            aria-label={t.sessions.recorded}
            value={session.recorded ?? null}
            options={[
              { value: true, label: t.words.yes },
              { value: false, label: t.words.no },
            ]}
            onChange={(event) => onChange('recorded', event.target.value)}
          />
        )}
      </Field>
    </>
  );
}

/** Names as they are kept; an empty list says that all are there. */
function typed(names: readonly string[]): readonly string[] | undefined {
  const kept = names.map((name) => name.trim()).filter((name) => name !== '');
  return kept.length === 0 ? undefined : kept;
}
