import { describe, expect, it } from 'vitest';
import { fieldSchema, type FieldSpec } from '../../../../electron/core/domain/forms/field-spec';
import { FORM_IDS } from '../../../../electron/core/domain/forms/form-ids';
import { paperFieldFault, paperFields } from '../../../../electron/core/domain/forms/paper-fields';

const named = { name: 'it', zh: '某项', en: 'it' } as const;
const choices = [
  { value: 'yes', zh: '是', en: 'yes' },
  { value: 'no', zh: '否', en: 'no' },
] as const;

const row: FieldSpec = { ...named, kind: 'rows', columns: [{ name: 'on', zh: '日期', en: 'day', kind: 'date' }] };

describe('a value is held against the kind of its field', () => {
  it.each<[FieldSpec['kind'], FieldSpec, unknown, unknown]>([
    ['line', { ...named, kind: 'line' }, '苏映潮', 7],
    ['text', { ...named, kind: 'text' }, '问：\n答：', null],
    ['lines', { ...named, kind: 'lines' }, ['一', '二'], '一'],
    ['date', { ...named, kind: 'date' }, '2024-02-29', '2023-02-29'],
    ['instant', { ...named, kind: 'instant' }, '2024-04-25T09:30:00+08:00', '2024-04-25T09:30:00'],
    ['yes-no', { ...named, kind: 'yes-no' }, false, 'no'],
    ['money', { ...named, kind: 'money' }, 82_765, 827.65],
    ['count', { ...named, kind: 'count' }, 15, -1],
    ['choice', { ...named, kind: 'choice', choices }, 'yes', 'perhaps'],
    ['choices', { ...named, kind: 'choices', choices }, ['yes', 'no'], ['yes', 'perhaps']],
    ['rows', row, [{ on: '2024-02-29' }, {}], [{ on: '2024-02-30' }]],
  ])('%s', (_, spec, fits, misfits) => {
    expect(fieldSchema(spec).safeParse(fits).success).toBe(true);
    expect(fieldSchema(spec).safeParse(misfits).success).toBe(false);
  });

  it('a cell that a newer version added to a row is kept', () => {
    expect(fieldSchema(row).parse([{ on: '2024-02-29', stamp: 'x' }])).toEqual([{ on: '2024-02-29', stamp: 'x' }]);
  });

  it('a line has its limit and running text a larger one', () => {
    const long = '长'.repeat(2_001);
    expect(fieldSchema({ ...named, kind: 'line' }).safeParse(long).success).toBe(false);
    expect(fieldSchema({ ...named, kind: 'text' }).safeParse(long).success).toBe(true);
  });
});

describe('the fields of a form', () => {
  it('have names of letters that differ, and words in both languages', () => {
    for (const form of FORM_IDS) {
      const names = paperFields(form).map((field) => field.name);
      expect(new Set(names).size).toBe(names.length);
      for (const field of paperFields(form)) {
        expect(field.name).toMatch(/^[A-Za-z]+$/u);
        expect([field.zh.trim(), field.en.trim()]).not.toContain('');
      }
    }
  });

  it('a form that asks for nothing has none', () => {
    expect(paperFields('F02')).toEqual([]);
    expect(paperFields('F12')).toEqual([]);
  });

  it('a wrong value is told, an unknown field too, a right one not', () => {
    expect(paperFieldFault('F15', 'visitedAt', '2024-07-03T10:00:00+08:00')).toBeNull();
    expect(paperFieldFault('F15', 'visitedAt', '昨天')).not.toBeNull();
    expect(paperFieldFault('F15', 'weather', '晴')).toBe('unknown field weather');
    expect(paperFieldFault('F12', 'anything', 1)).toBe('unknown field anything');
  });
});
