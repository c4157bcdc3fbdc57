import { createHash } from 'node:crypto';
import { canonicalJson } from '../domain/journal/canonical';
import { checkIntake } from '../domain/intake/check-intake';
import { intakeWrites } from '../domain/intake/intake-writes';
import { problemOf } from '../domain/checks/problem';
import type { CaseDesk } from './case-desk';
import type { PlacedProblem } from './outcome';
import { partyContext, type RoomContext } from './room-context';
import { Turns } from '../store/turns';
import { CASE_PREFIX, caseSummaries } from './subjects';

/** What became of one record of a file（逐条结果）. */
export interface IntakeResult {
  readonly file: string;
  /** Number of the record in its file, from 1. */
  readonly record: number;
  /** The sender's id where it could be read. */
  readonly id: string | null;
  readonly outcome: 'imported' | 'unchanged' | 'refused';
  readonly caseId: string | null;
  readonly problems: readonly PlacedProblem[];
}

/**
 * Takes in hand-over files（移交数据导入）: one object, an array, or one object a line.
 * Promises: each record comes in whole or leaves nothing behind; the same record again changes nothing; the same id with
 * other content is refused and named. Proved by test/unit/room/intake-desk.test.ts.
 */
export class IntakeDesk {
  /** Two files at once are taken one after the other, so that a record in both comes in once. */
  private readonly turns = new Turns();

  constructor(
    private readonly context: RoomContext,
    private readonly cases: CaseDesk,
  ) {}

  /** `sample` marks the cases as invented and lets the unallotted region 999999 pass. */
  take(file: string, text: string, sample: boolean): Promise<readonly IntakeResult[]> {
    return this.turns.run(() => this.takeNow(file, text, sample));
  }

  private async takeNow(file: string, text: string, sample: boolean): Promise<readonly IntakeResult[]> {
    const records = recordsOf(text);
    if (!records) return [{ file, record: 1, id: null, outcome: 'refused', caseId: null, problems: [notJson(file)] }];
    const known = new Map<string, { id: string; hash: string | null }>();
    for (const row of caseSummaries(this.context.store.summaries())) {
      if (row.intakeId) known.set(row.intakeId, { id: row.id, hash: row.intakeHash });
    }
    const results: IntakeResult[] = [];
    for (const [index, value] of records.entries()) {
      const result = await this.takeOne(value, sample, known);
      results.push({ file, record: index + 1, ...result });
    }
    return results;
  }

  private async takeOne(
    value: unknown,
    sample: boolean,
    known: Map<string, { id: string; hash: string | null }>,
  ): Promise<Omit<IntakeResult, 'file' | 'record'>> {
    const id = idOf(value);
    const checks = { ...partyContext(this.context), ...(sample ? { allowSyntheticRegion: true } : {}) };
    const checked = checkIntake(value, checks);
    if (!checked.ok) return { id, outcome: 'refused', caseId: null, problems: checked.problems };
    const hash = createHash('sha256').update(canonicalJson(value), 'utf8').digest('base64url');
    const earlier = known.get(checked.intake.id);
    if (earlier) {
      return earlier.hash === hash
        ? { id, outcome: 'unchanged', caseId: earlier.id, problems: [] }
        : { id, outcome: 'refused', caseId: earlier.id, problems: [otherContent(checked.intake.id)] };
    }
    const caseId = `${CASE_PREFIX}${this.context.ids.next()}`;
    await this.cases.commit(caseId, intakeWrites(checked.intake, hash, sample, checks));
    known.set(checked.intake.id, { id: caseId, hash });
    return { id, outcome: 'imported', caseId, problems: [] };
  }
}

/** The records of a file, or null when it is no JSON. A byte-order mark is let through. */
function recordsOf(text: string): readonly unknown[] | null {
  const plain = text.replace(/^\uFEFF/, '').trim();
  const whole = parse(plain);
  if (whole.ok) return Array.isArray(whole.value) ? (whole.value as unknown[]) : [whole.value];
  const lines = plain
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .map(parse);
  return lines.length > 1 && lines.every((line) => line.ok) ? lines.map((line) => line.value) : null;
}

function parse(text: string): { readonly ok: boolean; readonly value?: unknown } {
  try {
    return { ok: true, value: JSON.parse(text) as unknown };
  } catch {
    return { ok: false };
  }
}

function idOf(value: unknown): string | null {
  const id = typeof value === 'object' && value !== null ? (value as Record<string, unknown>)['id'] : undefined;
  return typeof id === 'string' ? id : null;
}

const notJson = (file: string): PlacedProblem => ({
  ...problemOf(
    'not-json',
    `“${file}”不是可读的移交数据（JSON），可能不完整或选错了文件，请向移交方重新索取。`,
    `"${file}" is not readable hand-over data (JSON); it may be cut or the wrong file. Ask the sender again.`,
  ),
  field: '(file)',
});

const otherContent = (id: string): PlacedProblem => ({
  ...problemOf(
    'id-taken',
    `编号“${id}”已经导入过，但这次的内容不同，未作改动。请在案件中修改，或请移交方换新编号。`,
    `"${id}" was imported before with other content; nothing was changed. Edit the case, or ask the sender for a new id.`,
  ),
  field: 'id',
});
