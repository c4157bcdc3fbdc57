import { z } from 'zod';

/**
 * 人民调解委员会: the committee whose name stands on every form, with its short names and the pattern of its numbers.
 * Settings that the centre may change without a new build (domain.md 9.1).
 */
export const organisationSchema = z.object({
  /** Full name, as on the seal. */
  name: z.string().min(1),
  /** The abbreviation inside numbers, e.g. 泉银 in （2024）泉银人调字第00401号 (domain.md 1.3). */
  numberAbbreviation: z.string().min(1),
  creditCode: z.string().optional(),
  phone: z.string().optional(),
  address: z.string().optional(),
  /** The court proposed for judicial confirmation. */
  court: z.object({ name: z.string().min(1), prefix: z.string().optional() }).optional(),
  /** True for the invented sample committee: every page says 示例数据. */
  sample: z.boolean(),
});
export type Organisation = z.infer<typeof organisationSchema>;
