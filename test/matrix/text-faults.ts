import { mm, PAGE } from '../../electron/core/documents/layout/page';
import type { DrawnPage, Word } from './page-words';
import type { LaidOut } from './set-lines';

/** Points by which a box may pass an edge: poppler's boxes are as high as the font, not as its ink. */
const SLACK = 2;

/**
 * What is wrong with the text of a form's pages: a line that was set and not drawn, a word outside the page or its text
 * area, one in the foot that does not belong there, two that lie on each other. Empty when all is well.
 */
export function textFaults({ document, lines }: LaidOut, pages: readonly DrawnPage[]): readonly string[] {
  const drawn = pages.map((page) => page.words.map((word) => word.text).join('')).join('\n');
  const missing = [...lines].filter((line) => !drawn.includes(line)).map((line) => `“${line}” was not drawn`);
  const placed = pages.flatMap((page, index) =>
    [...outside(page, document), ...strayFoot(page, document, index + 1, pages.length), ...overlaps(page)].map(
      (fault) => `page ${index + 1}: ${fault}`,
    ),
  );
  return [...missing, ...placed];
}

type Document = LaidOut['document'];

const quoted = (word: Word): string => `“${word.text}” at ${Math.round(word.left)},${Math.round(word.top)}`;

/** 骑缝章 stands at the outer edge of the paper, 装订线 at the bound one. */
const isMargin = (word: Word, page: DrawnPage): boolean =>
  (/^[骑缝章]+$/u.test(word.text) && word.left > page.width - mm(6)) ||
  (/^[装订线]+$/u.test(word.text) && word.right < mm(20));

function outside(page: DrawnPage, { page: paper = PAGE }: Document): readonly string[] {
  return page.words.flatMap((word) => {
    if (word.left < 0 || word.top < 0 || word.right > page.width || word.bottom > page.height)
      return [`${quoted(word)} leaves the paper`];
    const inText = word.top >= paper.top - SLACK && !isMargin(word, page);
    const beside = word.left < paper.left - SLACK || word.right > page.width - paper.right + SLACK;
    return inText && beside ? [`${quoted(word)} leaves the text area`] : [];
  });
}

/** Words below the text area that are no part of the foot. */
function strayFoot(
  page: DrawnPage,
  { page: paper = PAGE, marks, signFoot = '' }: Document,
  number: number,
  count: number,
): readonly string[] {
  const edge = page.height - paper.bottom;
  const foot = [marks.form, marks.number, `${signFoot}：`, `第${number}页共${count}页`, `—${number}—`].map((text) =>
    text.replace(/\s/gu, ''),
  );
  return page.words
    .filter((word) => word.bottom > edge + SLACK && !foot.some((text) => text.includes(word.text)))
    .map((word) => `${quoted(word)} reaches into the foot`);
}

/** Pairs of words whose middles, half as high as their boxes, lie on each other. */
function overlaps(page: DrawnPage): readonly string[] {
  const found: string[] = [];
  page.words.forEach((word, index) => {
    for (const other of page.words.slice(index + 1)) {
      const wide = Math.min(word.right, other.right) - Math.max(word.left, other.left);
      const high = Math.min(inner(word)[1], inner(other)[1]) - Math.max(inner(word)[0], inner(other)[0]);
      if (wide > SLACK && high > 0) found.push(`${quoted(word)} lies on ${quoted(other)}`);
    }
  });
  return found;
}

const inner = ({ top, bottom }: Word): readonly [top: number, bottom: number] => {
  const quarter = (bottom - top) / 4;
  return [top + quarter, bottom - quarter];
};
