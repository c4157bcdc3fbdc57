import type * as Electron from 'electron';
import { refuse, refuseTheRest } from './refuse';

export const crashReporter = refuseTheRest('crashReporter', {
  /** Local reports only, as the app asks for them; Chromium's own reporter is off, so none are written. */
  start({ uploadToServer }: Electron.CrashReporterStartOptions): void {
    if (uploadToServer !== false) refuse('crashReporter.start with uploads');
  },
});
