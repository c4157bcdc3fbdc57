import type { PaperRef } from '../../../electron/contract/forms';
import type { CaseState } from '../../shared/case-types';

/** Shown instead of a version. */
export const DRAFT = 'draft';

export type IssuedVersion = CaseState['documents'][number];

/** How far a paper is: 未制作、已定稿、已打印、已签回（扫描）, or out of date, before or after it came back signed. */
type PaperState = 'none' | 'issued' | 'printed' | 'signed' | 'changed' | 'signed-changed';

/** The frozen versions of a paper, oldest first. */
export const versionsOf = (state: CaseState, { form, of }: PaperRef): readonly IssuedVersion[] =>
  state.documents.filter((one) => one.form === form && one.of === of);

/** How far a paper is, judged by its newest version. */
export function paperState(state: CaseState, paper: PaperRef): PaperState {
  const versions = versionsOf(state, paper);
  const last = versions.at(-1);
  if (last === undefined) return 'none';
  const cameBack = (version: IssuedVersion): boolean =>
    state.attachments.some((scan) => scan.role === 'signed-scan' && scan.of === version.entry);
  if (!last.current) return versions.some(cameBack) ? 'signed-changed' : 'changed';
  if (cameBack(last)) return 'signed';
  return last.printings.length > 0 ? 'printed' : 'issued';
}
