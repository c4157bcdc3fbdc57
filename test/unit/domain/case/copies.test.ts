import { expect, it } from 'vitest';
import { copiesOf } from '../../../../electron/core/domain/case/copies';
import { caseA } from '../../../fixtures/documents/case-a';

it('counts a copy for each party, one for the committee, and one for the court where confirmation is wanted', () => {
  expect(copiesOf(caseA)).toBe(4);
  expect(copiesOf({ parties: caseA.parties })).toBe(3);
  expect(copiesOf({ parties: [...caseA.parties, ...caseA.parties] })).toBe(5);
});
