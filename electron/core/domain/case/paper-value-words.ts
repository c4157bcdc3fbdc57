import type { FieldSpec } from '../forms/field-spec';
import { instantWords, lists, moneyWords, plain, yesNo } from './plain-words';
import type { Words } from './vocabulary-words';

/** A value of a paper's own field in words, by the description of the field. */
export function specWords(spec: FieldSpec, value: unknown): Words {
  switch (spec.kind) {
    case 'money':
      return moneyWords(value);
    case 'instant':
      return instantWords(value);
    case 'yes-no':
      return yesNo(value);
    case 'lines':
      return lists(value, (each) => [plain(each), plain(each)], ['；', '; ']);
    case 'choice':
    case 'choices': {
      const chosen = (each: unknown): Words => {
        const found = spec.choices.find((choice) => choice.value === each);
        return found ? [found.zh, found.en] : [plain(each), plain(each)];
      };
      return lists(value, chosen, ['、', ', ']);
    }
    case 'rows':
      return lists(value, (row) => rowWords(spec.columns, row as Readonly<Record<string, unknown>>), ['；', '; ']);
    case 'line':
    case 'text':
    case 'date':
    case 'count':
      return [plain(value), plain(value)];
  }
}

function rowWords(columns: readonly FieldSpec[], row: Readonly<Record<string, unknown>>): Words {
  const cells = columns.filter(({ name }) => row[name] !== undefined).map((spec) => specWords(spec, row[spec.name]));
  return [cells.map(([zh]) => zh).join(' '), cells.map(([, en]) => en).join(' ')];
}
