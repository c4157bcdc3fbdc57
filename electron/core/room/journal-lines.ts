import { isCaseKind, type CaseKind } from '../domain/case/entry-kinds';
import { FORMS } from '../domain/forms/form-facts';
import { isFormId } from '../domain/forms/form-ids';
import type { Entry } from '../domain/journal/entry';
import { orderJournal } from '../domain/journal/graph';
import { stampMillis } from '../domain/journal/hybrid-clock';

/** One line of 经过: who did what, when. */
export interface JournalLine {
  readonly entry: string;
  /** Instant, ISO 8601 in UTC. */
  readonly at: string;
  readonly account: string;
  readonly zh: string;
  readonly en: string;
}

type Words = readonly [zh: string, en: string];

const FIELDS: Readonly<Record<string, Words>> = {
  source: ['案件来源', 'source'],
  courtNumber: ['法院案号', 'court number'],
  receivedAt: ['收案时间', 'time of receipt'],
  disputeType: ['纠纷类型', 'dispute type'],
  regime: ['调解方式', 'regime'],
  amountFen: ['争议金额', 'amount'],
  contractNumber: ['合同编号', 'contract number'],
  claims: ['申请事项', 'claims'],
  facts: ['纠纷事实', 'facts'],
  triage: ['分流要素', 'triage answers'],
  mediators: ['调解员', 'mediators'],
  recorder: ['记录人', 'recorder'],
  clauses: ['协议条款', 'clauses'],
  payments: ['履行计划', 'schedule'],
  agreedOn: ['达成日期', 'day agreed'],
  disputedMatters: ['争议事项', 'disputed matters'],
  confirmation: ['司法确认', 'judicial confirmation'],
  form: ['协议形式', 'form of agreement'],
  performance: ['履行方式', 'manner of performance'],
};

const SIGNERS: Readonly<Partial<Record<string, Words>>> = {
  mediator: ['调解员签名', "the mediator's signature"],
  committee: ['调委会用印', "the committee's seal"],
};

const names = (set: unknown): Words => {
  const known = Object.keys(set ?? {})
    .map((key) => FIELDS[key])
    .filter((words) => words !== undefined);
  return [known.map(([zh]) => zh).join('、'), known.map(([, en]) => en).join(', ')];
};

function words(kind: CaseKind, data: Readonly<Record<string, unknown>>, first: boolean): Words {
  const [zh, en] = names(data['set']);
  switch (kind) {
    case 'case-set':
      return first ? ['登记案件', 'Registered the case'] : [`修改${zh || '案件信息'}`, `Changed ${en || 'the case'}`];
    case 'party-set': {
      const name = ((data['set'] ?? {}) as Record<string, unknown>)['name'];
      return typeof name === 'string'
        ? [`填写当事人 ${name}`, `Entered the party ${name}`]
        : ['修改当事人信息', 'Changed a party'];
    }
    case 'session-set':
      return ['填写调解记录', 'Wrote the mediation record'];
    case 'agreement-set':
      return [`修改协议${zh ? `：${zh}` : ''}`, `Changed the agreement${en ? `: ${en}` : ''}`];
    case 'ending-set':
      return ['办理结案', 'Closed the case'];
    case 'number-given': {
      const number = data['number'] as { text?: string } | null | undefined;
      return number?.text
        ? [`取得编号 ${number.text}`, `Took the number ${number.text}`]
        : ['编号作废', 'Voided the number'];
    }
    case 'signature-set': {
      const [whoZh, whoEn] = SIGNERS[String(data['by'])] ?? ['当事人签名', "a party's signature"];
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
      return removed(data)
        ? ['撤下附件', 'Removed an attachment']
        : [`导入附件 ${textIn(data, 'name')}`, `Imported ${textIn(data, 'name')}`];
    case 'archive-set': {
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

/** The journal of a case in words, newest first. Unknown kinds are shown as such. */
export function journalLines(entries: readonly Entry[]): readonly JournalLine[] {
  return orderJournal(entries)
    .ordered.map((entry, index): JournalLine => {
      const [zh, en] = isCaseKind(entry.kind)
        ? words(entry.kind, entry.data, index === 0)
        : [`较新版本写入的内容（${entry.kind}）`, `Written by a newer version (${entry.kind})`];
      return { entry: entry.id, at: new Date(stampMillis(entry.at)).toISOString(), account: entry.account, zh, en };
    })
    .reverse();
}
