/**
 * The forms（文书）that a case can need, by their ids of domain.md 1.5 (F34 and F35 belong to no case); E01 and E02 are the
 * element-form complaints of domain.md 4.5, T01 is the list of what a package for the court holds (domain.md 4.6).
 */
export const FORM_IDS = [
  'F01',
  'F02',
  'F03',
  'F04',
  'F05',
  'F06',
  'F07',
  'F08',
  'F09',
  'F10',
  'F11',
  'F12',
  'F13',
  'F14',
  'F15',
  'F16A',
  'F16B',
  'F17',
  'F18',
  'F19',
  'F20',
  'F21A',
  'F21B',
  'F22A',
  'F22B',
  'F23',
  'F24',
  'F25',
  'F26',
  'F27',
  'F28',
  'F29',
  'F30',
  'F31',
  'F32',
  'F33',
  'E01',
  'E02',
  'T01',
] as const;
export type FormId = (typeof FORM_IDS)[number];

/** True for the id of a form that this version knows. */
export const isFormId = (id: string): id is FormId => (FORM_IDS as readonly string[]).includes(id);

/** The key of a form that a case has once only. */
export const WHOLE_CASE = 'case';

/**
 * What one paper is about（文书对象）: the form, and in `of` the key of the party, session, instalment (1, 2, …) or record
 * that it is made for; `WHOLE_CASE` for a form that a case has once.
 */
export interface PaperRef {
  readonly form: FormId;
  readonly of: string;
}
