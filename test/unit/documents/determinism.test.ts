import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { directoryFonts } from '../../../electron/core/documents/fonts/font-source';
import { renderForm } from '../../../electron/core/documents/render-form';
import { caseA } from '../../fixtures/documents/case-a';
import { caseF } from '../../fixtures/documents/case-f';
import { fontDirs, pdfOf, requestFor } from './support';

describe('the bytes of a document', () => {
  it('are the same for the same request, whatever was printed before and with fonts opened anew', async () => {
    const first = await pdfOf(caseA);
    await pdfOf(caseF);
    const again = await pdfOf(structuredClone(caseA));
    const anew = await renderForm(requestFor(caseA), directoryFonts(fontDirs));
    expect(Buffer.compare(again.pdf, first.pdf)).toBe(0);
    expect(anew.ok && Buffer.compare(anew.pdf, first.pdf)).toBe(0);
  });

  it('two requests at once do not disturb each other', async () => {
    const [a, f] = [await pdfOf(caseA), await pdfOf(caseF)];
    const [a2, f2] = await Promise.all([pdfOf(caseA), pdfOf(caseF)]);
    expect(Buffer.compare(a.pdf, a2.pdf)).toBe(0);
    expect(Buffer.compare(f.pdf, f2.pdf)).toBe(0);
  });

  it('carry the instant of the request, the title and the committee, and nothing active', async () => {
    const { pdf } = await pdfOf(caseA);
    const info = execFileSync('pdfinfo', ['-isodates', '-'], { input: pdf }).toString('utf8');
    expect(info).toMatch(/CreationDate: +2024-04-25T02:30:00/u);
    expect(info).toMatch(/Title: +人民调解协议书 （2024）泉银人调字第00401号/u);
    expect(info).toMatch(/Author: +银行业纠纷人民调解委员会（示例）/u);
    expect(info).toMatch(/JavaScript: +no/u);
    expect(info).toMatch(/Page size: +595\.\d+ x 841\.\d+ pts \(A4\)/u);
    const source = Buffer.from(pdf).toString('latin1');
    expect(source).not.toMatch(/\/(?:JavaScript|JS|URI|Launch|EmbeddedFile|OpenAction)\b/u);
  });

  it('an instant that is none is a fault of the caller', async () => {
    await expect(pdfOf(caseA, { printedAt: 'today' })).rejects.toThrow(RangeError);
  });
});
