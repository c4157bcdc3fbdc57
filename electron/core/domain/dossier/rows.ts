import type { Attachment, CaseState, IssuedDocument } from '../case/case-state';
import { at, type FieldProblem } from '../checks/field-problem';
import { problemOf } from '../checks/problem';
import { endedUnsettled, papersOfCase, type CasePaper } from '../forms/case-papers';
import type { FormId } from '../forms/form-ids';
import { DOSSIER_ORDERS, type DossierOrder, type OrderRow } from './order';

/** Where the pages of a paper come from. */
export type PaperOrigin = 'signed-scan' | 'issued' | 'to-make' | 'attachment';

/** One paper or scan in its row. */
export interface DossierPaper {
  readonly form?: FormId | undefined;
  readonly of: string;
  readonly zh: string;
  readonly en: string;
  readonly from: PaperOrigin;
  /** Null while the paper is not made. */
  readonly pages: number | null;
  /** The scans that stand for the paper, or the scan itself. */
  readonly scans: readonly Attachment[];
  readonly document?: IssuedDocument | undefined;
}

export interface DossierRow {
  /** From 1. */
  readonly place: number;
  readonly zh: string;
  readonly en: string;
  readonly required: boolean;
  readonly state: 'present' | 'missing' | 'not-needed';
  readonly reason?: FieldProblem | undefined;
  readonly papers: readonly DossierPaper[];
}

/** Papers that are made when the dossier is bound, from what is there by then. */
export const MADE_AT_BINDING: ReadonlySet<FormId> = new Set(['F01', 'F02', 'F17', 'F18']);

function paperIn(state: CaseState, { form, of, zh, en }: CasePaper): DossierPaper {
  const issues = state.documents.filter((each) => each.form === form && each.of === of);
  const scansOf = (entry: string): readonly Attachment[] =>
    state.attachments.filter((each) => each.role === 'signed-scan' && each.of === entry);
  const signed = issues.findLast((each) => scansOf(each.entry).length > 0);
  const base = { form, of, zh, en };
  if (signed) {
    const scans = scansOf(signed.entry);
    return { ...base, from: 'signed-scan', pages: sum(scans), scans, document: signed };
  }
  const last = issues.at(-1);
  return last
    ? { ...base, from: 'issued', pages: last.pages, scans: [], document: last }
    : { ...base, from: 'to-make', pages: null, scans: [] };
}

const sum = (scans: readonly Attachment[]): number => scans.reduce((total, each) => total + each.pages, 0);

/** Scans of a row in the order of what they belong to: evidence as it is listed, the others as they were imported. */
function scansOfRow(state: CaseState, row: OrderRow): readonly DossierPaper[] {
  const orderOf = new Map(state.evidence.map((each, index) => [each.key, index]));
  return row.scans
    .flatMap((role) => state.attachments.filter((each) => each.role === role))
    .filter((each) => !drawnByItsForm(each))
    .sort((a, b) => (orderOf.get(a.of) ?? -1) - (orderOf.get(b.of) ?? -1))
    .map((each) => {
      const name = state.evidence.find((item) => item.key === each.of)?.name ?? each.name;
      return { of: each.of, zh: name, en: name, from: 'attachment', pages: each.pages, scans: [each] };
    });
}

/** Identity pictures and slips are drawn by F06 and F14; only their PDF scans follow as pages of their own. */
const drawnByItsForm = (scan: Attachment): boolean =>
  (scan.role === 'identity' || scan.role === 'slip') && scan.type !== 'application/pdf';

/** True when this case can have the row at all. */
function expected(state: CaseState, row: OrderRow): boolean {
  // Nobody was met: there is no record to bind (domain.md 7.8 G2).
  const nobody = state.ending?.reason === 'respondent-unreachable' && state.sessions.length === 0;
  return !(nobody && row.forms.includes('F11'));
}

function reasonOf(state: CaseState, row: OrderRow, papers: readonly DossierPaper[]): FieldProblem | undefined {
  const unmade = papers.filter((each) => each.from === 'to-make' && !MADE_AT_BINDING.has(each.form ?? 'F01'));
  if (unmade.length > 0) {
    const zh = unmade.map((each) => each.zh).join('、');
    const en = unmade.map((each) => each.en).join(', ');
    return at('documents', problemOf('paper-not-made', `还没有定稿：${zh}`, `Not issued yet: ${en}`));
  }
  if (papers.length > 0) return undefined;
  if (row.forms.includes('F11'))
    return at('sessions', problemOf('no-session', '还没有调解记录', 'There is no mediation record'));
  if (row.forms.includes('F12') && !endedUnsettled(state))
    return at('agreement', problemOf('no-result', '还没有协议，也没有终止', 'Neither agreed nor ended'));
  return at('documents', problemOf('row-empty', `缺少${row.zh}`, `Missing: ${row.en}`));
}

/**
 * What stands in each row of the dossier（卷内目录）in the given order, and what is missing (domain.md 1.2). A paper counts
 * when it was issued, or when its signed scan was attached; one that is out of date is told by the checks.
 */
export function dossierRows(state: CaseState, order: DossierOrder): readonly DossierRow[] {
  const needed = papersOfCase(state).filter((each) => each.need === 'required' || issuedEver(state, each));
  return DOSSIER_ORDERS[order].map((row, index): DossierRow => {
    const papers = row.forms.flatMap((form) =>
      needed.filter((each) => each.form === form).map((each) => paperIn(state, each)),
    );
    const all = [...papers, ...scansOfRow(state, row)];
    const required = row.need === 'always' ? expected(state, row) : all.length > 0;
    const reason = required ? reasonOf(state, row, papers.length > 0 ? papers : all) : undefined;
    return {
      place: index + 1,
      zh: row.zh,
      en: row.en,
      required,
      state: reason ? 'missing' : all.length > 0 ? 'present' : 'not-needed',
      ...(reason ? { reason } : {}),
      papers: all,
    };
  });
}

const issuedEver = (state: CaseState, paper: CasePaper): boolean =>
  state.documents.some((each) => each.form === paper.form && each.of === paper.of);
