import { rangesAsText } from './check-order';
import type { PrintOrder, Sides } from './print-port';

/** The part of pdf-to-printer's options that is used. */
export interface WindowsOptions {
  readonly printer: string;
  readonly copies: number;
  readonly side: 'simplex' | 'duplexlong' | 'duplexshort';
  readonly scale: 'noscale';
  readonly paperSize: 'A4';
  readonly silent: true;
  readonly pages?: string;
  /** Where SumatraPDF lies, when it does not lie beside the package's own code. */
  readonly sumatraPdfPath?: string;
}

/** The part of pdf-to-printer that is used; its real functions fit. */
export interface WindowsPrinting {
  readonly print: (pdf: string, options: WindowsOptions) => Promise<void>;
  readonly getPrinters: () => Promise<readonly { readonly deviceId: string; readonly name: string }[]>;
  readonly getDefaultPrinter: () => Promise<{ readonly deviceId: string } | null>;
}

const SIDES: Readonly<Record<Sides, WindowsOptions['side']>> = {
  one: 'simplex',
  'two-long': 'duplexlong',
  'two-short': 'duplexshort',
};

/** An order as pdf-to-printer takes it: A4 in its true size, without dialogs. */
export const windowsOptions = (order: PrintOrder, sumatraPdfPath?: string): WindowsOptions => ({
  printer: order.printer,
  copies: order.copies,
  side: SIDES[order.sides],
  scale: 'noscale',
  paperSize: 'A4',
  silent: true,
  ...(order.pages === undefined ? {} : { pages: rangesAsText(order.pages) }),
  ...(sumatraPdfPath === undefined ? {} : { sumatraPdfPath }),
});
