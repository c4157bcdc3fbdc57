import { parseArgs, type ParseArgsConfig } from 'node:util';
import { shieldKeys, unshield, unshieldAll } from '../../electron/core/domain/wire/key-words';

/** Wrong use of the command（exit 2）. */
export class UsageError extends Error {}

const OPTIONS = {
  json: { type: 'boolean', default: false },
  data: { type: 'string' },
  port: { type: 'string' },
  host: { type: 'string' },
  postgres: { type: 'string' },
  'postgres-file': { type: 'string' },
  'tls-cert': { type: 'string' },
  'tls-key': { type: 'string' },
  'trust-proxy': { type: 'boolean', default: false },
  'metrics-from-anywhere': { type: 'boolean', default: false },
  log: { type: 'string' },
  kind: { type: 'string' },
  committee: { type: 'string' },
  organisation: { type: 'string' },
  room: { type: 'string' },
  'up-to': { type: 'string' },
  wipe: { type: 'boolean', default: false },
  why: { type: 'string' },
  after: { type: 'string' },
} as const satisfies ParseArgsConfig['options'];

type Name = keyof typeof OPTIONS;
type Flag = { [N in Name]: (typeof OPTIONS)[N]['type'] extends 'boolean' ? N : never }[Name];

/** Options as they were given; absent ones are missing. */
export type Options = Readonly<Record<Flag, boolean> & Partial<Record<Exclude<Name, Flag>, string>>>;

/** Splits a command line into its words and its options. Throws UsageError. */
export function readArguments(argv: readonly string[]): { words: readonly string[]; options: Options } {
  try {
    const { values, positionals } = parseArgs({ args: shieldKeys(argv), allowPositionals: true, options: OPTIONS });
    return { words: positionals.map(unshield), options: unshieldAll({ ...values }) };
  } catch (fault) {
    throw new UsageError(fault instanceof Error ? fault.message : String(fault));
  }
}

/** Refuses options that a command does not understand: a mistyped line must not half work. Throws UsageError. */
export function onlyOptions(options: Options, understood: readonly Name[]): void {
  for (const [name, value] of Object.entries(options)) {
    if (value !== false && name !== 'json' && !understood.some((known) => known === name))
      throw new UsageError(`此命令没有 --${name} / --${name} does not belong to this command`);
  }
}

/** A whole number of an option or a word. Throws UsageError. */
export function wholeNumber(text: string, name: string): number {
  if (!/^\d{1,15}$/.test(text)) throw new UsageError(`${name} 须为整数 / ${name} must be a whole number`);
  return Number(text);
}

export const USAGE = `centre COMMAND [--json]

  serve [--port N] [--host H] [--data DIR | --postgres URL | --postgres-file FILE] [--tls-cert FILE --tls-key FILE]
        [--trust-proxy] [--metrics-from-anywhere] [--log debug|info|warn|error|silent]
        runs the centre until it is stopped: embedded in DIR (./centre-data), or on PostgreSQL; with PostgreSQL, --data
        names where the administrator's token is kept
  admin [--data DIR] ...          on the same machine; without --data: CENTRE_URL and CENTRE_ADMIN_TOKEN(_FILE)
    organisation add ID NAME --kind committee|institution|mediator [--committee ID]
    organisations                 all organisations
    pending                       workstations that ask, with their short codes
    admit STATION|CODE --organisation ID [--room NAME]
    revoke STATION|CODE [--up-to N] [--wipe]
                                  --wipe: lost or stolen; at its next contact it wipes what it holds, also what was not sent
    stations                      all workstations
    grant CASE ORGANISATION | withdraw CASE ORGANISATION
    release STATION|CODE          takes what waits behind a gap or in a fork of its chain
    epoch | epoch new --why TEXT
    rules | rules publish FILE
    numbers start COMMITTEE SERIES YEAR FIRST
    stick read FILE               takes what a workstation wrote to a stick
    stick write STATION|CODE FILE [--after N]
                                  writes what it may read, from place N of the feed on; FILE lies where the service runs
    status

exit 0 done · 1 refused or faults found · 2 wrong use
`;
