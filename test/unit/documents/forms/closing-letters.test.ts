import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import type { RenderRequest } from '../../../../electron/core/documents/rendered';
import { sampleCommittee } from '../../../fixtures/documents/organisation';
import { drawnGlyphs } from '../drawn-glyphs';
import { pdfOf, textOf, textOfPages } from '../support';
import { endedCase, sixteenParties, withNumber, withPaper, withoutMargins } from './closing-states';

const MM = 72 / 25.4;
const result = '双方就减免金额和还款期限多次协商，意见仍不一致，调解不成。'.repeat(40);
const long = withPaper(withNumber(endedCase, 'F21A.respondent', '泉银调函〔2024〕7号'), 'F21A', 'respondent', {
  result,
});
const notice: Partial<RenderRequest> = { form: 'F21A', of: 'respondent' };

interface Line {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly text: string;
}

/** Lines of each page with their places in points, as poppler measures them. */
function linesOfPages(pdf: Uint8Array): readonly (readonly Line[])[] {
  const html = execFileSync('pdftotext', ['-bbox-layout', '-', '-'], { input: pdf, maxBuffer: 64 << 20 }).toString(
    'utf8',
  );
  return html
    .split('<page ')
    .slice(1)
    .map((page) =>
      [
        ...page.matchAll(/<line xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([\s\S]*?)<\/line>/gu),
      ].map(([, left, top, right, bottom, words = '']) => ({
        left: Number(left),
        top: Number(top),
        right: Number(right),
        bottom: Number(bottom),
        text: [...words.matchAll(/<word[^>]*>([^<]*)<\/word>/gu)].map((word) => word[1]).join(''),
      })),
    );
}

describe('letters in the manner of GB/T 9704', () => {
  it('stand in a text area of 156 mm, 28 mm from the left', async () => {
    const { pdf } = await pdfOf(long, notice);
    const body = linesOfPages(pdf).flatMap((lines) => lines.filter((line) => line.text.includes('协商')));
    expect(body.length).toBeGreaterThan(20);
    for (const line of body) {
      expect(line.left).toBeGreaterThan(28 * MM - 1);
      expect(line.right).toBeLessThan((210 - 26) * MM + 1);
    }
  });

  it('set 28 characters in a line and 22 lines on a page', async () => {
    const { pdf } = await pdfOf(long, notice);
    const [, second = []] = linesOfPages(pdf);
    const body = second.filter((line) => line.right < 190 * MM && line.top > 36 * MM && line.bottom < (297 - 34) * MM);
    expect(body).toHaveLength(22);
    expect(Math.max(...body.map((line) => line.text.length))).toBe(28);
  });

  it('number their pages at the outer edge and keep the mark of the template', async () => {
    const { pdf, pages } = await pdfOf(long, notice);
    const feet = linesOfPages(pdf).map((lines) => lines.find((line) => /^—\d+—$/u.test(line.text)));
    expect(feet.map((foot) => foot?.text)).toEqual(Array.from({ length: pages }, (_, at) => `—${at + 1}—`));
    expect(feet[0]?.left).toBeGreaterThan(150 * MM);
    expect(feet[1]?.right).toBeLessThan(60 * MM);
    for (const page of textOfPages(pdf)) expect(page.replace(/\s/gu, '')).toContain('F21A终止调解通知书版本1.0');
  });

  it('lose nothing of a long text and never leave the signature alone on a page', async () => {
    const { pdf, pages } = await pdfOf(long, notice);
    expect(withoutMargins(textOf(pdf)).match(/意见仍不一致/gu)).toHaveLength(40);
    const last = linesOfPages(pdf).at(-1) ?? [];
    const signed = last.findIndex((line) => line.text.includes('（印章）'));
    expect(pages).toBeGreaterThan(2);
    expect(last.slice(0, signed).filter((line) => line.text.length > 3).length).toBeGreaterThanOrEqual(3);
  });

  it('the day ends four characters from the right edge', async () => {
    const state = withPaper(long, 'F21A', 'respondent', { result, issuedOn: '2024-06-06' });
    const organisation = { ...sampleCommittee, name: '示例人民调解委员会' };
    const { pdf } = await pdfOf(state, { ...notice, organisation });
    const day = linesOfPages(pdf)
      .at(-1)
      ?.find((line) => line.text === '2024年6月6日');
    expect((day?.right ?? 0) / MM).toBeCloseTo(210 - 26 - (4 * 15.75) / MM, 0);
  });

  it('address a party with a long name among sixteen, with no crossed box', async () => {
    const state = { ...endedCase, parties: sixteenParties };
    const { pdf } = await pdfOf(state, { form: 'F21A', of: 'respondent-3', draft: true });
    expect(textOf(pdf)).toContain('帕丽扎提汗古丽娜扎尔·库尔班江阿卜杜热西提3：林𬎆与帕丽扎提汗');
    expect(drawnGlyphs(pdf)).not.toContain(0);
  });
});
