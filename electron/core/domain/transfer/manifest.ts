import { z } from 'zod';
import { TRANSFER_TYPES } from '../case/vocabulary';
import { TRANSFER_GROUPS } from './groups';

/** Version of `manifest.json` and `case.json`; a reader refuses what it does not know. */
export const TRANSFER_SCHEMA = 1;

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** One file of the package: no path, a PDF has pages, data has none. */
export const manifestFile = z.object({
  group: z.enum(TRANSFER_GROUPS),
  fileName: z
    .string()
    .min(1)
    .max(200)
    .regex(/^[^/\\]+$/),
  sha256,
  pages: z.number().int().min(0),
  bytes: z.number().int().min(1),
  /** What the file is, the same in every revision: `F19.respondent`, `scan.KEY`, with `#2` for a second part. */
  source: z.string().min(1),
  /** Entry of the issued paper, or key of the attachment; none for what is made for the package. */
  sourceDocId: z.string().optional(),
  formVersion: z.string().optional(),
  /** True when it is the scan of the signed paper, not the unsigned print. */
  signed: z.boolean().optional(),
});
export type ManifestFile = z.infer<typeof manifestFile>;

/**
 * `manifest.json` of a package（移送包清单文件, domain.md 4.6）. `contentSha256` is the SHA-256 of the lines
 * `sha256  fileName\n` (as sha256sum writes them) of all files but the letter and the list, in the order of `files`; it is
 * printed on the letter.
 */
export const manifestSchema = z.object({
  schemaVersion: z.literal(TRANSFER_SCHEMA),
  transferId: z.string().regex(/^[a-z0-9-]+$/),
  revision: z.number().int().min(1),
  caseId: z.string().min(1),
  type: z.enum(TRANSFER_TYPES),
  court: z.string().min(1),
  /** Date-time with the offset of Asia/Shanghai. */
  createdAt: z.iso.datetime({ offset: true }),
  room: z.string(),
  organisation: z.string(),
  files: z.array(manifestFile).min(1),
  contentSha256: sha256,
});
export type Manifest = z.infer<typeof manifestSchema>;

/** Made from the others, so its hash is not among theirs. */
export const isContent = (file: Pick<ManifestFile, 'group'>): boolean =>
  file.group !== 'letter' && file.group !== 'checklist';

/** The text whose SHA-256 is `contentSha256`. */
export const contentLines = (files: readonly Pick<ManifestFile, 'group' | 'fileName' | 'sha256'>[]): string =>
  files
    .filter(isContent)
    .map((file) => `${file.sha256}  ${file.fileName}\n`)
    .join('');
