import type { z } from 'zod';
import type { FieldProblem } from '../checks/field-problem';

type Issue = z.core.$ZodIssue;

/**
 * Turns a schema's finding into words for the person who has to correct the file: field, reason, remedy. The finding must
 * carry its input (zod's `reportInput`), else all that is wrong looks missing.
 */
export function inWords(issue: Issue): FieldProblem {
  const field = issue.path.map(String).join('.') || '(file)';
  const [code, zh, en] = words(issue);
  return { field, code, zh: `${field}：${zh}`, en: `${field}: ${en}` };
}

type Words = readonly [code: string, zh: string, en: string];

const MISSING: Words = ['field-missing', '缺少这一项，请补上。', 'this item is missing; add it.'];

const EXPECTED: Readonly<Record<string, string>> = {
  string: '带引号的文本',
  boolean: 'true 或 false',
  array: '列表 [ ]',
  object: '对象 { }',
};

function words(issue: Issue): Words {
  switch (issue.code) {
    case 'invalid_type':
      if (issue.input === undefined) return MISSING;
      return [
        'field-type',
        `类型不对，应为${EXPECTED[issue.expected] ?? issue.expected}，请改正。`,
        `wrong type, expected ${issue.expected}; correct it.`,
      ];
    case 'invalid_value': {
      if (issue.input === undefined) return MISSING;
      const allowed = issue.values.map(String).join(' / ');
      return ['field-value', `不认识的值，可用：${allowed}。`, `unknown value; one of: ${allowed}.`];
    }
    case 'too_small':
      return [
        'field-short',
        `内容太少，至少要 ${issue.minimum} 个，请补全。`,
        `too few, at least ${issue.minimum}; complete it.`,
      ];
    case 'too_big':
      return [
        'field-long',
        `内容太多，最多 ${issue.maximum} 个，请删减。`,
        `too many, at most ${issue.maximum}; shorten it.`,
      ];
    case 'custom':
      return ['field-date', '日期不存在，请按 2024-04-25 的样子填写。', 'no such date; write it as 2024-04-25.'];
    case 'invalid_format':
      return issue.format === 'datetime'
        ? [
            'field-time',
            '时间不存在或没有时区，请按 2024-04-02T10:20:00+08:00 的样子填写。',
            'no such time, or one without its offset; write it as 2024-04-02T10:20:00+08:00.',
          ]
        : [
            'field-format',
            '格式不对，请对照格式说明改正（金额写成 21376.45，代号只用小写字母、数字和“-”）。',
            'wrong format; amounts as 21376.45, keys in a-z, 0-9 and "-".',
          ];
    case 'unrecognized_keys':
    case 'invalid_union':
    case 'invalid_key':
    case 'invalid_element':
    case 'not_multiple_of':
      return ['field-wrong', '内容不符合格式，请对照格式说明改正。', 'does not fit the format; correct it.'];
  }
}
