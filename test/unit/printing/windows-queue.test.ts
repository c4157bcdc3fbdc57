import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { JobState, PrintOrder, PrintOutcome } from '../../../electron/core/printing/print-port';
import { writePrivateFile } from '../../../electron/core/printing/private-file';
import { watchJob } from '../../../electron/core/printing/watch-job';
import {
  type WindowsOptions,
  windowsOptions,
  type WindowsPrinting,
} from '../../../electron/core/printing/windows-arguments';
import { windowsQueue } from '../../../electron/core/printing/windows-queue';

const pdf = Buffer.from('%PDF-1.7 agreement\n');
const order: PrintOrder = { printer: 'HP LaserJet', copies: 2, sides: 'two-long', pageCount: 5, title: 'F12' };

let tempFolder: string;
beforeEach(() => void (tempFolder = mkdtempSync(path.join(os.tmpdir(), 'printing-'))));
afterEach(() => rmSync(tempFolder, { recursive: true, force: true }));

/** A Windows machine with two printers, whose helper does what the test says with the file that it is given. */
function machine(print: WindowsPrinting['print'], changes: Partial<WindowsPrinting> = {}) {
  let loads = 0;
  const printing: WindowsPrinting = {
    print,
    getPrinters: () =>
      Promise.resolve([
        { deviceId: 'HP LaserJet', name: 'HP LaserJet 二楼' },
        { deviceId: 'Microsoft Print to PDF', name: 'Microsoft Print to PDF' },
      ]),
    getDefaultPrinter: () => Promise.resolve({ deviceId: 'HP LaserJet' }),
    ...changes,
  };
  const load = (): Promise<WindowsPrinting> => {
    loads += 1;
    return Promise.resolve(printing);
  };
  return { queue: windowsQueue({ load, tempFolder, now: () => Date.now() }), loads: () => loads };
}

async function finish(queue: ReturnType<typeof windowsQueue>, outcome: Awaited<ReturnType<typeof queue.submit>>) {
  if (!outcome.ok) throw new Error(outcome.problems[0]?.code);
  const signal = AbortSignal.timeout(5_000);
  return watchJob(queue, outcome.value.job, { onChange: () => undefined, signal, intervalMs: 5 });
}
const phaseOf = (found: PrintOutcome<JobState> | undefined): string | undefined =>
  found?.ok === true ? found.value.phase : undefined;

describe('an order on Windows', () => {
  it('is told to pdf-to-printer in its own terms', () => {
    expect(
      windowsOptions({
        ...order,
        pages: [
          { from: 1, to: 2 },
          { from: 4, to: 4 },
        ],
      }),
    ).toEqual({
      printer: 'HP LaserJet',
      copies: 2,
      side: 'duplexlong',
      scale: 'noscale',
      paperSize: 'A4',
      silent: true,
      pages: '1-2,4',
    });
    expect(windowsOptions({ ...order, sides: 'one' }).side).toBe('simplex');
    expect(windowsOptions({ ...order, sides: 'two-short' }).side).toBe('duplexshort');
    expect(windowsOptions(order, 'C:\\app\\SumatraPDF.exe').sumatraPdfPath).toBe('C:\\app\\SumatraPDF.exe');
  });

  it('gives the helper the very bytes in a private file that is gone afterwards', async () => {
    const given: { bytes: Buffer; options: WindowsOptions; mode: number; file: string }[] = [];
    const { queue } = machine((file, options) => {
      given.push({ bytes: readFileSync(file), options, mode: statSync(path.dirname(file)).mode & 0o777, file });
      return Promise.resolve();
    });
    const last = await finish(queue, await queue.submit(pdf, order));
    expect(given[0]?.bytes.equals(pdf)).toBe(true);
    expect(given[0]?.options).toEqual(windowsOptions(order));
    if (process.platform !== 'win32') expect(given[0]?.mode).toBe(0o700);
    expect(existsSync(given[0]?.file ?? '/')).toBe(false);
    expect(readdirSync(tempFolder)).toEqual([]);
    // Handed over is all that is known, so it is not called printed.
    expect(phaseOf(last)).toBe('unknown');
  });

  it('is printing while the helper works', async () => {
    let release = (): void => undefined;
    const { queue } = machine(() => new Promise((resolve) => void (release = resolve)));
    const outcome = await queue.submit(pdf, order);
    if (!outcome.ok) throw new Error('refused');
    expect(phaseOf(await queue.follow(outcome.value.job))).toBe('printing');
    expect(await queue.cancel(outcome.value.job)).toMatchObject({ problems: [{ code: 'cannot-cancel' }] });
    release();
    expect(phaseOf(await finish(queue, outcome))).toBe('unknown');
  });

  it('fails with the reason when the helper fails, leaves no file, and can be printed again', async () => {
    let faults = 1;
    const { queue } = machine(() =>
      faults-- > 0 ? Promise.reject(new Error('Command failed: SumatraPDF.exe\nmore')) : Promise.resolve(),
    );
    const failed = await finish(queue, await queue.submit(pdf, order));
    expect(failed).toMatchObject({
      ok: true,
      value: { phase: 'failed', reason: { zh: expect.stringContaining('Command failed') as string } },
    });
    expect(readdirSync(tempFolder)).toEqual([]);
    expect(phaseOf(await finish(queue, await queue.submit(pdf, order)))).toBe('unknown');
  });

  it('is refused before the helper is called when it is wrong or its printer is gone', async () => {
    const { queue } = machine(() => Promise.reject(new Error('called')));
    expect(await queue.submit(pdf, { ...order, copies: 100 })).toMatchObject({ problems: [{ code: 'bad-copies' }] });
    expect(await queue.submit(pdf, { ...order, printer: 'Gone' })).toMatchObject({
      problems: [{ code: 'printer-gone' }],
    });
  });
});

describe('the printers of Windows', () => {
  it('are listed with the default, in a state that nobody knows', async () => {
    const { queue, loads } = machine(() => Promise.resolve());
    expect(loads()).toBe(0);
    const found = await queue.printers();
    expect(found).toEqual({
      ok: true,
      value: [
        { name: 'HP LaserJet', description: 'HP LaserJet 二楼', isDefault: true, state: 'unknown' },
        { name: 'Microsoft Print to PDF', description: 'Microsoft Print to PDF', isDefault: false, state: 'unknown' },
      ],
    });
  });

  it('may be none, or not to be had', async () => {
    const none = machine(() => Promise.resolve(), { getPrinters: () => Promise.resolve([]) }).queue;
    expect(await none.printers()).toMatchObject({ problems: [{ code: 'no-printer' }] });
    const down = machine(() => Promise.resolve(), {
      getPrinters: () => Promise.reject(new Error('no PowerShell')),
    }).queue;
    expect(await down.submit(pdf, order)).toMatchObject({
      problems: [{ code: 'no-printing-system', detail: { system: 'no PowerShell' } }],
    });
  });
});

describe('the private files', () => {
  it('of a run that was cut off are removed by the next one, fresh ones are not', async () => {
    const old = await writePrivateFile(tempFolder, 'document.pdf', pdf);
    const fresh = await writePrivateFile(tempFolder, 'document.pdf', pdf);
    const yesterday = new Date(Date.now() - 86_400_000);
    utimesSync(path.dirname(old.path), yesterday, yesterday);
    const { queue } = machine(() => Promise.resolve());
    await finish(queue, await queue.submit(pdf, order));
    expect([existsSync(old.path), existsSync(fresh.path)]).toEqual([false, true]);
  });

  it('leave nothing behind when they cannot be written', async () => {
    await expect(writePrivateFile(tempFolder, 'no/such/folder.pdf', pdf)).rejects.toThrow('ENOENT');
    expect(readdirSync(tempFolder)).toEqual([]);
  });
});
