import { PDFArray, PDFDict, PDFName, PDFRef, type PDFContext } from '@cantoo/pdf-lib';
import { nameIn, type ObjectCopier } from './object-copier';
import { textString } from './pdf-text';

/** The layers（图层, optional content groups）of a joined file by their numbers; what was not shown stays so. */
export interface Layers {
  /** Notes the layers of one document that were copied. */
  collect(context: PDFContext, copier: ObjectCopier): void;
  /** The catalog's entry, empty where there are no layers. */
  catalogEntry(): string;
}

function refsIn(dict: PDFDict, entry: string): readonly PDFRef[] {
  const array = dict.lookup(PDFName.of(entry));
  return array instanceof PDFArray ? array.asArray().filter((each) => each instanceof PDFRef) : [];
}

/** Collects layers as parts are joined. States that change with printing or zoom are not taken over. */
export function layers(): Layers {
  const all: number[] = [];
  const hidden: number[] = [];
  const list = (numbers: readonly number[]): string => `[${numbers.map((number) => `${number} 0 R`).join(' ')}]`;
  return {
    collect(context, copier) {
      const catalog = context.lookup(context.trailerInfo.Root);
      const properties = catalog instanceof PDFDict ? catalog.lookup(PDFName.of('OCProperties')) : undefined;
      if (!(properties instanceof PDFDict)) return;
      const initial = properties.lookup(PDFName.of('D'));
      const [on, off] = initial instanceof PDFDict ? [refsIn(initial, 'ON'), refsIn(initial, 'OFF')] : [[], []];
      const usuallyOff = initial instanceof PDFDict && nameIn(initial, 'BaseState') === 'OFF';
      for (const ref of refsIn(properties, 'OCGs')) {
        const number = copier.numberOf(ref);
        if (number === undefined) continue;
        all.push(number);
        if (off.includes(ref) || (usuallyOff && !on.includes(ref))) hidden.push(number);
      }
    },
    catalogEntry() {
      if (all.length === 0) return '';
      return `/OCProperties <</OCGs ${list(all)}/D <</Name ${textString('Layers')}/OFF ${list(hidden)}>>>>`;
    },
  };
}
