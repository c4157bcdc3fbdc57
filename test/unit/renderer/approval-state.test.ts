import { expect, test } from 'vitest';
import { approvalState } from '../../../renderer/features/agreement/approval-state';

const approval = (by: string, valid: boolean, at = '2026-11-24T01:00:00.000Z') =>
  ({ matter: 'agreement', by, on: '2026-11-24', at, account: '谢怀舟', valid }) as const;

test('an agreement that nobody approved has no approval', () => {
  expect(approvalState([])).toEqual({ state: 'none' });
});

test('valid approvals count even when another one has lapsed', () => {
  const [lapsed, valid] = [approval('谢怀舟', false), approval('傅听澜', true)];
  expect(approvalState([lapsed, valid])).toEqual({ state: 'approved', by: [valid] });
});

test('when all have lapsed the latest is told', () => {
  const later = approval('傅听澜', false, '2026-11-24T02:00:00.000Z');
  expect(approvalState([later, approval('谢怀舟', false)])).toEqual({ state: 'lapsed', last: later });
});
