import { INK, LEADING, SIZE, mm } from '../layout/page';
import type { PdfNode } from '../layout/pdf-nodes';
import type { TextSetter } from '../layout/text-setter';

/** A committee's round seal is about 42 mm across; with its date line the place is this high. */
export const SEAL_HEIGHT = mm(52);

/** Place for the seal of the committee（人民调解委员会印章）, its name and the date under it. `height` at least `SEAL_HEIGHT`. */
export function sealPlace(committee: string, width: number, height: number, setter: TextSetter): PdfNode {
  const setting = { size: SIZE.small, leading: LEADING.small, width: width - 10 };
  const name = setter.lines(committee, { ...setting, align: 'center' });
  const mark = setter.lines('（人民调解委员会印章）', { ...setting, align: 'center', color: INK.faint });
  const date = setter.lines('　　　　年　　月　　日', { ...setting, align: 'right' });
  const free = height - (name.length + mark.length + date.length) * LEADING.small - 5;
  return {
    stack: [
      { stack: [...name, ...mark], margin: [0, free * 0.45, 0, 0] },
      { stack: date, margin: [0, free * 0.55, 0, 0] },
    ],
    margin: [5, 0, 5, 0],
  };
}
