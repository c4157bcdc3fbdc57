import type { Attachment, CaseState } from '../case/case-state';
import type { FieldProblem } from '../checks/field-problem';
import { problemOf, type Problem } from '../checks/problem';
import type { FormId, PaperRef } from '../forms/form-ids';
import { GROUP_NAMES, type TransferGroup } from './groups';
import { issuesOf, signedScans } from './transfer-case';

/** One row of what the court asks for（清单的一行）. */
export interface TransferRow {
  readonly group: TransferGroup;
  /** 送达地址确认书（晏知衡） */
  readonly zh: string;
  readonly en: string;
  readonly required: boolean;
  /** The papers that it is made of, in order. */
  readonly papers: readonly PaperRef[];
  /** Keys of the attachments that belong to it, in order. */
  readonly attachments: readonly string[];
  readonly state: 'present' | 'missing' | 'not-applicable';
  /** Why it is missing or not asked for, or what to mind although it is there. */
  readonly reason?: (Problem & { readonly field?: string }) | undefined;
}

interface RowParts {
  /** Whose or which it is. */
  readonly about?: string | undefined;
  readonly required: boolean;
  readonly papers?: readonly PaperRef[];
  readonly attachments?: readonly Attachment[];
  readonly missing?: FieldProblem;
  readonly absent?: Problem;
  readonly note?: Problem;
}

/** Papers that nobody signs or seals. */
const UNSIGNED_BY_NATURE: ReadonlySet<FormId> = new Set(['T01']);

const UNSIGNED = problemOf(
  'no-signed-scan',
  '未附签名扫描件，另交签名的纸质原件。',
  'No scan of the signed paper is enclosed; hand over the signed original.',
);

function unsigned(state: CaseState, papers: readonly PaperRef[]): boolean {
  return papers.some(
    (paper) =>
      !UNSIGNED_BY_NATURE.has(paper.form) &&
      !issuesOf(state, paper).some((issued) => signedScans(state, issued.entry).length > 0),
  );
}

/** A row from its parts: not asked for, missing, or there. */
export function row(state: CaseState, group: TransferGroup, parts: RowParts): TransferRow {
  const { about, required, papers = [], attachments = [], missing, absent } = parts;
  const { zh, en } = GROUP_NAMES[group];
  const reason = absent ?? missing ?? parts.note ?? (unsigned(state, papers) ? UNSIGNED : undefined);
  return {
    group,
    zh: about === undefined ? zh : `${zh}（${about}）`,
    en: about === undefined ? en : `${en} (${about})`,
    required: required && absent === undefined,
    papers: absent ? [] : papers,
    attachments: absent ? [] : attachments.map((each) => each.key),
    state: absent ? 'not-applicable' : missing ? 'missing' : 'present',
    ...(reason ? { reason } : {}),
  };
}
