import { z } from 'zod';
import { canonicalJson } from './canonical';
import { isStamp } from './hybrid-clock';

/** Hash of an entry's canonical body, base64url of SHA-256 (43 characters). */
export type EntryId = string;

const hash = z.string().regex(/^[A-Za-z0-9_-]{43}$/);

/** Deeper data is nobody's form, and would exhaust the stack of who walks it. */
const DEEPEST = 100;

/** True for what JSON carries without loss, at most `DEEPEST` levels deep. `JSON.parse` itself lets 1e999 through as Infinity. */
function isJson(value: unknown, depth = 0): boolean {
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value !== 'object' || value === null)
    return ['string', 'boolean'].includes(typeof value) || value === null;
  return depth < DEEPEST && Object.values(value).every((member) => isJson(member, depth + 1));
}

/** Checked, then handed on as it is: a copy would lose a member called `__proto__`, and with it the hash. */
const entryData = z.custom<Record<string, unknown>>(
  (value) => typeof value === 'object' && value !== null && !Array.isArray(value) && isJson(value),
  'not JSON data',
);

/**
 * One immutable line of a journal（卷内经过的一条）: who did what, when, where, on top of what they had seen.
 * Fields that a newer version added are kept and are part of the hash.
 */
export const entrySchema = z.looseObject({
  /** Format of the body; a higher one is kept and passed on, not applied. */
  v: z.number().int().min(1),
  id: hash,
  /** Whose journal: a case id, or a room journal such as `numbers-agreement-2024-401`. */
  subject: z.string().min(1).max(200),
  kind: z.string().min(1).max(100),
  data: entryData,
  /** The account that acted（操作人）. */
  account: z.string().min(1).max(200),
  /** The workstation's Ed25519 public key, base64url. */
  station: hash,
  /** Hybrid-clock stamp. */
  at: z.string().refine(isStamp, 'not a stamp'),
  /** The entries of this journal that the writer had seen as newest, sorted. Empty for the first. */
  after: z.array(hash).max(1000),
  /** Counter of the workstation over all journals, from 1, without gaps. */
  seq: z.number().int().min(1),
  /** The workstation's entry before this one, null for its first. */
  prev: hash.nullable(),
  /** Ed25519 signature of the id's text by `station`, base64url. */
  sig: z.string().regex(/^[A-Za-z0-9_-]{86}$/),
});
export type Entry = z.infer<typeof entrySchema>;

/** What a writer gives; id and signature follow from it. */
export interface EntryBody {
  readonly v: 1;
  readonly subject: string;
  readonly kind: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly account: string;
  readonly station: string;
  readonly at: string;
  readonly after: readonly EntryId[];
  readonly seq: number;
  readonly prev: EntryId | null;
}

/** The workstation's key at work; the domain has no cryptography of its own. */
export interface Signer {
  /** SHA-256 of UTF-8 text, base64url. */
  readonly hash: (text: string) => string;
  /** Ed25519 signature of UTF-8 text, base64url. */
  readonly sign: (text: string) => string;
}

export interface Verifier {
  readonly hash: (text: string) => string;
  readonly verify: (station: string, text: string, signature: string) => boolean;
}

/** Makes an entry of a body: id from the content, signature from the workstation. */
export function sealEntry(body: EntryBody, signer: Signer): Entry {
  const plain = JSON.parse(canonicalJson({ ...body, after: [...body.after].sort() })) as Omit<Entry, 'id' | 'sig'>;
  const id = signer.hash(canonicalJson(plain));
  return { ...plain, id, sig: signer.sign(id) } as Entry;
}

export type EntryFault = 'malformed' | 'hash' | 'signature';

/**
 * Checks shape, hash and signature of one entry. Returns null when all hold, else the first that does not.
 * It does not tell whether the workstation was admitted; that is the centre's list.
 */
export function entryFault(entry: unknown, verifier: Verifier): EntryFault | null {
  const parsed = entrySchema.safeParse(entry);
  if (!parsed.success) return 'malformed';
  const { id, sig, ...body } = parsed.data;
  let text: string;
  try {
    text = canonicalJson(body);
  } catch {
    return 'malformed'; // a field of a newer version that JSON cannot carry
  }
  if (verifier.hash(text) !== id) return 'hash';
  return verifier.verify(parsed.data.station, id, sig) ? null : 'signature';
}
