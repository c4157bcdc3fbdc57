import type { Session } from '../../shared/case-types';
import { useSpeech } from '../../shared/language';
import { useCase } from '../case/case-context';
import { useJump } from '../documents/use-jump';
import { contentPoints } from './content-points';

const MARKS = { done: '✓', open: '○', look: '·' } as const;

/** 记录要点 beside the record: what is there already, what is missing with the way to it, what to look at oneself. */
export function ContentHelp({ session }: { readonly session: Session }) {
  const { t } = useSpeech();
  const { state } = useCase();
  const jump = useJump();
  const words = t.sessions.points;
  return (
    <aside className="content-help" aria-label={words.title}>
      <p className="group-label">
        {words.title} <span>{words.lead}</span>
      </p>
      <ul>
        {contentPoints(state, session, words).map(({ key, state: how, note, field }) => (
          <li key={key} className={how}>
            <span aria-hidden="true">{MARKS[how]}</span>
            <div>
              {words[key]}
              <span className="content-state"> {words.states[how]}</span>
              {note === undefined ? null : <div className="content-note">{note}</div>}
              {field === undefined ? null : (
                <button type="button" aria-label={`${words.open}：${words[key]}`} onClick={() => jump(field)}>
                  {words.open}
                </button>
              )}
            </div>
          </li>
        ))}
      </ul>
    </aside>
  );
}
