import { randomBytes } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { openStickFile } from '../../../electron/core/crypto/stick-disk';
import { StickPacker } from '../../../electron/core/crypto/stick-packer';
import { bytesSource } from '../../../electron/core/crypto/stick-pages';
import { boxKeyOf } from '../../../electron/core/crypto/box';
import { newStationKey, stationKey } from '../../../electron/core/crypto/signing-key';
import type { StickReader } from '../../../electron/core/crypto/stick-seal';
import type { Entry } from '../../../electron/core/domain/journal/entry';
import { StickError } from '../../../electron/core/domain/wire/stick';
import { JournalStore } from '../../../electron/core/store/journal-store';
import { readStick } from '../../../electron/core/sync/read-stick';
import { writeStick, type StickOrder } from '../../../electron/core/sync/write-stick';
import { FaultyFiles } from '../../fixtures/faulty-files';
import { expectHolds, idsIn } from '../../fixtures/received';
import { attachment, MemoryStick, sha256Hex, stickFault } from '../../fixtures/sticks';
import { draft, fingerprint, freshFolder, journalFile, optionsFor, withStore } from '../../fixtures/store';

/** Runs with two new stores open. */
async function twoRooms(work: (one: JournalStore, two: JournalStore, folders: readonly string[]) => Promise<void>) {
  const folders = [await freshFolder(), await freshFolder()];
  const [one, two] = await Promise.all(folders.map((folder) => JournalStore.create(optionsFor(folder))));
  if (!one || !two) throw new Error('no stores');
  try {
    await work(one, two, folders);
  } finally {
    await Promise.all([one.close(), two.close()]);
  }
}

const all = (reader: JournalStore): StickOrder => ({
  stick: 'stick-1',
  reader: reader.box,
  contents: { for: 'room', since: null },
});
const known = (): ReturnType<StickReader['standing']> => 'known';

async function written(store: JournalStore, order: StickOrder): Promise<MemoryStick> {
  const stick = new MemoryStick();
  await writeStick(store, order, stick);
  return stick;
}

const allEntries = async (store: JournalStore): Promise<readonly string[]> => idsIn(await expectHolds(store));

describe('a stick from room to room', () => {
  it('brings all cases with their files and nothing of the room’s own, and twice changes nothing', async () => {
    await twoRooms(async (one, two, [, folder = '']) => {
      const scan = randomBytes(5_000);
      const made = await one.commit([
        draft('case-a', '1'),
        await attachment(one, 'case-a', scan),
        draft('case-b', '1'),
      ]);
      await one.commit([draft('room-a', '1'), draft('numbers-agreement-2026-1', '1')]);
      await two.commit([draft('case-c', '1')]);
      const stick = new MemoryStick();
      expect(await writeStick(one, all(two), stick)).toEqual({ entries: 3, files: 1, absent: 0 });
      expect(stick.bytes.includes('case-a')).toBe(false);

      const first = await readStick(two, bytesSource(stick.bytes), known);
      expect(first).toEqual({ from: one.station, added: 3, known: 0, refused: 0, files: 1 });
      expect(Buffer.from(await two.blobs.get(sha256Hex(scan))).equals(scan)).toBe(true);
      expect(await allEntries(two)).toEqual(expect.arrayContaining(made.map(({ id }) => id)));
      expect([...two.subjects()].sort()).toEqual(['case-a', 'case-b', 'case-c']);

      const before = await fingerprint(folder);
      const second = await readStick(two, bytesSource(stick.bytes), known);
      expect(second).toEqual({ from: one.station, added: 0, known: 3, refused: 0, files: 0 });
      expect(await fingerprint(folder)).toEqual(before);
    });
  });

  it('brings cases that changed since a day whole, and no others', async () => {
    await twoRooms(async (one, two) => {
      await one.commit([draft('case-old', '1'), draft('case-a', '1')]);
      const [changed] = await one.commit([draft('case-a', '2')]);
      const since = Number(changed?.at.slice(0, 15));
      const order = { ...all(two), contents: { for: 'room', since } as const };
      await readStick(two, bytesSource((await written(one, order)).bytes), known);
      expect(two.subjects()).toEqual(['case-a']);
      expect(await two.read('case-a')).toHaveLength(2);
    });
  });

  it('goes in several bounded pieces when it is long, read from the disk, with files of many parts', async () => {
    await twoRooms(async (one, two) => {
      const recording = Buffer.alloc(3_500_000, randomBytes(1_000));
      await one.commit([draft('case-a', '1'), await attachment(one, 'case-a', recording)]);
      for (let n = 0; n < 4; n++) await one.commit([draft(`case-${n}`, '文'.repeat(400_000))]);
      const stick = await written(one, all(two));
      expect(stick.pieces).toBeGreaterThan(3);
      const file = path.join(await freshFolder(), 'exchange');
      await fs.writeFile(file, stick.bytes);
      const source = await openStickFile(file);
      expect(await readStick(two, source, known)).toMatchObject({ added: 6, files: 1 });
      await source.close();
      expect(await allEntries(two)).toEqual(await allEntries(one));
      expect(sha256Hex(await two.blobs.get(sha256Hex(recording)))).toBe(sha256Hex(recording));

      // A piece left out, doubled, moved, of another stick, or nothing but the first: damage, and nothing changes.
      const [a = 0, b = 0, c = 0] = stick.borders.slice(1);
      const bytes = stick.bytes;
      const other = await written(one, { ...all(two), stick: 'stick-2' });
      const mixed = [
        Buffer.concat([bytes.subarray(0, a), bytes.subarray(b)]),
        Buffer.concat([bytes.subarray(0, b), bytes.subarray(a)]),
        Buffer.concat([bytes.subarray(0, a), bytes.subarray(b, c), bytes.subarray(a, b), bytes.subarray(c)]),
        Buffer.concat([bytes.subarray(0, a), other.bytes.subarray(other.borders[1])]),
        bytes.subarray(0, a),
        bytes.subarray(0, a + 10),
        bytes.subarray(0, c),
        Buffer.concat([bytes, bytes]),
        Buffer.concat([bytes, Buffer.from('x')]),
      ];
      for (const odd of mixed) expect(await stickFault(readStick(two, bytesSource(odd), known))).toBe('damaged');
    });
  });

  it('counts what it refuses: entries of unknown workstations, private journals, files that nothing speaks of', async () => {
    await twoRooms(async (one, two) => {
      const stranger = await JournalStore.create(optionsFor(await freshFolder()));
      const [strange] = await stranger.commit([draft('case-a', 'x')]);
      const [own, room] = await one.commit([draft('case-b', '1'), draft('room-a', '1')]);
      const stick = new MemoryStick();
      const packer = new StickPacker('s', two.box, { station: one.station, sign: (text) => one.sign(text) }, stick);
      for (const entry of [strange, own, room]) if (entry) await packer.entry(entry);
      await packer.entry({ ...(own as Entry), kind: 'forged' });
      await packer.file(Buffer.from('nobody speaks of it'));
      await packer.finish();
      await stranger.close();
      const standing = (key: string) => (key === one.station ? 'known' : 'unknown');
      expect(await readStick(two, bytesSource(stick.bytes), standing)).toEqual({
        from: one.station,
        added: 1,
        known: 0,
        refused: 3,
        files: 0,
      });
      expect(two.subjects()).toEqual(['case-b']);
      expect(await two.blobs.has(sha256Hex(Buffer.from('nobody speaks of it')))).toBe(false);
    });
  });

  it('leaves out a damaged case and bytes that are not here, and takes the rest', async () => {
    await twoRooms(async (one, two, [folder = '']) => {
      await one.commit([
        draft('case-a', '1'),
        draft('case-b', '1'),
        await attachment(one, 'case-b', Buffer.from('gone')),
      ]);
      await one.blobs.remove(sha256Hex(Buffer.from('gone')));
      await one.close();
      await fs.writeFile(journalFile(folder, 'case-a'), 'x');
      await withStore(optionsFor(folder), async (again) => {
        const stick = new MemoryStick();
        expect(await writeStick(again, all(two), stick)).toEqual({ entries: 2, files: 0, absent: 1 });
        expect(await readStick(two, bytesSource(stick.bytes), known)).toMatchObject({ added: 2, files: 0 });
      });
    });
  });
});

describe('a stick for the centre', () => {
  it('holds what is ours above the centre’s counter in the order of the chain, the files of it, and where we have read', async () => {
    await twoRooms(async (one, two) => {
      const files = [Buffer.from('sent'), Buffer.from('new')] as const;
      await one.commit([draft('case-a', '1'), await attachment(one, 'case-a', files[0])]);
      const [others] = await two.commit([draft('case-a', 'other')]);
      await one.receive([others]);
      await one.commit([draft('case-b', '2'), draft('room-a', '2')]);
      await one.commit([await attachment(one, 'case-a', files[1])]);
      const centre = boxKeyOf(newStationKey());
      const lines: string[] = [];
      const order: StickOrder = {
        stick: 's',
        reader: centre.public,
        contents: { for: 'centre', above: 2, checkpoint: { epoch: 'e', seq: 7, link: 'l' } },
      };
      const stick = new MemoryStick();
      expect(await writeStick(one, order, stick)).toEqual({ entries: 3, files: 1, absent: 0 });
      const { stickPages } = await import('../../../electron/core/crypto/stick-pages');
      const reader = { box: centre.public, openBox: centre.open, standing: known };
      for await (const page of stickPages(bytesSource(stick.bytes), reader)) {
        for (const line of page) {
          if ('entry' in line) lines.push(String((line.entry as Entry).seq));
          else if ('file' in line) lines.push(Buffer.from(line.file.data, 'base64').toString('utf8'));
          else lines.push(`read ${line.checkpoint.seq}`);
        }
      }
      expect(lines).toEqual(['read 7', '3', '4', '5', 'new']);
      const more = { ...order.contents, files: [{ sha256: sha256Hex(files[0]), bytes: 4, rank: 'scan' as const }] };
      expect(await writeStick(one, { ...order, contents: more }, new MemoryStick())).toMatchObject({ files: 2 });
    });
  });
});

describe('a stick that may not be read', () => {
  it('is named and changes nothing, cut at any byte and with any byte changed', async () => {
    await twoRooms(async (one, two, [, folder = '']) => {
      await one.commit([draft('case-a', '1'), await attachment(one, 'case-a', Buffer.from('scan'))]);
      const whole = (await written(one, all(two))).bytes;
      const before = await fingerprint(folder);
      const seen = new Set<string>();
      for (let at = 0; at < whole.length; at++) {
        const cut = await stickFault(readStick(two, bytesSource(whole.subarray(0, at)), known));
        expect(cut, `cut at ${at}`).toBe(at === 0 ? 'not-a-stick' : 'damaged');
        const copy = Buffer.from(whole);
        copy[at] = (copy[at] ?? 0) ^ (1 << (at & 7));
        seen.add(await stickFault(readStick(two, bytesSource(copy), known)));
      }
      expect([...seen].sort()).toEqual(expect.arrayContaining(['damaged', 'not-a-stick', 'not-for-us']));
      expect(await fingerprint(folder)).toEqual(before);
      expect(two.subjects()).toEqual([]);
    });
  });

  it('is told apart: no stick, another reader, an unknown or revoked writer, a newer version; with words', async () => {
    await twoRooms(async (one, two) => {
      await one.commit([draft('case-a', '1')]);
      const stick = (await written(one, all(two))).bytes;
      const read = (bytes: Uint8Array, standing: StickReader['standing'] = known) =>
        stickFault(readStick(two, bytesSource(bytes), standing));
      expect(await read(Buffer.from('%PDF-1.7'))).toBe('not-a-stick');
      expect(await read((await written(one, all(one))).bytes)).toBe('not-for-us');
      expect(await read(stick, () => 'unknown')).toBe('unknown-writer');
      expect(await read(stick, () => 'revoked')).toBe('revoked-writer');
      const newer = Buffer.from(stick.toString('latin1').replace('"v":1', '"v":2'), 'latin1');
      expect(await read(newer)).toBe('newer-version');
      expect(two.subjects()).toEqual([]);
      for (const fault of [
        'not-a-stick',
        'not-for-us',
        'unknown-writer',
        'revoked-writer',
        'newer-version',
        'damaged',
      ] as const) {
        const { problem } = new StickError(fault);
        expect(problem.zh).toContain('没有读入任何内容');
        expect(problem.en).toContain('nothing was read in');
      }
    });
  });

  it('is not taken for one of a known workstation when somebody else signed it, nor when it unpacks to too much', async () => {
    await twoRooms(async (one, two) => {
      const forger = stationKey(newStationKey());
      const stick = new MemoryStick();
      const packer = new StickPacker('s', two.box, { station: one.station, sign: forger.sign }, stick);
      await packer.finish();
      expect(await stickFault(readStick(two, bytesSource(stick.bytes), known))).toBe('damaged');
      const bomb = new MemoryStick();
      const heavy = new StickPacker('s', two.box, { station: one.station, sign: (text) => one.sign(text) }, bomb);
      await heavy.line({ entry: 'A'.repeat(20 * 1024 * 1024) });
      await heavy.finish();
      expect(bomb.bytes.length).toBeLessThan(100_000);
      expect(await stickFault(readStick(two, bytesSource(bomb.bytes), known))).toBe('damaged');
    });
  });

  it('leaves whole subjects when the disk is full midway, and the rest comes with the next reading', async () => {
    const folder = await freshFolder();
    await withNewStore(async (one) => {
      for (let n = 0; n < 5; n++)
        await one.commit([draft(`case-${n}`, 'x'), await attachment(one, `case-${n}`, Buffer.from(`f${n}`))]);
      const files = new FaultyFiles();
      const two = await JournalStore.create(optionsFor(folder, files));
      const stick = (await written(one, all(two))).bytes;
      let blobs = 0;
      files.plan = ({ name, path: file }) =>
        name === 'rename' && file.includes('blobs') && (blobs += 1) > 2 ? { mode: 'before', code: 'ENOSPC' } : null;
      await expect(readStick(two, bytesSource(stick), known)).rejects.toMatchObject({ fault: 'disk-full' });
      files.plan = () => null;
      expect(await readStick(two, bytesSource(stick), known)).toMatchObject({ added: 0, known: 10, files: 3 });
      expect(await allEntries(two)).toEqual(await allEntries(one));
      await two.close();
    });
  });
});

async function withNewStore(work: (store: JournalStore) => Promise<void>): Promise<void> {
  const store = await JournalStore.create(optionsFor(await freshFolder()));
  await work(store).finally(() => store.close());
}
