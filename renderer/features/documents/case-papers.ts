import type { CaseView } from '../../../electron/contract/case-view';
import { FORM_IDS, FORMS, isFormId, WHOLE_CASE, type FormId, type PaperRef } from '../../../electron/contract/forms';
import type { CaseState } from '../../shared/case-types';
import type { Texts } from '../../locales/zh-CN';
import { keyOf } from './paper-address';
import { GROUP_OF, GROUPS, type PaperGroup } from './paper-groups';
import { freshKey, numberOfKey } from '../../shared/fresh-key';

/** A paper as the list shows it. */
export interface ListedPaper extends PaperRef {
  readonly zh: string;
  readonly en: string;
  readonly need: 'required' | 'offered';
}

/** Title of a paper that the case does not list yet, with what it is about. */
function titleOf({ form, of }: PaperRef, state: CaseState, t: Texts): string {
  switch (FORMS[form].per) {
    case 'case':
      return '';
    case 'party': {
      const party = state.parties.find((one) => one.key === of);
      return party === undefined ? of : (party.shortName ?? party.name);
    }
    case 'session':
      return t.documents.sessionNth(state.sessions.findIndex((one) => one.id === of) + 1);
    case 'payment':
      return t.documents.instalment(of);
    case 'record':
      return t.documents.nth(numberOfKey(of) ?? 1);
  }
}

function listed(paper: PaperRef, state: CaseState, t: Texts): ListedPaper {
  const { zh, en } = FORMS[paper.form];
  const about = titleOf(paper, state, t);
  return {
    ...paper,
    zh: about === '' ? zh : `${zh}（${about}）`,
    en: about === '' ? en : `${en} (${about})`,
    need: 'required',
  };
}

/**
 * The papers of a case as the list shows them: what the case names, what was issued though the case no longer asks for it,
 * and the one that is open.
 */
export function papersOf(view: CaseView, open: PaperRef | null, t: Texts): readonly ListedPaper[] {
  const known = new Set(view.papers.map(keyOf));
  const extra = new Map<string, PaperRef>();
  const issued = view.state.documents.flatMap(({ form, of }) => (isFormId(form) ? [{ form, of }] : []));
  for (const paper of [...issued, ...(open === null ? [] : [open])]) {
    if (!known.has(keyOf(paper))) extra.set(keyOf(paper), paper);
  }
  const all = [...view.papers, ...[...extra.values()].map((paper) => listed(paper, view.state, t))];
  // In the order of the forms; papers of one form keep theirs.
  return all.sort((a, b) => FORM_IDS.indexOf(a.form) - FORM_IDS.indexOf(b.form));
}

/** Papers by group, in the order of the work; groups without a paper are left out. */
export const byGroup = (
  papers: readonly ListedPaper[],
): readonly { readonly group: PaperGroup; readonly papers: readonly ListedPaper[] }[] =>
  GROUPS.map((group) => ({ group, papers: papers.filter((paper) => GROUP_OF[paper.form] === group) })).filter(
    (each) => each.papers.length > 0,
  );

/** Papers of the same form together, in the order given. */
export function byForm(papers: readonly ListedPaper[]): readonly (readonly [ListedPaper, ...ListedPaper[]])[] {
  const found = new Map<FormId, [ListedPaper, ...ListedPaper[]]>();
  for (const paper of papers) {
    const same = found.get(paper.form);
    if (same === undefined) found.set(paper.form, [paper]);
    else same.push(paper);
  }
  return [...found.values()];
}

/** What a paper is about, without the name of its form: 柯龙䶮 of 授权委托书（柯龙䶮）. */
export function aboutOf(paper: ListedPaper, say: (words: ListedPaper) => string): string {
  const { zh, en } = FORMS[paper.form];
  const whole = say(paper);
  const name = whole.startsWith(zh) ? zh : en;
  return /^\s*[（(](.+)[）)]$/su.exec(whole.slice(name.length))?.[1] ?? whole;
}

/** The paper that is shown when the address names none: the agreement, else the first one that is needed. */
export function firstPaper(view: CaseView): PaperRef | null {
  const agreed = view.state.agreement?.form === 'oral' ? 'F13' : 'F12';
  const agreement = view.papers.find((paper) => paper.form === agreed);
  const required = view.papers.filter((paper) => paper.need === 'required').map((paper) => ({ ...paper }));
  return agreement ?? byGroup(required)[0]?.papers[0] ?? view.papers[0] ?? null;
}

/** Keys of repeatable forms begin with what they are: `inquiry-1-x7q4`, `visit-2-x7q4`. */
const RECORD_KEYS: Partial<Record<FormId, string>> = {
  F09: 'inquiry',
  F15: 'visit',
  F20: 'service',
  F28: 'notice',
  F33: 'approval',
};

/** The next paper of a repeatable form, with a number that none has used. */
function nextRecord(state: CaseState, form: FormId): PaperRef {
  const stem = RECORD_KEYS[form] ?? 'record';
  // Counted together whatever they begin with: hand-over files call them `record-1`.
  const used = [...state.papers, ...state.documents]
    .filter((paper) => paper.form === form)
    .map((paper) => paper.of.replace(/^[a-z]+/, stem));
  return { form, of: freshKey(stem, used) };
}

/** Made by other steps: the agreement by its draft, T01 with its package. */
const NOT_ADDED: readonly FormId[] = ['F12', 'F13', 'T01'];

/** The forms that can be added: those that a case may have several times, and those of the case that it does not list. */
export const addable = (papers: readonly ListedPaper[]): readonly FormId[] => [
  ...FORM_IDS.filter((form) => FORMS[form].per === 'record'),
  ...FORM_IDS.filter(
    (form) => FORMS[form].per === 'case' && !NOT_ADDED.includes(form) && !papers.some((paper) => paper.form === form),
  ),
];

/** The paper that adding a form opens. */
export const added = (state: CaseState, form: FormId): PaperRef =>
  FORMS[form].per === 'record' ? nextRecord(state, form) : { form, of: WHOLE_CASE };

/** Copies that are due of a paper. */
export const copiesDue = (view: CaseView, paper: PaperRef): number =>
  view.papers.find((one) => keyOf(one) === keyOf(paper))?.copies ?? 1;
