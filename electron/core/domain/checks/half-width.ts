/**
 * Full-width letters, figures and signs (U+FF01–U+FF5E) and the ideographic space, as input methods produce them, to
 * ASCII. For numbers and codes only: names and prose keep their characters (domain.md 6.4).
 */
export const toHalfWidth = (text: string): string =>
  text
    .replace(/[\uFF01-\uFF5E]/gu, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replaceAll('\u3000', ' ');
