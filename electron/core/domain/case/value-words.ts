import { isFormId } from '../forms/form-ids';
import { paperFields } from '../forms/paper-fields';
import { partyWords, type InWords } from './field-words';
import { FIELD_TABLE, TRIAGE_WORDS, type ValueKind } from './field-table';
import { specWords } from './paper-value-words';
import { instantWords, lists, moneyWords, plain, same, textIn, wordIn, yesNo } from './plain-words';
import type { CaseState, Payment, Representative } from './case-state';
import { AUTHORITY_WORDS, DOCUMENT_TYPE_WORDS, REPRESENTATIVE_WORDS, type Words } from './vocabulary-words';

/** Longer text is cut in a comparison; the whole stands in its field. */
const MOST = 400;
const MOST_PAYMENTS = 3;
const CLEARED: Words = ['（清空）', '(cleared)'];

/**
 * A value of a field as a person reads it（字段内容）, for comparing what two rooms wrote: money in yuan from fen, days and
 * Shanghai time, lists, the first payments of a plan with its sum, terms instead of codes. `path` as in the registers; the
 * state gives parties their names. Total: what fits no description is shown as the text it is.
 */
export function valueWords(path: string, value: unknown, state?: CaseState): InWords {
  const [zh, en] = value === null || value === undefined ? CLEARED : wordsAt(path, value, state);
  return { zh: shorter(zh), en: shorter(en) };
}

function shorter(text: string): string {
  const signs = Array.from(text);
  return signs.length > MOST ? `${signs.slice(0, MOST).join('')}……` : text;
}

function wordsAt(path: string, value: unknown, state?: CaseState): Words {
  const [head = '', key = '', third = '', ...rest] = path.split('.');
  switch (head) {
    case 'number':
    case 'numbers':
      return same(textIn(value, 'text') ?? plain(value));
    case 'signature':
      return signatureWords(value);
    case 'approval':
      return [`${plain(value)} 审批通过`, `approved on ${plain(value)}`];
    case 'paper': {
      const spec = isFormId(key) ? paperFields(key).find((each) => each.name === rest.join('.')) : undefined;
      if (spec?.kind === 'line' && typeof value === 'string' && hasParty(value, state)) return partyWords(value, state);
      return spec ? specWords(spec, value) : same(plain(value));
    }
    default: {
      const table = Object.hasOwn(FIELD_TABLE, head) ? FIELD_TABLE[head] : undefined;
      const field = ['case', 'agreement', 'ending', 'archive'].includes(head) ? path.slice(head.length + 1) : third;
      const kind = table && Object.hasOwn(table, field) ? table[field]?.kind : undefined;
      return kind === undefined ? same(plain(value)) : kindWords(kind, value, state);
    }
  }
}

const hasParty = (key: string, state?: CaseState): boolean => state?.parties.some((each) => each.key === key) ?? false;

function kindWords(kind: ValueKind, value: unknown, state?: CaseState): Words {
  if (typeof kind === 'object') return wordIn(kind, value);
  switch (kind) {
    case 'money':
      return moneyWords(value);
    case 'instant':
      return instantWords(value);
    case 'yes-no':
      return yesNo(value);
    case 'names':
      return lists(value, (each) => same(plain(each)), ['、', ', ']);
    case 'lines':
      return lists(value, (each) => same(plain(each)), ['；', '; ']);
    case 'clauses': {
      let n = 0;
      return lists(value, (each) => same(`${(n += 1)}. ${plain(each)}`), ['\n', '\n']);
    }
    case 'payments':
      return Array.isArray(value) ? paymentsWords(value as readonly Payment[], state) : same(plain(value));
    case 'document': {
      const [zh, en] = wordIn(DOCUMENT_TYPE_WORDS, textIn(value, 'type'));
      return [`${zh} ${textIn(value, 'number') ?? ''}`.trim(), `${en} ${textIn(value, 'number') ?? ''}`.trim()];
    }
    case 'person': {
      const position = textIn(value, 'position');
      return same(`${textIn(value, 'name') ?? ''}${position === undefined ? '' : `（${position}）`}`);
    }
    case 'agents':
      return lists(value, (each) => agentWords(each as Representative), ['；', '; ']);
    case 'party':
      return hasParty(plain(value), state) ? partyWords(plain(value), state) : same(plain(value));
    case 'answers':
      return answersWords(value);
    case 'confirmation': {
      const court = textIn(value, 'court');
      const wanted = (value as { readonly wanted?: unknown }).wanted === true;
      if (!wanted) return ['不申请', 'not wanted'];
      return court === undefined ? ['申请', 'wanted'] : [`申请，${court}`, `wanted, ${court}`];
    }
    case 'text':
    case 'date':
      return same(plain(value));
  }
}

/** Number of instalments, sum, and the first of them with who pays whom. */
function paymentsWords(payments: readonly Payment[], state?: CaseState): Words {
  if (payments.length === 0) return ['（无）', '(none)'];
  const total = payments.reduce((sum, each) => sum + each.amountFen, 0);
  const sum = moneyWords(total);
  const rows = payments.slice(0, MOST_PAYMENTS).map((each): Words => {
    const [zh, en] = moneyWords(each.amountFen);
    const [[payer, payerEn], [payee, payeeEn]] = [partyWords(each.payer, state), partyWords(each.payee, state)];
    return [`${each.dueOn} ${payer}付${payee} ${zh}`, `${each.dueOn} ${payerEn} to ${payeeEn} ${en}`];
  });
  const more: Words = payments.length > MOST_PAYMENTS ? ['；……', '; …'] : ['', ''];
  return [
    `${payments.length}期，合计${sum[0]}：${rows.map(([zh]) => zh).join('；')}${more[0]}`,
    `${payments.length} ${payments.length === 1 ? 'payment' : 'payments'}, ${sum[1]} in all: ${rows.map(([, en]) => en).join('; ')}${more[1]}`,
  ];
}

/** Names, kinds and what they may do; the authority is what most often differs. */
function agentWords({ name, kind, phone, authority = [] }: Representative): Words {
  const [zh, en] = wordIn(REPRESENTATIVE_WORDS, kind);
  const may = lists(authority, (each) => wordIn(AUTHORITY_WORDS, each), ['、', ', ']);
  const call = phone === undefined ? '' : ` ${phone}`;
  return authority.length === 0
    ? [`${name}（${zh}）${call}`, `${name} (${en})${call}`]
    : [`${name}（${zh}；${may[0]}）${call}`, `${name} (${en}; ${may[1]})${call}`];
}

function answersWords(value: unknown): Words {
  const answers = Object.entries(value as Record<string, unknown>).map(([name, answer]): Words => {
    const [zh, en] = wordIn(TRIAGE_WORDS, name);
    const said = typeof answer === 'boolean' ? yesNo(answer) : same(plain(answer));
    return [`${zh}：${said[0]}`, `${en}: ${said[1]}`];
  });
  return [answers.map(([zh]) => zh).join('；'), answers.map(([, en]) => en).join('; ')];
}

function signatureWords(value: unknown): Words {
  const on = textIn(value, 'on');
  if (on === undefined) return ['撤回（未签名）', 'withdrawn (not signed)'];
  const signer = textIn(value, 'signer');
  return signer === undefined
    ? [`${on} 签名`, `signed on ${on}`]
    : [`${on} 由代理人${signer}签名`, `signed on ${on} by the agent ${signer}`];
}
