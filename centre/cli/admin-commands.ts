import { readFileSync } from 'node:fs';
import path from 'node:path';
import { onlyOptions, UsageError, wholeNumber, type Options } from './arguments';
import { CommandRefused } from './output';

/** What to ask the service for. */
export interface Asked {
  readonly operation: string;
  readonly input: Readonly<Record<string, unknown>>;
}

const words = (given: readonly string[], wanted: readonly string[]): readonly string[] => {
  if (given.length !== wanted.length) {
    throw new UsageError(`需要 ${wanted.join(' ') || '（无参数）'} / needed: ${wanted.join(' ') || 'nothing more'}`);
  }
  return given;
};

/** Members that were given; an option that is absent is left out. */
const given = (values: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));

function rulesFile(file: string): Readonly<Record<string, unknown>> {
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(file, 'utf8'));
  } catch (cause) {
    throw new CommandRefused(`无法读取 JSON 文件“${file}”`, `"${file}" is not a JSON file that can be read`, { cause });
  }
  if (typeof value !== 'object' || value === null)
    throw new CommandRefused('规则文件应为对象', 'The file holds no object');
  return { ...value };
}

type Reader = (rest: readonly string[], options: Options) => Asked;
const plain =
  (operation: string): Reader =>
  (rest, options) => {
    words(rest, []);
    onlyOptions(options, ['data']);
    return { operation, input: {} };
  };
const access =
  (operation: string): Reader =>
  (rest, options) => {
    const [subject, organisation] = words(rest, ['CASE', 'ORGANISATION']);
    onlyOptions(options, ['data']);
    return { operation, input: { case: subject, organisation } };
  };

const READERS: Readonly<Record<string, Reader>> = {
  organisation: (rest, options) => {
    const [add, id, name] = words(rest, ['add', 'ID', 'NAME']);
    if (add !== 'add') throw new UsageError('organisation add ID NAME --kind KIND');
    onlyOptions(options, ['data', 'kind', 'committee']);
    if (options.kind === undefined) throw new UsageError('缺少 --kind / --kind is needed');
    return {
      operation: 'organisation-add',
      input: given({ id, name, kind: options.kind, committee: options.committee }),
    };
  },
  organisations: plain('organisations'),
  pending: plain('pending'),
  stations: plain('stations'),
  status: plain('status'),
  admit: (rest, options) => {
    const [station] = words(rest, ['STATION|CODE']);
    onlyOptions(options, ['data', 'organisation', 'room']);
    if (options.organisation === undefined) throw new UsageError('缺少 --organisation / --organisation is needed');
    return { operation: 'admit', input: given({ station, organisation: options.organisation, room: options.room }) };
  },
  revoke: (rest, options) => {
    const [station] = words(rest, ['STATION|CODE']);
    onlyOptions(options, ['data', 'up-to', 'wipe']);
    const upTo = options['up-to'] === undefined ? undefined : wholeNumber(options['up-to'], '--up-to');
    return { operation: 'revoke', input: given({ station, upTo, wipe: options.wipe || undefined }) };
  },
  release: (rest, options) => {
    const [station] = words(rest, ['STATION|CODE']);
    onlyOptions(options, ['data']);
    return { operation: 'release', input: { station } };
  },
  grant: access('grant'),
  withdraw: access('withdraw'),
  epoch: (rest, options) => {
    if (rest.length === 0) return plain('epoch')(rest, options);
    if (words(rest, ['new'])[0] !== 'new') throw new UsageError('epoch new --why TEXT');
    onlyOptions(options, ['data', 'why']);
    if (options.why === undefined) throw new UsageError('缺少 --why / --why is needed');
    return { operation: 'epoch-new', input: { why: options.why } };
  },
  rules: (rest, options) => {
    if (rest.length === 0) return plain('rules')(rest, options);
    const [publish, file = ''] = words(rest, ['publish', 'FILE']);
    if (publish !== 'publish') throw new UsageError('rules publish FILE');
    onlyOptions(options, ['data']);
    return { operation: 'rules-publish', input: rulesFile(file) };
  },
  stick: (rest, options) => {
    if (rest[0] === 'read') {
      const [, file = ''] = words(rest, ['read', 'FILE']);
      onlyOptions(options, ['data']);
      return { operation: 'stick-read', input: { file: path.resolve(file) } };
    }
    const [write, station, file = ''] = rest[0] === 'write' ? words(rest, ['write', 'STATION|CODE', 'FILE']) : rest;
    if (write !== 'write') throw new UsageError('stick read FILE | stick write STATION|CODE FILE');
    onlyOptions(options, ['data', 'after']);
    const after = options.after === undefined ? undefined : wholeNumber(options.after, '--after');
    return { operation: 'stick-write', input: given({ station, file: path.resolve(file), after }) };
  },
  numbers: (rest, options) => {
    const [start, committee, series, year = '', first = ''] = words(rest, [
      'start',
      'COMMITTEE',
      'SERIES',
      'YEAR',
      'FIRST',
    ]);
    if (start !== 'start') throw new UsageError('numbers start COMMITTEE SERIES YEAR FIRST');
    onlyOptions(options, ['data']);
    return {
      operation: 'numbers-start',
      input: { committee, series, year: wholeNumber(year, 'YEAR'), first: wholeNumber(first, 'FIRST') },
    };
  },
};

/** What an `admin` command line asks for. Throws UsageError, and CommandRefused for a file that cannot be read. */
export function readAdmin([command = '', ...rest]: readonly string[], options: Options): Asked {
  const reader = Object.hasOwn(READERS, command) ? READERS[command] : undefined;
  if (!reader)
    throw new UsageError(command === '' ? 'no admin command' : `没有命令“admin ${command}” / no such admin command`);
  return reader(rest, options);
}
