import { describe, expect, it } from 'vitest';
import type { CaseState, Payment } from '../../../electron/core/domain/case/case-state';
import { addDays } from '../../../electron/core/domain/time/calendar-date';
import { paragraphs } from '../../../electron/core/documents/blocks/clauses';
import { openFontChain } from '../../../electron/core/documents/fonts/font-chain';
import { PAGE } from '../../../electron/core/documents/layout/page';
import { writePdf } from '../../../electron/core/documents/layout/pdf-writer';
import { textSetter } from '../../../electron/core/documents/layout/text-setter';
import { renderForm } from '../../../electron/core/documents/render-form';
import { caseF } from '../../fixtures/documents/case-f';
import { drawnGlyphs } from './drawn-glyphs';
import { drawnText, misplaced } from './drawn-text';
import { fonts, pdfOf, requestFor } from './support';

const [person, organisation] = caseF.parties;
const { agreement } = caseF;
if (!person || !organisation || !agreement) throw new Error('case F has two parties and an agreement');

const edges = [PAGE.left, PAGE.width - PAGE.right] as const;
const named = (name: string): CaseState => ({ ...caseF, parties: [{ ...person, name }, organisation] });
async function problemsOf(state: CaseState) {
  const rendered = await renderForm(requestFor(state), fonts);
  return rendered.ok ? [] : rendered.problems;
}

/** Han text in which every stretch of ten characters is another: what is lost or moved is seen. */
const HAN = Array.from('天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往秋收冬藏闰余成岁律吕调阳云腾致雨露结为霜');
function counted(length: number, from = 0): string {
  const signs: string[] = [];
  for (let at = from; signs.length < length; at += 1) {
    const tens = [at % 40, Math.floor(at / 40) % 40, Math.floor(at / 1600) % 40];
    signs.push(...tens.map((place) => HAN[place] ?? '天'), ...Array.from('分期偿还本息'), '，');
  }
  return `${signs.slice(0, length - 1).join('')}。`;
}

describe('text of any length flows over the pages and is whole', () => {
  it('a clause of 50,000 characters', async () => {
    const clause = counted(50_000);
    const { pdf, pages } = await pdfOf({ ...caseF, agreement: { ...agreement, clauses: [clause] } });
    expect(pages).toBeGreaterThan(40);
    expect(await drawnText(pdf)).toContain(`一、${clause}`);
    expect(drawnGlyphs(pdf)).not.toContain(0);
  });

  it('a record of thirty pages with paragraphs, questions and answers', async () => {
    const record = Array.from({ length: 420 }, (_, index) => `${index % 2 ? '答' : '问'}：${counted(70, index * 7)}`);
    const chain = openFontChain(fonts);
    const setter = textSetter(chain);
    const document = {
      title: '调解记录',
      author: '',
      subject: '',
      flow: paragraphs(record.join('\n'), setter),
      marks: { form: 'F11', number: '', sample: false },
    };
    const { pdf, pages } = await writePdf(document, '2024-04-25T10:30:00+08:00', chain, setter);
    expect(pages).toBeGreaterThanOrEqual(25);
    expect(await drawnText(pdf)).toBe(record.join(''));
    expect(drawnGlyphs(pdf)).not.toContain(0);
    expect(await misplaced(pdf, ...edges)).toEqual([]);
  });

  it('a plan of 200 instalments, each on paper once and in order', async () => {
    const payments: readonly Payment[] = Array.from({ length: 200 }, (_, index) => ({
      payer: 'respondent',
      payee: 'applicant',
      amountFen: 100_001 + index * 7,
      dueOn: addDays('2024-10-01', index * 30),
    }));
    const { pdf } = await pdfOf({ ...caseF, agreement: { ...agreement, payments } });
    const text = await drawnText(pdf);
    const rows = [...text.matchAll(/(\d{1,3})(\d{4}年\d+月\d+日)[￥¥](\d,\d{3}\.\d{2})/gu)];
    expect(rows).toHaveLength(200);
    expect(rows.map((row) => Number(row[3]?.replace(',', '')) * 100)).toEqual(
      payments.map((payment) => payment.amountFen),
    );
    expect(text).toContain('以上共200期');
    expect(await misplaced(pdf, ...edges)).toEqual([]);
  });
});

describe('long names', () => {
  const uyghur = '阿卜杜热合曼·阿卜杜克里木·艾力·吐尔逊·买买提明·帕丽扎提·库尔班尼亚孜';
  const hundred = counted(120);

  it('a name of more than thirty characters with middle dots', async () => {
    const { pdf } = await pdfOf(named(uyghur));
    const text = await drawnText(pdf);
    expect(text.split(uyghur).length - 1).toBeGreaterThanOrEqual(2);
    expect(await misplaced(pdf, ...edges)).toEqual([]);
  });

  it('more than a hundred characters in every field of the parties, and at their places in the grid', async () => {
    const value = (at: number): string => counted(120, at * 17);
    const representative = {
      name: value(1),
      kind: 'lawyer',
      sex: 'female',
      document: { type: 'passport', number: `P${'0123456789'.repeat(12)}` },
      position: value(2),
      phone: '1990000'.repeat(16),
    } as const;
    const state: CaseState = {
      ...caseF,
      parties: [
        {
          ...person,
          name: value(3),
          occupation: value(4),
          address: value(5),
          phone: '1990001'.repeat(16),
          representatives: [representative],
        },
        {
          ...organisation,
          name: value(6),
          address: value(7),
          legalRepresentative: { name: value(8), position: value(9) },
          representatives: [{ ...representative, name: value(10) }],
        },
      ],
      mediators: [uyghur, `${uyghur}·二`],
      recorder: `${uyghur}·三`,
    };
    const committee = counted(50, 400);
    const { pdf } = await pdfOf(state, { organisation: { name: committee, numberAbbreviation: '某', sample: true } });
    const text = await drawnText(pdf);
    for (const at of [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]) expect(text, `value ${at}`).toContain(value(at));
    expect(text).toContain('1990001'.repeat(16));
    for (const officer of [`人民调解员：${uyghur}`, `${uyghur}·二`, `记录人：${uyghur}·三`, committee])
      expect(text).toContain(officer);
    for (const at of [1, 3, 6, 10]) expect(text.split(value(at)).length - 1, `value ${at}`).toBeGreaterThanOrEqual(2);
    expect(await misplaced(pdf, ...edges)).toEqual([]);
    expect(drawnGlyphs(pdf)).not.toContain(0);
  });

  it('two in one case, among the instalments too', async () => {
    const payments: readonly Payment[] = [
      { payer: 'respondent', payee: 'applicant', amountFen: 100, dueOn: '2024-10-01', account: '6299990000000002026' },
      { payer: 'applicant', payee: 'respondent', amountFen: 100, dueOn: '2024-11-01' },
    ];
    const state = {
      ...caseF,
      parties: [{ ...person, name: hundred }, { ...person, key: 'second', name: uyghur }, organisation],
      agreement: { ...agreement, payments },
    };
    const { pdf } = await pdfOf(state);
    expect(await drawnText(pdf)).toContain(`${hundred}→`);
    expect(await misplaced(pdf, ...edges)).toEqual([]);
  });
});

describe('what must not be printed is a named problem, and nothing is printed', () => {
  it.each<[string, string, string, string]>([
    ['a control character', '林\u0007', 'U+0007', '控制字符'],
    ['a zero width space', '林\u200B静', 'U+200B', '零宽空格'],
    ['a byte order mark', '\uFEFF林静', 'U+FEFF', '零宽不换行空格'],
    ['a soft hyphen', '林\u00AD静', 'U+00AD', '软连字符'],
    ['a zero width joiner', '林\u200D静', 'U+200D', '零宽连字'],
    ['half a surrogate pair, the first', '林\uD870', 'U+D870', '半个字符'],
    ['half a surrogate pair, the second', '\uDF86林', 'U+DF86', '半个字符'],
    ['a line separator in a name', '林\u2028静', 'U+2028', '控制字符'],
  ])('%s', async (_name, name, codePoint, words) => {
    const problems = await problemsOf(named(name));
    expect(problems.length).toBeGreaterThan(0);
    expect(problems[0]).toMatchObject({ code: 'control-character', field: 'party.applicant.name' });
    expect(problems[0]?.zh).toContain(codePoint);
    expect(problems[0]?.zh).toContain(words);
  });

  it.each([0x200e, 0x200f, 0x061c, 0x202a, 0x202b, 0x202c, 0x202d, 0x202e, 0x2066, 0x2067, 0x2068, 0x2069])(
    'the direction control %i, by its name, because it could turn what is read',
    async (point) => {
      const clauses = [`支付人民币${String.fromCodePoint(point)}100元。`];
      const [problem] = await problemsOf({ ...caseF, agreement: { ...agreement, clauses } });
      expect(problem).toMatchObject({ code: 'control-character', field: 'agreement.clauses' });
      expect(problem?.zh).toContain(`U+${point.toString(16).toUpperCase().padStart(4, '0')}`);
      expect(problem?.zh).toContain('先后顺序');
      expect(problem?.zh).toMatch(/方向|从左到右|从右到左/u);
      expect(problem?.en).toContain('order of what is printed');
    },
  );

  it.each<[string, string, string]>([
    ['a face', '😀', 'U+1F600'],
    ['a family of joined signs', '👨‍👩‍👧', 'U+1F468 U+200D U+1F469 U+200D U+1F467'],
    ['a flag', '🇨🇳', 'U+1F1E8 U+1F1F3'],
    ['a sign with the emoji selector', '❤️', 'U+2764 U+FE0F'],
    ['a keycap', '1️⃣', 'U+0031 U+FE0F U+20E3'],
    ['a tone of skin', '👍🏽', 'U+1F44D U+1F3FD'],
  ])('%s', async (_name, sign, codePoint) => {
    const [problem, ...others] = await problemsOf({ ...caseF, facts: `${caseF.facts}谢谢${sign}` });
    expect(others).toEqual([]);
    expect(problem).toMatchObject({ code: 'missing-glyph', field: 'case.facts' });
    expect(problem?.zh).toContain('表情符号');
    expect(problem?.zh).toContain(codePoint);
  });

  it('an ideographic variant, with both code points and the picture as a way out', async () => {
    const [problem, ...others] = await problemsOf(named('葛\u{E0100}明'));
    expect(others).toEqual([]);
    expect(problem).toMatchObject({ code: 'missing-glyph', field: 'party.applicant.name' });
    expect(problem?.zh).toContain('U+845B U+E0100');
    expect(problem?.zh).toContain('异体字');
    expect(problem?.zh).toContain('外字影像');
  });

  it('private-use characters of every plane', async () => {
    for (const sign of ['\uE863', '\u{F0000}', '\u{10FFFD}']) {
      const [problem] = await problemsOf(named(`柯龙${sign}`));
      expect(problem, sign).toMatchObject({ code: 'private-use-character', field: 'party.applicant.name' });
      expect(problem?.zh).toContain('外字影像');
    }
  });

  it('a name in Uyghur letters, as a word, with the name in Chinese characters as the way out', async () => {
    const [problem, ...others] = await problemsOf(named('ئەركىن'));
    expect(others).toEqual([]);
    expect(problem).toMatchObject({ code: 'missing-glyph', field: 'party.applicant.name' });
    expect(problem?.zh).toContain('“ئەركىن”');
    expect(problem?.zh).toContain('身份证上的汉字姓名');
    expect(problem?.en).toContain('Chinese characters as on the identity card');
  });

  it('several faults in several places are all told at once', async () => {
    const problems = await problemsOf({ ...named('林\u200B〓'), facts: `${caseF.facts}😀𰻞` });
    expect(problems.map((each) => [each.code, each.field])).toEqual([
      ['control-character', 'party.applicant.name'],
      ['missing-character-image', 'party.applicant.name'],
      ['missing-glyph', 'case.facts'],
      ['missing-glyph', 'case.facts'],
    ]);
  });
});
