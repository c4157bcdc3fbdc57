/**
 * Bytes that a person takes out of the store（取出）. `note` records it and must be awaited before they are written anywhere;
 * it throws AccessError `not-recorded`.
 */
export interface TakenOut {
  /** A name for the file. */
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly note: () => Promise<void>;
}
