import { parseArgs } from 'node:util';
import { shieldKeys, unshield, unshieldAll } from '../core/domain/wire/key-words';

/** Wrong use of the command（exit 2）. */
export class UsageError extends Error {}

/** Options that every command understands. */
export interface Options {
  readonly store: string | undefined;
  readonly json: boolean;
  readonly room: string | undefined;
  readonly org: string | undefined;
  readonly abbreviation: string | undefined;
  readonly operator: string | undefined;
  readonly block: readonly string[];
  readonly sample: boolean;
  readonly query: string | undefined;
  readonly limit: string | undefined;
  readonly output: string | undefined;
  readonly out: string | undefined;
  readonly centre: string | undefined;
  readonly ca: string | undefined;
  readonly once: boolean;
  readonly wait: boolean;
  readonly to: string | undefined;
  readonly 'recovery-key-file': string | undefined;
}

/** Splits a command line into the command, its words and its options. Throws UsageError. */
export function readArguments(argv: readonly string[]): {
  command: string;
  words: readonly string[];
  options: Options;
} {
  try {
    const { values, positionals } = parseArgs({
      args: shieldKeys(argv),
      allowPositionals: true,
      options: {
        store: { type: 'string' },
        json: { type: 'boolean', default: false },
        room: { type: 'string' },
        org: { type: 'string' },
        abbreviation: { type: 'string' },
        operator: { type: 'string' },
        block: { type: 'string', multiple: true, default: [] },
        sample: { type: 'boolean', default: false },
        query: { type: 'string' },
        limit: { type: 'string' },
        output: { type: 'string', short: 'o' },
        out: { type: 'string' },
        centre: { type: 'string' },
        ca: { type: 'string' },
        once: { type: 'boolean', default: false },
        wait: { type: 'boolean', default: false },
        to: { type: 'string' },
        'recovery-key-file': { type: 'string' },
      },
    });
    const [command = '', ...words] = positionals.map(unshield);
    return { command, words, options: unshieldAll(values) as unknown as Options };
  } catch (fault) {
    throw new UsageError(fault instanceof Error ? fault.message : String(fault));
  }
}

/** An option that the command cannot do without. */
export function required(value: string | undefined, name: string): string {
  if (value === undefined || value === '') throw new UsageError(`缺少 ${name} / ${name} is needed`);
  return value;
}

export const USAGE = `room COMMAND [--json]

  init --store DIR --room NAME --org NAME --abbreviation TEXT [--operator NAME] [--block SERIES:YEAR:FIRST-LAST]...
  init --store DIR --room NAME --sample
        makes a store, its keys (key file: ROOM_KEY_FILE, else DIR.key) and its number blocks
  import FILE... --store DIR      takes intake files
  list --store DIR [--query TEXT] [--limit N]
  show CASE --store DIR           CASE is an id, an official number, or words that find one case
  render CASE WHAT --store DIR -o OUT.pdf
        issues a form (F12; F05:applicant names one of several), freezes it in the case and writes the PDF;
        WHAT may be dossier (PDF), transfer or confirmation (the court's package, ZIP)
  render-all FORM --store DIR -o OUT.pdf
        the form of every case that has it, one PDF, with progress
  enrol URL --store DIR [--ca FILE] [--wait]
        asks the centre for admission and shows the code to compare; --wait until admitted
  sync --store DIR [--once] [--centre URL]
        exchanges with the centre, one round or until stopped; prints sent, received, refused, remaining
  stick write --to centre|STATION --store DIR -o FILE
  stick read FILE --store DIR
        the same exchange by a sealed file
  backup --store DIR -o FILE      all of the store in one sealed file, read back whole after writing
  restore FILE --store DIR [--recovery-key-file FILE]
        adds what is missing; where DIR holds no store, makes it: opened by the key file of the old store (ROOM_KEY_FILE) or by
        its recovery key; number blocks with numbers left are held until the last number on paper is known
  verify --store DIR              every seal, link, signature, number and file; exit 1 on any fault
  centre serve ... · centre admin ...
        the centre itself (npm run room -- centre); not part of a room's package
  demo [--out DIR]                the main job, end to end, in a fresh folder

exit 0 done · 1 refused or faults found · 2 wrong use
`;
