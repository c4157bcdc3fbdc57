import { formatYuan, isFen, type Fen } from '../money/money';
import { readSmallNumber } from '../time/chinese-date';
import type { AmountMention } from './clause-amounts';
import { clauseError, clauseWarning, type ClauseFinding } from './clause-finding';

/** A plan that is written out in a clause: the amount of every instalment in order, and the clause it stands in. */
export interface WrittenPlan {
  readonly clause: number;
  readonly amounts: readonly Fen[];
  /** False when numbers are missing, repeated or not those of “分×期”. */
  readonly complete: boolean;
}

const NUMBER = '(\\d+|[一二三四五六七八九十]+)';
const RANGE = new RegExp(`第${NUMBER}期?(?:至|到|—|-|~|～)第?${NUMBER}期`, 'gu');
const SINGLE = new RegExp(`第${NUMBER}期`, 'gu');
const COUNT = new RegExp(`分(?:为|成)?${NUMBER}(?:个月)?期`, 'u');

const numberOf = (text: string | undefined): number =>
  /^\d+$/u.test(text ?? '') ? Number(text) : readSmallNumber(text ?? '');

function rangeOf(lead: string, count: number): readonly [number, number] | null {
  const range = Array.from(lead.matchAll(RANGE)).at(-1);
  if (range !== undefined) return [numberOf(range[1]), numberOf(range[2])];
  const single = Array.from(lead.matchAll(SINGLE)).at(-1);
  if (single !== undefined) return [numberOf(single[1]), numberOf(single[1])];
  return Number.isNaN(count) ? null : [1, count];
}

/** The plan that the instalment amounts of the clauses spell out; null when there is none that can be read. */
export function writtenPlan(clauses: readonly string[], mentions: readonly AmountMention[]): WrittenPlan | null {
  const rows = mentions.filter((mention) => mention.role === 'instalment');
  const clause = rows[0]?.clause;
  if (clause === undefined) return null;
  const count = numberOf(COUNT.exec(clauses[clause] ?? '')?.[1]);
  const amounts: Fen[] = [];
  let complete = true;
  for (const row of rows.filter((candidate) => candidate.clause === clause)) {
    const range = rangeOf(row.lead, count);
    if (range === null || row.fen === null || range.some((value) => Number.isNaN(value) || value > 600)) return null;
    const [from, to] = range;
    if (from !== amounts.length + 1 || to < from) complete = false;
    for (let index = from; index <= to; index += 1) amounts.push(row.fen);
  }
  return { clause, amounts, complete: complete && (Number.isNaN(count) || count === amounts.length) };
}

/** Sum of amounts in fen. */
export const sumOf = (amounts: readonly Fen[]): Fen => amounts.reduce((sum, amount) => sum + amount, 0);

const shown = (fen: Fen): string => (isFen(fen) ? formatYuan(fen) : String(fen / 100));

/** The total that the clauses name for what is to be paid, and where. */
export interface NamedTotal {
  readonly clause: number;
  readonly fen: Fen;
}

const SHOULD = /(?:应|须|需)当?(?:向[^，]{1,30})?(?:偿还|支付|返还|退还|赔偿|给付|归还|付|还)/u;
const BEARS_INTEREST = /利率|等额本息|等额本金|计息/u;

/**
 * The named total: 合计 beside the written instalments; else the only “应偿还”, unless the plan bears interest; else the
 * only amount that is owed. Null when the clauses name no single total.
 */
export function namedTotal(
  clauses: readonly string[],
  mentions: readonly AmountMention[],
  plan: WrittenPlan | null,
): NamedTotal | null {
  const known = mentions.flatMap((mention) => (mention.fen === null ? [] : [{ ...mention, fen: mention.fen }]));
  const beside = known.find((mention) => mention.role === 'total' && mention.clause === plan?.clause);
  if (beside !== undefined) return { clause: beside.clause, fen: beside.fen };
  if (plan !== null && BEARS_INTEREST.test(clauses[plan.clause] ?? '')) return null;
  const due = known.filter((mention) => mention.role === 'owed' || mention.role === 'total');
  const should = due.filter((mention) => SHOULD.test(mention.lead));
  const only = should.length > 0 ? should : plan === null ? due.filter((mention) => mention.role === 'owed') : [];
  const [first] = only;
  return first === undefined || only.length > 1 ? null : { clause: first.clause, fen: first.fen };
}

/** Sums of a plan: the instalments in the clauses, the payments of the plan and the total that the clauses name. */
export function lintSums(
  plan: WrittenPlan | null,
  total: NamedTotal | null,
  payments: readonly { readonly amountFen: Fen }[],
): readonly ClauseFinding[] {
  const findings: ClauseFinding[] = [];
  const paid = sumOf(payments.map((payment) => payment.amountFen));
  const written = plan === null ? null : sumOf(plan.amounts);
  if (plan !== null && !plan.complete) {
    findings.push(
      clauseError(
        plan.clause,
        'instalment-count',
        '条款中的期次不连续或与“分×期”不一致，请改正。',
        'The numbers of the instalments do not run through or differ from their count; correct them.',
      ),
    );
  }
  if (plan !== null && written !== null && total !== null && written !== total.fen) {
    findings.push(
      clauseError(
        plan.clause,
        'instalment-sum',
        `条款中各期之和${shown(written)}元与总额${shown(total.fen)}元不一致，请改正。`,
        `The instalments add up to ${shown(written)}, the total says ${shown(total.fen)}; correct them.`,
        { sum: shown(written), expected: shown(total.fen) },
      ),
    );
  }
  const expected = total ?? (plan !== null && written !== null ? { clause: plan.clause, fen: written } : null);
  if (payments.length > 0 && expected !== null && paid !== expected.fen) {
    findings.push(
      clauseError(
        expected.clause,
        'schedule-sum',
        `还款计划合计${shown(paid)}元与条款写明的${shown(expected.fen)}元不一致，请改正。`,
        `The plan adds up to ${shown(paid)}, the clauses say ${shown(expected.fen)}; correct one of them.`,
        { sum: shown(paid), expected: shown(expected.fen) },
      ),
    );
  }
  if (plan !== null && payments.length > 0) {
    const length = Math.max(plan.amounts.length, payments.length);
    const at = Array.from({ length }, (_, index) => index).find(
      (index) => plan.amounts[index] !== payments[index]?.amountFen,
    );
    if (at !== undefined) {
      findings.push(
        clauseError(
          plan.clause,
          'schedule-differs',
          `还款计划第${at + 1}期与条款写明的金额或期数不一致，请改正。`,
          `Instalment ${at + 1} of the plan differs from the clause; correct one of them.`,
          { instalment: String(at + 1) },
        ),
      );
    }
  }
  return findings;
}

/** Lists that name their own sum: “…共计A，其中a、b、c” and “a及b，合计A”. A difference is a warning. */
export function lintLists(mentions: readonly AmountMention[]): readonly ClauseFinding[] {
  const findings: ClauseFinding[] = [];
  for (const [at, mention] of mentions.entries()) {
    const near = (other: AmountMention | undefined): other is AmountMention =>
      other !== undefined && other.clause === mention.clause && other.sentence === mention.sentence;
    const joined = (other: AmountMention): boolean => /^[、及和与]/u.test(other.lead);
    let items: AmountMention[] = [];
    if (/其中/u.test(mention.lead) && near(mentions[at - 1])) {
      items = [mention];
      for (let next = mentions[at + 1], step = at + 1; near(next) && joined(next); step += 1, next = mentions[step])
        items.push(next);
      if (items.length > 1) findings.push(...listFinding(items, mentions[at - 1]));
    } else if (/^，(?:合计|共计)/u.test(mention.lead)) {
      for (let step = at - 1; near(mentions[step]); step -= 1) {
        const item = mentions[step];
        if (item === undefined || item.role === 'instalment') break;
        items.unshift(item);
        if (!joined(item)) break;
      }
      if (items.length > 1) findings.push(...listFinding(items, mention));
    }
  }
  return findings;
}

function listFinding(items: readonly AmountMention[], sum: AmountMention | undefined): readonly ClauseFinding[] {
  if (sum === undefined || sum.fen === null || items.some((item) => item.fen === null)) return [];
  const added = sumOf(items.map((item) => item.fen ?? 0));
  if (added === sum.fen) return [];
  return [
    clauseWarning(
      sum.clause,
      'list-sum',
      `所列各项之和${shown(added)}元与合计${shown(sum.fen)}元不一致，请核对。`,
      `The items add up to ${shown(added)}, the sum says ${shown(sum.fen)}; check them.`,
      { sum: shown(added), expected: shown(sum.fen) },
    ),
  ];
}
