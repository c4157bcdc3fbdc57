import type * as Electron from 'electron';
import type { Parameters } from './chromium/protocol';

/** Paper sizes by name, in inches (ISO 216 and the US sizes). */
const papers = {
  A0: [33.1, 46.8],
  A1: [23.4, 33.1],
  A2: [16.54, 23.4],
  A3: [11.7, 16.54],
  A4: [8.27, 11.7],
  A5: [5.83, 8.27],
  A6: [4.13, 5.83],
  Legal: [8.5, 14],
  Letter: [8.5, 11],
  Tabloid: [11, 17],
  Ledger: [17, 11],
} as const;

/** Electron's options as Chromium's DevTools takes them; sizes and margins are inches in both. */
export function printParameters(options: Electron.PrintToPDFOptions): Parameters<'Page.printToPDF'> {
  const { pageSize = 'Letter', margins = {}, landscape, scale } = options;
  const [paperWidth, paperHeight] = typeof pageSize === 'string' ? papers[pageSize] : [pageSize.width, pageSize.height];
  const { top, bottom, left, right } = margins;
  return {
    paperWidth,
    paperHeight,
    landscape: landscape ?? false,
    scale: scale ?? 1,
    printBackground: options.printBackground ?? false,
    preferCSSPageSize: options.preferCSSPageSize ?? false,
    displayHeaderFooter: options.displayHeaderFooter ?? false,
    headerTemplate: options.headerTemplate ?? '',
    footerTemplate: options.footerTemplate ?? '',
    pageRanges: options.pageRanges ?? '',
    generateTaggedPDF: options.generateTaggedPDF ?? false,
    generateDocumentOutline: options.generateDocumentOutline ?? false,
    ...(top === undefined ? {} : { marginTop: top }),
    ...(bottom === undefined ? {} : { marginBottom: bottom }),
    ...(left === undefined ? {} : { marginLeft: left }),
    ...(right === undefined ? {} : { marginRight: right }),
  };
}
