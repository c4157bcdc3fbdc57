import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { imagesToPdf } from '../../../electron/core/documents/joining/images-to-pdf';
import { TRANSFER_SCHEMA, type Manifest, type ManifestFile } from '../../../electron/core/domain/transfer/manifest';
import { namedFiles } from '../../../electron/core/room/transfer-names';
import { sha256Hex, type PackFile } from '../../../electron/core/room/transfer-pack';
import { fitForUpload } from '../../../electron/core/room/transfer-scans';
import { manifestOf, shanghaiInstant, zipPackage } from '../../../electron/core/room/transfer-zip';
import { codes, must } from '../../fixtures/room';
import { SAMPLES } from '../../fixtures/sample-room';
import { pagesOf, smallPdf } from './transfer-support';

const file = (source: string, changes: Partial<PackFile> = {}): PackFile => ({
  group: 'evidence',
  title: source,
  source,
  bytes: smallPdf(source),
  pages: 1,
  ...changes,
});

const zone = process.env['TZ'];
afterEach(() => {
  if (zone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = zone;
});

describe('the ZIP of a package', () => {
  const files = namedFiles([file('F10.applicant', { title: '证据材料清单（柯龙䶮）' })], []);
  const manifest: Manifest = {
    schemaVersion: TRANSFER_SCHEMA,
    transferId: 'la-1',
    revision: 1,
    caseId: 'case-1',
    type: 'filing',
    court: '法院',
    createdAt: shanghaiInstant(Date.parse('2024-06-05T16:30:00Z')),
    room: '调解室三',
    organisation: '委员会',
    files: [],
    contentSha256: sha256Hex(''),
  };

  it('is the same on a machine in another time zone', () => {
    expect(manifest.createdAt).toBe('2024-06-06T00:30:00+08:00');
    const made = ['Asia/Shanghai', 'America/New_York', 'UTC'].map((name) => {
      process.env['TZ'] = name;
      return sha256Hex(zipPackage(files, manifest));
    });
    expect(new Set(made).size).toBe(1);
  });

  it('gives back its manifest, and refuses one of a newer version', () => {
    const listed = {
      ...manifest,
      files: [
        { group: 'evidence', fileName: 'a', sha256: sha256Hex(''), pages: 1, bytes: 1, source: 'x' },
      ] satisfies ManifestFile[],
    };
    expect(manifestOf(zipPackage(files, listed))).toEqual(listed);
    const newer = { ...listed, schemaVersion: 2 } as unknown as Manifest;
    expect(() => manifestOf(zipPackage(files, newer))).toThrow();
  });
});

describe('names of files', () => {
  it('hold no sign that a file system refuses, and stay short enough', () => {
    const [named] = namedFiles([file('a', { title: `../甲:乙*?"<>|\n${'长'.repeat(300)}` })], []);
    expect(named?.fileName).toMatch(/^01_证据材料_[^\\/:*?"<>|\n]+\.pdf$/u);
    expect(Buffer.byteLength(named?.fileName ?? '')).toBeLessThanOrEqual(255);
  });

  it('stay with what they name in the next revision; new files take further numbers', () => {
    const first = namedFiles([file('a'), file('b'), file('c')], []);
    const before = first.map(({ fileName, source }) => ({ fileName, source }) as ManifestFile);
    const second = namedFiles([file('new'), file('b'), file('c')], before);
    expect(second.map((each) => each.fileName)).toEqual([
      '04_证据材料_new.pdf',
      '02_证据材料_b.pdf',
      '03_证据材料_c.pdf',
    ]);
  });
});

describe('a file that is too large for the court', () => {
  const images = ['a-dunning.png', 'b-debt.png', 'e-settlement.png', 'f-screen.png'].map((name) => ({
    bytes: new Uint8Array(readFileSync(path.join(SAMPLES, 'papers/scans', name))),
    type: 'image/png' as const,
  }));
  const scan = async (): Promise<PackFile> => {
    const made = await imagesToPdf(images, { perPage: 1 });
    if (!made.ok) throw new Error(made.fault);
    return file('pictures.evidence.debt', { bytes: made.pdf, pages: made.pages });
  };

  it('is divided into files of whole pages below the limit, and stays as it is when small enough', async () => {
    const whole = await scan();
    const most = Math.floor(whole.bytes.length * 0.6);
    const parts = must(await fitForUpload(whole, most));
    expect(parts.length).toBeGreaterThan(1);
    expect(parts.every((part) => part.bytes.length <= most)).toBe(true);
    expect(parts.map((part) => pagesOf(part.bytes))).toEqual(parts.map((part) => part.pages));
    expect(parts.reduce((sum, part) => sum + part.pages, 0)).toBe(images.length);
    expect(parts.slice(0, 2).map((part) => part.source)).toEqual([
      'pictures.evidence.debt',
      'pictures.evidence.debt#2',
    ]);
    expect(must(await fitForUpload(whole))).toEqual([whole]);
  });

  it('is refused when one page alone is too large', async () => {
    expect(codes(await fitForUpload(await scan(), 2_000))).toEqual(['page-too-large']);
  });
});
