import { toHalfWidth } from '../checks/half-width';
import type { Party } from './case-state';

const plain = (number: string): string => toHalfWidth(number).replace(/\s/gu, '').toUpperCase();

/**
 * What tells one person or organisation from all others: type and number of the identity document, and the credit code;
 * half-width, without blanks, x as X. Never a name (domain.md 8.6). A household register（户口簿）tells the household, not the
 * person, and counts for nothing here.
 */
function tokensOf({ document, creditCode }: Pick<Party, 'document' | 'creditCode'>): readonly string[] {
  const tokens: string[] = [];
  if (document && document.type !== 'household-register' && plain(document.number) !== '') {
    tokens.push(`${document.type} ${plain(document.number)}`);
  }
  if (creditCode !== undefined && plain(creditCode) !== '') tokens.push(`credit-code ${plain(creditCode)}`);
  return tokens;
}

/** True for two parties that are one person or organisation by their papers, on whatever side they stand. */
export function isSameParty(
  a: Pick<Party, 'document' | 'creditCode'>,
  b: Pick<Party, 'document' | 'creditCode'>,
): boolean {
  const tokens = tokensOf(a);
  return tokensOf(b).some((token) => tokens.includes(token));
}

/** Keys of the parties of a case that were entered twice（同一当事人重复登记）, each pair sorted, pairs sorted. */
export function samePartyPairs(parties: readonly Party[]): readonly (readonly [string, string])[] {
  const sorted = [...parties].sort((a, b) => (a.key < b.key ? -1 : 1));
  return sorted.flatMap((a, index) =>
    sorted
      .slice(index + 1)
      .filter((b) => isSameParty(a, b))
      .map((b) => [a.key, b.key] as const),
  );
}
