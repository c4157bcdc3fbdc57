import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync, chmodSync } from 'node:fs';
import path from 'node:path';
import { CommandRefused } from './output';

/** How the `admin` command reaches the service on the same machine. */
export interface AdminWay {
  readonly url: string;
  readonly token: string;
  /** PEM of the service's certificate: it, and no other, is accepted there. */
  readonly certificate: string | null;
}

const names = { token: 'admin.token', url: 'admin.url', certificate: 'admin.certificate' } as const;

function textOf(file: string): string | null {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw fault;
  }
}

function writeWhole(file: string, text: string): void {
  const fresh = `${file}.new`;
  rmSync(fresh, { force: true });
  writeFileSync(fresh, `${text}\n`, { mode: 0o600, flag: 'wx' });
  renameSync(fresh, file);
}

/**
 * The administrator's token of a data folder（管理令牌）: made at the first start, then kept; readable by the owner alone.
 * Does not promise: secrecy where the system has no such rights (Windows: the folder's own rights count).
 */
export function adminToken(folder: string): string {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = path.join(folder, names.token);
  const kept = textOf(file);
  if (kept !== null && kept.length >= 40) {
    chmodSync(file, 0o600);
    return kept;
  }
  const token = randomBytes(32).toString('base64url');
  writeWhole(file, token);
  return token;
}

/** Writes where the service listens, for `admin --data`. */
export function writeAdminWay(folder: string, url: string, certificate: string | null): void {
  writeWhole(path.join(folder, names.url), url);
  if (certificate === null) rmSync(path.join(folder, names.certificate), { force: true });
  else writeWhole(path.join(folder, names.certificate), certificate);
}

const secretOf = (env: NodeJS.ProcessEnv, name: string): string | null => {
  const file = env[`${name}_FILE`];
  return env[name] ?? (file === undefined ? null : textOf(file));
};

/** The token of the surroundings: CENTRE_ADMIN_TOKEN, or the file that CENTRE_ADMIN_TOKEN_FILE names; null without. */
export const tokenOfEnvironment = (env: NodeJS.ProcessEnv): string | null => secretOf(env, 'CENTRE_ADMIN_TOKEN');

/** The way to the service: of the folder when one is named, else of the surroundings, else of ./centre-data. Throws CommandRefused. */
export function adminWay(folder: string | undefined, env: NodeJS.ProcessEnv): AdminWay {
  const [url, token] = [env['CENTRE_URL'], tokenOfEnvironment(env)];
  if (folder === undefined && url !== undefined && token !== null) {
    return { url, token, certificate: secretOf(env, 'CENTRE_CERTIFICATE') };
  }
  const place = path.resolve(folder ?? 'centre-data');
  const [keptToken, keptUrl] = [textOf(path.join(place, names.token)), textOf(path.join(place, names.url))];
  if (keptToken === null || keptUrl === null) {
    throw new CommandRefused(
      `在“${place}”没有找到管理令牌；请用 --data 指明中心的数据文件夹，或设置 CENTRE_URL 和 CENTRE_ADMIN_TOKEN`,
      `No administrator's token in "${place}": name the centre's folder by --data, or set CENTRE_URL and CENTRE_ADMIN_TOKEN`,
    );
  }
  return { url: keptUrl, token: keptToken, certificate: textOf(path.join(place, names.certificate)) };
}
