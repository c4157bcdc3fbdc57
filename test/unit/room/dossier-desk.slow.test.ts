import { afterEach, describe, expect, it } from 'vitest';
import type { Room } from '../../../electron/core/room/room';
import { FORMS } from '../../../electron/core/domain/forms/form-facts';
import { codes, must, type TestRoom } from '../../fixtures/room';
import { sampleRoom } from '../../fixtures/sample-room';
import { textOfPages } from '../documents/support';

let at: (TestRoom & { readonly id: string }) | undefined;
afterEach(() => at?.end());

const OF_BINDING = new Set(['F01', 'F02', 'F17', 'F18']);

/** Issues every paper that the case needs, as a mediator would before binding. */
async function issueAll(room: Room, id: string): Promise<void> {
  const { papers } = must(await room.cases.open(id));
  for (const { form, of } of papers.filter((each) => each.need === 'required' && !OF_BINDING.has(each.form))) {
    if (form === 'F12' || form === 'F13') must(await room.numbers.take(id));
    else if (FORMS[form].series) must(await room.numbers.take(id, { form, of }));
    // The letter of transfer names its enclosures: it is made with its package.
    if (form !== 'F27') must(await room.documents.current(id, { form, of }));
  }
}

describe('the dossier', () => {
  it('of case D is bound with real page numbers, scans in place, once everything is there', async () => {
    at = await sampleRoom('d');
    const { room, id } = at;
    const before = must(await room.dossiers.check(id));
    expect(before.rows).toHaveLength(13);
    expect(before.checks.find((check) => check.code === 'completeness')?.passed).toBe(false);
    expect((await room.dossiers.make(id)).ok).toBe(false);

    await issueAll(room, id);
    const entry = must(await room.dossiers.make(id));
    const { pdf } = must(await room.documents.read(id, entry));
    const pages = textOfPages(pdf);
    const { state } = must(await room.cases.open(id));
    expect(state.documents.at(-1)).toMatchObject({ form: 'dossier', pages: pages.length, current: true });

    const contents = pages.findIndex((page) => page.replace(/\s/gu, '').includes('卷内目录'));
    const listed = [...(pages[contents] ?? '').matchAll(/^\s*\d+\s+(\S.*?)\s+(\d+)\s*$/gmu)];
    expect(listed.length).toBeGreaterThan(10);
    for (const [, title = '', number = ''] of listed) {
      const page = pages.find((text, index) => index > contents && text.trimStart().startsWith(number));
      expect(page, `${title} on page ${number}`).toBeDefined();
    }
    const after = must(await room.dossiers.check(id));
    expect(after.checks.filter((check) => !check.passed)).toEqual([]);
    expect(must(await room.dossiers.make(id))).toBe(entry);
  }, 60_000);

  it('is not archived while something is missing, unless a reason is given, which is kept', async () => {
    at = await sampleRoom('c');
    const { room, id } = at;
    const refused = await room.dossiers.archive(id);
    expect(codes(refused)[0]).toBe('archive-needs-reason');
    expect(must(await room.cases.open(id)).state.archiving).toBeUndefined();
    expect(codes(await room.dossiers.archive(id, '  '))).toContain('archive-needs-reason');
    must(await room.dossiers.archive(id, '当事人身份证原件次日补交，负责人同意先行归档'));
    const { state, journal } = must(await room.cases.open(id));
    expect(state.archiving).toMatchObject({ on: '2024-04-25', by: '谢怀舟' });
    expect(state.archiving?.missing.length).toBeGreaterThan(0);
    expect(journal[0]?.zh).toContain('负责人同意先行归档');
    expect(codes(await room.dossiers.archive(id, '再来一次'))).toEqual(['already-archived']);
  }, 60_000);

  it('out of date after a change is bound anew', async () => {
    at = await sampleRoom('f');
    const { room, id } = at;
    await issueAll(room, id);
    const first = must(await room.dossiers.make(id));
    const { state } = must(await room.cases.open(id));
    const note = { kind: 'paper-set', data: { form: 'F17', of: 'case', set: { text: '光盘一张。' } } };
    must(await room.cases.write(id, state.heads, [note]));
    const second = must(await room.dossiers.make(id));
    expect(second).not.toBe(first);
    const { documents } = must(await room.cases.open(id)).state;
    expect(documents.find((each) => each.entry === first)?.current).toBe(false);
  }, 60_000);
});
