import type { DossierRowView } from '../../../electron/contract/dossier';

type Paper = DossierRowView['papers'][number];

const AT_BINDING: ReadonlySet<string | undefined> = new Set(['F01', 'F02', 'F17', 'F18']);

/** Made with the package for the court, because the letter names the hash of its files. */
const WITH_PACKAGE: ReadonlySet<string | undefined> = new Set(['F27', 'T01']);

/** Where the pages of a paper come from, or when it will be made. */
export function originOf({ form, from }: Paper): Paper['from'] | 'at-binding' | 'with-package' {
  if (from !== 'to-make') return from;
  if (AT_BINDING.has(form)) return 'at-binding';
  return WITH_PACKAGE.has(form) ? 'with-package' : 'to-make';
}

/** True for a paper that is missing until somebody makes it. */
export const isToMake = ({ form, from }: Paper): boolean => from === 'to-make' && !AT_BINDING.has(form);

/** True for a paper that can be made here and now. */
export const canMake = (paper: Paper): boolean => paper.form !== undefined && originOf(paper) === 'to-make';
