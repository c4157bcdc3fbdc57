import { caseKinds, isCaseKind, type CaseKind } from '../domain/case/entry-kinds';
import { FORMS } from '../domain/forms/form-facts';
import { isFormId } from '../domain/forms/form-ids';
import { FIELD_TABLE } from '../domain/case/field-table';
import { recordOf } from '../domain/case/known-entry';
import { onlyRemoves } from '../domain/case/removals';
import type { Words } from '../domain/case/vocabulary-words';
import type { Entry } from '../domain/journal/entry';
import { ancestryOf, orderJournal, type Ancestry } from '../domain/journal/graph';
import { stampMillis } from '../domain/journal/hybrid-clock';

/** One line of 经过: who did what, when. */
export interface JournalLine {
  readonly entry: string;
  /** Instant, ISO 8601 in UTC. */
  readonly at: string;
  readonly account: string;
  /** Key of the workstation that wrote it. */
  readonly station: string;
  readonly zh: string;
  readonly en: string;
}

const SIGNERS: ReadonlyMap<string, Words> = new Map([
  ['mediator', ['调解员签名', "the mediator's signature"]],
  ['committee', ['调委会用印', "the committee's seal"]],
]);

/** The fields that an entry writes, by the names that conflicts use too. */
const names = (record: string, set: unknown): Words => {
  const table = FIELD_TABLE[record] ?? {};
  const known = Object.keys(set ?? {}).flatMap((field) =>
    Object.hasOwn(table, field) ? (table[field]?.words ?? []) : [],
  );
  return [known.filter((_, at) => at % 2 === 0).join('、'), known.filter((_, at) => at % 2 === 1).join(', ')];
};

/** Names of the parties as they stood when the line was written, by key. */
type Names = ReadonlyMap<string, string>;

function words(kind: CaseKind, data: Readonly<Record<string, unknown>>, first: boolean, people: Names): Words {
  switch (kind) {
    case 'case-set': {
      const [zh, en] = names('case', data['set']);
      return first ? ['登记案件', 'Registered the case'] : [`修改${zh || '案件信息'}`, `Changed ${en || 'the case'}`];
    }
    case 'party-set':
      return partyLine(data, people);
    case 'session-set':
      return removed(data)
        ? ['撤下调解记录', 'Removed a mediation record']
        : ['填写调解记录', 'Wrote the mediation record'];
    case 'agreement-set': {
      const [zh, en] = names('agreement', data['set']);
      return [`修改协议${zh ? `：${zh}` : ''}`, `Changed the agreement${en ? `: ${en}` : ''}`];
    }
    case 'ending-set':
      return cleared(data, 'reason') ? ['撤销结案', 'Reopened the case'] : ['办理结案', 'Closed the case'];
    case 'approval-set': {
      const [by, on] = [String(data['by']), data['on']];
      return typeof on === 'string'
        ? [`${by}审批通过协议，${on}`, `${by} approved the agreement, ${on}`]
        : [`撤回${by}对协议的审批`, `Withdrew the approval of the agreement by ${by}`];
    }
    case 'number-given': {
      const number = data['number'] as { text?: string } | null | undefined;
      const voided = typeof data['voided'] === 'string' ? data['voided'] : '';
      if (!number?.text) return [`编号作废 ${voided}`.trimEnd(), `Voided the number ${voided}`.trimEnd()];
      return voided === ''
        ? [`取得编号 ${number.text}`, `Took the number ${number.text}`]
        : [`选定编号 ${number.text}，作废 ${voided}`, `Kept the number ${number.text}, voided ${voided}`];
    }
    case 'signature-set': {
      const [whoZh, whoEn] = SIGNERS.get(String(data['by'])) ?? ['当事人签名', "a party's signature"];
      const signer = typeof data['signer'] === 'string' ? data['signer'] : null;
      const on = data['on'];
      return typeof on === 'string'
        ? [
            `登记${whoZh}${signer === null ? '' : `（代理人${signer}）`}，${on}`,
            `Recorded ${whoEn}${signer === null ? '' : ` (agent ${signer})`}, ${on}`,
          ]
        : [`撤回${whoZh}登记`, `Withdrew the record of ${whoEn}`];
    }
    case 'paper-set': {
      const [form, formEn] = formWords(data['form']);
      return [`填写${form}`, `Filled in: ${formEn}`];
    }
    case 'evidence-set':
      return removed(data) ? ['撤下证据材料', 'Removed evidence'] : ['登记证据材料', 'Entered evidence'];
    case 'attachment-set':
      if (removed(data)) return ['撤下附件', 'Removed an attachment'];
      return textIn(data, 'name') === ''
        ? ['修改附件信息', 'Changed an attachment']
        : [`导入附件 ${textIn(data, 'name')}`, `Imported ${textIn(data, 'name')}`];
    case 'archive-set': {
      if (cleared(data, 'on')) return ['撤销归档', 'Took the case out of the archive'];
      const reason = textIn(data, 'reason');
      return reason === ''
        ? ['归档', 'Archived']
        : [`归档（材料不全，理由：${reason}）`, `Archived although incomplete: ${reason}`];
    }
    case 'transfer-made':
      return data['type'] === 'filing'
        ? [
            `制作立案材料包（第${String(data['revision'])}版）`,
            `Made the package for filing, revision ${String(data['revision'])}`,
          ]
        : [
            `制作司法确认材料包（第${String(data['revision'])}版）`,
            `Made the package for confirmation, revision ${String(data['revision'])}`,
          ];
    case 'transfer-answer-set':
      return ['登记法院对移送材料的答复', "Recorded the court's answer"];
    case 'document-issued': {
      const [form, formEn] = formWords(data['form']);
      return [`${form}定稿`, `Issued: ${formEn}`];
    }
    case 'document-sent': {
      const what = `${String(data['copies'])} 份，打印机 ${String(data['printer'])}，${hashStart(data['sha256'])}`;
      return data['duplicate'] === true
        ? [`副本送打印机 ${what}`, `Sent duplicates to the printer: ${what}`]
        : [`送打印机 ${what}`, `Sent to the printer: ${what}`];
    }
    case 'document-printed': {
      const duplicate = data['duplicate'] === true;
      const hash = hashStart(data['sha256']);
      return [
        `确认已打印${duplicate ? '副本' : ''} ${String(data['copies'])} 份${hash === '' ? '' : `，${hash}`}`,
        `Confirmed ${String(data['copies'])} printed ${duplicate ? 'duplicates' : 'copies'}${hash === '' ? '' : `, ${hash}`}`,
      ];
    }
  }
}

function partyLine(data: Readonly<Record<string, unknown>>, people: Names): Words {
  const name = textIn(data, 'name');
  const known = people.get(String(data['party'])) ?? '';
  if (removed(data)) return [`移除当事人 ${known}`.trimEnd(), `Removed the party ${known}`.trimEnd()];
  if (name !== '') return [`填写当事人 ${name}`, `Entered the party ${name}`];
  const [zh, en] = names('party', data['set']);
  const [of, ofEn] = [`修改当事人${known === '' ? '信息' : ` ${known}`}`, `Changed the party ${known}`.trimEnd()];
  return [`${of}${zh === '' ? '' : `：${zh}`}`, `${ofEn}${en === '' ? '' : `: ${en}`}`];
}

const cleared = (data: Readonly<Record<string, unknown>>, field: string): boolean =>
  ((data['set'] ?? {}) as Record<string, unknown>)[field] === null;

const removed = (data: Readonly<Record<string, unknown>>): boolean =>
  ((data['set'] ?? {}) as Record<string, unknown>)['removed'] === true;

function textIn(data: Readonly<Record<string, unknown>>, field: string): string {
  const value = ((data['set'] ?? {}) as Record<string, unknown>)[field];
  return typeof value === 'string' ? value : '';
}

/** The start of a hash is enough to tell two versions apart. */
const hashStart = (sha256: unknown): string => (typeof sha256 === 'string' ? `sha256 ${sha256.slice(0, 12)}` : '');

function formWords(form: unknown): Words {
  if (form === 'dossier') return ['卷宗', 'dossier'];
  const id = String(form);
  return isFormId(id) ? [FORMS[id].zh, FORMS[id].en] : [id, id];
}

/** A removal beside a change that it had not seen: it did not happen (domain.md 8.6, deletion loses). */
function lostRemoval(entry: Entry, ordered: readonly Entry[], ancestry: Ancestry): boolean {
  const record = isCaseKind(entry.kind) && removed(entry.data) ? recordOf({ entry, kind: entry.kind }) : null;
  if (record === null) return false;
  const beside = ancestry.beside(entry.id);
  if (beside.size === 0) return false;
  return ordered.some(
    (other) =>
      beside.has(other.id) &&
      isCaseKind(other.kind) &&
      caseKinds[other.kind].safeParse(other.data).success &&
      !onlyRemoves(other) &&
      recordOf({ entry: other, kind: other.kind }) === record,
  );
}

/** The journal of a case in words, newest first. Unknown kinds are shown as such. */
export function journalLines(entries: readonly Entry[]): readonly JournalLine[] {
  const { ordered } = orderJournal(entries);
  const ancestry = ancestryOf(ordered);
  const people = new Map<string, string>();
  return ordered
    .map((entry, index): JournalLine => {
      const [zh, en] = isCaseKind(entry.kind)
        ? words(entry.kind, entry.data, index === 0, people)
        : [`较新版本写入的内容（${entry.kind}）`, `Written by a newer version (${entry.kind})`];
      if (entry.kind === 'party-set' && textIn(entry.data, 'name') !== '')
        people.set(String(entry.data['party']), textIn(entry.data, 'name'));
      const lost = lostRemoval(entry, ordered, ancestry);
      const { id, account, station } = entry;
      return {
        entry: id,
        at: new Date(stampMillis(entry.at)).toISOString(),
        account,
        station,
        zh: lost ? `${zh}（另一处同时作了修改，未移除）` : zh,
        en: lost ? `${en} (not removed: it was changed elsewhere meanwhile)` : en,
      };
    })
    .reverse();
}
