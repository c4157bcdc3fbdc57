import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PrintOrder, PrintQueue } from '../../../electron/core/printing/print-port';
import { codes, must, testRoom, type TestRoom } from '../../fixtures/room';
import { smallAgreement, smallCase } from '../../fixtures/writes';
import { textOf } from '../documents/support';

interface Sent {
  readonly pdf: Uint8Array;
  readonly order: PrintOrder;
}

/** A queue that keeps what it was sent; the real one is in test/printing. */
function keepingQueue(sent: Sent[]): PrintQueue {
  return {
    printers: () => Promise.resolve({ ok: true, value: [] }),
    submit(pdf, order) {
      if (order.printer === 'gone') {
        const problems = [{ code: 'printer-gone' as const, zh: '打印机不在了', en: 'The printer is gone' }];
        return Promise.resolve({ ok: false, problems });
      }
      sent.push({ pdf, order });
      return Promise.resolve({ ok: true, value: { job: { printer: order.printer, id: `job-${sent.length}` } } });
    },
    follow: () => Promise.resolve({ ok: true, value: { phase: 'done' } }),
    cancel: () => Promise.resolve({ ok: true, value: undefined }),
  };
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const WISH = { printer: 'office', copies: 3, sides: 'one' } as const;

let at: TestRoom;
let sent: Sent[];
beforeEach(async () => {
  sent = [];
  at = await testRoom({ printing: keepingQueue(sent) });
});
afterEach(() => at.end());

async function issued(): Promise<{ id: string; document: string; hash: string }> {
  const { id } = must(await at.room.cases.create([...smallCase(), smallAgreement]));
  must(await at.room.numbers.take(id));
  const { entry, sha256: hash } = must(await at.room.documents.current(id, { form: 'F12', of: 'case' }));
  return { id, document: entry, hash };
}

describe('printing', () => {
  it('sends the frozen bytes, also when it is sent again before anyone saw paper', async () => {
    const { id, document, hash } = await issued();
    must(await at.room.printing.send(id, document, WISH));
    must(await at.room.printing.send(id, document, { ...WISH, copies: 1, pages: [{ from: 2, to: 2 }] }));
    expect(sent.map(({ pdf }) => sha256(pdf))).toEqual([hash, hash]);
    expect(sent[1]?.order).toMatchObject({ copies: 1, pages: [{ from: 2, to: 2 }], printer: 'office', sides: 'one' });
    expect(must(await at.room.cases.open(id)).state.documents[0]?.printings).toEqual([]);
  });

  it('marks every page 副本 once a person confirmed paper, and says so in the journal', async () => {
    const { id, document, hash } = await issued();
    must(await at.room.printing.send(id, document, WISH));
    must(await at.room.printing.confirm(id, document, 3, 'office'));
    const again = must(await at.room.printing.send(id, document, { ...WISH, copies: 1 }));
    expect(again.duplicate).toBe(true);
    const pdf = sent[1]?.pdf ?? new Uint8Array();
    const { pages } = must(await at.room.documents.find(id, document));
    expect(textOf(pdf).match(/副本/gu)).toHaveLength(pages);
    expect(textOf(sent[0]?.pdf ?? new Uint8Array())).not.toContain('副本');
    must(await at.room.printing.confirm(id, document, 1, 'office'));
    const { state, journal } = must(await at.room.cases.open(id));
    expect(state.documents[0]?.printings).toMatchObject([
      { copies: 3, way: 'printer', printer: 'office', duplicate: false },
      { copies: 1, way: 'printer', printer: 'office', duplicate: true },
    ]);
    const lines = journal.map((line) => line.zh);
    expect(lines.filter((line) => line.includes(hash.slice(0, 12)))).toHaveLength(4);
    expect(lines[0]).toContain('副本 1 份');
  });

  it('keeps party names out of the list of jobs that others can read', async () => {
    const { id, document } = await issued();
    must(await at.room.printing.send(id, document, WISH));
    expect(sent[0]?.order.title).toMatch(/^F12 [0-9a-f]{8}$/);
  });

  it('enters nothing when the printer refused, and the same document can be sent elsewhere', async () => {
    const { id, document, hash } = await issued();
    const before = must(await at.room.cases.open(id)).journal.length;
    expect(codes(await at.room.printing.send(id, document, { ...WISH, printer: 'gone' }))).toEqual(['printer-gone']);
    expect(must(await at.room.cases.open(id)).journal).toHaveLength(before);
    must(await at.room.printing.send(id, document, WISH));
    expect(sent.map(({ pdf }) => sha256(pdf))).toEqual([hash]);
  });

  it('gives the viewer the frozen bytes first and marked ones later', async () => {
    const { id, document, hash } = await issued();
    expect(sha256(must(await at.room.printing.forViewer(id, document)).pdf)).toBe(hash);
    must(await at.room.printing.confirm(id, document, 1));
    expect(textOf(must(await at.room.printing.forViewer(id, document)).pdf)).toContain('副本');
  });

  it('refuses what is not there', async () => {
    const { id } = await issued();
    expect(codes(await at.room.printing.send(id, 'other', WISH))).toEqual(['no-such-document']);
    expect(codes(await at.room.printing.confirm('case-none', 'other', 1))).toEqual(['no-such-case']);
  });
});
