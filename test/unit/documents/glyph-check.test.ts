import { describe, expect, it } from 'vitest';
import { openFontChain } from '../../../electron/core/documents/fonts/font-chain';
import { FONT_FILES, type FontSource } from '../../../electron/core/documents/fonts/font-source';
import { missingGlyphs } from '../../../electron/core/documents/fonts/glyph-check';
import { renderForm } from '../../../electron/core/documents/render-form';
import { caseA } from '../../fixtures/documents/case-a';
import { caseF } from '../../fixtures/documents/case-f';
import { fonts, pdfOf, requestFor } from './support';

const chain = openFontChain(fonts);
const check = (text: string, multiline = false) =>
  missingGlyphs([{ text, where: '申请人姓名', field: 'party.applicant.name', multiline }], chain);
const [person, organisation] = caseF.parties;
if (!person || !organisation) throw new Error('case F has two parties');
const named = (name: string) => requestFor({ ...caseF, parties: [{ ...person, name }, organisation] });

describe('a character without a glyph', () => {
  it('stops the print, named with its code point, its place and what to do', async () => {
    const rendered = await renderForm(named('林𰻞'), fonts);
    if (rendered.ok) throw new Error('printed an empty box');
    expect(rendered.problems).toHaveLength(1);
    expect(rendered.problems[0]).toMatchObject({ code: 'missing-glyph', field: 'party.applicant.name' });
    expect(rendered.problems[0]?.zh).toContain('“𰻞”（U+30EDE）');
    expect(rendered.problems[0]?.zh).toContain('申请人姓名');
    expect(rendered.problems[0]?.zh).toContain('照片附卷');
    expect(rendered.problems[0]?.en).toContain('U+30EDE');
  });

  it('is named once a place, in each place', () => {
    const found = missingGlyphs(
      [
        { text: '𰻞𰻞', where: '姓名', field: 'a' },
        { text: '𰻞', where: '事实', field: 'b' },
      ],
      chain,
    );
    expect(found.map(({ character, codePoint, where }) => ({ character, codePoint, where }))).toEqual([
      { character: '𰻞', codePoint: 'U+30EDE', where: '姓名' },
      { character: '𰻞', codePoint: 'U+30EDE', where: '事实' },
    ]);
  });

  it('private-use and control characters are refused, line breaks only outside running text', () => {
    expect(check('柯龙\uE863').map((each) => [each.fault, each.codePoint])).toEqual([['private-use', 'U+E863']]);
    expect(check('林\u200B静').map((each) => [each.fault, each.codePoint])).toEqual([['control', 'U+200B']]);
    expect(check('林\u0007').map((each) => each.fault)).toEqual(['control']);
    expect(check('第一行\n第二行', true)).toEqual([]);
    expect(check('第一行\n第二行').map((each) => each.codePoint)).toEqual(['U+000A']);
  });

  it('half a surrogate pair is refused, not printed as something else', () => {
    expect(check('林\uD870').map((each) => each.fault)).toEqual(['control']);
  });

  it('a variation selector that would change nothing on paper is refused with both code points', () => {
    expect(check('葛\u{E0101}').map((each) => each.codePoint)).toEqual(['U+845B U+E0101']);
  });
});

describe('the font chain', () => {
  it('takes the first font that has the character and merges neighbours', () => {
    expect(chain.runs('柯龙䶮、林𬎆𪚥和庄𬭊', false)).toEqual([
      { text: '柯龙䶮、林', font: 'NotoSerifSC' },
      { text: '𬎆𪚥', font: 'HanaMinB' },
      { text: '和庄𬭊', font: 'NotoSerifSC' },
    ]);
  });

  it('reads the large fallback font only when a character needs it', async () => {
    const read: string[] = [];
    const counting: FontSource = {
      read(file) {
        read.push(file);
        return fonts.read(file);
      },
    };
    expect((await renderForm(requestFor(caseA), counting)).ok).toBe(true);
    expect(read.sort()).toEqual([FONT_FILES.regular, FONT_FILES.bold].sort());
    expect((await renderForm(requestFor(caseF), counting)).ok).toBe(true);
    expect(read.filter((file) => file === FONT_FILES.rare)).toHaveLength(1);
  });

  it('a missing font file is named', async () => {
    const none: FontSource = { read: (file) => fonts.read(`no-${file}`) };
    await expect(renderForm(requestFor(caseA), none)).rejects.toThrow('no-NotoSerifSC_400Regular.ttf is missing');
  });

  it('has the fonts that the sample cases need', async () => {
    expect((await pdfOf(caseF)).pages).toBeGreaterThan(0);
  });
});
