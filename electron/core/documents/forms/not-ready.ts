import type { DocumentProblem } from '../rendered';

/** Something that a form prints is missing or unsettled, in plain words with what to do next; `field` is its path in the case. */
export const notReady = (zh: string, en: string, field?: string): DocumentProblem => ({
  code: 'not-ready',
  zh,
  en,
  ...(field === undefined ? {} : { field }),
});
