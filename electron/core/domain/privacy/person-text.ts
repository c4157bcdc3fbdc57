import { instantWords, wordIn } from '../case/plain-words';
import { DOCUMENT_TYPE_WORDS, ENDING_WORDS, SESSION_RESULT_WORDS, SEX_WORDS } from '../case/vocabulary-words';
import { formatYuan } from '../money/money';
import type { Consent } from './consents';
import type { PersonRecord } from './person-record';

/** A case in the export, with what stands beside its record. */
export interface PersonCase extends PersonRecord {
  /** Files in the ZIP, by their path. */
  readonly files: readonly string[];
  /** Papers that were left out because they show other people's numbers. */
  readonly leftOut: readonly string[];
  /** Who looked at or took out what of this case. Instants in UTC. */
  readonly access: readonly {
    readonly at: string;
    readonly account: string;
    readonly zh: string;
    readonly en: string;
  }[];
}

const CONSENT_WORDS: Readonly<Record<Consent['state'], string>> = {
  none: '未告知',
  asked: '已告知，未签署',
  given: '已同意',
  withdrawn: '已撤回',
};

const yes = (given: boolean): string => (given ? '同意' : '未同意');
const day = (instant: string | null): string => (instant === null ? '' : instantWords(instant)[0]);

/** Lines with a label; what is empty is left out. */
const labelled = (rows: readonly (readonly [label: string, text: string | null | undefined])[]): readonly string[] =>
  rows.flatMap(([label, text]) => (text === null || text === undefined || text === '' ? [] : [`${label}：${text}`]));

function partyLines({ party, side }: PersonRecord): readonly string[] {
  const agents = (party.representatives ?? []).map(
    ({ name, phone }) => `${name}${phone === undefined ? '' : ` ${phone}`}`,
  );
  return labelled([
    ['身份', side[0]],
    ['姓名', party.name],
    ['性别', party.sex && wordIn(SEX_WORDS, party.sex)[0]],
    ['民族', party.nation],
    ['出生日期', party.birthDate],
    ['证件', party.document && `${wordIn(DOCUMENT_TYPE_WORDS, party.document.type)[0]} ${party.document.number}`],
    ['统一社会信用代码', party.creditCode],
    ['职业', party.occupation],
    ['联系电话', party.phone],
    ['住址', party.address],
    ['委托代理人', agents.join('、')],
  ]);
}

function consentLine(consent: Consent | null): string | null {
  if (consent === null) return null;
  if (consent.state !== 'given') return CONSENT_WORDS[consent.state];
  const { sensitive, court, recording } = consent;
  return `${CONSENT_WORDS.given}（敏感个人信息：${yes(sensitive)}；提供给法院：${yes(court)}；录音录像：${yes(recording)}）`;
}

function caseLines(record: PersonCase, index: number): readonly string[] {
  const payments = record.payments.map(
    ({ payer, amountFen, dueOn, account }) =>
      `  ${dueOn} ${payer === record.party.key ? '支付' : '收取'}${formatYuan(amountFen)}元${account === undefined ? '' : `，收款账户 ${account}`}`,
  );
  const sessions = record.sessions.map(
    ({ startedAt, place, result }) => `  ${day(startedAt)} ${place} ${wordIn(SESSION_RESULT_WORDS, result)[0]}`,
  );
  const access = record.access.map(({ at, account, zh }) => `  ${day(at)} ${account} ${zh}`);
  const list = (title: string, lines: readonly string[]): readonly string[] =>
    lines.length === 0 ? [] : [`${title}：`, ...lines];
  return [
    '',
    `【案件${index + 1}】`,
    ...labelled([
      ['编号', record.number],
      ['法院案号', record.courtNumber],
      ['纠纷类型', record.disputeType],
      ['收案时间', day(record.receivedAt)],
    ]),
    ...partyLines(record),
    ...list(
      '申请事项',
      record.claims.map((each) => `  ${each}`),
    ),
    ...labelled([['纠纷事实', record.facts]]),
    ...list('调解', sessions),
    ...list(
      '协议条款',
      (record.agreement?.clauses ?? []).map((each, at) => `  ${at + 1}. ${each}`),
    ),
    ...list('付款', payments),
    ...labelled([
      ['签名日期', record.signedOn.join('、')],
      ['结案', record.ending && `${record.ending.on} ${wordIn(ENDING_WORDS, record.ending.reason)[0]}`],
      ['个人信息处理同意', consentLine(record.consent)],
    ]),
    ...list(
      '所附文件',
      record.files.map((each) => `  ${each}`),
    ),
    ...list(
      '未附文书（含有他人号码，可以向调解委员会申请查阅）',
      record.leftOut.map((each) => `  ${each}`),
    ),
    ...list('查阅和取出记录', access),
  ];
}

/**
 * The export as a person reads it（说明.txt）: who asks for it, from whom, and each case. `madeAt` is an instant; lines end
 * with CRLF and the text begins with the mark of UTF-8, so that every editor on Windows shows it.
 */
export function personText(
  cases: readonly PersonCase[],
  facts: { readonly organisation: string; readonly room: string; readonly madeAt: string; readonly by: string },
): string {
  const lines = [
    '个人信息副本',
    '',
    `依照《中华人民共和国个人信息保护法》第四十五条，${facts.organisation}${facts.room}提供本机保存的您的个人信息。`,
    `制作时间：${day(facts.madeAt)}；制作人：${facts.by}`,
    '他人的证件号码、电话和账户已作脱敏处理。认为信息不准确或不完整的，可以请求更正、补充（第四十六条）。',
    '同样内容的机读格式见 index.json。',
    ...cases.flatMap(caseLines),
  ];
  return `\uFEFF${lines.map((line) => `${line}\r\n`).join('')}`;
}
