import { z } from 'zod';
import { numberBlock, type NumberBlock } from '../domain/numbers/number-block';
import { institutionSchema } from '../domain/organisation/institution';
import { organisationSchema } from '../domain/organisation/organisation';

/** The invented committee（示例机构）as shipped in samples/organisation.json (domain.md 7.1). */
export const sampleProfile = z.object({
  organisation: organisationSchema,
  staff: z.array(z.object({ name: z.string(), role: z.string() })),
  rooms: z.array(z.string()),
  /** Room → the blocks that the sample centre leased to it. */
  blocks: z.record(z.string(), z.array(numberBlock)),
  institutions: z.array(institutionSchema),
});
export type SampleProfile = z.infer<typeof sampleProfile>;

/** The sample blocks of a room for the sample year and for `year`; a room that has none gets those of the last one. */
export function sampleBlocks(profile: SampleProfile, room: string, year: number): readonly NumberBlock[] {
  const blocks = profile.blocks[room] ?? Object.values(profile.blocks).at(-1) ?? [];
  return [...blocks, ...blocks.filter((block) => block.year !== year).map((block) => ({ ...block, year }))];
}
