import type { Texts } from '../zh-CN';

export const today = {
  title: 'Today',
  sessions: 'Sessions today',
  clocks: 'Running out',
  unsigned: 'To be signed',
  payments: 'Payments due soon',
  open: 'Open cases',
  daysLeft: (n: number) => (n < 0 ? `${-n} days late` : n === 0 ? 'ends today' : `${n} days left`),
  basis: 'Basis',
  goRecord: 'Record',
  goSign: 'Sign',
  goCase: 'Open',
  goNext: 'Go on',
  due: (date: string) => `due ${date}`,
  noSessions: 'No session today.',
  noClocks: 'No period is about to end.',
  noUnsigned: 'No agreement waits for signatures.',
  noPayments: 'No payment falls due within a week.',
  emptyTitle: 'No cases yet',
  emptyText: 'Register the first case, or import files handed over by a court or a bank.',
  noNumber: 'no number',
} satisfies Texts['today'];
