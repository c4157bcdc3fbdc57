import { z } from 'zod';
import { SEXES } from '../case/vocabulary';

/** A bank or another institution of the directory（机构名录）, with who usually represents it. */
export const institutionSchema = z.object({
  name: z.string(),
  shortName: z.string().optional(),
  creditCode: z.string().optional(),
  address: z.string().optional(),
  phone: z.string().optional(),
  representative: z
    .object({
      name: z.string(),
      sex: z.enum(SEXES).optional(),
      /** Resident identity number. */
      number: z.string().optional(),
      position: z.string().optional(),
    })
    .optional(),
});
