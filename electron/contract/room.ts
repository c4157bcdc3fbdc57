import { z } from 'zod';
import { numberBlock } from '../core/domain/numbers/number-block';
import { institutionSchema } from '../core/domain/organisation/institution';
import { organisationSchema } from '../core/domain/organisation/organisation';
import { problemSchema, method, nothing } from './method';

const blockView = numberBlock.safeExtend({
  /** Numbers left, and whether it is time to ask for the next block (20 %). */
  left: z.number().int(),
  low: z.boolean(),
  /** Shut since the room was restored from a backup: its last number on paper is not known. */
  held: z.boolean(),
  /** Numbers that were given up stay in the register with their reason（作废）. */
  voided: z.array(z.object({ seq: z.number().int(), reason: z.string() })),
});

const organisationInput = organisationSchema.omit({ sample: true });

export const roomInfoSchema = z.object({
  /** 调解室三 */
  room: z.string(),
  /** Who set the room up. */
  operator: z.string(),
  organisation: organisationSchema,
  blocks: z.array(blockView),
  cases: z.number().int(),
  /** Order inside the dossier: 13 rows or the national 9 (domain.md 1.2). */
  dossierOrder: z.enum(['thirteen', 'nine']),
  /** Folder of the store, for the settings page. */
  folder: z.string(),
});
export type RoomInfo = z.infer<typeof roomInfoSchema>;

export const importReportSchema = z.object({
  imported: z.number().int(),
  unchanged: z.number().int(),
  refused: z.array(
    z.object({
      /** File and number of the record in it, from 1. */
      file: z.string(),
      record: z.number().int(),
      id: z.string().nullable(),
      problems: z.array(problemSchema).min(1),
    }),
  ),
});
export type ImportReportView = z.infer<typeof importReportSchema>;

/** The workstation and its store. */
export const roomMethods = {
  'room.status': method(
    nothing,
    z.discriminatedUnion('state', [
      z.object({ state: z.literal('none') }),
      z.object({ state: z.literal('open'), room: roomInfoSchema }),
      z.object({ state: z.literal('fault'), problem: problemSchema }),
      /** The store is here but the key store of this system does not open it: a password or the recovery sheet does. */
      z.object({
        state: z.literal('key-lost'),
        problem: problemSchema,
        people: z.array(z.string()),
        recovery: z.boolean(),
      }),
    ]),
  ),
  /** First start: makes the store. `sample` takes the invented committee with its number blocks. */
  'room.create': method(
    z.object({
      room: z.string().trim().min(1).max(60),
      operator: z.string().trim().min(1).max(60),
      /** Of the first account, which is signed in then. */
      password: z.string().min(1).max(200),
      sample: z.boolean(),
      /** Needed unless `sample`. */
      organisation: organisationInput.optional(),
      blocks: z.array(numberBlock).max(20),
    }),
    roomInfoSchema,
  ),
  'room.loadSamples': method(nothing, importReportSchema),
  /** Asks for intake files in a dialog and takes them in; null when the person cancelled. */
  'room.importFiles': method(nothing, importReportSchema.nullable()),
  /** Enters a number block that the centre leased to this room. */
  'room.leaseBlock': method(z.object({ block: numberBlock }), roomInfoSchema),
  /** Settings of the room that a person may change. */
  'room.change': method(z.object({ dossierOrder: z.enum(['thirteen', 'nine']) }), roomInfoSchema),
  /** Institutions known here: the directory of the committee and organisations of earlier cases. */
  'room.institutions': method(nothing, z.array(institutionSchema)),
  /** 今日: what now. */
  'room.today': method(
    nothing,
    z.object({
      date: z.string(),
      sessions: z.array(z.object({ caseId: z.string(), title: z.string(), startedAt: z.string(), place: z.string() })),
      clocks: z.array(
        z.object({
          caseId: z.string(),
          title: z.string(),
          zh: z.string(),
          en: z.string(),
          due: z.string(),
          daysLeft: z.number().int(),
          basisZh: z.string(),
          basisEn: z.string(),
        }),
      ),
      unsigned: z.array(
        z.object({ caseId: z.string(), title: z.string(), number: z.string().nullable(), missing: z.number().int() }),
      ),
      /** Payments that fall due within a week. */
      payments: z.array(
        z.object({ caseId: z.string(), title: z.string(), dueOn: z.string(), amountFen: z.number().int() }),
      ),
      /** Cases before an agreement, newest first, at most 20. */
      open: z.array(z.object({ caseId: z.string(), title: z.string(), stage: z.string(), missing: z.number().int() })),
    }),
  ),
} as const;
