import {
  PDFArray,
  PDFDict,
  PDFInvalidObject,
  PDFName,
  PDFRef,
  PDFStream,
  type PDFContext,
  type PDFObject,
} from '@cantoo/pdf-lib';
import type { ObjectOutput } from './object-output';
import { isRefused, isStreamEntryRefused } from './refused-objects';

const DEEPEST = 100;

/** Copies objects of one document that was read into an output, each indirect object once, under a new number. */
export interface ObjectCopier {
  /** PDF syntax of a value; what it refers to is noted and written by `drain`. */
  syntax(value: PDFObject | undefined): string;
  /** Entries of a stream's dictionary without /Length and without `leave`. */
  streamEntries(stream: PDFStream, leave?: readonly string[]): string;
  /** The new number of an object that has been referred to. */
  numberOf(ref: PDFRef): number | undefined;
  /** How many references led to nothing or to what could not be parsed. */
  missing(): number;
  /** Writes all objects referred to so far and what they refer to in turn. */
  drain(): Promise<void>;
}

/**
 * A copier over one document. Nothing that could act, name another file or reach into the document's structure is
 * copied: such a value becomes null (see refused-objects.ts), as does a broken or missing object.
 */
export function objectCopier(context: PDFContext, output: ObjectOutput): ObjectCopier {
  const numbers = new Map<PDFRef, number>();
  const open: PDFRef[] = [];
  let missing = 0;

  const reference = (ref: PDFRef): string => {
    const target = context.lookup(ref);
    if (target === undefined || target instanceof PDFInvalidObject) missing += 1;
    if (target === undefined || isRefused(target)) return 'null';
    let number = numbers.get(ref);
    if (number === undefined) {
      number = output.reserve();
      numbers.set(ref, number);
      open.push(ref);
    }
    return `${number} 0 R`;
  };
  const entries = (dict: PDFDict, keep: (name: string) => boolean, depth: number): string =>
    dict
      .entries()
      .filter(([name]) => keep(name.decodeText()))
      .map(([name, value]) => `${name.asString()} ${syntaxOf(value, depth + 1)}`)
      .join('\n');
  const syntaxOf = (value: PDFObject, depth: number): string => {
    if (depth > DEEPEST || isRefused(value)) return 'null';
    if (value instanceof PDFRef) return reference(value);
    if (value instanceof PDFArray)
      return `[${value
        .asArray()
        .map((item) => syntaxOf(item, depth + 1))
        .join(' ')}]`;
    if (value instanceof PDFDict) return `<<${entries(value, () => true, depth)}>>`;
    // A stream is never a direct value; what could not be parsed is not passed on.
    if (value instanceof PDFStream || value instanceof PDFInvalidObject) return 'null';
    return value.toString();
  };
  const streamEntries = (stream: PDFStream, leave: readonly string[] = []): string =>
    `${entries(stream.dict, (name) => name !== 'Length' && !isStreamEntryRefused(name) && !leave.includes(name), 0)}\n`;

  return {
    syntax: (value) => (value === undefined ? 'null' : syntaxOf(value, 0)),
    streamEntries,
    numberOf: (ref) => numbers.get(ref),
    missing: () => missing,
    async drain() {
      for (let ref = open.pop(); ref !== undefined; ref = open.pop()) {
        const number = numbers.get(ref);
        const object = context.lookup(ref);
        if (number === undefined || object === undefined) throw new Error('an object was noted that is not there');
        if (object instanceof PDFStream) await output.stream(number, streamEntries(object), object.getContents());
        else await output.object(number, syntaxOf(object, 0));
      }
    },
  };
}

/** The name of an entry as text, or nothing where it is no name. */
export function nameIn(dict: PDFDict, entry: string): string | undefined {
  const value = dict.lookup(PDFName.of(entry));
  return value instanceof PDFName ? value.decodeText() : undefined;
}
