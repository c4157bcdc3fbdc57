import type { FormId } from '../../../electron/contract/forms';

/** Parts of the course of work by which papers are listed. */
export const GROUPS = ['opening', 'course', 'agreement', 'closing', 'binding'] as const;
export type PaperGroup = (typeof GROUPS)[number];

/** Where in the course of work（立案、调解、协议与履行、终结与移送、立卷）a form is made. */
export const GROUP_OF: Readonly<Record<FormId, PaperGroup>> = {
  F03: 'opening',
  F04: 'opening',
  F05: 'opening',
  F06: 'opening',
  F07: 'opening',
  F08: 'opening',
  F19: 'opening',
  F22A: 'opening',
  F22B: 'opening',
  F29: 'opening',
  F30: 'opening',
  F31: 'opening',
  F32: 'opening',
  F09: 'course',
  F10: 'course',
  F11: 'course',
  F20: 'course',
  F25: 'course',
  F28: 'course',
  F33: 'course',
  F12: 'agreement',
  F13: 'agreement',
  F14: 'agreement',
  F15: 'agreement',
  F16A: 'agreement',
  F16B: 'agreement',
  F21A: 'closing',
  F21B: 'closing',
  F23: 'closing',
  F24: 'closing',
  F26: 'closing',
  F27: 'closing',
  E01: 'closing',
  E02: 'closing',
  T01: 'closing',
  F01: 'binding',
  F02: 'binding',
  F17: 'binding',
  F18: 'binding',
};
