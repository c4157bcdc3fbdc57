/** A rectangle in points: left, bottom, right, top, with left < right and bottom < top. */
export type Box = readonly [left: number, bottom: number, right: number, top: number];

/** Clockwise turn of a page when it is shown, in degrees. */
export type Turn = 0 | 90 | 180 | 270;

/** The six numbers a b c d e f of PDF: x' = ax + cy + e, y' = bx + dy + f (ISO 32000-1, 8.3.3). */
export type Matrix = readonly [number, number, number, number, number, number];

/** Farther from the origin nothing is drawn; viewers keep such numbers in single precision. */
const FARTHEST = 1e7;

/** The box with its corners in order, or nothing where it has no area or lies beyond all measure. */
export function boxOf(corners: readonly number[]): Box | undefined {
  const [x1, y1, x2, y2] = corners;
  if (x1 === undefined || y1 === undefined || x2 === undefined || y2 === undefined) return undefined;
  if (!corners.every((each) => Math.abs(each) < FARTHEST) || x1 === x2 || y1 === y2) return undefined;
  return [Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2)];
}

/** What two boxes share, or nothing. */
export function sharedBox(a: Box, b: Box): Box | undefined {
  const [left, bottom] = [Math.max(a[0], b[0]), Math.max(a[1], b[1])];
  const [right, top] = [Math.min(a[2], b[2]), Math.min(a[3], b[3])];
  return left < right && bottom < top ? [left, bottom, right, top] : undefined;
}

/** First `m`, then `n`. */
export const combined = (m: Matrix, n: Matrix): Matrix => [
  m[0] * n[0] + m[1] * n[2],
  m[0] * n[1] + m[1] * n[3],
  m[2] * n[0] + m[3] * n[2],
  m[2] * n[1] + m[3] * n[3],
  m[4] * n[0] + m[5] * n[2] + n[4],
  m[4] * n[1] + m[5] * n[3] + n[5],
];

/** The smallest box round a box that a matrix has moved. */
export function movedBox([left, bottom, right, top]: Box, m: Matrix): Box | undefined {
  const xs: number[] = [];
  const ys: number[] = [];
  for (const [x, y] of [
    [left, bottom] as const,
    [right, bottom] as const,
    [left, top] as const,
    [right, top] as const,
  ]) {
    xs.push(m[0] * x + m[2] * y + m[4]);
    ys.push(m[1] * x + m[3] * y + m[5]);
  }
  return boxOf([Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]);
}

/** Width and height of a box as it is seen once turned, in points. */
export function seenSize([left, bottom, right, top]: Box, turn: Turn): readonly [width: number, height: number] {
  const [width, height] = [right - left, top - bottom];
  return turn === 90 || turn === 270 ? [height, width] : [width, height];
}

/** From what is seen (its lower left corner is 0 0) to the page's own coordinates. */
export function fromSeen([left, bottom, right, top]: Box, turn: Turn): Matrix {
  switch (turn) {
    case 0:
      return [1, 0, 0, 1, left, bottom];
    case 90:
      return [0, 1, -1, 0, right, bottom];
    case 180:
      return [-1, 0, 0, -1, right, top];
    case 270:
      return [0, -1, 1, 0, left, top];
  }
}

/** From the page's own coordinates to what is seen: the inverse of `fromSeen`. */
export function toSeen([left, bottom, right, top]: Box, turn: Turn): Matrix {
  switch (turn) {
    case 0:
      return [1, 0, 0, 1, -left, -bottom];
    case 90:
      return [0, -1, 1, 0, -bottom, right];
    case 180:
      return [-1, 0, 0, -1, right, top];
    case 270:
      return [0, 1, -1, 0, top, -left];
  }
}
