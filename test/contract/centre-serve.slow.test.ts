import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import tls from 'node:tls';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { enrolmentAnswer, enrolmentText } from '../../electron/core/domain/wire/enrolment';
import { centreCommand, overLine, startCentre, type CentreProcess } from '../fixtures/centre-process';
import { CentreStation, newCase } from '../fixtures/centre-station';

/** The built centre as an administrator runs it: real processes, a real folder, signals. Starting takes seconds. */
const PATIENCE = 300_000;

let work: string;
let data: string;
const running: CentreProcess[] = [];
beforeAll(() => {
  work = fs.mkdtempSync(path.join(os.tmpdir(), 'centre-serve-'));
  data = path.join(work, 'data');
});
afterEach(async () => {
  for (const centre of running.splice(0)) {
    if (centre.child.exitCode === null && centre.child.signalCode === null) await centre.end('SIGKILL');
  }
});
afterAll(() => fs.rmSync(work, { recursive: true, force: true }));

async function start(...options: readonly string[]): Promise<CentreProcess> {
  const centre = await startCentre('--data', data, ...options);
  running.push(centre);
  return centre;
}

const admin = (...line: readonly string[]) => centreCommand('admin', ...line, '--data', data, '--json');
const told = (...line: readonly string[]) => JSON.parse(admin(...line).stdout) as Readonly<Record<string, unknown>>;

async function admitted(listening: string, room: string): Promise<CentreStation> {
  const station = new CentreStation(overLine(listening), room);
  const request = { station: station.station, box: station.box, room, organisation: '泉州调委会' };
  const signature = station.key.sign(enrolmentText(request));
  await station.ask('POST', '/v1/enrolment', enrolmentAnswer, { ...request, signature }, false);
  const pending = told('pending')['stations'] as readonly { station: string; code: string }[];
  const code = pending.find((row) => row.station === station.station)?.code ?? '';
  expect(code).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/);
  expect(admin('admit', code, '--organisation', 'qz').status).toBe(0);
  return station;
}

describe('the centre as a process', () => {
  it(
    'serves, is administered over the loopback, ends on SIGTERM with parked requests answered, and keeps all',
    async () => {
      const first = await start();
      expect(admin('organisation', 'add', 'qz', '泉州调委会', '--kind', 'committee').status).toBe(0);
      const room = await admitted(first.listening, '调解室三');
      const subject = newCase();
      await room.send(room.writeMany(subject, 5));
      const read = await room.readAll();
      const second = centreCommand('serve', '--data', data, '--port', '0');
      expect([second.status, second.stdout]).toEqual([1, '']);
      const parked = room.feed(read.last.proof.checkpoint, { wait: 50 });
      await new Promise((resolve) => setTimeout(resolve, 500));
      const ended = first.end('SIGTERM');
      expect((await parked).entries).toEqual([]);
      expect(await ended).toEqual([0, null]);
      expect(first.log()).not.toContain(subject);

      const again = await start();
      expect(again.centre).toBe(first.centre);
      const back = new CentreStation(overLine(again.listening), room.room, room.pkcs8);
      expect((await back.readAll()).ids).toEqual(read.ids);
      expect(told('status')['entries']).toBe(5);
      expect(fs.statSync(path.join(data, 'admin.token')).mode & 0o077).toBe(0);
    },
    PATIENCE,
  );

  it(
    'has after SIGKILL in the middle of sending whatever it had answered as taken, and takes the rest',
    async () => {
      const first = await start();
      if (!admin('organisations').stdout.includes('"qz"')) {
        admin('organisation', 'add', 'qz', '泉州调委会', '--kind', 'committee');
      }
      const room = await admitted(first.listening, '调解室五');
      const subject = newCase();
      const entries = room.writeMany(subject, 400);
      const acknowledged: string[] = [];
      const sending = (async () => {
        for (let at = 0; at < entries.length; at += 10) {
          const { answers } = await room.send(entries.slice(at, at + 10));
          acknowledged.push(...answers.flatMap(({ id, outcome }) => (outcome === 'taken' && id ? [id] : [])));
        }
      })().catch(() => 'cut');
      while (acknowledged.length < 50) await new Promise((resolve) => setTimeout(resolve, 5));
      await first.end('SIGKILL');
      expect(await sending).toBe('cut');

      const again = await start();
      const back = new CentreStation(overLine(again.listening), room.room, room.pkcs8);
      expect(acknowledged.length).toBeLessThan(400);
      expect(await back.missing(acknowledged)).toEqual([]);
      const rest = await back.outcomes(entries);
      expect(new Set(rest)).toEqual(new Set(['known', 'taken']));
      expect(rest.slice(0, acknowledged.length).every((outcome) => outcome === 'known')).toBe(true);
      const its = new Set(entries.map(({ id }) => id));
      expect((await back.readAll()).ids.filter((id) => its.has(id))).toEqual([...its]);
      expect(await back.subject(subject)).toHaveLength(400);
    },
    PATIENCE,
  );

  it(
    'speaks TLS 1.2 or newer, and is administered there by its own certificate alone',
    async () => {
      const [cert, key] = [path.join(work, 'cert.pem'), path.join(work, 'key.pem')];
      const names = ['-subj', '/CN=centre.example', '-addext', 'subjectAltName=DNS:centre.example'];
      const made = spawnSync('openssl', [
        'req',
        '-x509',
        '-newkey',
        'ec',
        '-pkeyopt',
        'ec_paramgen_curve:P-256',
        '-nodes',
        '-days',
        '2',
        '-keyout',
        key,
        '-out',
        cert,
        ...names,
      ]);
      expect(made.status).toBe(0);
      const centre = await start('--tls-cert', cert, '--tls-key', key);
      expect(centre.listening).toMatch(/^https:/);
      expect(admin('organisations').status).toBe(0);
      const { hostname, port } = new URL(centre.listening);
      const handshake = (maxVersion: tls.SecureVersion) =>
        new Promise<string>((resolve) => {
          const ciphers = 'DEFAULT:@SECLEVEL=0';
          const options = { host: hostname, port: Number(port), rejectUnauthorized: false, ciphers };
          const socket = tls.connect({ ...options, minVersion: 'TLSv1', maxVersion }, () => {
            resolve(socket.getProtocol() ?? '');
            socket.destroy();
          });
          socket.on('error', () => resolve('refused'));
        });
      expect(await handshake('TLSv1.1')).toBe('refused');
      expect(await handshake('TLSv1.2')).toBe('TLSv1.2');
      expect(await handshake('TLSv1.3')).toBe('TLSv1.3');
      const other = path.join(work, 'other.pem');
      spawnSync('openssl', [
        'req',
        '-x509',
        '-newkey',
        'ec',
        '-pkeyopt',
        'ec_paramgen_curve:P-256',
        '-nodes',
        '-days',
        '2',
        '-keyout',
        `${other}.key`,
        '-out',
        other,
        ...names,
      ]);
      fs.copyFileSync(other, path.join(data, 'admin.certificate'));
      const wrong = admin('organisations');
      expect([wrong.status, wrong.stdout]).toEqual([1, '']);
    },
    PATIENCE,
  );

  it('refuses in both languages to serve others in the clear, and tells wrong use from refusal', () => {
    const clear = centreCommand('serve', '--host', '0.0.0.0', '--data', path.join(work, 'none'));
    expect(clear.status).toBe(1);
    expect(clear.stderr).toContain('明文');
    expect(clear.stderr).toContain('in the clear');
    expect(fs.existsSync(path.join(work, 'none'))).toBe(false);
    expect(centreCommand('serve', '--what').status).toBe(2);
    expect(centreCommand().status).toBe(2);
    expect(centreCommand('admin', 'status', '--data', path.join(work, 'none')).status).toBe(1);
  });
});
