import { describe, expect, it } from 'vitest';
import { clauseNumber } from '../../../electron/core/documents/blocks/clauses';
import { capitalCount, copiesSentence } from '../../../electron/core/documents/blocks/copies';
import { FORMS } from '../../../electron/core/domain/forms/form-facts';
import { FORM_IDS } from '../../../electron/core/domain/forms/form-ids';
import { formTemplate } from '../../../electron/core/documents/forms/registry';

describe('pieces of the forms', () => {
  it('clauses are numbered 一 to 十 and on', () => {
    expect([1, 2, 10, 11, 20, 24, 99, 100, 103, 110, 215].map(clauseNumber)).toEqual([
      '一',
      '二',
      '十',
      '十一',
      '二十',
      '二十四',
      '九十九',
      '一百',
      '一百零三',
      '一百一十',
      '二百一十五',
    ]);
    expect(() => clauseNumber(0)).toThrow(RangeError);
  });

  it('copies are counted in capital numerals', () => {
    expect([1, 3, 4, 10, 12, 20].map(capitalCount)).toEqual(['壹', '叁', '肆', '壹拾', '壹拾贰', '贰拾']);
    expect(() => capitalCount(100)).toThrow(RangeError);
  });

  it('there is a copy for each party, the committee and, where wanted, the court', () => {
    expect(copiesSentence(5, true)).toBe(
      '本协议一式伍份，当事人、人民调解委员会各持一份，另一份由当事人共同申请司法确认时提交人民法院。',
    );
  });

  it('each form has a version, a day of effect and a title in both languages', () => {
    for (const id of FORM_IDS) {
      const template = formTemplate(id);
      expect(template.id).toBe(id);
      expect(template.version).toMatch(/^\d+\.\d+$/u);
      expect(template.effectiveFrom).toMatch(/^\d{4}-\d{2}-\d{2}$/u);
      expect(FORMS[id].zh.length * FORMS[id].en.length).toBeGreaterThan(0);
    }
  });
});
