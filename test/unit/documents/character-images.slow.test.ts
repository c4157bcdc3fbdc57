import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import type { CaseState } from '../../../electron/core/domain/case/case-state';
import { openCharacterImages } from '../../../electron/core/documents/fonts/character-images';
import { characterPicture } from '../../../electron/core/documents/fonts/character-picture';
import { openFontChain } from '../../../electron/core/documents/fonts/font-chain';
import { missingGlyphs } from '../../../electron/core/documents/fonts/glyph-check';
import { formTemplate } from '../../../electron/core/documents/forms/registry';
import { glyphProblem } from '../../../electron/core/documents/glyph-problems';
import { writePdf } from '../../../electron/core/documents/layout/pdf-writer';
import { textSetter, type Setting } from '../../../electron/core/documents/layout/text-setter';
import { renderForm } from '../../../electron/core/documents/render-form';
import { caseF } from '../../fixtures/documents/case-f';
import { cropJpeg, cropPng } from './character-pictures';
import { drawnGlyphs } from './drawn-glyphs';
import { drawnText } from './drawn-text';
import { pagesAsPictures } from './pictures';
import { fonts, requestFor, textOf } from './support';

const chain = openFontChain(fonts);
const [person, organisation] = caseF.parties;
if (!person || !organisation || !caseF.agreement) throw new Error('case F has two parties and an agreement');
const images = new Map([['〓', cropPng()]]);
const body: Setting = { size: 12, leading: 21, width: 432, indent: 2, justify: true };

/** F12 of a case with pictures, past the check of glyphs. */
async function pdfWith(state: CaseState, characterImages: ReadonlyMap<string, Uint8Array>): Promise<Uint8Array> {
  const request = requestFor(state);
  const template = formTemplate('F12');
  const setter = textSetter(chain, characterImages);
  return (await writePdf(template.build(request, template, setter), request.printedAt, chain, setter)).pdf;
}

/** A page of single lines, as the flow of a form would hold them. */
async function pageOf(settings: readonly (readonly [string, Setting])[], characterImages = images): Promise<PNG> {
  const setter = textSetter(chain, characterImages);
  const flow = settings.map(([text, setting]) => ({
    node: { stack: setter.lines(text, setting) },
    textLines: 0,
  }));
  const marks = { form: '', number: '', sample: false };
  const document = { title: '', author: '', subject: '', flow, marks };
  const { pdf } = await writePdf(document, '2024-04-25T10:30:00+08:00', chain, setter);
  return PNG.sync.read(pagesAsPictures(pdf, 144)[0] ?? Buffer.alloc(0));
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Edges in points of what is dark between two heights of the page; `from` and `to` in points from the top. */
function inkBetween(page: PNG, from: number, to: number): Box {
  const box = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
  for (let y = from * 2; y < to * 2; y += 1)
    for (let x = 0; x < page.width; x += 1)
      if ((page.data[(y * page.width + x) * 4] ?? 255) < 128) {
        box.left = Math.min(box.left, x / 2);
        box.right = Math.max(box.right, (x + 1) / 2);
        box.top = Math.min(box.top, y / 2);
        box.bottom = Math.max(box.bottom, (y + 1) / 2);
      }
  return box;
}

describe('the check of characters', () => {
  const check = (text: string, map?: ReadonlyMap<string, Uint8Array>) =>
    missingGlyphs([{ text, where: '申请人姓名', field: 'party.applicant.name' }], chain, map);

  it('〓 without a picture is a problem of its own that says how to add one', async () => {
    const rendered = await renderForm(
      requestFor({ ...caseF, parties: [{ ...person, name: '林〓' }, organisation] }),
      fonts,
    );
    if (rendered.ok) throw new Error('printed a stand-in');
    expect(rendered.problems).toHaveLength(1);
    expect(rendered.problems[0]).toMatchObject({ code: 'missing-character-image', field: 'party.applicant.name' });
    expect(rendered.problems[0]?.zh).toContain('“〓”（U+3013）表示打不出来的字');
    expect(rendered.problems[0]?.zh).toContain('裁出这一个字，在本案附件里登记为“外字影像”');
    expect(rendered.problems[0]?.en).toContain('character image');
  });

  it('a character with a picture is accepted, the others are still named', () => {
    expect(check('林〓', images)).toEqual([]);
    expect(check('林𰻞', new Map([['𰻞', cropPng()]]))).toEqual([]);
    expect(check('林𰻞〓', images).map((each) => [each.character, each.fault])).toEqual([['𰻞', 'no-glyph']]);
  });

  it('a picture that cannot be read, or is a whole photo, is a problem of its own', () => {
    const broken = new Map([['〓', cropPng().subarray(0, 300)]]);
    const [found] = check('林〓', broken);
    if (!found) throw new Error('accepted a broken picture');
    expect(found.fault).toBe('unreadable-image');
    expect(glyphProblem(found)).toMatchObject({ code: 'missing-character-image' });
    expect(check('林〓', new Map([['〓', cropPng(2100, 2100)]]))[0]?.fault).toBe('unreadable-image');
  });

  it('private-use characters stay refused beside pictures', () => {
    expect(check('柯\uE000〓', images).map((each) => each.fault)).toEqual(['private-use']);
  });

  it('two people with different unknown characters have a picture each', () => {
    const two = new Map([
      ['林〓', cropPng()],
      ['陈〓', cropJpeg()],
    ]);
    expect(check('林〓与陈〓', two)).toEqual([]);
    expect(check('王〓', two).map((each) => each.fault)).toEqual(['stand-in']);
    const opened = openCharacterImages(two);
    const marked = Array.from(opened.mark('林〓、陈〓、林〓'));
    expect(marked[1]).toBe(marked[7]);
    expect(marked[1]).not.toBe(marked[4]);
    expect(Object.keys(opened.pictures)).toHaveLength(2);
  });
});

describe('a pictured character in a line', () => {
  it('takes exactly one em in every size, weight and kind of figures', () => {
    const setter = textSetter(chain, images);
    for (const size of [9, 10.5, 12, 20])
      for (const bold of [false, true])
        for (const tabular of [false, true]) {
          const setting = { size, bold, tabular };
          expect(setter.width('〓', setting)).toBe(size);
          expect(setter.width('林〓12', setting)).toBeCloseTo(setter.width('林12', setting) + size, 6);
        }
  });

  it('breaks lines as any Han character would', () => {
    const text = '申请人林〓与被申请人海丝岬银行就信用卡透支一事自愿达成协议。'.repeat(9);
    const lines = textSetter(chain, images).lines(text, body);
    const plain = textSetter(chain).lines(text.replaceAll('〓', '林'), body);
    expect(lines).toHaveLength(plain.length);
    expect(lines.some((line) => 'stack' in line)).toBe(true);
  });

  it.each([
    ['left', 79.4 + 12],
    ['center', 79.4 + (436.6 - 36) / 2 + 12],
    ['right', 79.4 + 436.6 - 24],
  ] as const)('stands at its place, aligned %s', async (align, left) => {
    const width = 436.6;
    const page = await pageOf([['　〓　'.replaceAll('　', '一'), { size: 12, leading: 21, width, align }]]);
    // The bars of 一 stand beside the sign; only its frame reaches above them.
    const ink = inkBetween(page, 72, 72 + 21 * 0.35);
    expect(ink.left).toBeGreaterThan(left);
    expect(ink.left).toBeLessThan(left + 1.6);
    expect(ink.right).toBeLessThan(left + 12);
    expect(ink.right).toBeGreaterThan(left + 10.4);
  });

  it('has its foot and its head where Han characters have theirs', async () => {
    const setting: Setting = { size: 20, leading: 34, width: 436, align: 'left' };
    const sign = inkBetween(await pageOf([['〓', setting]]), 60, 120);
    const han = inkBetween(await pageOf([['国', setting]]), 60, 120);
    expect(Math.abs(sign.top - han.top)).toBeLessThan(1.5);
    expect(Math.abs(sign.bottom - han.bottom)).toBeLessThan(1.5);
    expect(Math.abs(sign.left - han.left)).toBeLessThan(1.5);
  });

  it('prints in fields, running text, tables and the signature grid; the text beneath is the stand-in', async () => {
    const name = '林〓';
    const pdf = await pdfWith(
      {
        ...caseF,
        facts: `申请人${name}称，${caseF.facts}`.repeat(3),
        parties: [{ ...person, name }, organisation],
        mediators: ['卢〓'],
      },
      new Map([
        ['〓', cropPng()],
        ['𰻞', cropJpeg()],
      ]),
    );
    const text = textOf(pdf);
    expect(text).toContain('姓名林〓性别');
    expect(text).toContain('申请人：林〓');
    expect(text).toContain('人民调解员：卢〓');
    expect(drawnGlyphs(pdf)).not.toContain(0);
    // One picture, drawn at each place: /Subtype /Image stands once in the file.
    expect(
      Buffer.from(pdf)
        .toString('latin1')
        .match(/\/Subtype \/Image/gu),
    ).toHaveLength(1);
    expect(Buffer.from(await pdfWith({ ...caseF }, images)).includes('/Subtype /Image')).toBe(false);
  });

  it('flows over pages in a field that is longer than one', async () => {
    const address = Array.from({ length: 500 }, (_, index) => `〓路${index + 1}号`).join('，');
    const pdf = await pdfWith({ ...caseF, parties: [{ ...person, address }, organisation] }, images);
    expect(await drawnText(pdf)).toContain(address);
    expect(drawnGlyphs(pdf)).not.toContain(0);
    const pages = pagesAsPictures(pdf);
    expect(pages.length).toBeGreaterThan(3);
  });

  it('the same case and pictures give the same bytes', async () => {
    const state = { ...caseF, parties: [{ ...person, name: '林〓' }, organisation] };
    const once = await pdfWith(state, new Map([['〓', cropPng()]]));
    const again = await pdfWith(state, new Map([['〓', cropPng()]]));
    expect(Buffer.from(once).equals(Buffer.from(again))).toBe(true);
  });
});

describe('the crop as it is printed', () => {
  const greyAt = (bytes: Uint8Array, across: number, down: number): number => {
    const png = PNG.sync.read(Buffer.from(bytes));
    return png.data[(Math.floor(png.height * down) * png.width + Math.floor(png.width * across)) * 4] ?? -1;
  };

  it('loses the tint of the card and keeps the sign, from PNG and JPEG', () => {
    for (const crop of [cropPng(), cropJpeg()]) {
      const picture = characterPicture(crop) ?? new Uint8Array();
      expect(greyAt(picture, 0.5, 0.7)).toBeGreaterThan(235);
      expect(greyAt(picture, 0.5, 0.25)).toBeLessThan(30);
    }
  });

  it('keeps its proportions, centred on white', () => {
    const picture = characterPicture(cropPng(50, 100)) ?? new Uint8Array();
    expect(greyAt(picture, 0.1, 0.5)).toBe(255);
    expect(greyAt(picture, 0.5, 0.25)).toBeLessThan(30);
  });

  it('stands upright as the camera says', () => {
    // 6: the camera was held so that the stored top is at the right.
    const turned = characterPicture(cropJpeg(90, 90, 6)) ?? new Uint8Array();
    expect(greyAt(turned, 0.75, 0.5)).toBeLessThan(30);
    expect(greyAt(turned, 0.5, 0.25)).toBeGreaterThan(235);
    const over = characterPicture(cropJpeg(90, 90, 3)) ?? new Uint8Array();
    expect(greyAt(over, 0.5, 0.75)).toBeLessThan(30);
  });
});
