import { readdir } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cupsQueue } from '../../electron/core/printing/cups-queue';
import type { PrintQueue } from '../../electron/core/printing/print-port';
import { caseA } from '../fixtures/documents/case-a';
import { pagesAsPictures } from '../unit/documents/pictures';
import { pdfOf } from '../unit/documents/support';
import { PrivateCups } from './private-cups';
import { recogniser } from './same-page';
import { orderFor, seen, send, valueOf } from './support';

let cups: PrivateCups;
let queue: PrintQueue;
let pdf: Uint8Array;
let pagesIn: (printed: readonly Buffer[]) => readonly unknown[];

beforeAll(async () => {
  ({ pdf } = await pdfOf(caseA));
  pagesIn = recogniser(pagesAsPictures(pdf));
  cups = await PrivateCups.start();
  queue = cupsQueue(cups.env);
  await cups.addQueue('office', { description: '二楼调解室 激光打印机' });
});
afterAll(() => cups.remove());

/** Prints and waits; gives what the device was told, and on demand the pages that came out. */
async function print(changes: Parameters<typeof orderFor>[1], printer = 'office') {
  const job = await send(queue, pdf, orderFor(printer, changes));
  await seen(queue, job, 'done');
  const { pdf: paper, title, options } = await cups.paper(job);
  return { pages: () => pagesIn(pagesAsPictures(paper)), title, options };
}

describe('the comparison of pages', () => {
  it('sees one changed figure', async () => {
    const number = { series: 'agreement', year: 2024, seq: 407, text: '（2024）泉银人调字第00407号' } as const;
    const changed = await pdfOf({ ...caseA, number });
    expect(pagesIn(pagesAsPictures(changed.pdf))[0]).toBe('something else');
  });
});

describe('an agreement printed through a real CUPS queue', () => {
  it('comes out page for page as it was sent, and again when the same bytes are printed later', async () => {
    for (const time of ['first', 'second']) {
      const { pages, title, options } = await print({ title: `F12 （2024）泉银人调字第00123号 ${time}` });
      expect(pages()).toEqual([1, 2, 3]);
      expect(title).toBe(`F12 （2024）泉银人调字第00123号 ${time}`);
      expect(options).toContain('sides=one-sided');
    }
    // No file of ours is left where programs put such files.
    expect(await readdir(`${cups.root}/tmp`)).toEqual([]);
  });

  it('comes out twice, one copy after the other, when two copies are ordered', async () => {
    expect((await print({ copies: 2 })).pages()).toEqual([1, 2, 3, 1, 2, 3]);
  });

  it('comes out in part when page ranges are ordered', async () => {
    const pages = [
      { from: 1, to: 1 },
      { from: 3, to: 3 },
    ];
    expect((await print({ pages })).pages()).toEqual([1, 3]);
    expect((await print({ pages: [{ from: 2, to: 3 }] })).pages()).toEqual([2, 3]);
  });

  it('is printed on both sides, each copy on sheets of its own', async () => {
    const long = await print({ sides: 'two-long', copies: 2 });
    expect(long.options).toContain('Duplex=DuplexNoTumble');
    expect(long.pages().slice(0, 7)).toEqual([1, 2, 3, 'blank', 1, 2, 3]);
    expect((await print({ sides: 'two-short' })).options).toContain('Duplex=DuplexTumble');
  });

  it('keeps its size on a printer with wide margins and American paper as its standard', async () => {
    await cups.addQueue('letter', { kind: { standardSize: 'Letter', margin: 90 } });
    expect((await print({}, 'letter')).pages()).toEqual([1, 2, 3]);
  });

  it('is not put two pages on a sheet by what the queue has as its standard', async () => {
    await cups.addQueue('thrifty', { defaults: ['number-up-default=2', 'sides-default=two-sided-short-edge'] });
    const { pages, options } = await print({}, 'thrifty');
    expect(pages()).toEqual([1, 2, 3]);
    expect(options).toContain('sides=one-sided');
  });
});

describe('the list of printers', () => {
  it('shows what the administrator wrote, and the standard printer as such', async () => {
    await cups.admin('lpadmin', '-d', 'office');
    const office = valueOf(await queue.printers()).find(({ name }) => name === 'office');
    expect(office).toEqual({ name: 'office', description: '二楼调解室 激光打印机', isDefault: true, state: 'ready' });
  });

  it('tells a stopped and a refusing queue apart, with the reason that was given', async () => {
    await cups.addQueue('stopped');
    await cups.addQueue('closed');
    await cups.admin('cupsdisable', '-r', 'waiting for toner', 'stopped');
    await cups.admin('cupsreject', '-r', 'moved to room 5', 'closed');
    const found = valueOf(await queue.printers());
    const of = (name: string) => found.find((printer) => printer.name === name);
    expect(of('stopped')).toMatchObject({ state: 'paused', isDefault: false });
    expect(of('stopped')?.reason?.en).toContain('waiting for toner');
    expect(of('closed')).toMatchObject({ state: 'not-accepting' });
    expect(of('closed')?.reason?.zh).toContain('moved to room 5');
  });
});
