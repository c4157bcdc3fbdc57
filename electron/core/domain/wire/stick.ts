import { z } from 'zod';
import type { Problem } from '../checks/problem';
import { checkpointSchema } from './exchange';
import { LIMITS } from './limits';

/**
 * The exchange on a stick（U 盘交换）: one file of pieces, one behind the other. A piece is
 *
 *     mediation-room-stick HEAD-AS-JSON \n   BOX   SIGNATURE
 *
 * BOX: gzip of JSON lines, sealed for the reader's X25519 key (core/crypto/box.ts), `bytes` long. SIGNATURE: 64 bytes of
 * Ed25519 by the writer over `stickText` of all before it in the piece. Entries come before the files they speak of.
 */
export const STICK_MAGIC = 'mediation-room-stick ';
export const STICK_VERSION = 1;

/** What both sides agree on. Bytes. */
export const STICK_LIMITS = {
  /** The first line of a piece. */
  head: 4096,
  /** Lines of a piece before packing: where a new piece begins, and the most that is unpacked. */
  piece: 4 * 1024 * 1024,
  unpacked: 16 * 1024 * 1024,
  sealed: 17 * 1024 * 1024,
  /** A part of a file; a multiple of the pieces that the centre keeps. */
  part: 3 * LIMITS.chunkBytes,
  signature: 64,
} as const;

const key = z.string().regex(/^[A-Za-z0-9_-]{43}$/);

export const stickHead = z.looseObject({
  v: z.number().int().min(1),
  /** The same in all pieces of one file, of no other. */
  stick: z.string().min(1).max(100),
  /** From 1; `last` on the last one, so that a cut between pieces is seen. */
  piece: z.number().int().min(1),
  last: z.boolean(),
  /** Ed25519 key of who wrote it: a workstation, or the centre. */
  writer: key,
  /** X25519 key of who may read it. */
  reader: key,
  bytes: z.number().int().min(1).max(STICK_LIMITS.sealed),
});
export type StickHead = z.infer<typeof stickHead>;

/** One line inside. Lines of a newer version that are none of these are passed by. */
export const stickLine = z.union([
  z.object({ entry: z.unknown().refine((entry) => entry !== undefined) }),
  z.object({
    file: z.object({
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
      /** Of the whole file. */
      bytes: z.number().int().min(1).max(LIMITS.fileBytes),
      /** Where this part begins; parts of a file come in order. */
      at: z.number().int().min(0),
      /** base64 */
      data: z.string(),
    }),
  }),
  /** How far the writer has read the centre's feed: from there the centre may write its answer. */
  z.object({ checkpoint: checkpointSchema }),
]);
export type StickLine = z.infer<typeof stickLine>;
export type StickPart = Extract<StickLine, { readonly file: unknown }>['file'];

/** What the writer signs; `hash` is the SHA-256 of head line and box, base64url. */
export const stickText = (hash: string): string => `mediation-room/stick/1\n${hash}`;

/** Why a stick was not read; nothing was changed then. */
export type StickFault =
  'not-a-stick' | 'newer-version' | 'not-for-us' | 'unknown-writer' | 'revoked-writer' | 'damaged';

const WORDS: Readonly<Record<StickFault, readonly [zh: string, en: string]>> = {
  'not-a-stick': [
    '这不是交换文件，没有读入任何内容。请核对所选文件。',
    'This is no exchange file; nothing was read in. Check which file you chose.',
  ],
  'newer-version': [
    '交换文件由更新版本的软件写成，没有读入任何内容。请先升级软件。',
    'The exchange file was written by a newer version; nothing was read in. Update the program first.',
  ],
  'not-for-us': [
    '交换文件是写给别处的，本机打不开，没有读入任何内容。请让对方重新选择收件方。',
    'The exchange file was written for somebody else and does not open here; nothing was read in. Ask for one that is made for this workstation.',
  ],
  'unknown-writer': [
    '不认识写出这个文件的工作站，没有读入任何内容。请先与中心联网同步一次，再读。',
    'The workstation that wrote this file is not known here; nothing was read in. Sync with the centre once, then read it again.',
  ],
  'revoked-writer': [
    '写出这个文件的工作站已被停用，没有读入任何内容。请联系管理员。',
    'The workstation that wrote this file was revoked; nothing was read in. Call the administrator.',
  ],
  damaged: [
    '交换文件已损坏或不完整，没有读入任何内容。请让对方重新写一份，写完后安全弹出再拔。',
    'The exchange file is damaged or incomplete; nothing was read in. Have it written again, and eject the stick before you pull it out.',
  ],
};

/** A named fault of a stick, with words for a person. */
export class StickError extends Error {
  constructor(
    readonly fault: StickFault,
    options?: ErrorOptions,
  ) {
    super(fault, options);
    this.name = 'StickError';
  }

  get problem(): Problem<StickFault> {
    const [zh, en] = WORDS[this.fault];
    return { code: this.fault, zh, en };
  }
}
