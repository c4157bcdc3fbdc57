import type { CaseState, Party } from '../case/case-state';
import { effectOf } from '../case/effect';
import { FORMS } from './form-facts';
import { WHOLE_CASE, type FormId, type PaperRef } from './form-ids';
import { paperData } from './paper-fields';

/** A paper of a case: needed by the rules, or only offered（可以制作）. */
export interface CasePaper extends PaperRef {
  readonly need: 'required' | 'offered';
  /** Title with what it is about, e.g. 授权委托书（刺桐湾银行卡中心）. */
  readonly zh: string;
  readonly en: string;
}

const ofCourt = (state: CaseState): boolean =>
  state.source === 'court-delegation' || state.source === 'court-entrustment';

/** True when the mediation ended without an agreement. */
export const endedUnsettled = (state: CaseState): boolean =>
  state.ending !== undefined && state.ending.reason !== 'settled';

const drafted = (state: CaseState): boolean => (state.agreement?.clauses.length ?? 0) > 0;

/** The parties that were met: one who cannot be reached signs nothing (domain.md 7.8 G2). */
export function partiesMet(state: CaseState): readonly Party[] {
  return state.ending?.reason === 'respondent-unreachable'
    ? state.parties.filter((party) => party.side !== 'respondent')
    : state.parties;
}

/** Keys of the papers of a form for which something was typed. */
const typed = (state: CaseState, form: FormId): readonly string[] =>
  state.papers.filter((paper) => paper.form === form && Object.keys(paper.fields).length > 0).map((paper) => paper.of);

type Need = CasePaper['need'];

/**
 * The papers of a case（本案文书）, in the order of their forms: what domain.md 7.9 expects of a case like this one, and what
 * may be made besides. A proposal: nothing is forbidden by not being in the list.
 */
export function papersOfCase(state: CaseState): readonly CasePaper[] {
  const found: CasePaper[] = [];
  const add = (form: FormId, of: string, need: Need): void => {
    if (found.some((each) => each.form === form && each.of === of)) return;
    found.push({ form, of, need, ...titleOfPaper(form, of, state) });
  };
  const whole = (form: FormId, when: boolean): void => {
    if (when || typed(state, form).includes(WHOLE_CASE)) add(form, WHOLE_CASE, 'required');
  };
  const each = (form: FormId, keys: readonly string[], need: Need): void => {
    for (const of of typed(state, form)) add(form, of, 'required');
    for (const of of keys) add(form, of, need);
  };
  const met = partiesMet(state).map((party) => party.key);
  const all = state.parties.map((party) => party.key);
  const organisations = state.parties.filter((party) => party.kind === 'organisation').map((party) => party.key);
  const represented = state.parties.filter((party) => (party.representatives?.length ?? 0) > 0);
  const oralApplication = state.application === 'oral' || state.application === 'own-motion';
  const wanted = state.agreement?.confirmation?.wanted === true && state.agreement.form === 'written';

  whole('F01', true);
  whole('F02', true);
  whole('F03', !oralApplication);
  whole('F04', oralApplication);
  each('F05', met, 'required');
  each('F06', met, 'required');
  each('F07', keysIn(met, represented), 'required');
  each(
    'F08',
    met.filter((key) => organisations.includes(key)),
    'required',
  );
  each('F09', [], 'required');
  each('F10', [...new Set(state.evidence.map((item) => item.by))], 'required');
  each(
    'F11',
    state.sessions.map((session) => session.id),
    'required',
  );
  whole('F12', drafted(state) && state.agreement?.form === 'written');
  whole('F13', drafted(state) && state.agreement?.form === 'oral');
  each(
    'F14',
    effectOf(state)?.effectiveOn ? (state.agreement?.payments ?? []).map((_, at) => String(at + 1)) : [],
    'offered',
  );
  each('F15', [], 'required');
  whole('F16A', wanted);
  whole('F16B', wanted);
  whole('F17', true);
  whole('F18', true);
  each('F19', state.regime === 'people' ? [] : met, 'required');
  each('F20', [], 'required');
  each('F21A', endedUnsettled(state) ? all : [], 'required');
  whole('F21B', endedUnsettled(state) && ofCourt(state));
  each('F22A', applicants(state), 'offered');
  each('F22B', drafted(state) ? [] : applicants(state), 'offered');
  whole('F23', state.ending?.reason === 'withdrawn');
  whole('F24', undisputed(state));
  whole('F25', false);
  whole('F26', state.ending !== undefined || (effectOf(state)?.effectiveOn ?? null) !== null);
  whole('F27', ofCourt(state) && (endedUnsettled(state) || wanted));
  each('F28', [], 'required');
  whole('F29', ofCourt(state));
  whole('F30', false);
  each('F31', met, 'required');
  whole(
    'F32',
    state.sessions.some((session) => session.mode === 'remote' || session.recorded === true),
  );
  each('F33', [], 'required');
  const element = ofCourt(state) && endedUnsettled(state) ? elementFormOf(state) : null;
  whole('E01', element === 'E01');
  whole('E02', element === 'E02');
  return found;
}

const keysIn = (keys: readonly string[], parties: readonly Party[]): readonly string[] =>
  parties.map((party) => party.key).filter((key) => keys.includes(key));

const applicants = (state: CaseState): readonly string[] =>
  state.parties.filter((party) => party.side === 'applicant').map((party) => party.key);

/** The element form for the complaint of this dispute: card and loan disputes have one (domain.md 4.5); null for others. */
export function elementFormOf(state: CaseState): 'E01' | 'E02' | null {
  if (state.disputeType?.startsWith('CC')) return 'E01';
  return state.disputeType?.startsWith('LN') ? 'E02' : null;
}

/** Needed when facts were confirmed, or when a recording replaces the record (在线调解规则 Art. 22). */
function undisputed(state: CaseState): boolean {
  const confirmed = (state.ending?.undisputedFacts?.length ?? 0) > 0 && endedUnsettled(state);
  return confirmed || paperData(state.papers, 'F32', WHOLE_CASE).replacesRecord === true;
}

/** Title of a paper with what it is about, in Chinese and English. */
export function titleOfPaper(form: FormId, of: string, state: CaseState): { readonly zh: string; readonly en: string } {
  const { zh, en, per } = FORMS[form];
  const about = aboutOf(per, of, state);
  return about === null ? { zh, en } : { zh: `${zh}（${about[0]}）`, en: `${en} (${about[1]})` };
}

function aboutOf(per: string, of: string, state: CaseState): readonly [zh: string, en: string] | null {
  switch (per) {
    case 'party': {
      const party = state.parties.find((each) => each.key === of);
      const name = party ? (party.shortName ?? party.name) : of;
      return [name, name];
    }
    case 'session': {
      const at = state.sessions.findIndex((session) => session.id === of);
      return at < 0 ? [of, of] : [`第${at + 1}次`, `session ${at + 1}`];
    }
    case 'payment':
      return [`第${of}期`, `instalment ${of}`];
    case 'record': {
      // The letters behind the number keep two rooms apart; the papers are counted by the number.
      const digits = /-(\d+)(?:-[a-z0-9]{4})?$/u.exec(of)?.[1];
      return digits ? [`第${Number(digits)}份`, `no. ${Number(digits)}`] : null;
    }
    default:
      return null;
  }
}
