import type { CaseSummary } from '../core/domain/case/summary';
import { disputeTypeName } from '../core/domain/checks/dispute-type';
import { formatYuan } from '../core/domain/money/money';
import type { CaseView } from '../core/room/case-view';
import type { Room } from '../core/room/room';
import { required, UsageError, type Options } from './arguments';
import { withStore } from './open-room';
import { say, type Exit } from './output';

const ALL = 1_000_000;

/** `list`: summaries, newest first. */
export async function list(_words: readonly string[], options: Options): Promise<Exit> {
  const limit = options.limit === undefined ? 50 : Number(options.limit);
  if (!Number.isInteger(limit) || limit < 1)
    throw new UsageError('--limit 应为正整数 / --limit is a whole number from 1');
  const found = await withStore(required(options.store, '--store'), (room) =>
    Promise.resolve(room.cases.list({ query: options.query ?? '', stage: null, offset: 0, limit })),
  );
  if (options.json) say.json(found.rows.map(({ find: _find, ...row }) => row));
  else for (const row of found.rows) say.result(line(row));
  say.message(`${found.rows.length} / ${found.total}`);
  return 0;
}

function line(row: CaseSummary): string {
  const type = row.disputeType ? disputeTypeName(row.disputeType) : '';
  const amount = row.amountFen === null ? '' : `￥${formatYuan(row.amountFen)}`;
  return [row.id, row.stage, row.number ?? '-', row.title, type, amount].join('  ');
}

/** The id of the one case that the word names: an id, an official number, or words that find exactly one. */
export function findCase(room: Room, word: string): string {
  const { rows } = room.cases.list({ query: '', stage: null, offset: 0, limit: ALL });
  const exact = rows.find((row) => row.id === word || row.number === word || row.intakeId === word);
  if (exact) return exact.id;
  const found = room.cases.list({ query: word, stage: null, offset: 0, limit: 3 });
  const [first] = found.rows;
  if (first && found.total === 1) return first.id;
  throw new UsageError(
    found.total === 0
      ? `没有找到“${word}”对应的案件 / no case for "${word}"`
      : `“${word}”对应 ${found.total} 个案件，请给出编号 / "${word}" names ${found.total} cases; give the id`,
  );
}

/** `show`: one case as folded, with conflicts and clocks. */
export async function show([word]: readonly string[], options: Options): Promise<Exit> {
  if (!word) throw new UsageError('请给出案件 / name the case');
  return withStore(required(options.store, '--store'), async (room) => {
    const opened = await room.cases.look(findCase(room, word));
    if (!opened.ok) {
      say.problems(opened.problems);
      return 1;
    }
    if (options.json) say.json(opened.value);
    else say.result(describe(opened.value));
    return 0;
  });
}

function describe(view: CaseView): string {
  const { state } = view;
  return [
    `${view.title}  ${state.number?.text ?? '（未编号）'}  [${view.stage}]`,
    ...state.parties.map((party) => `  ${party.side}: ${party.name}`),
    ...(state.agreement?.clauses ?? []).map((clause, index) => `  ${index + 1}. ${clause}`),
    ...(state.agreement ? [`  payments: ${state.agreement.payments.length}`] : []),
    `effective: ${view.effectiveOn ?? '-'}`,
    ...view.clocks.map((clock) => `clock: ${clock.due} ${clock.zh}（${clock.basisZh}）`),
    ...view.missing.map((problem) => `missing: ${problem.zh}`),
    ...view.findings.map((finding) => `${finding.level}: ${finding.field} ${finding.zh}`),
    ...state.conflicts.map((conflict) => `conflict: ${conflict.path} ${conflict.values.length} values`),
  ].join('\n');
}
