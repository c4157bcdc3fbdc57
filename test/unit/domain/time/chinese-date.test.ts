import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../../../electron/core/domain/time/calendar-date';
import {
  formatCheque,
  formatChinese,
  formatFormal,
  parseChineseDate,
} from '../../../../electron/core/domain/time/chinese-date';

describe('dates of domain.md 6.7', () => {
  it('has no leading zeros on forms', () => {
    expect(formatChinese('2024-04-25')).toBe('2024年4月25日');
    expect(formatChinese('2024-10-01')).toBe('2024年10月1日');
  });

  it.each([
    ['2024-04-25', '二〇二四年四月二十五日'],
    ['2010-10-10', '二〇一〇年十月十日'],
    ['2000-01-01', '二〇〇〇年一月一日'],
    ['2031-12-31', '二〇三一年十二月三十一日'],
    ['2020-02-20', '二〇二〇年二月二十日'],
  ])('%s is formally %s', (date, text) => {
    expect(formatFormal(date)).toBe(text);
    expect(text).toContain('\u3007');
  });

  it.each([
    ['2024-01-15', '贰零贰肆年零壹月壹拾伍日'],
    ['2024-10-20', '贰零贰肆年零壹拾月零贰拾日'],
    ['2024-11-30', '贰零贰肆年壹拾壹月零叁拾日'],
    ['2024-02-12', '贰零贰肆年零贰月壹拾贰日'],
    ['2024-03-09', '贰零贰肆年叁月零玖日'],
    ['2024-12-31', '贰零贰肆年壹拾贰月叁拾壹日'],
  ])('%s on a payment instrument is %s', (date, text) => {
    expect(formatCheque(date)).toBe(text);
  });
});

describe('reading', () => {
  it('reads back every style for any date', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100_000 }), (days) => {
        const date = addDays('1900-01-01', days);
        for (const text of [date, formatChinese(date), formatFormal(date), formatCheque(date)]) {
          expect(parseChineseDate(text)).toEqual({ ok: true, value: date });
        }
      }),
    );
  });

  it('allows leading zeros and spaces', () => {
    expect(parseChineseDate(' 2024 年 04 月 05 日 ')).toEqual({ ok: true, value: '2024-04-05' });
  });

  it.each([
    ['2024年2月30日', 'date-missing'],
    ['二〇二三年二月二十九日', 'date-missing'],
    ['2024年四十月1日', 'date-format'],
    ['二三月五日', 'date-format'],
    ['2024年二三月1日', 'date-format'],
    ['', 'date-format'],
    ['明天', 'date-format'],
  ])('refuses "%s" as %s', (text, code) => {
    const checked = parseChineseDate(text);
    expect(checked.ok ? 'ok' : checked.problem.code).toBe(code);
  });
});
