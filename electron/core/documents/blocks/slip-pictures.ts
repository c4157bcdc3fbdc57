import type { Attachment, CaseState } from '../../domain/case/case-state';
import type { FlowItem } from '../layout/flow';
import { LEADING, SIZE, TEXT_WIDTH, mm } from '../layout/page';
import type { TextSetter } from '../layout/text-setter';

/** A picture of a slip takes at most this much of a page, so that it stands under its table. */
const BOX = [TEXT_WIDTH, mm(64)] as const;

/** Pictures of the slips of an instalment（转账凭证影像）, in the order in which they came. PDF scans are bound in beside the form. */
export const slipsOf = ({ attachments }: Pick<CaseState, 'attachments'>, of: string): readonly Attachment[] =>
  attachments.filter((each) => each.role === 'slip' && each.of === of);

/**
 * Each slip whose bytes are at hand (`pictures`, by sha256) in its proportions; of the others a line tells what is bound in
 * or missing, so that nobody takes the paper for whole.
 */
export function slipPictures(
  slips: readonly Attachment[],
  pictures: Readonly<Record<string, Uint8Array>>,
  setter: TextSetter,
): readonly FlowItem[] {
  const note = { size: SIZE.small, leading: LEADING.small, width: TEXT_WIDTH, align: 'center' } as const;
  return slips.map((slip): FlowItem => {
    const bytes = pictures[slip.sha256];
    if (slip.type === 'application/pdf' || bytes === undefined) {
      const text = `附：${slip.name}（${slip.pages}页，另附）`;
      return { node: { stack: setter.lines(text, note), margin: [0, 6, 0, 0] }, textLines: 0 };
    }
    const image = `data:${slip.type};base64,${Buffer.from(bytes).toString('base64')}`;
    return {
      node: {
        stack: [
          { stack: setter.lines('转账凭证影像', note), margin: [0, 6, 0, 4] },
          { image, fit: BOX, alignment: 'center' },
        ],
        unbreakable: true,
      },
      textLines: 0,
    };
  });
}
