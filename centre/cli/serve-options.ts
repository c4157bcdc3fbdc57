import { readFileSync } from 'node:fs';
import path from 'node:path';
import { isLoopback } from '../operation/local';
import { onlyOptions, UsageError, wholeNumber, type Options } from './arguments';
import { CommandRefused } from './output';

/** What `serve` was told, checked. */
export interface ServeOptions {
  readonly port: number;
  readonly host: string;
  /** Folder of the embedded database and of the administrator's token; null with PostgreSQL and no --data. */
  readonly folder: string | null;
  /** Address of a PostgreSQL server; null for the embedded database. */
  readonly postgres: string | null;
  readonly tls: { readonly cert: string; readonly key: string } | null;
  readonly trustProxy: boolean;
  readonly metricsFromAnywhere: boolean;
  readonly log: string;
  readonly json: boolean;
}

export const DEFAULT_PORT = 8420;
const LEVELS = ['debug', 'info', 'warn', 'error', 'silent'];

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw new CommandRefused(`无法读取文件“${file}”`, `Cannot read "${file}"`, { cause });
  }
}

function postgresOf(options: Options): string | null {
  const file = options['postgres-file'];
  if (options.postgres !== undefined && file !== undefined) throw new UsageError('--postgres | --postgres-file');
  const url = file === undefined ? options.postgres : textOf(file).trim();
  if (url !== undefined && !/^postgres(ql)?:\/\//.test(url)) throw new UsageError('postgres://...');
  return url ?? null;
}

function tlsOf(options: Options): ServeOptions['tls'] {
  const [cert, key] = [options['tls-cert'], options['tls-key']];
  if ((cert === undefined) !== (key === undefined)) throw new UsageError('--tls-cert FILE --tls-key FILE');
  return cert === undefined || key === undefined ? null : { cert: textOf(cert), key: textOf(key) };
}

/**
 * Checks what `serve` was told. Throws UsageError, and CommandRefused for files that cannot be read and for an address that
 * others reach without TLS: what is sent there could be read on the way.
 */
export function serveOptions(options: Options): ServeOptions {
  onlyOptions(options, [
    'port',
    'host',
    'data',
    'postgres',
    'postgres-file',
    'tls-cert',
    'tls-key',
    'trust-proxy',
    'metrics-from-anywhere',
    'log',
  ]);
  const port = options.port === undefined ? DEFAULT_PORT : wholeNumber(options.port, '--port');
  if (port > 65_535) throw new UsageError('--port 0–65535');
  const log = options.log ?? 'info';
  if (!LEVELS.includes(log)) throw new UsageError(`--log ${LEVELS.join('|')}`);
  const host = options.host ?? '127.0.0.1';
  const postgres = postgresOf(options);
  const tls = tlsOf(options);
  if (tls === null && !options['trust-proxy'] && !isLoopback(host) && host !== 'localhost') {
    throw new CommandRefused(
      `不在“${host}”上以明文提供服务：请用 --tls-cert 和 --tls-key 指定证书，或在有 TLS 的代理之后使用 --trust-proxy`,
      `Will not serve "${host}" in the clear: name a certificate by --tls-cert and --tls-key, or use --trust-proxy behind a proxy that has TLS`,
    );
  }
  const folder = options.data ?? (postgres === null ? 'centre-data' : undefined);
  return {
    port,
    host,
    folder: folder === undefined ? null : path.resolve(folder),
    postgres,
    tls,
    trustProxy: options['trust-proxy'],
    metricsFromAnywhere: options['metrics-from-anywhere'],
    log,
    json: options.json,
  };
}
