import { z } from 'zod';
import { KEEP } from './keep-rule';

const problem = z.object({
  code: z.string(),
  zh: z.string(),
  en: z.string(),
  detail: z.record(z.string(), z.string()).optional(),
});

const row = z.object({
  /** Name in the folder. */
  file: z.string(),
  /** Milliseconds since 1970. */
  at: z.number().int(),
  bytes: z.number().int(),
  cases: z.number().int(),
  checked: z.boolean(),
});
export type BackupRow = z.infer<typeof row>;

/** What the `backup` note holds（备份状态）; times are milliseconds since 1970. */
export const backupMemory = z.object({
  folder: z.string().nullable().default(null),
  keep: z.object({ days: z.number().int(), weeks: z.number().int(), months: z.number().int() }).default({ ...KEEP }),
  last: row.nullable().default(null),
  problem: problem.nullable().default(null),
  /** Backups made here, so that lists need not open each. */
  made: z.array(row).default([]),
  proof: z.object({ at: z.number().int(), ok: z.boolean(), words: problem }).nullable().default(null),
  /** Number blocks that a restore is bringing back: held as soon as it can be. */
  holding: z.array(z.string()).default([]),
  /** Workstation → counter up to which its chain came from a backup: what it wrote later may be lost. */
  restored: z.record(z.string(), z.number().int()).default({}),
});
export type BackupMemory = z.infer<typeof backupMemory>;

/** What a note says; the beginning for none, and for one that no version understands. */
export function memoryOf(note: unknown): BackupMemory {
  const parsed = backupMemory.safeParse(note ?? {});
  return parsed.success ? parsed.data : backupMemory.parse({});
}
