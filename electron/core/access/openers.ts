import { randomBytes } from 'node:crypto';
import { closeBox, openBox } from './wrap-box';
import { FULL_COST, stretch, stretchCost, type StretchCost } from './stretch';

/** The ways of people to open a store; the operating system's is the shell's, the key file's the store's own. */
export const PASSWORD_WAY = 'password';
export const RECOVERY_WAY = 'recovery';
/** A sheet that went out and whose end was not typed back yet: it opens nothing. */
export const WAITING_WAY = 'recovery-waiting';

/** The shape of the store's Opener, which this part does not import. */
interface Way {
  readonly way: string;
  readonly wrap: (dataKey: Uint8Array) => Promise<Uint8Array>;
  readonly unwrap: (wrapped: Uint8Array) => Promise<Uint8Array>;
}

/** "MRP" and the version, then log2N, r, p, and 16 bytes of salt. */
const MAGIC = Buffer.from('MRP1', 'latin1');
const SALT = 16;
const HEAD = MAGIC.length + 3 + SALT;

/**
 * Opens by a person's password（口令）. The wrap carries cost and salt, so that a later version may raise the cost; `cost` is
 * for new wraps. `unwrap` throws for a wrong password, a broken wrap, and a cost that would stop this computer.
 * Does not promise: anything against guessing by who has a copy of the file, but the cost of each try.
 */
export function passwordOpener(
  account: string,
  password: string,
  cost: StretchCost = FULL_COST,
): Way & { readonly account: string } {
  return {
    way: PASSWORD_WAY,
    account,
    wrap: async (dataKey) => {
      const salt = randomBytes(SALT);
      const head = Buffer.concat([MAGIC, Buffer.from([cost.log2N, cost.r, cost.p]), salt]);
      return closeBox(await stretch(password, salt, cost), `password/${account}`, head, dataKey);
    },
    unwrap: async (wrapped) => {
      const bytes = Buffer.from(wrapped);
      if (bytes.length < HEAD || !bytes.subarray(0, MAGIC.length).equals(MAGIC)) throw new Error('no password wrap');
      const [log2N, r, p] = bytes.subarray(MAGIC.length);
      const salt = bytes.subarray(HEAD - SALT, HEAD);
      const secret = await stretch(password, salt, stretchCost.parse({ log2N, r, p }));
      return openBox(secret, `password/${account}`, bytes, HEAD);
    },
  };
}

const SHEET = Buffer.from('MRR1', 'latin1');

/** Opens by the key of the recovery sheet（恢复单）, 20 random bytes: no stretching is needed against guessing 160 bits. */
export function recoveryOpener(key: Uint8Array, way: string = RECOVERY_WAY): Way {
  return {
    way,
    wrap: (dataKey) => Promise.resolve(closeBox(key, 'recovery', SHEET, dataKey)),
    unwrap: async (wrapped) => Promise.resolve(openBox(key, 'recovery', wrapped, SHEET.length)),
  };
}

/** Puts a wrap that is there already under another way; the secret in it need not be known. */
export function sameWrap(way: string, wrapped: Uint8Array): Way {
  return {
    way,
    wrap: () => Promise.resolve(wrapped),
    unwrap: () => Promise.reject(new Error('not known here')),
  };
}
