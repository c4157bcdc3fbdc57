import type { Draft } from '../../../electron/core/store/station-chain';
import type { Seeded } from './seeded';

const NAMES = ['柯龙䶮', '刺桐湾银行卡中心', '海丝岬银行泉州分行', '苏采薇'] as const;
const FACTS = ['持卡透支，逾期未还。', '理财亏损，认为未告知风险。', '已归还部分款项。', '双方同意分期。'] as const;

/** What somebody types in a case: one of the kinds that a case has, with invented content. */
export function anyDraft(random: Seeded, subject: string): Draft {
  const data: readonly (readonly [string, Record<string, unknown>])[] = [
    ['case-set', { set: { facts: random.pick(FACTS), amountFen: random.below(1_000_000) } }],
    ['case-set', { set: { mediators: [random.pick(NAMES)] } }],
    ['party-set', { party: random.pick(['bank', 'person']), set: { side: 'applicant', name: random.pick(NAMES) } }],
    [
      'session-set',
      { session: `s${random.below(3)}`, set: { startedAt: `2026-11-${10 + random.below(19)}T09:30:00+08:00` } },
    ],
    ['agreement-set', { set: { clauses: [random.pick(FACTS), `第${random.below(99)}期`] } }],
    ['note-of-a-newer-version', { text: random.pick(FACTS) }],
  ];
  const [kind, content] = random.pick(data);
  return { subject, kind, data: content, account: random.pick(['chen', 'lin']) };
}
