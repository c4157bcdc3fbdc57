import { z } from 'zod';
import { method, nothing, problemSchema } from './method';

/** Backup, checking, diagnostics（备份、核验、诊断）. Times: milliseconds since 1970. */

const backupRow = z.object({
  file: z.string(),
  at: z.number(),
  bytes: z.number().int(),
  cases: z.number().int(),
  /** It was read back whole after writing. */
  checked: z.boolean(),
});

export const backupPageSchema = z.object({
  /** Where daily backups go; null before it was chosen. */
  folder: z.string().nullable(),
  /** The folder can be reached now (a stick is plugged in). */
  reachable: z.boolean(),
  /** How many are kept: of the last days, weeks, months. */
  keep: z.object({ days: z.number().int(), weeks: z.number().int(), months: z.number().int() }),
  last: backupRow.nullable(),
  /** Why the last one was not made; null when it was. */
  problem: problemSchema.nullable(),
  list: z.array(backupRow),
  /** The last proof（恢复演练）: a backup was opened, read whole and held against this store. */
  proof: z.object({ at: z.number(), ok: z.boolean(), words: problemSchema }).nullable(),
  /** More than a month since the last proof, or none yet. */
  proofDue: z.boolean(),
  /** More than a day since the last backup, or none yet. */
  backupDue: z.boolean(),
});
export type BackupPage = z.infer<typeof backupPageSchema>;

const restoreReport = z.object({
  added: z.number().int(),
  known: z.number().int(),
  files: z.number().int(),
  refused: z.number().int(),
  /** Number blocks that stay shut until their last number on paper is known. */
  heldBlocks: z.number().int(),
});
export type RestoreReport = z.infer<typeof restoreReport>;

const faultRow = z.object({
  /** What it is about: a case, an entry, a number, the file of a paper. */
  about: z.string(),
  title: z.string().nullable(),
  problem: problemSchema,
});

export const verifyReportSchema = z.object({
  at: z.number(),
  cases: z.number().int(),
  entries: z.number().int(),
  files: z.number().int(),
  numbers: z.number().int(),
  /** The first bad entry of each journal first; at most 200. */
  faults: z.array(faultRow),
  faultsOther: z.number().int(),
  cancelled: z.boolean(),
});
export type VerifyReportView = z.infer<typeof verifyReportSchema>;

export const safetyMethods = {
  'backup.page': method(nothing, backupPageSchema),
  /** Asks for the folder in a dialog; unchanged when cancelled. */
  'backup.chooseFolder': method(nothing, backupPageSchema),
  'backup.keep': method(
    z.object({
      days: z.number().int().min(1).max(60),
      weeks: z.number().int().min(0).max(52),
      months: z.number().int().min(0).max(60),
    }),
    backupPageSchema,
  ),
  /** Makes one now in the chosen folder; progress by the event. */
  'backup.run': method(nothing, backupPageSchema),
  /** Opens the newest backup, reads all of it and holds it against this store. */
  'backup.prove': method(nothing, backupPageSchema),
  /** Stops the running backup, proof, restore or check. */
  'backup.cancel': method(nothing, nothing),
  /** Asks for a backup in a dialog and adds what is missing here; null when cancelled. `secret` where it is of another workstation: a password with its account, or the recovery key. */
  'backup.restore': method(
    z.object({
      open: z
        .discriminatedUnion('way', [
          z.object({
            way: z.literal('password'),
            name: z.string().min(1).max(60),
            password: z.string().min(1).max(200),
          }),
          z.object({ way: z.literal('recovery'), key: z.string().min(1).max(200) }),
        ])
        .nullable(),
    }),
    restoreReport.nullable(),
  ),
  /** First start on a new computer: makes the room from a backup chosen in a dialog; null when cancelled. */
  'backup.restoreNew': method(
    z.object({
      open: z.discriminatedUnion('way', [
        z.object({ way: z.literal('password'), name: z.string().min(1).max(60), password: z.string().min(1).max(200) }),
        z.object({ way: z.literal('recovery'), key: z.string().min(1).max(200) }),
      ]),
    }),
    restoreReport.nullable(),
  ),
  /** Opens a held block again: the last number of it that stands on paper; 0 when none does. */
  'backup.releaseBlock': method(
    z.object({
      series: z.string().max(40),
      year: z.number().int(),
      first: z.number().int(),
      lastOnPaper: z.number().int().min(0),
    }),
    nothing,
  ),

  /** Every seal, link, signature and number; progress by the event. */
  'verify.run': method(nothing, verifyReportSchema),
  /** Asks the centre for damaged or missing journals and files; then checks again. */
  'verify.repair': method(nothing, verifyReportSchema),

  /** What a diagnostics file would hold, as text, for the person to read first. */
  'diagnostics.look': method(nothing, z.object({ text: z.string() })),
  /** Saves exactly that text where a dialog says; null when cancelled. */
  'diagnostics.save': method(nothing, z.object({ file: z.string().nullable() })),
} as const;

/** Progress of backup, proof, restore, check. */
export interface WorkProgress {
  readonly work: 'backup' | 'proof' | 'restore' | 'verify';
  readonly done: number;
  readonly total: number;
}
