import { createHash } from 'node:crypto';
import type { TransferGroup } from '../domain/transfer/groups';
import type { ManifestFile } from '../domain/transfer/manifest';

/** A file on its way into a package; `title` is what the letter and the list call it. */
export interface PackFile {
  readonly group: TransferGroup;
  readonly title: string;
  readonly source: string;
  readonly bytes: Uint8Array;
  readonly pages: number;
  readonly sourceDocId?: string | undefined;
  readonly formVersion?: string | undefined;
  readonly signed?: boolean | undefined;
}

/** A file with its name and hash. */
export interface NamedFile extends PackFile {
  readonly fileName: string;
  readonly sha256: string;
}

export const sha256Hex = (content: Uint8Array | string): string => createHash('sha256').update(content).digest('hex');

/** What the manifest says of a file. */
export const manifestFileOf = (file: NamedFile): ManifestFile => ({
  group: file.group,
  fileName: file.fileName,
  sha256: file.sha256,
  pages: file.pages,
  bytes: file.bytes.length,
  source: file.source,
  ...(file.sourceDocId === undefined ? {} : { sourceDocId: file.sourceDocId }),
  ...(file.formVersion === undefined ? {} : { formVersion: file.formVersion }),
  ...(file.signed === true ? { signed: true } : {}),
});
