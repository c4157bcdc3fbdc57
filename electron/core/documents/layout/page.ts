/** Points in a millimetre. */
const POINTS_PER_MM = 72 / 25.4;

/** Millimetres as points. */
export const mm = (millimetres: number): number => millimetres * POINTS_PER_MM;

/** A page and its margins in points. */
export interface PageGeometry {
  readonly width: number;
  readonly height: number;
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** A4 with the margins of the national forms (domain.md F03, 6.5), the sides a little narrower so that 36 characters fit. */
export const PAGE: PageGeometry = {
  width: mm(210),
  height: mm(297),
  top: mm(25.4),
  bottom: mm(25.4),
  left: mm(28),
  right: mm(28),
};

/** A4 of official letters: 天头 37 mm, 订口 28 mm, 版心 156 × 225 mm (GB/T 9704-2012; domain.md 6.5). */
export const LETTER: PageGeometry = {
  width: mm(210),
  height: mm(297),
  top: mm(37),
  bottom: mm(35),
  left: mm(28),
  right: mm(26),
};

/** Width of the text area of a page, in points. */
export const textWidthOf = (page: PageGeometry): number => page.width - page.left - page.right;

/** Width and height of the text area. */
export const TEXT_WIDTH = textWidthOf(PAGE);
export const TEXT_HEIGHT = PAGE.height - PAGE.top - PAGE.bottom;

/** Type sizes in points: 小二 title, 小四 text, 五号 labels and tables, and the foot. */
export const SIZE = { title: 20, text: 12, small: 10.5, note: 9, fine: 6.5 } as const;

/** Line distance in points of text and of tables. */
export const LEADING = { text: 21, small: 17 } as const;

/**
 * Letters: title 2号, body 3号, page number 4号. 3号 is 15.75 points here, not 16, so that 28 characters fill a line of
 * 156 mm; 22 lines of 28.9 points fill 225 mm (GB/T 9704-2012; domain.md 6.5).
 */
export const LETTER_SIZE = { title: 22, text: 15.75, page: 14 } as const;
export const LETTER_LEADING = 28.9;

/** Line grey and the grey of notes that must not compete with the text. */
export const INK = { rule: '#8c8c8c', faint: '#595959', sample: '#a8071a' } as const;
