import { isFormId, WHOLE_CASE, type PaperRef } from '../../../electron/contract/forms';

/** How an address and a list name a paper: `F05.applicant`. */
export const keyOf = ({ form, of }: PaperRef): string => `${form}.${of}`;

/** The paper that `F05.applicant` names; without a key the form of the whole case; null when it names none. */
export function paperOfKey(key: string | undefined): PaperRef | null {
  const [, form = '', of = WHOLE_CASE] = /^([A-Z]\d\d[AB]?)(?:\.([a-z0-9-]{1,100}))?$/.exec(key ?? '') ?? [];
  return isFormId(form) ? { form, of } : null;
}

/** Address of a paper in its case. */
export const addressOf = (caseId: string, paper: PaperRef): string =>
  `/cases/${encodeURIComponent(caseId)}/documents/${keyOf(paper)}`;

/** The paper that a field path such as `paper.F15.visit-1.situation` or `numbers.F21A.applicant` lies on; else null. */
export function paperOfField(field: string): PaperRef | null {
  const [head, form, of] = field.split('.');
  return head === 'paper' || head === 'numbers' ? paperOfKey(`${form ?? ''}.${of ?? ''}`) : null;
}
