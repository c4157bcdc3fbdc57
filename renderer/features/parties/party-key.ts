import type { Side } from '../../shared/case-types';

/** Names of parties as headings: 申请人1, 被申请人1, 被申请人2. */
export function headings(
  parties: readonly { readonly side?: Side | undefined }[],
  name: (side: Side, n: number) => string,
): readonly string[] {
  const seen: Partial<Record<Side, number>> = {};
  return parties.map((party) => {
    const side = party.side ?? 'applicant';
    const n = (seen[side] ?? 0) + 1;
    seen[side] = n;
    return name(side, n);
  });
}
