import type { Agreement } from '../case/case-state';
import { checkBankCard } from './bank-card';
import { lintClauses } from './clause-linter';
import { at, type FieldProblem } from './field-problem';
import { problemOf } from './problem';

/** A finding about an agreement; a warning is advice, an error stops printing and import. */
export interface AgreementFinding extends FieldProblem {
  readonly level: 'error' | 'warning';
}

/**
 * Checks a drafted agreement（协议条款核对, domain.md 2.3, 6.8, 6.9）: clauses against the schedule, capitals against
 * digits, vague words, card numbers, payers and payees. `partyKeys` are the keys of the case's parties. Fields are
 * `clauses.N`, `payments.N.…`. A proposal with reasons, not a legal decision.
 */
export function checkAgreement(agreement: Agreement, partyKeys: readonly string[]): readonly AgreementFinding[] {
  const findings: AgreementFinding[] = lintClauses({ clauses: agreement.clauses, payments: agreement.payments }).map(
    ({ clause, level, problem }) => ({ ...at(clause < 0 ? 'clauses' : `clauses.${clause}`, problem), level }),
  );
  agreement.payments.forEach((payment, index) => {
    for (const role of ['payer', 'payee'] as const) {
      if (partyKeys.includes(payment[role])) continue;
      const zh = `第${index + 1}期的${role === 'payer' ? '付款人' : '收款人'}不是本案当事人，请重新选择。`;
      const en = `The ${role} of payment ${index + 1} is no party of this case; choose again.`;
      findings.push({ ...at(`payments.${index}.${role}`, problemOf('payment-party', zh, en)), level: 'error' });
    }
    // Company accounts are not cards and have no check digit; what looks like a card is checked (domain.md 6.9).
    if (payment.account && /^62\d{14,17}$/.test(payment.account)) {
      const checked = checkBankCard(payment.account);
      if (!checked.ok) findings.push({ ...at(`payments.${index}.account`, checked.problem), level: 'error' });
    }
  });
  return findings;
}
