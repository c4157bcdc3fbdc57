import type { FileKind } from './file-kind';
import { MOST_MEGAPIXELS, MOST_SCAN_BYTES } from './scan-limits';
import type { ReadFault, ScanProblem, ScanProblemCode, ScanType } from './scan-result';

const megabytes = (bytes: number): string => String(Math.round(bytes / (1024 * 1024)));
const SHORT: Readonly<Record<ScanType, string>> = {
  'application/pdf': 'PDF',
  'image/jpeg': 'JPEG',
  'image/png': 'PNG',
};

const problem = (code: ScanProblemCode, zh: string, en: string): ScanProblem => ({ code, zh, en });

/** The file has no content. */
export const emptyFile = (fileName: string): ScanProblem =>
  problem(
    'empty-file',
    `“${fileName}”是空文件，没有内容。请重新扫描或拍照后再导入；从U盘或手机复制的，请等复制完成。`,
    `"${fileName}" is empty. Scan or photograph the paper again; if it was copied from a stick or a phone, wait until copying has ended.`,
  );

/** The file is larger than is taken; nothing of it was read. */
export const fileTooLarge = (fileName: string, bytes: number): ScanProblem =>
  problem(
    'file-too-large',
    `“${fileName}”有 ${megabytes(bytes)} MB，超过每个文件 ${megabytes(MOST_SCAN_BYTES)} MB 的上限。请把扫描分辨率调到 300 dpi 重新扫描，或者分成几个文件导入；录音录像请用录音录像功能保存。`,
    `"${fileName}" has ${megabytes(bytes)} MB; one file may have ${megabytes(MOST_SCAN_BYTES)} MB. Scan again at 300 dpi or import it in several files; recordings are kept by the recording function.`,
  );

const ADVICE = {
  photo: [
    '请在手机或看图软件里另存为 JPG 或 PNG 后再导入。',
    'Save it as JPG or PNG on the phone or in a viewer and import that.',
  ],
  office: ['请打开后另存为（或打印为）PDF 再导入。', 'Open it, save or print it as PDF, and import that.'],
  recording: [
    '录音录像不作为扫描件导入，请放入录音录像。',
    'A recording is not imported as a scan; put it with the recordings.',
  ],
  unknown: ['请重新扫描为 PDF，或者拍照存为 JPG、PNG。', 'Scan the paper as PDF, or take a photo as JPG or PNG.'],
} as const;

/** The content is of another type, named when it is known. */
export function unsupportedType(fileName: string, kind: FileKind & { readonly taken: false }): ScanProblem {
  const [zh, en] = ADVICE[kind.advice ?? 'unknown'];
  return problem(
    'unsupported-type',
    kind.name === undefined
      ? `“${fileName}”的内容不是 PDF、JPEG 或 PNG，没有导入。${zh}`
      : `“${fileName}”的内容是 ${kind.name}，这里只收 PDF、JPEG 和 PNG，没有导入。${zh}`,
    kind.name === undefined
      ? `The content of "${fileName}" is no PDF, JPEG or PNG, so it was not imported. ${en}`
      : `The content of "${fileName}" is ${kind.name}; only PDF, JPEG and PNG are taken. ${en}`,
  );
}

/** The content cannot be used although it begins as one of the three types. */
export function readProblem(fault: ReadFault, fileName: string, type: ScanType): ScanProblem {
  const name = SHORT[type];
  switch (fault) {
    case 'truncated-file':
      return problem(
        fault,
        `“${fileName}”不完整：${name} 的结尾缺失，多半是没有复制完。请从原来的设备重新复制，或者重新扫描。`,
        `"${fileName}" is incomplete: the end of the ${name} is missing, probably because copying was cut. Copy it again from where it came, or scan again.`,
      );
    case 'damaged-file':
      return problem(
        fault,
        `“${fileName}”已损坏，不能作为 ${name} 打开，没有导入。请重新扫描或拍照；原件还在的，请从原来的设备重新复制。`,
        `"${fileName}" is damaged and cannot be opened as ${name}, so it was not imported. Scan or photograph the paper again, or copy the file again from where it came.`,
      );
    case 'too-many-pixels':
      return problem(
        fault,
        `“${fileName}”的像素太多，超过 ${MOST_MEGAPIXELS} 百万像素（A4 纸 600 dpi 约 35 百万），打开会耗尽内存，没有导入。请用 300 dpi 重新扫描，或者把照片尺寸调小。`,
        `"${fileName}" has too many pixels: more than ${MOST_MEGAPIXELS} million (A4 at 600 dpi has 35), which would exhaust the memory. Scan at 300 dpi or take a smaller photo.`,
      );
    case 'unsupported-jpeg':
      return problem(
        fault,
        `“${fileName}”是印刷用（CMYK）或少见格式的 JPEG，屏幕和打印会变色，没有导入。请在看图软件里另存为普通的 JPG 或 PNG。`,
        `"${fileName}" is a JPEG for the press (CMYK) or of a rare kind that would show wrong colours. Save it as an ordinary JPG or PNG in a viewer.`,
      );
    case 'encrypted-pdf':
      return problem(
        fault,
        `“${fileName}”是加了密码或权限保护的 PDF，打不开，没有导入。请向提供人要没有保护的文件，或者打开后打印为新的 PDF。`,
        `"${fileName}" is a PDF with a password or protection. Ask for a file without it, or open it and print it to a new PDF.`,
      );
    case 'no-pages':
      return problem(
        fault,
        `“${fileName}”是一页也没有的 PDF，没有导入。请重新扫描。`,
        `"${fileName}" is a PDF without a page, so it was not imported. Scan the paper again.`,
      );
  }
}
