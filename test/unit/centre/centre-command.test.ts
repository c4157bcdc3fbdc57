import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readAdmin } from '../../../centre/cli/admin-commands';
import { adminToken, adminWay, writeAdminWay } from '../../../centre/cli/admin-files';
import { readArguments, UsageError } from '../../../centre/cli/arguments';
import { CommandRefused, table } from '../../../centre/cli/output';
import { readArguments as readRoomArguments } from '../../../electron/cli/arguments';
import { serveOptions } from '../../../centre/cli/serve-options';

let work: string;
beforeAll(() => {
  work = fs.mkdtempSync(path.join(os.tmpdir(), 'centre-command-'));
});
afterAll(() => fs.rmSync(work, { recursive: true, force: true }));

const asked = (...line: readonly string[]) => {
  const { words, options } = readArguments(line);
  return readAdmin(words, options);
};
const told = (...line: readonly string[]) => serveOptions(readArguments(line).options);

describe('the admin command line', () => {
  it('takes a key that begins with a hyphen for a key, alone and behind an option', () => {
    const key = `-${'x'.repeat(41)}-`;
    expect(asked('revoke', key).input).toEqual({ station: key });
    const line = readRoomArguments(['stick', 'write', '--to', key, '--store', 'S', '-o', 'F']);
    expect([line.words, line.options.to, line.options.output]).toEqual([['write'], key, 'F']);
    expect(() => asked('revoke', '-x')).toThrow(UsageError);
  });

  it('becomes the operation with its input', () => {
    expect(asked('organisation', 'add', 'bank-a', '甲银行', '--kind', 'institution', '--committee', 'qz')).toEqual({
      operation: 'organisation-add',
      input: { id: 'bank-a', name: '甲银行', kind: 'institution', committee: 'qz' },
    });
    expect(asked('admit', 'K7QF-29MD-XW3H', '--organisation', 'qz')).toEqual({
      operation: 'admit',
      input: { station: 'K7QF-29MD-XW3H', organisation: 'qz' },
    });
    expect(asked('revoke', 'S', '--up-to', '12').input).toEqual({ station: 'S', upTo: 12 });
    expect(asked('grant', 'case-1', 'bank-a').input).toEqual({ case: 'case-1', organisation: 'bank-a' });
    expect(asked('epoch', 'new', '--why', '恢复')).toEqual({ operation: 'epoch-new', input: { why: '恢复' } });
    expect(asked('epoch').operation).toBe('epoch');
    expect(asked('numbers', 'start', 'qz', 'agreement', '2026', '402').input).toEqual({
      committee: 'qz',
      series: 'agreement',
      year: 2026,
      first: 402,
    });
  });

  it('is wrong use with words missing, too many, an option of another command or no number', () => {
    for (const line of [
      [],
      ['nothing'],
      ['constructor'],
      ['admit', 'S'],
      ['grant', 'case-1'],
      ['status', 'now'],
      ['epoch', 'new'],
      ['epoch', 'old', '--why', 'x'],
      ['status', '--room', '3'],
      ['revoke', 'S', '--up-to', 'all'],
      ['numbers', 'start', 'qz', 'agreement', '2026', '-1'],
      ['status', '--unknown'],
    ]) {
      expect(() => asked(...line), line.join(' ')).toThrow(UsageError);
    }
  });

  it('reads a rules file, and refuses in words one that is none', () => {
    const file = path.join(work, 'rules.json');
    fs.writeFileSync(file, '{"version": 3}');
    expect(asked('rules', 'publish', file)).toEqual({ operation: 'rules-publish', input: { version: 3 } });
    fs.writeFileSync(file, '{"version": ');
    expect(() => asked('rules', 'publish', file)).toThrow(CommandRefused);
    expect(() => asked('rules', 'publish', path.join(work, 'none.json'))).toThrow(CommandRefused);
  });
});

describe('the serve command line', () => {
  it('serves this machine alone on a folder of its own, unless told otherwise', () => {
    expect(told('serve')).toMatchObject({ host: '127.0.0.1', port: 8420, postgres: null, tls: null });
    expect(told('serve').folder).toBe(path.resolve('centre-data'));
    expect(told('serve', '--postgres', 'postgres://a@b/c').folder).toBeNull();
  });

  it('refuses to serve others in the clear, and does so behind a proxy or with a certificate', () => {
    const [cert, key] = [path.join(work, 'cert.pem'), path.join(work, 'key.pem')];
    fs.writeFileSync(cert, 'C');
    fs.writeFileSync(key, 'K');
    for (const host of ['0.0.0.0', '::', '192.168.1.5', 'centre.example', '127.0.0.1.example']) {
      expect(() => told('serve', '--host', host), host).toThrow(CommandRefused);
    }
    expect(told('serve', '--host', '0.0.0.0', '--trust-proxy').trustProxy).toBe(true);
    expect(told('serve', '--host', '0.0.0.0', '--tls-cert', cert, '--tls-key', key).tls).toEqual({
      cert: 'C',
      key: 'K',
    });
    expect(told('serve', '--host', '::1').host).toBe('::1');
  });

  it('is wrong use with half a certificate, two databases, a port that is none or an option of another command', () => {
    for (const line of [
      ['--tls-cert', 'x'],
      ['--port', '70000'],
      ['--port', 'x'],
      ['--postgres', 'mysql://x'],
      ['--postgres', 'postgres://x', '--postgres-file', 'y'],
      ['--log', 'loud'],
      ['--room', '3'],
    ]) {
      expect(() => told('serve', ...line), line.join(' ')).toThrow(UsageError);
    }
    expect(() => told('serve', '--postgres-file', path.join(work, 'none'))).toThrow(CommandRefused);
  });

  it('reads the address of the database from a file, so that no list of processes shows it', () => {
    const file = path.join(work, 'postgres-url');
    fs.writeFileSync(file, 'postgres://centre:secret@host/centre\n');
    expect(told('serve', '--postgres-file', file).postgres).toBe('postgres://centre:secret@host/centre');
  });
});

describe("the administrator's token", () => {
  it('is made once and kept, readable by the owner alone', () => {
    const folder = path.join(work, 'data');
    const token = adminToken(folder);
    expect(token.length).toBeGreaterThanOrEqual(40);
    expect(adminToken(folder)).toBe(token);
    if (process.platform !== 'win32') expect(fs.statSync(path.join(folder, 'admin.token')).mode & 0o077).toBe(0);
    expect(() => adminWay(folder, {})).toThrow(CommandRefused);
    writeAdminWay(folder, 'http://127.0.0.1:1', null);
    expect(adminWay(folder, {})).toEqual({ url: 'http://127.0.0.1:1', token, certificate: null });
    writeAdminWay(folder, 'https://127.0.0.1:1', 'PEM');
    expect(adminWay(folder, {}).certificate).toBe('PEM');
  });

  it('comes from the surroundings when no folder is named, also from a file', () => {
    const file = path.join(work, 'token');
    fs.writeFileSync(file, 'the-token\n');
    const env = { CENTRE_URL: 'https://127.0.0.1:2', CENTRE_ADMIN_TOKEN_FILE: file };
    expect(adminWay(undefined, env)).toEqual({ url: 'https://127.0.0.1:2', token: 'the-token', certificate: null });
    expect(() => adminWay(path.join(work, 'nowhere'), env)).toThrow(CommandRefused);
  });
});

describe('tables', () => {
  it('line up with Han characters two places wide', () => {
    expect(
      table([
        ['甲银行', 'a'],
        ['bk', 'b'],
      ]),
    ).toBe('甲银行  a\nbk      b');
  });
});
