import { describe, expect, it } from 'vitest';
import { characters, compareNames, normaliseName } from '../../../../electron/core/domain/checks/name';

const dotted = (dot: string): string => `帕丽扎提${dot}库尔班`;

describe('names of domain.md 6.4', () => {
  it.each(['柯龙䶮', '庄𬭊', '林𬎆', '㛃', '帕丽扎提·库尔班', '𠅤', '𰻞'])('%s passes unchanged', (name) => {
    expect(normaliseName(name)).toEqual({ ok: true, value: name });
  });

  it.each(['\u2022', '\u2027', '\u30FB', '\uFF0E', '\u00B7'])('the dot %s becomes U+00B7', (dot) => {
    expect(normaliseName(dotted(dot))).toEqual({ ok: true, value: dotted('\u00B7') });
  });

  it('leaves U+FF0E alone that does not stand between Han characters', () => {
    expect(normaliseName('Ｊ．龙')).toEqual({ ok: true, value: 'Ｊ．龙' });
  });

  it('maps the private-use code of 䶮 and refuses any other with its code', () => {
    expect(normaliseName('柯龙\uE863')).toEqual({ ok: true, value: '柯龙䶮' });
    const refused = normaliseName('柯\uE000');
    expect(!refused.ok && refused.problem.code).toBe('name-private-use');
    expect(!refused.ok && refused.problem.zh).toContain('U+E000');
    const plane15 = normaliseName('柯\u{F0001}');
    expect(!plane15.ok && plane15.problem.detail?.['codePoint']).toBe('U+F0001');
  });

  it('does not compose compatibility ideographs', () => {
    expect(normaliseName('\uF900')).toEqual({ ok: true, value: '\uF900' });
  });

  it.each([
    ['  ', 'name-empty'],
    ['柯\u0007龙', 'name-control'],
    ['柯\n龙', 'name-control'],
    ['柯\u200B龙', 'name-control'],
    ['林?', 'name-replacement'],
    ['林？', 'name-replacement'],
    ['林\uFFFD', 'name-replacement'],
    ['林\uD86D', 'name-surrogate'],
  ])('refuses %j', (text, expected) => {
    const checked = normaliseName(text);
    expect(checked.ok ? 'ok' : checked.problem.code).toBe(expected);
  });

  it('trims blanks at both ends', () => {
    expect(normaliseName(' \u3000庄𬭊 ')).toEqual({ ok: true, value: '庄𬭊' });
  });
});

describe('characters', () => {
  it('counts what a reader sees, not code units', () => {
    expect('庄𬭊'.length).toBe(3);
    expect(characters('庄𬭊')).toEqual(['庄', '𬭊']);
    expect(characters('帕丽扎提·库尔班')).toHaveLength(8);
    expect(characters('葛\u{E0100}飾')).toHaveLength(2);
  });

  it('sorts by pinyin', () => {
    expect(['庄𬭊', '林𬎆', '柯龙䶮', '黄蕴棠'].toSorted(compareNames)).toEqual(['黄蕴棠', '柯龙䶮', '林𬎆', '庄𬭊']);
  });
});
