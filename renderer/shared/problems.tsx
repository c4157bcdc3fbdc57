import type { ProblemMessage } from '../../electron/contract/method';
import { useSpeech } from './language';

/** Problems by the field they name; those without a field under the empty text. */
export type ProblemsByField = Readonly<Record<string, readonly ProblemMessage[]>>;

/** Sorts problems by field. */
export function byField(problems: readonly ProblemMessage[]): ProblemsByField {
  const sorted: Record<string, ProblemMessage[]> = {};
  for (const problem of problems) (sorted[problem.field ?? ''] ??= []).push(problem);
  return sorted;
}

/** The problems whose field lies under one of `prefixes`, with the prefix taken off. */
export function under(problems: readonly ProblemMessage[], ...prefixes: readonly string[]): readonly ProblemMessage[] {
  return problems.flatMap((problem) => {
    const prefix = prefixes.find((p) => problem.field?.startsWith(`${p}.`) ?? false);
    return prefix === undefined ? [] : [{ ...problem, field: problem.field?.slice(prefix.length + 1) ?? '' }];
  });
}

/** A plain list of what is wrong and what to do. */
export function ProblemList({
  problems,
  title,
}: {
  readonly problems: readonly ProblemMessage[];
  readonly title?: string;
}) {
  const { say } = useSpeech();
  if (problems.length === 0) return null;
  return (
    <div className="problem-list" role="alert">
      {title === undefined ? null : <p className="problem-title">{title}</p>}
      <ul>
        {[...new Set(problems.map(say))].map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
    </div>
  );
}
