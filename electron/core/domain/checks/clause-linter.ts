import { formatYuan, type Fen } from '../money/money';
import type { CalendarDate } from '../time/calendar-date';
import { amountMentions, lintAmount, type AmountMention } from './clause-amounts';
import { clauseWarning, type ClauseFinding } from './clause-finding';
import { lintLists, lintSums, namedTotal, sumOf, writtenPlan } from './clause-plan';
import { lintActs, lintMoneyTerms } from './clause-terms';
import {
  lintBefore,
  lintCards,
  lintDates,
  lintDueDates,
  lintOwnership,
  lintRates,
  lintVagueWords,
} from './clause-words';

/** What the linter reads. */
export interface ClauseLintInput {
  /** The clauses（协议内容） in order, without their numbers or with them. */
  readonly clauses: readonly string[];
  /** The performance plan（履行计划） in order; empty when there is none. */
  readonly payments: readonly { readonly amountFen: Fen; readonly dueOn: CalendarDate }[];
  /** What the parties were in dispute about, to warn when more is agreed. */
  readonly disputedTotalFen?: Fen;
  /** Cap on rates in millionths a year; default 240 000 = 24 % (domain.md 6.8), or four times LPR where that governs. */
  readonly rateCapMicro?: number;
}

const DEFAULT_RATE_CAP_MICRO = 240_000;

function lintClause(input: ClauseLintInput, text: string, clause: number): readonly ClauseFinding[] {
  return [
    ...lintVagueWords(text, clause),
    ...lintBefore(text, clause),
    ...lintDates(text, clause),
    ...lintOwnership(text, clause),
    ...lintRates(text, clause, input.rateCapMicro ?? DEFAULT_RATE_CAP_MICRO),
    ...lintCards(text, clause),
    ...lintDueDates(text, clause, input.payments),
    ...lintActs(text, clause),
  ];
}

function lintTerms(
  input: ClauseLintInput,
  mentions: readonly AmountMention[],
  planned: readonly Fen[],
): readonly ClauseFinding[] {
  const paid = input.payments.map((payment) => payment.amountFen);
  const sums = new Set<Fen | null>([sumOf(paid), sumOf(planned), ...paid]);
  const dueInWords = input.clauses.some((text) => /还款日|付款日|首期/u.test(text));
  const covered = (mention: AmountMention): boolean =>
    mention.role === 'instalment' ? paid.length > 0 || dueInWords : mention.fen !== 0 && sums.has(mention.fen);
  const findings = mentions.flatMap((mention) => lintMoneyTerms(input.clauses, mention, covered(mention)));
  const seen = new Set<string>();
  return findings.filter(({ clause, problem }) => {
    const key = `${clause} ${problem.code}`;
    return !seen.has(key) && seen.add(key);
  });
}

/**
 * Reads the clauses of a mediation agreement（F12） for what makes a court refuse or dismiss confirmation: unclear content
 * and titles to property (民事诉讼法解释 355, 358; domain.md 2.3). Findings come in clause order, the
 * remark on the whole last. It judges wording, not law: a clause without findings can still be unclear to a court.
 */
export function lintClauses(input: ClauseLintInput): readonly ClauseFinding[] {
  const { clauses, payments, disputedTotalFen } = input;
  const mentions = clauses.flatMap((text, clause) => amountMentions(text, clause));
  const plan = writtenPlan(clauses, mentions);
  const total = namedTotal(clauses, mentions, plan);
  const findings = [
    ...clauses.flatMap((text, clause) => lintClause(input, text, clause)),
    ...mentions.flatMap(lintAmount),
    ...lintLists(mentions),
    ...lintTerms(input, mentions, plan?.amounts ?? []),
    ...lintSums(plan, total, payments),
  ].sort((a, b) => a.clause - b.clause);
  const agreed = Math.max(sumOf(payments.map((payment) => payment.amountFen)), total?.fen ?? 0);
  if (disputedTotalFen === undefined || agreed <= disputedTotalFen) return findings;
  const detail = { agreed: formatYuan(agreed), disputed: formatYuan(disputedTotalFen) };
  return [
    ...findings,
    clauseWarning(
      -1,
      'total-above-dispute',
      `约定支付的${detail.agreed}元超过争议金额${detail.disputed}元，请核对。`,
      `What is agreed (${detail.agreed}) is more than the amount in dispute (${detail.disputed}); check it.`,
      detail,
    ),
  ];
}
