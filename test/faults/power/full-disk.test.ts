import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Entry } from '../../../electron/core/domain/journal/entry';
import { Room } from '../../../electron/core/room/room';
import { fitsSummary, summarise } from '../../../electron/core/room/subjects';
import { JournalStore } from '../../../electron/core/store/journal-store';
import { StoreError } from '../../../electron/core/store/store-error';
import { look } from '../../fixtures/kill-look';
import { StoreMemory } from '../../fixtures/kill-memory';
import { KILL_BLOCKS, KILL_PROFILE, killPorts, smallPdf } from '../../fixtures/kill-ports';
import { Ballast } from '../../fixtures/power-ballast';
import { PowerImage } from '../../fixtures/power-image';
import { must } from '../../fixtures/room';
import { draft, freshFolder, storeWith } from '../../fixtures/store';
import { smallAgreement, smallCase } from '../../fixtures/writes';
import sound from '../../fixtures/intake-sound/valid.json';

/** Kilobytes that are left: an operation is refused at each of its writes, and with enough of them not at all. */
const LEFT = [0, 1, 2, 4, 8, 20, 48, 96] as const;

let image: PowerImage;
let ballast: Ballast;
let folder: string;
let rooms = 0;
beforeAll(async () => {
  image = await PowerImage.make(12);
  await image.mount();
  ballast = new Ballast(image.folder);
}, 300_000);
afterAll(() => image.end());
afterEach(() => ballast.remove());

let memory: StoreMemory;
let caseId: string;
let document: string;
let ports: ReturnType<typeof killPorts>;

beforeEach(async () => {
  folder = path.join(image.folder, `store-${(rooms += 1)}`);
  memory = new StoreMemory();
  ports = killPorts(folder, { pdf: () => smallPdf(`paper-${performance.now()}`, 18) });
  const room = await Room.create(ports, KILL_PROFILE, KILL_BLOCKS);
  const { id, state } = must(await room.cases.create([...smallCase(), smallAgreement]));
  caseId = id;
  memory.acks.push({ op: 'saved', subject: id, entries: [...state.heads] });
  memory.acks.push({ op: 'number', subject: id, text: must(await room.numbers.take(id)) });
  document = must(await room.documents.issue(id, { form: 'F12', of: 'case' }));
  await room.close();
}, 300_000);

/** What it came to: true when it was done. A refusal is the full disk, in words; anything else fails the test. */
async function doneOrFull(work: () => Promise<unknown>): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (fault) {
    if (!(fault instanceof StoreError)) throw fault;
    expect(fault.fault).toBe('disk-full');
    expect(fault.problem.zh).toContain('磁盘已满');
    expect(fault.problem.en).toContain('The disk is full');
    return false;
  }
}

/** What was there can be seen on a disk that takes nothing. */
async function expectReads(room: Room): Promise<void> {
  expect(room.cases.list({ query: '柯龙', stage: null, offset: 0, limit: 9 }).total).toBe(1);
  expect(must(await room.cases.open(caseId)).state.number?.text).toBe('（2024）泉银人调字第00001号');
  expect(must(await room.documents.read(caseId, document)).pdf.length).toBeGreaterThan(18 * 1024);
}

/**
 * Tries the work with less and less short a disk. Each time: what stood is there and can be read, nothing is half, before
 * and after the store is opened anew on the full disk; with room again it goes on, at once or after another opening.
 */
async function fillAndTry(work: (room: Room, number: number) => Promise<unknown>): Promise<void> {
  let refused = 0;
  let done = 0;
  for (const [index, left] of LEFT.entries()) {
    const room = await Room.open(ports);
    await ballast.leave(left);
    try {
      if (await doneOrFull(() => work(room, index))) done += 1;
      else refused += 1;
      await expectReads(room);
      if (index % 2 === 0) {
        await ballast.remove();
        await work(room, 100 + index);
      }
    } finally {
      await room.close();
    }
    await look(folder, memory);
    await ballast.remove();
    const again = await Room.open(ports);
    await work(again, 200 + index).finally(() => again.close());
    await look(folder, memory, index % 6 === 5);
  }
  console.log(`full disk: ${refused} refused, ${done} done, of ${LEFT.length}`);
  expect(refused).toBeGreaterThan(1);
  expect(done).toBeGreaterThan(0);
}

describe('a full disk', () => {
  it('refuses a save whole and in words, and keeps what was saved', { timeout: 600_000 }, async () => {
    await fillAndTry(async (room, number) => {
      const { state } = must(await room.cases.open(caseId));
      const write = { kind: 'case-set', data: { set: { facts: `第${number}次。${'事实。'.repeat(300)}` } } };
      const saved = must(await room.cases.write(caseId, state.heads, [write]));
      memory.acks.push({ op: 'saved', subject: caseId, entries: [...saved.state.heads] });
    });
  });

  it('leaves no half document, and no number that is given and not taken', { timeout: 600_000 }, async () => {
    await fillAndTry(async (room) => {
      const text = must(await room.numbers.take(caseId, { form: 'F27', of: 'case' }));
      memory.acks.push({ op: 'number', subject: caseId, text });
      const entry = must(await room.documents.issue(caseId, { form: 'F27', of: 'case' }));
      const { sha256 } = must(await room.documents.find(caseId, entry));
      memory.acks.push({ op: 'issued', subject: caseId, entry, sha256 });
      must(await room.numbers.void(caseId, '打印错误', { form: 'F27', of: 'case' }));
      memory.acks.push({ op: 'voided', subject: caseId, text });
    });
  });

  it('takes a scan whole or not at all', { timeout: 600_000 }, async () => {
    await fillAndTry(async (room, number) => {
      const bytes = Buffer.alloc(20_000, `scan ${number} `);
      const taken = must(await room.attachments.add(caseId, 'evidence', 'e1', { name: 'a.png', bytes }));
      if (!taken.ok) throw new Error(taken.problem.en);
      const kept = must(await room.attachments.read(caseId, taken.attachment));
      const { attachment } = taken;
      memory.acks.push({ op: 'attached', subject: caseId, attachment, sha256: kept.sha256 });
    });
  });

  it('imports the records of a file whole, each of them', { timeout: 600_000 }, async () => {
    await fillAndTry(async (room, number) => {
      const ids = [1, 2, 3].map((record) => `full-${number}-${record}`);
      const results = await room.intake.take('移交.json', JSON.stringify(ids.map((id) => ({ ...sound, id }))), false);
      for (const { id, caseId: subject } of results) {
        memory.acks.push({ op: 'imported', intake: id ?? '', subject: subject ?? '' });
      }
      expect(results).toHaveLength(3);
    });
  });

  it('takes no new room, and leaves nothing of it', { timeout: 600_000 }, async () => {
    await ballast.leave(0);
    const other = killPorts(path.join(image.folder, 'other'));
    expect(await doneOrFull(() => Room.create(other, KILL_PROFILE, KILL_BLOCKS))).toBe(false);
    expect((await readdir(image.folder)).filter((name) => name.startsWith('other'))).toEqual([]);
  });

  it('receives what came from elsewhere whole, subject by subject, or not', { timeout: 600_000 }, async () => {
    const options = { ...ports, summarise, fits: fitsSummary };
    let refused = 0;
    // At the end with room for all of it: then it comes in.
    for (const left of [...LEFT, 512]) {
      const portion = await elsewhere();
      const store = await JournalStore.open(options);
      await ballast.leave(left);
      if (!(await doneOrFull(() => store.receive(portion)))) refused += 1;
      await expect(store.read(caseId)).resolves.not.toHaveLength(0);
      await store.close();
      await look(folder, memory);
      await ballast.remove();
      const again = await JournalStore.open(options);
      await again.receive(portion);
      await again.close();
      for (const { id, subject } of portion) memory.acks.push({ op: 'saved', subject, entries: [id] });
      await look(folder, memory);
    }
    console.log(`full disk: ${refused} refused, ${LEFT.length + 1 - refused} done, of ${LEFT.length + 1}`);
    expect(refused).toBeGreaterThan(1);
    expect(refused).toBeLessThan(LEFT.length + 1);
  });
});

/** Entries of another workstation in three cases, each long enough to need room. */
async function elsewhere(): Promise<readonly Entry[]> {
  const text = '收到的条目。'.repeat(150);
  const subjects = ['case-elsewhere-1', 'case-elsewhere-2', 'case-elsewhere-3'];
  return storeWith(await freshFolder(), [subjects.map((subject) => draft(subject, text))]);
}
