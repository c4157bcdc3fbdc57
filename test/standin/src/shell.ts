import path from 'node:path';
import { inUse } from './in-use';
import { refuseTheRest } from './refuse';
import { openWithDesktop } from './run-program';

/** Under test nothing outside is opened; a test that cares replaces the function, as it does on Electron. */
const open = (target: string): void => {
  if (inUse) openWithDesktop(target);
};

export const shell = refuseTheRest('shell', {
  openExternal(url: string): Promise<void> {
    open(url);
    return Promise.resolve();
  },
  /** The empty text says that it worked. */
  openPath(file: string): Promise<string> {
    open(file);
    return Promise.resolve('');
  },
  showItemInFolder: (file: string): void => open(path.dirname(file)),
});
