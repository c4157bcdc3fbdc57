import type { DossierRowView } from '../../../electron/contract/dossier';
import type { ProblemMessage } from '../../../electron/contract/method';

/** Reasons of a refusal without those that only repeat the rows of the contents, which stand beside them. */
export const withoutRows = (problems: readonly ProblemMessage[]): readonly ProblemMessage[] => {
  const others = problems.filter((each) => !each.code.startsWith('missing-row-'));
  return others.length > 0 ? others : problems;
};

/** Numbers of the rows as text, neighbours drawn together: `1–4、7`. */
export function placesOf(rows: readonly DossierRowView[]): string {
  const spans: { readonly from: number; to: number }[] = [];
  for (const { place } of rows) {
    const last = spans.at(-1);
    if (last?.to === place - 1) last.to = place;
    else spans.push({ from: place, to: place });
  }
  return spans.map(({ from, to }) => (from === to ? String(from) : `${from}–${to}`)).join('、');
}
