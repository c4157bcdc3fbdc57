/** Nine groups of four stand on the sheet. */
export const KEY_CHARACTERS = 36;

/** What counts of a recovery key as typed: letters and digits in capitals, also wide ones of an input method. */
export const bareKey = (text: string): string =>
  text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '');

/** A recovery key as it stands on the sheet: groups of four with hyphens. */
export const groupedKey = (text: string): string => (bareKey(text).match(/.{1,4}/g) ?? []).join('-');
