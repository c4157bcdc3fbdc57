import type { Texts } from '../zh-CN';

export const attachments = {
  check: 'Please check:',
  chooseCharacter: 'Choose the character to print as a picture',
  takeBack: 'Take back',
  look: (name) => `Look at ${name}`,
  remove: (name) => `Take back ${name}`,
} satisfies Texts['attachments'];

export const evidence = {
  hint: 'Entered by who handed it in; the evidence list and the dossier are made from it. Scans may be PDF, JPG or PNG; with a scan the number of pages may stay empty.',
  noPartyTitle: 'Enter the parties first',
  noPartyText: 'Evidence is entered by who handed it in: fill in the parties first.',
  noPartyGo: 'Enter the parties',
  from: (who) => `Evidence from ${who}`,
  none: 'No evidence entered yet.',
  add: 'Add evidence',
  addFrom: (who) => `Add evidence from ${who}`,
  unnamed: 'Unnamed material',
  item: (n, name) => `Evidence ${n}: ${name}`,
  name: 'Name',
  source: 'Source',
  proves: 'What it proves',
  pages: 'Pages',
  copies: 'Copies',
  kind: 'Original or copy',
  original: 'Original',
  copy: 'Copy',
  addScan: 'Import scans',
  remove: 'Remove',
  removeItem: (name) => `Remove evidence ${name}`,
} satisfies Texts['evidence'];
