import { problemOf } from '../checks/problem';
import type { FieldProblem } from '../checks/field-problem';
import { at } from '../checks/field-problem';
import type { CaseState } from './case-state';
import { endedUnsettled, partiesMet } from '../forms/case-papers';
import { paperData } from '../forms/paper-fields';
import { effectOf } from './effect';
import type { Stage } from './vocabulary';

/** Where a case stands（阶段）and what is missing for the next step; each missing thing names its place. */
export interface Progress {
  readonly stage: Stage;
  readonly missing: readonly FieldProblem[];
}

const need = (field: string, code: string, zh: string, en: string): FieldProblem => at(field, problemOf(code, zh, en));

/** What must be known before a case is accepted（受理）: both sides, claims, facts, a type, a mediator. */
function forAcceptance(state: CaseState): readonly FieldProblem[] {
  const missing: FieldProblem[] = [];
  for (const [side, zh] of [
    ['applicant', '申请人'],
    ['respondent', '被申请人'],
  ] as const) {
    if (!state.parties.some((p) => p.side === side && p.name !== '')) {
      missing.push(need('parties', `no-${side}`, `还没有${zh}`, `No ${side} yet`));
    }
  }
  if (!state.disputeType)
    missing.push(need('case.disputeType', 'no-dispute-type', '还没有选择纠纷类型', 'No dispute type yet'));
  if (!state.regime)
    missing.push(
      need(
        'case.regime',
        'no-regime',
        '还没有选择调解方式（决定生效规则）',
        'No regime yet (it decides the day of effect)',
      ),
    );
  if (state.claims.length === 0) missing.push(need('case.claims', 'no-claims', '还没有填写申请事项', 'No claims yet'));
  if (state.facts === '') missing.push(need('case.facts', 'no-facts', '还没有填写纠纷事实', 'No facts yet'));
  if (state.mediators.length === 0)
    missing.push(need('case.mediators', 'no-mediator', '还没有指定调解员', 'No mediator yet'));
  return missing;
}

/** What must be known before an agreement can be issued for signing. */
function forSigning(state: CaseState): readonly FieldProblem[] {
  const missing: FieldProblem[] = state.conflicts.map(({ path }) =>
    need(path, 'conflict', '同一内容有两种说法，请选定一种', 'Two values stand for one field: choose one'),
  );
  if (!state.agreement || state.agreement.clauses.length === 0) {
    missing.push(need('agreement', 'no-clauses', '协议还没有条款', 'The agreement has no clauses yet'));
  }
  if (!state.number)
    missing.push(need('agreement.number', 'no-number', '还没有取得协议编号', 'No agreement number yet'));
  if (state.agreement?.form === 'written' && !state.documents.some((d) => d.form === 'F12' && d.current)) {
    missing.push(need('documents', 'not-issued', '协议还没有定稿', 'The agreement is not issued yet'));
  }
  return missing;
}

const SIGNERS: ReadonlyMap<string, readonly [zh: string, en: string]> = new Map([
  ['mediator', ['调解员还没有签名', 'The mediator has not signed']],
  ['committee', ['还没有加盖调解委员会印章', 'The committee seal is missing']],
  ['agreed-on', ['还没有填写口头协议达成日期', 'The day of the oral agreement is missing']],
]);

/**
 * A failed mediation is over for the parties once each was told in writing, with the remedies that are left（人民调解法
 * Art. 26; domain.md 2.1）: the case counts as closed when the notices are made.
 */
function forFailure(state: CaseState): readonly FieldProblem[] {
  return state.parties
    .filter((party) => !state.documents.some((each) => each.form === 'F21A' && each.of === party.key))
    .map((party) =>
      need(
        `paper.F21A.${party.key}`,
        `no-notice-${party.key}`,
        `还没有制作给${party.name}的终止调解通知书（人民调解法第二十六条）`,
        `The notice of ending to ${party.name} is not made (People's Mediation Law, Art. 26)`,
      ),
    );
}

/** Rights and duties are told before the mediation（人民调解法 Arts. 23, 24; 特邀调解规定 Art. 14）. */
function untold(state: CaseState): readonly FieldProblem[] {
  if (!state.sessions.some((session) => session.result !== 'to-be-continued')) return [];
  return partiesMet(state)
    .filter(
      (party) =>
        paperData(state.papers, 'F05', party.key).toldOn === undefined &&
        !state.documents.some((each) => each.form === 'F05' && each.of === party.key),
    )
    .map((party) =>
      need(
        `paper.F05.${party.key}`,
        `not-told-${party.key}`,
        `还没有${party.name}的权利义务告知书`,
        `The notice of rights and duties to ${party.name} is missing`,
      ),
    );
}

/** The stage of a case and what stands between it and the next one (screens.md 1). Proposals; nothing is blocked here. */
export function progressOf(state: CaseState): Progress {
  if (state.ending) {
    const notices = endedUnsettled(state) ? forFailure(state) : [];
    return notices.length > 0 ? { stage: 'mediation', missing: notices } : { stage: 'closed', missing: [] };
  }
  const acceptance = forAcceptance(state);
  const effect = effectOf(state);
  if (effect?.effectiveOn) return { stage: 'performance', missing: [...acceptance, ...untold(state)] };
  const drafted = state.agreement !== undefined && state.agreement.clauses.length > 0;
  const issued = state.documents.some((d) => d.current) || state.signatures.some((s) => s.valid);
  if (drafted && issued) {
    const unsigned = (effect?.missing ?? []).map((key) => {
      const name = state.parties.find((p) => p.key === key)?.name ?? key;
      const [zh, en] = SIGNERS.get(key) ?? [`${name}还没有签名`, `${name} has not signed`];
      return need('signatures', `unsigned-${key}`, zh, en);
    });
    return { stage: 'signing', missing: effect ? unsigned : acceptance }; // no effect without a regime
  }
  const open = [...acceptance, ...untold(state), ...forSigning(state)];
  if (drafted) return { stage: 'agreement', missing: open };
  if (state.sessions.length > 0) return { stage: 'mediation', missing: open };
  if (acceptance.length === 0) {
    return {
      stage: 'accepted',
      missing: [need('sessions', 'no-session', '还没有调解记录', 'No session recorded yet')],
    };
  }
  return { stage: 'registered', missing: acceptance };
}
