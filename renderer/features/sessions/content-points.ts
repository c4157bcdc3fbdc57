import type { CaseState, Party, Session } from '../../shared/case-types';
import type { Texts } from '../../locales/zh-CN';

type Words = Texts['sessions']['points'];

/** A content point of a record: there, missing, or only a person can tell. */
interface ContentPoint {
  readonly key: Exclude<keyof Words, 'title' | 'lead' | 'states' | 'open' | 'notes'>;
  readonly state: keyof Words['states'];
  /** What is missing or to be done, in words. */
  readonly note?: string | undefined;
  /** The field where it is put right, as problems name it. */
  readonly field?: string | undefined;
}

const untold = (state: CaseState): readonly Party[] =>
  state.parties.filter(
    ({ key, side }) =>
      !(side === 'respondent' && state.ending?.reason === 'respondent-unreachable') &&
      !state.documents.some((each) => each.form === 'F05' && each.of === key) &&
      !state.papers.some((each) => each.form === 'F05' && each.of === key && typeof each.fields['toldOn'] === 'string'),
  );

function rights(state: CaseState, words: Words): ContentPoint {
  const open = untold(state);
  const [first] = open;
  if (first === undefined) return { key: 'rights', state: 'done' };
  const names = open.map((party) => party.shortName ?? party.name).join('、');
  return { key: 'rights', state: 'open', note: words.notes.notTold(names), field: `paper.F05.${first.key}.toldOn` };
}

function persons(state: CaseState, words: Words): ContentPoint {
  const key = 'persons';
  if (state.mediators.length === 0)
    return { key, state: 'open', note: words.notes.noMediator, field: 'case.mediators' };
  if (!state.recorder) return { key, state: 'open', note: words.notes.noRecorder, field: 'case.recorder' };
  return { key, state: 'look' };
}

function outcome(state: CaseState, session: Session, words: Words): ContentPoint {
  const key = 'outcome';
  if (session.result === 'to-be-continued') return { key, state: 'look', note: words.notes.goesOn };
  if (session.result === 'settled') {
    return (state.agreement?.clauses.length ?? 0) > 0
      ? { key, state: 'done' }
      : { key, state: 'open', note: words.notes.noClauses, field: 'agreement.clauses' };
  }
  return state.ending === undefined || state.ending.reason === 'settled'
    ? { key, state: 'open', note: words.notes.noEnding, field: 'ending.reason' }
    : { key, state: 'done' };
}

function signatures(state: CaseState, session: Session, words: Words): ContentPoint {
  const key = 'signatures';
  const issued = state.documents.filter((each) => each.form === 'F11' && each.of === session.id);
  const scanned = state.attachments.some(
    (scan) => scan.role === 'signed-scan' && issued.some((each) => each.entry === scan.of),
  );
  if (scanned) return { key, state: 'done' };
  const note = issued.length > 0 ? words.notes.notScanned : words.notes.notIssued;
  return { key, state: 'open', note, field: `paper.F11.${session.id}` };
}

/**
 * The seven content points of a record（调解记录, domain.md F11）, computed where the case tells; the others are for the
 * mediator's own eye. Help only: nothing depends on it.
 */
export const contentPoints = (state: CaseState, session: Session, words: Words): readonly ContentPoint[] => [
  rights(state, words),
  persons(state, words),
  { key: 'statements', state: 'look' },
  { key: 'facts', state: 'look' },
  { key: 'risk', state: 'look' },
  outcome(state, session, words),
  signatures(state, session, words),
];
