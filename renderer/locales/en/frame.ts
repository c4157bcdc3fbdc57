import type { Texts } from '../zh-CN';

export const frame = {
  appName: 'Mediation Room',
  rail: 'Main navigation',
  today: 'Today',
  cases: 'Cases',
  sync: 'Sync',
  settings: 'Settings',
  status: 'Status',
  untouched: 'Nothing unsaved',
  saving: 'Saving…',
  saved: (time: string) => `Saved ${time}`,
  failed: (reason: string) => `Not saved: ${reason}`,
  sampleBanner: 'Sample data: organisation, parties and cases are invented and not for real work',
  opening: 'Opening the room…',
  language: 'Language',
  faultTitle: 'The cases on this workstation cannot be opened',
  faultSafe: 'The case files were not changed and are where they were. Do not delete or move the folder.',
  faultDo: 'Press "Try again" first. If that fails, tell the administrator the words above.',
  brokenTitle: 'This page failed',
  brokenText: 'Saved cases are safe. Open the page again; if that fails, restart the program.',
  reopen: 'Open the page again',
} satisfies Texts['frame'];

export const dates = {
  before: 'Month before',
  after: 'Month after',
  choose: (label: string) => `Choose: ${label}`,
  weekdays: ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'],
} satisfies Texts['dates'];
