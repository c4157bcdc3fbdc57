/** Points in a millimetre. */
const POINTS_PER_MM = 72 / 25.4;

/** Millimetres as points. */
export const mm = (millimetres: number): number => millimetres * POINTS_PER_MM;

/** A4 with the margins of the national forms (domain.md F03, 6.5), the sides a little narrower so that 36 characters fit. */
export const PAGE = {
  width: mm(210),
  height: mm(297),
  top: mm(25.4),
  bottom: mm(25.4),
  left: mm(28),
  right: mm(28),
} as const;

/** Width and height of the text area. */
export const TEXT_WIDTH = PAGE.width - PAGE.left - PAGE.right;
export const TEXT_HEIGHT = PAGE.height - PAGE.top - PAGE.bottom;

/** Type sizes in points: 小二 title, 小四 text, 五号 labels and tables, and the foot. */
export const SIZE = { title: 20, text: 12, small: 10.5, note: 9, fine: 6.5 } as const;

/** Line distance in points of text and of tables. */
export const LEADING = { text: 21, small: 17 } as const;

/** Line grey and the grey of notes that must not compete with the text. */
export const INK = { rule: '#8c8c8c', faint: '#595959', sample: '#a8071a' } as const;
