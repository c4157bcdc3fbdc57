import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { contract, type MethodName } from '../../../electron/contract/contract';
import type { PdfService } from '../../../electron/core/documents/pdf-service';
import { NO_PRINTER } from '../../../electron/core/room/print-desk';
import { CHEAP, FOUNDER, PASSWORD, systemOpener } from '../../fixtures/signed-in';
import { BLOCK_2024, must, SAMPLE_PROFILE } from '../../fixtures/room';
import { seeded, withSeeds } from '../../sync/support/seeded';
import { fromSchema } from './support/from-schema';
import { Longest, mutated } from './support/mutate';

type Invoke = (event: unknown, raw: unknown) => Promise<unknown>;

/** Electron with a person who cancels every dialog; what is registered at the door is kept. */
const door = vi.hoisted(() => new Map<string, Invoke>());
vi.mock('electron', () => {
  const cancelled = () => Promise.resolve({ canceled: true, filePaths: [], filePath: '' });
  return {
    app: { getVersion: () => '0.1.0', getPath: () => os.tmpdir(), isPackaged: true },
    BrowserWindow: { getAllWindows: () => [] },
    dialog: { showOpenDialog: cancelled, showSaveDialog: cancelled },
    ipcMain: { handle: (method: string, invoke: Invoke) => door.set(method, invoke) },
    shell: { openPath: () => Promise.resolve('') },
    protocol: {},
    session: {},
    Menu: {},
    safeStorage: {},
    powerMonitor: {},
  };
});

const { allHandlers } = await import('../../../electron/shell/handlers/all-handlers');
const { answerWindow } = await import('../../../electron/shell/ipc');
const { RoomHolder } = await import('../../../electron/shell/room-holder');

const samples = path.resolve(import.meta.dirname, '../../../assets/samples');
const METHODS = Object.keys(contract) as MethodName[];
/** They would end the session or lock it after wrong secrets, or wait for the network: each has tests of its own. */
const LEFT_OUT: readonly string[] = [
  'access.signOut',
  'access.lock',
  'access.changePassword',
  'access.setPin',
  'sync.enrol',
  'sync.now',
  'room.loadSamples',
  'batch.run',
];
const PAGE = { senderFrame: { parent: null, url: 'app://bundle/index.html' } };

let folder = '';
let holder: InstanceType<typeof RoomHolder>;
let changed = 0;
let words: readonly string[] = [];

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'mediation-room-fuzz-'));
  // Papers have tests of their own: here nothing is set, whatever is asked for.
  const refuse = () => Promise.resolve({ ok: false, problems: [{ code: 'no-paper', zh: '无', en: 'none' }] });
  const pdf = new Proxy({}, { get: () => refuse });
  holder = new RoomHolder({
    folder: path.join(folder, 'store'),
    pdf: pdf as unknown as PdfService,
    printing: NO_PRINTER,
    keyStore: { opener: systemOpener(), problem: () => Promise.resolve(null) },
    opened: (room) => void room.onCasesChanged((cases) => (changed += cases.length)),
    cost: CHEAP,
  });
  const room = await holder.create(SAMPLE_PROFILE, [BLOCK_2024], PASSWORD);
  must(await room.access.signIn(FOUNDER, PASSWORD));
  for (const name of ['case-a.json', 'case-c.json', 'case-g.json'])
    await room.intake.take(name, await readFile(path.join(samples, name), 'utf8'), true);
  const rows = room.cases.list({ query: '', stage: null, offset: 0, limit: 3 }).rows;
  const [first] = rows;
  const state = first ? must(await room.cases.open(first.id)).state : null;
  words = [
    ...rows.map(({ id }) => id),
    ...(state?.parties.map(({ key }) => key) ?? []),
    ...(state?.heads ?? []),
    ...['F12', 'F05', 'case', 'applicant', 'party-set', '2024-04-25', 'a'.repeat(64), '一', '1,000.00', ''],
  ];
  answerWindow(
    allHandlers(holder, { samplesDir: samples, pdf: pdf as unknown as PdfService, printing: NO_PRINTER, folder }),
    () => holder.room?.access ?? null,
  );
}, 120_000);
afterAll(async () => {
  await holder.close();
  await rm(folder, { recursive: true, force: true });
});

const signIn = async () => {
  if (!holder.room) throw new Error('the room is shut');
  return holder.room.access.signIn(FOUNDER, PASSWORD);
};

const invoke = (method: string, event: unknown, raw: unknown): Promise<unknown> =>
  (door.get(method) ?? (() => Promise.reject(new Error(`no handler for ${method}`))))(event, raw);

it('nobody but the main frame of our own page is answered, by any method', async () => {
  const strangers = [
    { senderFrame: null },
    { senderFrame: { parent: {}, url: 'app://bundle/index.html' } },
    ...['https://example.invalid/', 'app://bundle.example/', 'app://other/index.html', 'file:///index.html', ''].map(
      (url) => ({
        senderFrame: { parent: null, url },
      }),
    ),
  ];
  expect([...door.keys()].sort()).toEqual([...METHODS].sort());
  for (const method of METHODS)
    for (const stranger of strangers) await expect(invoke(method, stranger, {})).rejects.toThrow('forbidden sender');
});

it(
  'generated payloads are answered in words by every method, none with a fault of the program or half an effect',
  { timeout: 600_000 },
  async () => {
    const longest = new Longest();
    const codes: Record<string, number> = {};
    const faults = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    const methods = METHODS.filter((method) => !LEFT_OUT.includes(method));
    await withSeeds('generated window payloads', 6, async (seed) => {
      const random = seeded(seed);
      for (let n = 0; n < 1000; n++) {
        const method = random.pick(methods);
        const fitting = fromSchema(contract[method].request, random, words);
        const raw = random.chance(0.2) ? fitting : mutated(fitting, random);
        const before = changed;
        const answer = (await longest.run(() => invoke(method, PAGE, raw))) as {
          readonly ok: boolean;
          readonly problems?: readonly { readonly code: string; readonly zh: string; readonly en: string }[];
        };
        await Promise.resolve();
        const code = answer.ok ? 'ok' : (answer.problems?.[0]?.code ?? 'none');
        codes[code] = (codes[code] ?? 0) + 1;
        if (code === 'program-fault')
          throw new Error(
            `${method} ${(raw === undefined ? 'nothing' : JSON.stringify(raw)).slice(0, 2000)}: ${faults.mock.calls.map(([text]) => String(text)).join('')}`,
          );
        if (answer.ok) continue;
        for (const { zh, en } of answer.problems ?? []) expect(zh !== '' && en !== '', method).toBe(true);
        expect(changed, `${method} was refused with ${code} and changed a case`).toBe(before);
        if (code === 'signed-out') must(await signIn());
      }
    });
    faults.mockRestore();
    console.log('window payloads', codes, `longest ${longest.most.toFixed(0)} ms of processor time`);
    expect(codes['ok']).toBeGreaterThan(300);
    expect(codes['bad-request']).toBeGreaterThan(1000);
    expect(longest.most).toBeLessThan(1000);
  },
);
