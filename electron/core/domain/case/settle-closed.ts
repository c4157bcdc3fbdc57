import { bad, good, type Checked } from '../checks/problem';
import type { CaseState } from './case-state';
import type { CaseWrite } from './entry-kinds';
import { fieldWords } from './field-words';

export type SettleClosedProblem = 'no-clash' | 'conflict-first';

/**
 * Settles a case that one room closed while another changed it（已结案件另有修改）, by writes on top of both: `keep` writes the
 * ending (or the filing in the archive) again as it stands, `reopen` clears it. A case that is reopened is not archived
 * either; what was typed beside the ending（争议焦点 and so on）stays. Refused when there is no such clash, and with `keep`
 * while the ending itself has two values: these are chosen first.
 */
export function settleClosed(
  state: CaseState,
  choice: 'keep' | 'reopen',
): Checked<readonly CaseWrite[], SettleClosedProblem> {
  const closings = state.clashes.flatMap((clash) => (clash.kind === 'closed-and-changed' ? [clash.closing] : []));
  if (closings.length === 0) {
    return bad(
      'no-clash',
      '这个案件没有“结案后另有修改”的情况，可能已由他人处理，请重新打开案件。',
      'Nothing is open here: no change stands beside the ending. Open the case again.',
    );
  }
  if (choice === 'reopen') return good(reopened(state, closings.includes('ending')));
  const open = state.conflicts.find(({ path }) => closings.some((closing) => path.startsWith(`${closing}.`)));
  if (open) {
    const { zh, en } = fieldWords(open.path);
    return bad(
      'conflict-first',
      `“${zh}”还有两种说法，请先选定一种。`,
      `Two values stand for "${en}"; choose one first.`,
      { path: open.path },
    );
  }
  return good(closings.flatMap((closing) => (closing === 'ending' ? endedAgain(state) : archivedAgain(state))));
}

function reopened(state: CaseState, ended: boolean): readonly CaseWrite[] {
  return [
    ...(state.archiving ? [{ kind: 'archive-set' as const, data: { set: { on: null } } }] : []),
    ...(ended ? [{ kind: 'ending-set' as const, data: { set: { reason: null, on: null } } }] : []),
  ];
}

const endedAgain = ({ ending }: CaseState): readonly CaseWrite[] =>
  ending ? [{ kind: 'ending-set', data: { set: { reason: ending.reason, on: ending.on } } }] : [];

const archivedAgain = ({ archiving }: CaseState): readonly CaseWrite[] => {
  if (!archiving) return [];
  const { on, by, missing, reason } = archiving;
  return [
    {
      kind: 'archive-set',
      data: { set: { on, by, missing: [...missing], ...(reason === undefined ? {} : { reason }) } },
    },
  ];
};
