import type { Draft } from '../../electron/core/store/station-chain';
import { seeded, type Seeded } from '../sync/support/seeded';

const PHRASES = [
  '申请人于银行柜面办理贷款业务',
  '双方对欠款本金没有争议',
  '被申请人逾期未归还透支款项',
  '调解员核对了借款合同原件与流水',
  '申请人请求减免部分逾期利息',
  '被申请人表示近期收入不稳定',
  '经释明法律规定后双方自愿协商',
  '担保人同意继续承担保证责任',
  '还款账户以合同约定的尾号为准',
  '理财产品的风险等级在签约时已经告知',
  '保险公司主张投保时未如实告知病史',
  '争议集中在提前还款违约金的计算方式',
  '被申请人已于上月归还部分款项',
  '征信记录的更正需要双方另行配合',
  '各方同意分十二期履行并按月支付',
] as const;
const NAMES = ['柯龙䶮', '谢怀舟', '傅听澜', '陈知远', '林砚', '苏采薇', '郑行简', '黄观棋'] as const;

function text(random: Seeded, phrases: number): string {
  return Array.from({ length: phrases }, () => `${random.pick(PHRASES)}，金额${random.below(90_000) + 1_000}元`).join(
    '；',
  );
}

/**
 * The entries of one invented case（样例案件）: ten of them, about 8 KB as they travel, Chinese text that differs from case
 * to case. The same number gives the same case.
 */
export function caseDrafts(number: number): readonly Draft[] {
  const random = seeded(number * 7919 + 1);
  const subject = `case-bench-${number}`;
  const of = (kind: string, data: Record<string, unknown>): Draft => ({ subject, kind, data, account: 'chen' });
  const session = (key: string, day: number): Draft =>
    of('session-set', {
      session: key,
      set: { startedAt: `2026-11-${day}T09:30:00+08:00`, mode: 'on-site', place: '调解室三', record: text(random, 9) },
    });
  return [
    of('case-set', {
      set: {
        source: 'party-application',
        regime: 'people',
        disputeType: 'CC01',
        receivedAt: '2026-11-02T10:20:00+08:00',
        amountFen: 100_000 + random.below(9_000_000),
        claims: [text(random, 2)],
        facts: text(random, 8),
        mediators: [random.pick(NAMES)],
        recorder: random.pick(NAMES),
      },
    }),
    of('party-set', {
      party: 'bank',
      set: { side: 'applicant', kind: 'organisation', name: '海丝岬银行股份有限公司泉州分行', phone: '059500000000' },
    }),
    of('party-set', {
      party: 'person',
      set: {
        side: 'respondent',
        kind: 'person',
        name: random.pick(NAMES),
        document: { type: 'resident-id', number: '999999198802140019' },
        address: text(random, 1),
      },
    }),
    of('case-set', { set: { acceptedOn: '2026-11-03' } }),
    session('one', 10),
    session('two', 17),
    of('agreement-set', {
      set: { form: 'written', agreedOn: '2026-11-24', disputedMatters: text(random, 2), clauses: [text(random, 5)] },
    }),
    of('agreement-set', {
      set: { payments: [{ payer: 'person', payee: 'bank', amountFen: 30_000, dueOn: '2026-12-31' }] },
    }),
    of('signature-set', { by: 'person', on: '2026-11-24' }),
    of('ending-set', { set: { reason: 'settled', on: '2026-11-24', focus: text(random, 1) } }),
  ];
}
