import { refuseTheRest } from './refuse';

let text = '';

/** A clipboard of the app's own, so that tests do not write into a person's. */
export const clipboard = refuseTheRest('clipboard', {
  readText: (): Promise<string> => Promise.resolve(text),
  writeText(written: string): Promise<void> {
    text = written;
    return Promise.resolve();
  },
  clear(): void {
    text = '';
  },
});
