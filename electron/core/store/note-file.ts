import path from 'node:path';
import { z } from 'zod';
import type { Files } from '../ports';
import type { Seal } from './seal';
import { SealedFile } from './sealed-file';
import { diskError } from './store-error';
import { Turns } from './turns';

/** What a power cut leaves of a note is found and removed at the next opening. */
export const NOTE_TEMPORARY = 'note.writing';

const noteSchema = z.object({ format: z.literal(1), value: z.unknown() });

/**
 * A small sealed file beside the journals（便笺）, for what is no entry: where sync stands.
 * Promises: durable when `write` resolves; `read` gives what was last acknowledged, null before the first, or a StoreError
 * (`damaged`, `wrong-place`; the next `write` replaces it). Does not promise: that an older copy put back is noticed.
 * Proved by test/unit/store/note-file.test.ts.
 */
export class NoteFile {
  private readonly file: SealedFile<z.infer<typeof noteSchema>>;

  constructor(
    files: Files,
    folder: string,
    private readonly name: string,
    seal: Seal,
    private readonly turns: Turns = new Turns(),
  ) {
    const temporary = path.join(folder, NOTE_TEMPORARY);
    this.file = new SealedFile(files, path.join(folder, `${name}.mrs`), name, seal, noteSchema, temporary);
  }

  /** The value, which the caller's schema checks. */
  readonly read = (): Promise<unknown> =>
    this.turns.run(async () => {
      try {
        return (await this.file.read())?.value ?? null;
      } catch (fault) {
        throw diskError(fault, this.name);
      }
    });

  /** Replaces the value by another that JSON carries. */
  readonly write = (value: unknown): Promise<void> =>
    this.turns.run(async () => {
      try {
        await this.file.write({ format: 1, value });
      } catch (fault) {
        throw diskError(fault, this.name);
      }
    });
}
