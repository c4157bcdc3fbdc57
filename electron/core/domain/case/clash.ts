import type { EntryId } from '../journal/entry';

/** Two or more values of one field, none of whose writers had seen the others. Settled by a later entry of that field. */
export interface Conflict {
  /** Field path, e.g. `party.respondent.address`. */
  readonly path: string;
  readonly values: readonly {
    readonly value: unknown;
    readonly entry: EntryId;
    readonly account: string;
    readonly station: string;
    readonly at: string;
  }[];
}

/** Who did one side of a clash. */
export interface ClashSide {
  readonly entry: EntryId;
  readonly account: string;
  readonly station: string;
  /** Stamp of the entry. */
  readonly at: string;
}

/**
 * What two rooms did to one case that no single field shows（冲突, domain.md 8.6 O7）and a person has to settle:
 * `closed-and-changed`, a case that one room ended or archived while another, unseen, changed a session, the agreement or a
 * party, with the newest change of each room and kind; `same-party`, two parties with one identity document or credit code.
 */
export type Clash =
  | {
      readonly kind: 'closed-and-changed';
      readonly closing: 'ending' | 'archive';
      readonly sides: readonly (ClashSide & {
        readonly did: 'ending' | 'archive' | 'session' | 'agreement' | 'party';
      })[];
    }
  | {
      readonly kind: 'same-party';
      /** Sorted. */
      readonly keys: readonly [string, string];
      /** The entry that made each of them. */
      readonly sides: readonly (ClashSide & { readonly key: string })[];
    };

/** An entry of a known kind whose data breaks its schema: kept, shown, never applied. */
export interface FaultyEntry {
  readonly entry: EntryId;
  readonly kind: string;
  readonly problem: string;
}
