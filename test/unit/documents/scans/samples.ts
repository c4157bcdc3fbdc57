import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib';
import { encode } from 'jpeg-js';
import { PNG } from 'pngjs';

const from = (base64: string): Uint8Array => new Uint8Array(Buffer.from(base64, 'base64'));

/** 16 × 12 pixels, red to blue, progressive. */
export const progressiveJpeg = from(
  '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAA0JCgsKCA0LCgsODg0PEyAVExISEyccHhcgLikxMC4pLSwzOko+MzZGNywtQFdBRkxOUlNSMj5aYVpQYEpRUk//2wBDAQ4ODhMREyYVFSZPNS01T09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT0//wgARCAAMABADASIAAhEBAxEB/8QAFgABAQEAAAAAAAAAAAAAAAAAAAQF/8QAFQEBAQAAAAAAAAAAAAAAAAAABAX/2gAMAwEAAhADEAAAAcpMoq//xAAWEAEBAQAAAAAAAAAAAAAAAAASABD/2gAIAQEAAQUCUt//xAAWEQADAAAAAAAAAAAAAAAAAAAAAhT/2gAIAQMBAT8BtY//xAAWEQADAAAAAAAAAAAAAAAAAAAAAhX/2gAIAQIBAT8Bnqf/xAAUEAEAAAAAAAAAAAAAAAAAAAAg/9oACAEBAAY/Ah//xAAXEAADAQAAAAAAAAAAAAAAAAAAAREQ/9oACAEBAAE/IcKys//aAAwDAQACAAMAAAAQ/wD/xAAUEQEAAAAAAAAAAAAAAAAAAAAA/9oACAEDAQE/EF//xAAUEQEAAAAAAAAAAAAAAAAAAAAA/9oACAECAQE/ED//xAAWEAEBAQAAAAAAAAAAAAAAAAAAYXH/2gAIAQEAAT8Q00ss/9k=',
);

/** 16 × 12 pixels in the four colours of the press. */
export const pressJpeg = from(
  '/9j/7gAOQWRvYmUAZAAAAAAC/9sAQwANCQoLCggNCwoLDg4NDxMgFRMSEhMnHB4XIC4pMTAuKS0sMzpKPjM2RjcsLUBXQUZMTlJTUjI+WmFaUGBKUVJP/9sAQwEODg4TERMmFRUmTzUtNU9PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09P/8AAFAgADAAQBAEiAAIRAQMRAQQiAP/EABYAAQEBAAAAAAAAAAAAAAAAAAAFBv/EABwQAAEEAwEAAAAAAAAAAAAAAAACAwRSEhMVkf/EABUBAQEAAAAAAAAAAAAAAAAAAAUG/8QAGREAAgMBAAAAAAAAAAAAAAAAABYCBFFS/9oADgQBAAIRAxEEAAA/ALOblFeDNyivC/obqNDdSVYLWgS7Ho0fek0WO9Jos0HOjUHOjUP/2Q==',
);

/** 16 × 12 pixels, interlaced, 16 bits a channel. */
export const interlacedPng = from(
  'iVBORw0KGgoAAAANSUhEUgAAABAAAAAMEAIAAAHDEkYDAAAAjElEQVQ4y7WT0QmEQAxE34I9bBdrFdqFXaxVeFV4VWgXuSrWKvRHDkUGLnD7/kKYDDOQsO98CZ3Bms5Bb+YCQ+TBTXKleW9Ccb17W1iGNPEz0kIRYg9lcQhUOinwZpDFytCf0emg+v5fS2WB2Pua8hDWBJ3VM2gsQ/uqmGCIMJeKBmkCyxUNALzv4OEAjpEt/p7bZKMAAAAASUVORK5CYII=',
);

/** A grey ramp. */
function ramp(width: number, height: number): Uint8Array {
  const rgba = new Uint8Array(width * height * 4).fill(255);
  for (let pixel = 0; pixel < width * height; pixel += 1) rgba.fill(pixel % 251, pixel * 4, pixel * 4 + 3);
  return rgba;
}

/** A JPEG that is not progressive. */
export const plainJpeg = (width: number, height: number): Uint8Array =>
  new Uint8Array(encode({ width, height, data: ramp(width, height) }, 80).data);

/** A PNG in colour. */
export function plainPng(width: number, height: number): Uint8Array {
  const png = new PNG({ width, height });
  png.data.set(ramp(width, height));
  return new Uint8Array(PNG.sync.write(png));
}

/** A PDF as scanners make them: a page is a picture. */
export async function scannedPdf(
  pages: number,
  options: { readonly objectStreams?: boolean } = {},
): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  for (let page = 0; page < pages; page += 1) {
    const picture = await pdf.embedJpg(plainJpeg(40, 56));
    pdf.addPage([595, 842]).drawImage(picture, { x: 0, y: 0, width: 595, height: 842 });
  }
  return pdf.save({ useObjectStreams: options.objectStreams ?? true, addDefaultPage: false });
}

/** A PDF that asks for a password. */
export async function lockedPdf(): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  pdf.addPage().drawText('locked', { font });
  pdf.encrypt({ userPassword: 'open', ownerPassword: 'own' });
  return pdf.save();
}

/** The bytes of a PDF of the given objects, numbered from 1; 1 is the catalogue. No cross references: readers find them. */
export function pdfOfObjects(objects: readonly (string | Uint8Array)[]): Uint8Array {
  const parts: Uint8Array[] = [Buffer.from('%PDF-1.7\n')];
  objects.forEach((object, index) =>
    parts.push(Buffer.from(`${index + 1} 0 obj\n`), Buffer.from(object), Buffer.from('\nendobj\n')),
  );
  parts.push(Buffer.from(`trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n0\n%%EOF\n`));
  return new Uint8Array(Buffer.concat(parts));
}
