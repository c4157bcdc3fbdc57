import type { CaseState, Party } from '../../../../electron/core/domain/case/case-state';
import { emptyCase } from '../../../fixtures/documents/empty-case';
import { sampleCase } from '../../../fixtures/documents/sample-case';

/** Case A as a room has it, with its papers and the pictures of its scans. */
export const { state: caseA, pictures: picturesOfA } = sampleCase('a');

const person = (key: string, side: Party['side'], name: string): Party => ({ key, side, kind: 'person', name });

/** A case of which nothing but one name is known. */
export const oneName: CaseState = { ...emptyCase, parties: [person('applicant', 'applicant', '林𬎆')] };

/** A case with one party changed. */
export const withParty = (state: CaseState, key: string, changes: Partial<Party>): CaseState => ({
  ...state,
  parties: state.parties.map((party) => (party.key === key ? { ...party, ...changes } : party)),
});

/** A case in which an address was filled in twice. */
export const inConflict: CaseState = {
  ...caseA,
  conflicts: [{ path: 'party.respondent.address', values: [] }],
};

/** Without the marks in the margins, which stand between the text of two pages. */
export const withoutMargins = (text: string): string =>
  text.replace(
    /示例数据不具有法律效力(?:骑缝章)?(?:第\d+页共\d+页|—\d+—)?F\d\d[AB]?[^版]{3,24}版本1\.0(?:（2024）泉银人调口?字第\d{5}号|泉银调受〔2024〕\d+号)?/gu,
    '',
  );
