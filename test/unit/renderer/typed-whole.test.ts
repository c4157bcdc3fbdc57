import { expect, test } from 'vitest';
import type { CaseView } from '../../../electron/contract/case-view';
import { maskedView } from '../../../electron/core/domain/privacy/masked-view';
import { viewOf } from '../../../electron/core/room/case-view';
import type { Edit } from '../../../renderer/features/case/edit-target';
import { TypedWhole } from '../../../renderer/features/case/typed-whole';
import { holdsMask, masksOfParty } from '../../../renderer/features/privacy/masks';
import { CASE, withCase, Workstation } from '../../fixtures/entries';

const PHONE = '13800000001';
const PARTY = { kind: 'party-set', key: 'a' } as const;
const edit = (field: string, value: unknown): Edit => ({ target: PARTY, field, value, refused: false });

/** A case with one person, as a masked session sees it after `set` was written. */
function masked(set: Record<string, unknown>): CaseView {
  const here = withCase(new Workstation('here'));
  here.write({
    kind: 'party-set',
    data: { party: 'a', set: { side: 'applicant', kind: 'person', name: '柯云栖', ...set } },
  });
  return maskedView(viewOf(CASE, here.entries, '2026-11-24', []), () => false) as unknown as CaseView;
}

const phoneOf = (typed: TypedWhole, view: CaseView): string | undefined =>
  typed.over(view.state).parties.find(({ key }) => key === 'a')?.phone;

test('a number stays on screen as it was typed though the program answers it masked', () => {
  const view = masked({ phone: PHONE });
  const typed = new TypedWhole();
  expect(phoneOf(typed, view)).toBe('138****0001');
  typed.remember(view, [edit('phone', PHONE)]);
  expect(phoneOf(typed, view)).toBe(PHONE);
});

test('a value that another room wrote is shown instead of what was typed before', () => {
  const typed = new TypedWhole();
  typed.remember(masked({ phone: PHONE }), [edit('phone', PHONE)]);
  expect(phoneOf(typed, masked({ phone: '13900000002' }))).toBe('139****0002');
});

test('an agent typed beside masked ones stays whole, the masked ones stay masks', () => {
  const agents = (phones: readonly string[]) =>
    phones.map((phone, n) => ({ name: `代理人${n}`, kind: 'near-relative', phone }));
  const view = masked({ representatives: agents([PHONE, '13900000002']) });
  const typed = new TypedWhole();
  typed.remember(view, [edit('representatives', agents(['138****0001', '13900000002']))]);
  const shown = typed.over(view.state).parties.find(({ key }) => key === 'a')?.representatives;
  expect(shown?.map(({ phone }) => phone)).toEqual(['138****0001', '13900000002']);
  expect(masksOfParty(view, 'a')).toEqual(new Set(['138****0001', '139****0002']));
});

test('what the program does not mask is taken from its answer', () => {
  const view = masked({ address: '示例路1号', phone: PHONE });
  const typed = new TypedWhole();
  typed.remember(view, [edit('address', ' 示例路1号 ')]);
  expect(typed.over(view.state)).toBe(view.state);
});

test('only masks of the program lock a field: asterisks that a person types do not', () => {
  const view = masked({ phone: PHONE });
  expect(masksOfParty(view, 'a').has('138*')).toBe(false);
  expect(masksOfParty({ ...view, masked: [] }, 'a').size).toBe(0);
  expect(holdsMask([{ account: '工行 ****1010' }])).toBe(true);
});
