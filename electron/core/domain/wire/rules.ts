import { z } from 'zod';
import { canonicalJson } from '../journal/canonical';
import { institutionSchema } from '../organisation/institution';
import { holidayTable } from '../time/holidays';

/**
 * Rules as data（规则数据包）: holidays and the directory of institutions now; later parts are kept and passed by.
 * A package is signed by the centre's key over `rulesText`. A lower version or a bad signature is refused; documents keep
 * the version that they were made with.
 */
export const rulesData = z.looseObject({
  holidays: z.array(holidayTable).optional(),
  institutions: z.array(institutionSchema).max(10_000).optional(),
  /** Accounts that may not sign in any more（停用的账户）, on every workstation or in one room. */
  lockedAccounts: z
    .array(z.object({ name: z.string().min(1).max(60), room: z.string().max(60).optional() }))
    .max(10_000)
    .optional(),
});
export const rulesPackage = z.object({
  version: z.number().int().min(1),
  /** Day it was made, for people: YYYY-MM-DD. */
  madeOn: z.string(),
  data: rulesData,
  signature: z.string().regex(/^[A-Za-z0-9_-]{86}$/),
});
export type RulesPackage = z.infer<typeof rulesPackage>;

export const rulesText = ({ version, madeOn, data }: Omit<RulesPackage, 'signature'>): string =>
  `mediation-room/rules/1\n${canonicalJson({ version, madeOn, data })}`;

/** GET /v1/rules?have=VERSION: the newest package, null when it is not newer than `have`. */
export const rulesAnswer = z.object({ package: rulesPackage.nullable() });
