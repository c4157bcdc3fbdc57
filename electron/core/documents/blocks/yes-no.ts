import type { FlowItem } from '../layout/flow';
import type { TextSetter } from '../layout/text-setter';
import { tickBoxes, type TickBoxOptions } from './tick-boxes';

/** Two boxes, 是 and 否 unless other words are given; neither is ticked before somebody answered. */
export const yesNoBoxes = (
  answer: boolean | undefined,
  setter: TextSetter,
  options: TickBoxOptions = {},
  [yes, no]: readonly [string, string] = ['是', '否'],
): FlowItem =>
  tickBoxes(
    [
      { label: yes, ticked: answer === true },
      { label: no, ticked: answer === false },
    ],
    setter,
    { perLine: 2, ...options },
  );
