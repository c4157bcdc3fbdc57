/** A sink for the bytes of a file, in order. `write` may keep the array: it is not touched again. */
export interface ByteSink {
  write(bytes: Uint8Array): Promise<void>;
}

/** Bytes of text of which every character is one byte, as PDF's own syntax is. */
export const latin1 = (text: string): Uint8Array => Buffer.from(text, 'latin1');

/** A text string of PDF in UTF-16BE with its mark, as hexadecimal digits (ISO 32000-1, 7.9.2.2). */
export function textString(text: string): string {
  const bytes = Buffer.from(`\uFEFF${text}`, 'utf16le').swap16();
  return `<${bytes.toString('hex').toUpperCase()}>`;
}

/** A date of PDF in UTC, to the second (ISO 32000-1, 7.9.4). */
export const dateString = (date: Date): string => `(D:${date.toISOString().replace(/[-:T]|\.\d+/gu, '')})`;

/** A number as PDF writes it: no exponent, nine decimals at most, so that a box is not moved by a hair. */
export const numberText = (value: number): string =>
  value
    .toFixed(9)
    .replace(/\.?0+$/u, '')
    .replace(/^-0$/u, '0');
