import { FORMS } from '../forms/form-facts';
import { isFormId } from '../forms/form-ids';
import { titleOfPaper } from '../forms/case-papers';
import { paperFields } from '../forms/paper-fields';
import { shanghaiDateOf } from '../time/calendar-date';
import type { CaseState } from './case-state';
import { FIELD_TABLE } from './field-table';
import type { Words } from './vocabulary-words';

/** A thing in both languages, as it crosses to a screen. */
export interface InWords {
  readonly zh: string;
  readonly en: string;
}

/** Who acts for the committee in `signature.BY`. */
const OFFICER_WORDS: ReadonlyMap<string, Words> = new Map([
  ['mediator', ['调解员', 'the mediator']],
  ['committee', ['调解委员会', 'the committee']],
]);

const RECORD_WORDS: ReadonlyMap<string, Words> = new Map([
  ['party', ['当事人', 'party']],
  ['session', ['调解记录', 'session']],
  ['evidence', ['证据', 'evidence']],
  ['attachment', ['附件', 'attachment']],
  ['transfer', ['移送材料', 'transfer']],
]);

/**
 * A field of the registers as a person names it（字段名称）: `case.amountFen` is 争议金额, `party.ke.phone` is 柯龙䶮的联系电话 where
 * the state is given and 当事人的联系电话 else. What this version does not know keeps its own name.
 */
export function fieldWords(path: string, state?: CaseState): InWords {
  const [head = '', key = '', third = '', ...rest] = path.split('.');
  const below = path.slice(head.length + 1);
  switch (head) {
    case 'number':
      return { zh: '协议编号', en: 'agreement number' };
    case 'numbers':
      return join(paperWords(key, below.slice(key.length + 1), state), ['文号', 'number']);
    case 'paper':
      return join(paperWords(key, third, state), paperField(key, rest.join('.')));
    case 'signature':
      return join(OFFICER_WORDS.get(below) ?? partyWords(below, state), ['签名', 'signature']);
    case 'approval':
      return join(
        [below.slice(key.length + 1), below.slice(key.length + 1)],
        ['对协议的审批', 'approval of the agreement'],
      );
    default: {
      const record = RECORD_WORDS.get(head);
      if (record === undefined) return join(null, nameOf(head, below));
      return join(recordWords(head, key, record, state), nameOf(head, below.slice(key.length + 1)));
    }
  }
}

const join = (of: Words | null, field: Words): InWords =>
  of === null ? { zh: field[0], en: field[1] } : { zh: `${of[0]}的${field[0]}`, en: `${field[1]} (${of[1]})` };

function nameOf(head: string, field: string): Words {
  const table = Object.hasOwn(FIELD_TABLE, head) ? FIELD_TABLE[head] : undefined;
  const found = table && Object.hasOwn(table, field) ? table[field] : undefined;
  return found?.words ?? [field, field];
}

/** A party by its short name; 当事人 where the case does not know it any more. */
export function partyWords(key: string, state?: CaseState): Words {
  const party = state?.parties.find((each) => each.key === key);
  const name = party === undefined ? '' : (party.shortName ?? '') || party.name;
  return name === '' ? ['当事人', 'party'] : [name, name];
}

function recordWords(head: string, key: string, record: Words, state?: CaseState): Words {
  if (head === 'party') return partyWords(key, state);
  const session = head === 'session' ? state?.sessions.find((each) => each.id === key) : undefined;
  if (session) {
    const day = shanghaiDateOf(session.startedAt);
    return [`${day}${record[0]}`, `${record[1]} of ${day}`];
  }
  const named =
    head === 'evidence' || head === 'attachment'
      ? (head === 'evidence' ? state?.evidence : state?.attachments)?.find((each) => each.key === key)?.name
      : undefined;
  return named === undefined ? record : [`${record[0]}“${named}”`, `${record[1]} "${named}"`];
}

function paperWords(form: string, of: string, state?: CaseState): Words {
  if (!isFormId(form)) return [form, form];
  if (!state) return [FORMS[form].zh, FORMS[form].en];
  const { zh, en } = titleOfPaper(form, of, state);
  return [zh, en];
}

function paperField(form: string, name: string): Words {
  const spec = isFormId(form) ? paperFields(form).find((each) => each.name === name) : undefined;
  return spec ? [spec.zh, spec.en] : [name, name];
}
