import { PDFDocument, PDFName, PDFString, type PDFObject } from '@cantoo/pdf-lib';
import { describe, expect, it } from 'vitest';
import { joinToBytes } from '../../../../electron/core/documents/joining/join-pdfs';
import { differences, drawnPage, expectSound, innards, madePdf, options } from './support';

const ACTIVE =
  /JavaScript|\/JS\b|Launch|OpenAction|\/AA\b|EmbeddedFile|Filespec|AcroForm|\/URI|XFA|GoToR|SubmitForm|\/PS\b|evil/u;

/** Everything that a scan might bring along to run, to send, or to hide. */
const hostile = (): Promise<Uint8Array> =>
  madePdf((document) => {
    const { context, catalog } = document;
    const page = drawnPage(document);
    const script = context.register(context.obj({ S: 'JavaScript', JS: PDFString.of('app.alert("evil")') }));
    const launch = context.register(context.obj({ S: 'Launch', F: PDFString.of('evil.exe') }));
    const uri = context.register(context.obj({ S: 'URI', URI: PDFString.of('https://evil.invalid/') }));
    const file = context.register(context.stream('evil', { Type: 'EmbeddedFile' }));
    const spec = context.register(context.obj({ Type: 'Filespec', F: PDFString.of('evil.exe'), EF: { F: file } }));
    catalog.set(PDFName.of('OpenAction'), script);
    catalog.set(PDFName.of('AA'), context.obj({ WC: script }));
    catalog.set(
      PDFName.of('Names'),
      context.obj({
        JavaScript: { Names: [PDFString.of('evil'), script] },
        EmbeddedFiles: { Names: [PDFString.of('evil'), spec] },
      }),
    );
    const field = {
      Type: 'Annot',
      Subtype: 'Widget',
      FT: 'Tx',
      T: PDFString.of('evil'),
      Rect: [0, 0, 9, 9],
      A: launch,
    };
    const widget = context.register(context.obj(field));
    catalog.set(PDFName.of('AcroForm'), context.obj({ Fields: [widget], XFA: PDFString.of('evil') }));
    const link = context.register(context.obj({ Type: 'Annot', Subtype: 'Link', Rect: [0, 0, 300, 400], A: uri }));
    const attached = { Type: 'Annot', Subtype: 'FileAttachment', Rect: [0, 0, 9, 9], FS: spec };
    page.node.set(PDFName.of('Annots'), context.obj([widget, link, context.register(context.obj(attached))]));
    page.node.set(PDFName.of('AA'), context.obj({ O: script }));
    // Where a reader of resources might still find them.
    const postscript = context.register(context.stream('evil exec', { Type: 'XObject', Subtype: 'PS' }));
    const away = {
      Type: 'XObject',
      Subtype: 'Form',
      BBox: [0, 0, 1, 1],
      F: PDFString.of('evil'),
      Ref: { F: spec, Page: 0 },
    };
    page.node.set(
      PDFName.of('Resources'),
      context.obj({
        XObject: { Ps: postscript, Away: context.register(context.stream('', away)), File: spec },
        Properties: { Script: script, Launch0: launch, Page: page.ref },
      }),
    );
  });

describe('a hostile scan', () => {
  it('brings nothing along that could run, open, send or hide', async () => {
    const pdf = await hostile();
    expect(await innards(pdf)).toMatch(ACTIVE);
    const joined = await joinToBytes([{ pdf }], options);
    expect((await innards(joined.pdf)).replaceAll('/Launch0', '')).not.toMatch(ACTIVE);
    const page = (await PDFDocument.load(joined.pdf)).getPage(0);
    expect(page.node.get(PDFName.of('Annots'))).toBeUndefined();
    const bare = await madePdf((document) => void drawnPage(document));
    expect(differences(joined.pdf, bare)).toEqual([0]);
    expectSound(joined.pdf);
  });

  it('cannot hide a script behind the spelling of a name', async () => {
    const plain = await hostile();
    const spelt = Buffer.from(plain).toString('latin1').replaceAll('/JavaScript', '/J#61vaScript');
    const joined = await joinToBytes([{ pdf: Buffer.from(spelt, 'latin1') }], options);
    expect((await innards(joined.pdf)).replaceAll('/Launch0', '')).not.toMatch(ACTIVE);
  });
});

describe('what notes and fields show', () => {
  it('stays on the page, drawn in its place, with nothing of the note itself', async () => {
    const pdf = await madePdf((document) => {
      const { context } = document;
      const page = drawnPage(document);
      const drawing = (matrix: number[]) =>
        context.register(
          context.stream('0 0 20 10 re 0 0 5 20 re f', { Subtype: 'Form', BBox: [0, 0, 20, 20], Matrix: matrix }),
        );
      const note = (extra: Record<string, PDFObject | string | number | object>) =>
        context.register(context.obj({ Type: 'Annot', Rect: [200, 300, 260, 330], ...extra }));
      const turn = [0, 1, -1, 0, 0, 0];
      page.node.set(
        PDFName.of('Annots'),
        context.obj([
          note({ Subtype: 'Stamp', F: 4, AP: { N: drawing(turn) } }),
          note({
            Subtype: 'Widget',
            F: 4,
            Rect: [50, 300, 80, 330],
            AS: 'On',
            AP: { N: { On: drawing([1, 0, 0, 1, 5, 5]) } },
          }),
          note({ Subtype: 'Stamp', F: 2, Rect: [100, 150, 180, 180], AP: { N: drawing(turn) } }),
        ]),
      );
    });
    const joined = await joinToBytes([{ pdf }], options);
    expect(differences(joined.pdf, pdf)).toEqual([0]);
    const bare = await madePdf((document) => void drawnPage(document));
    expect(differences(joined.pdf, bare)[0]).toBeGreaterThan(500);
    expect(await innards(joined.pdf)).not.toMatch(/\/Annots|\/Widget|\/Stamp/u);
    expectSound(joined.pdf);
  });
});

describe('layers', () => {
  it('that were not shown stay hidden', async () => {
    const pdf = await madePdf((document) => {
      const { context, catalog } = document;
      const page = document.addPage([300, 400]);
      const [seen, unseen] = ['Seen', 'Unseen'].map((name) =>
        context.register(context.obj({ Type: 'OCG', Name: PDFString.of(name) })),
      );
      if (!seen || !unseen) throw new Error('two layers are made');
      const program = '/OC /A BDC 0 0 50 50 re f EMC /OC /B BDC 100 100 50 50 re f EMC';
      page.node.set(PDFName.of('Contents'), context.register(context.stream(program)));
      page.node.set(PDFName.of('Resources'), context.obj({ Properties: { A: seen, B: unseen } }));
      catalog.set(PDFName.of('OCProperties'), context.obj({ OCGs: [seen, unseen], D: { OFF: [unseen] } }));
    });
    const empty = await madePdf((document) => void document.addPage([300, 400]));
    const joined = await joinToBytes([{ pdf }, { pdf, overlay: empty }], options);
    const twice = await joinToBytes([{ pdf }], options);
    expect(differences(twice.pdf, pdf)).toEqual([0]);
    expect(differences(joined.pdf, pdf).slice(0, 1)).toEqual([0]);
    expectSound(joined.pdf);
  });
});
