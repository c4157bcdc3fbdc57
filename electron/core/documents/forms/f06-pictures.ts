import type { Attachment } from '../../domain/case/case-state';
import { signPlaces } from '../blocks/sign-places';
import type { FlowItem } from '../layout/flow';
import { LEADING, SIZE, TEXT_HEIGHT, TEXT_WIDTH } from '../layout/page';
import type { PdfNode } from '../layout/pdf-nodes';
import type { TextSetter } from '../layout/text-setter';

/** Pictures on an A4 page (domain.md F06). */
const A_PAGE = 2;
/** Room of the caption with its margins, and of the signature at the foot of each page. */
const CAPTION = LEADING.small + 8;
const SIGNED = 150;
const BOX = [TEXT_WIDTH, (TEXT_HEIGHT - SIGNED) / A_PAGE - CAPTION] as const;

const dataAddress = (type: Attachment['type'], bytes: Uint8Array): string =>
  `data:${type};base64,${Buffer.from(bytes).toString('base64')}`;

/** A picture in its proportions under its caption, as large as half a page allows. */
function captioned(scan: Attachment, number: number, bytes: Uint8Array, setter: TextSetter): PdfNode {
  const setting = { size: SIZE.small, leading: LEADING.small, width: TEXT_WIDTH, align: 'center' } as const;
  const caption = setter.lines(`证件影像${number}`, setting);
  return {
    stack: [
      { stack: caption, margin: [0, 4, 0, 4] },
      { image: dataAddress(scan.type, bytes), fit: BOX, alignment: 'center' },
    ],
  };
}

/**
 * Pages of pictures, two on each, with a place for the one who handed them in to sign, print a finger and date every page.
 * `pictures` holds the bytes by sha256; a scan without bytes is left out, which `f06Problems` refuses before.
 */
export function picturePages(
  scans: readonly Attachment[],
  pictures: Readonly<Record<string, Uint8Array>>,
  setter: TextSetter,
): readonly FlowItem[] {
  const drawn = scans.flatMap((scan, index) => {
    const bytes = pictures[scan.sha256];
    return bytes === undefined ? [] : [captioned(scan, index + 1, bytes, setter)];
  });
  const pages: FlowItem[] = [];
  for (let from = 0; from < drawn.length; from += A_PAGE) {
    const place = { role: '提交人（签名、按指印）', room: 'fingerprint', date: 'blank' } as const;
    const stack = [...drawn.slice(from, from + A_PAGE), signPlaces([place], setter).node];
    pages.push({ node: { stack, unbreakable: true, pageBreak: 'before' }, textLines: 0 });
  }
  return pages;
}
