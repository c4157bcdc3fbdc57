import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { CaseState } from '../../../../electron/core/domain/case/case-state';
import type { CaseWrite } from '../../../../electron/core/domain/case/entry-kinds';
import { fold } from '../../../../electron/core/domain/case/fold';
import type { FieldProblem } from '../../../../electron/core/domain/checks/field-problem';
import { checkIntake } from '../../../../electron/core/domain/intake/check-intake';
import type { Intake } from '../../../../electron/core/domain/intake/intake-schema';
import { intakeWrites } from '../../../../electron/core/domain/intake/intake-writes';
import { sealEntry, type Entry, type Signer } from '../../../../electron/core/domain/journal/entry';
import { nextStamp } from '../../../../electron/core/domain/journal/hybrid-clock';

const root = path.resolve(import.meta.dirname, '../../../..');
const SAMPLES = path.join(root, 'assets/samples');
const BROKEN = path.join(root, 'test/fixtures/intake');
const SOUND = path.join(root, 'test/fixtures/intake-sound');

/** The context of a sample profile. */
export const SAMPLE = { today: '2026-11-24', allowSyntheticRegion: true } as const;

const jsonOf = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8')) as unknown;

/** A shipped sample by its file name without `.json`. */
export const sampleFile = (name: string): unknown => jsonOf(path.join(SAMPLES, `${name}.json`));

/** Names of the shipped sample cases, `case-a` and so on. */
export const sampleNames: readonly string[] = readdirSync(SAMPLES)
  .filter((file) => file.startsWith('case-'))
  .map((file) => path.basename(file, '.json'));

/** Text of a broken file with its extension. */
export const brokenText = (file: string): string => readFileSync(path.join(BROKEN, file), 'utf8');

/** A broken record by its file name without `.json`. */
export const broken = (name: string): unknown => jsonOf(path.join(BROKEN, `${name}.json`));

/** Names of the broken files that are JSON. */
export const brokenNames: readonly string[] = readdirSync(BROKEN)
  .filter((file) => file.endsWith('.json'))
  .map((file) => path.basename(file, '.json'));

/** A record that is odd but sound, by its file name without `.json`. */
export const soundRecord = (name: string): unknown => jsonOf(path.join(SOUND, `${name}.json`));

/** The checked record; a refused one fails the test with its reasons. */
export function accepted(value: unknown): Intake {
  const checked = checkIntake(value, SAMPLE);
  if (!checked.ok) throw new Error(checked.problems.map(({ field, zh }) => `${field} ${zh}`).join('\n'));
  return checked.intake;
}

/** The reasons why a record is refused; none when it is accepted. */
export function problemsOf(value: unknown): readonly FieldProblem[] {
  const checked = checkIntake(value, SAMPLE);
  return checked.ok ? [] : checked.problems;
}

const hash = (text: string): string => createHash('sha256').update(text, 'utf8').digest('base64url');
/** Stands for a workstation's key: the fold reads links only, signatures are checked where entries come in. */
const SIGNER: Signer = { hash, sign: (text) => (hash(text) + hash(text)).padEnd(86, 'A').slice(0, 86) };
const START = Date.UTC(2024, 0, 2);

/** The writes as one workstation's unbroken journal. */
export function journalOf(subject: string, writes: readonly CaseWrite[]): readonly Entry[] {
  const entries: Entry[] = [];
  for (const [index, { kind, data }] of writes.entries()) {
    const prev = entries.at(-1) ?? null;
    entries.push(
      sealEntry(
        {
          v: 1,
          subject,
          kind,
          data,
          account: '傅听澜',
          station: hash('station'),
          at: nextStamp(START, prev ? [prev.at] : []),
          after: prev ? [prev.id] : [],
          seq: index + 1,
          prev: prev?.id ?? null,
        },
        SIGNER,
      ),
    );
  }
  return entries;
}

/** The entries to be written for a record. */
export const writesOf = (value: unknown): readonly CaseWrite[] =>
  intakeWrites(accepted(value), hash(JSON.stringify(value)), true, SAMPLE);

/** The case that a record becomes; `keep` leaves out entries, to see it as it was before them. */
export function caseOf(value: unknown, keep: (write: CaseWrite) => boolean = () => true): CaseState {
  return fold('case-1', journalOf('case-1', writesOf(value).filter(keep)));
}
