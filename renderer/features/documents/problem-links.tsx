import type { ProblemMessage } from '../../../electron/contract/method';
import { useSpeech } from '../../shared/language';
import { useJump } from './use-jump';

interface ProblemLinksProps {
  readonly problems: readonly ProblemMessage[];
  readonly title?: string;
}

/** What is wrong; each problem that names a field leads there. */
export function ProblemLinks({ problems, title }: ProblemLinksProps) {
  const { say } = useSpeech();
  const jump = useJump();
  if (problems.length === 0) return null;
  const once = [...new Map(problems.map((problem) => [say(problem), problem.field])).entries()];
  return (
    <div className="problem-list" role="alert">
      {title === undefined ? null : <p className="problem-title">{title}</p>}
      <ul>
        {once.map(([words, field]) => (
          <li key={words}>
            {field === undefined || field === '' ? (
              words
            ) : (
              <button type="button" className="problem-link" onClick={() => jump(field)}>
                {words} →
              </button>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
