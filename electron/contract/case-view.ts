import { z } from 'zod';
import type { CaseState } from '../core/domain/case/case-state';
import { FORM_IDS } from '../core/domain/forms/form-ids';
import { SERIES } from '../core/domain/numbers/series';
import {
  AGREEMENT_FORMS,
  APPLICATIONS,
  ATTACHMENT_ROLES,
  AUTHORITIES,
  DOCUMENT_TYPES,
  ENDING_REASONS,
  PARTY_KINDS,
  REGIMES,
  REPRESENTATIVE_KINDS,
  SESSION_MODES,
  SESSION_RESULTS,
  SEXES,
  SIDES,
  SOURCES,
  STAGES,
  TRACKS,
  TRANSFER_STATUSES,
  TRANSFER_TYPES,
} from '../core/domain/case/vocabulary';
import { approvalSchema, caseClashSchema, conflictSchema } from './case-clash';
import { problemSchema } from './method';

const identityDocument = z.object({ type: z.enum(DOCUMENT_TYPES), number: z.string() });
const fen = z.number().int();

export const representativeSchema = z.object({
  name: z.string(),
  kind: z.enum(REPRESENTATIVE_KINDS),
  sex: z.enum(SEXES).optional(),
  document: identityDocument.optional(),
  position: z.string().optional(),
  phone: z.string().optional(),
  authority: z.array(z.enum(AUTHORITIES)).optional(),
});

export const partySchema = z.object({
  key: z.string(),
  side: z.enum(SIDES),
  kind: z.enum(PARTY_KINDS),
  name: z.string(),
  shortName: z.string().optional(),
  namePinyin: z.string().optional(),
  sex: z.enum(SEXES).optional(),
  nation: z.string().optional(),
  birthDate: z.string().optional(),
  document: identityDocument.optional(),
  creditCode: z.string().optional(),
  occupation: z.string().optional(),
  phone: z.string().optional(),
  address: z.string().optional(),
  legalRepresentative: z.object({ name: z.string(), position: z.string().optional() }).optional(),
  representatives: z.array(representativeSchema).optional(),
});

export const paymentSchema = z.object({
  payer: z.string(),
  payee: z.string(),
  amountFen: fen,
  dueOn: z.string(),
  account: z.string().optional(),
});

export const agreementSchema = z.object({
  form: z.enum(AGREEMENT_FORMS),
  agreedOn: z.string().optional(),
  disputedMatters: z.string().optional(),
  clauses: z.array(z.string()),
  payments: z.array(paymentSchema),
  performance: z.string().optional(),
  confirmation: z.object({ wanted: z.boolean(), court: z.string().optional() }).optional(),
});

const numberSchema = z.object({
  series: z.enum(SERIES),
  year: z.number().int(),
  seq: z.number().int(),
  text: z.string(),
});

/** The folded case as it crosses to the window; held against the core's CaseState by the compiler. */
export const caseStateSchema = z.object({
  id: z.string(),
  source: z.enum(SOURCES).optional(),
  courtNumber: z.string().optional(),
  receivedAt: z.string().optional(),
  disputeType: z.string().optional(),
  regime: z.enum(REGIMES).optional(),
  amountFen: fen.optional(),
  contractNumber: z.string().optional(),
  application: z.enum(APPLICATIONS).optional(),
  acceptedOn: z.string().optional(),
  court: z.string().optional(),
  track: z.enum(TRACKS).optional(),
  intakeId: z.string().optional(),
  intakeHash: z.string().optional(),
  claims: z.array(z.string()),
  facts: z.string(),
  triage: z.object({
    moneyOnly: z.boolean().optional(),
    factsClear: z.boolean().optional(),
    relationClear: z.boolean().optional(),
    disputeSmall: z.boolean().optional(),
    reachable: z.boolean().optional(),
    appraisalNeeded: z.boolean().optional(),
    foreignElement: z.boolean().optional(),
  }),
  mediators: z.array(z.string()),
  recorder: z.string().optional(),
  sample: z.boolean(),
  parties: z.array(partySchema),
  sessions: z.array(
    z.object({
      id: z.string(),
      startedAt: z.string(),
      mode: z.enum(SESSION_MODES),
      place: z.string(),
      participants: z.array(z.string()),
      present: z.array(z.string()).optional(),
      recorded: z.boolean().optional(),
      record: z.string(),
      result: z.enum(SESSION_RESULTS),
    }),
  ),
  agreement: agreementSchema.optional(),
  number: numberSchema.optional(),
  signatures: z.array(
    z.object({
      by: z.string(),
      on: z.string(),
      signer: z.string().optional(),
      at: z.string().optional(),
      valid: z.boolean(),
    }),
  ),
  approvals: z.array(approvalSchema),
  documents: z.array(
    z.object({
      entry: z.string(),
      form: z.string(),
      of: z.string(),
      formVersion: z.string(),
      number: z.string().optional(),
      sha256: z.string(),
      bytes: z.number().int(),
      pages: z.number().int(),
      issuedAt: z.string(),
      current: z.boolean(),
      printings: z.array(
        z.object({
          copies: z.number().int(),
          way: z.string(),
          printer: z.string().optional(),
          duplicate: z.boolean(),
          at: z.string(),
        }),
      ),
    }),
  ),
  papers: z.array(z.object({ form: z.enum(FORM_IDS), of: z.string(), fields: z.record(z.string(), z.unknown()) })),
  numbers: z.record(z.string(), numberSchema),
  evidence: z.array(
    z.object({
      key: z.string(),
      by: z.string(),
      name: z.string(),
      source: z.string().optional(),
      proves: z.string().optional(),
      pages: z.number().int().optional(),
      copies: z.number().int().optional(),
      original: z.boolean().optional(),
    }),
  ),
  attachments: z.array(
    z.object({
      key: z.string(),
      role: z.enum(ATTACHMENT_ROLES),
      of: z.string(),
      name: z.string(),
      type: z.enum(['application/pdf', 'image/jpeg', 'image/png']),
      sha256: z.string(),
      bytes: z.number().int(),
      pages: z.number().int(),
    }),
  ),
  transfers: z.array(
    z.object({
      id: z.string(),
      type: z.enum(TRANSFER_TYPES),
      court: z.string(),
      revision: z.number().int(),
      madeAt: z.string(),
      sha256: z.string(),
      bytes: z.number().int(),
      files: z.array(
        z.object({
          group: z.string(),
          fileName: z.string(),
          sha256: z.string(),
          pages: z.number().int(),
          bytes: z.number().int(),
        }),
      ),
      status: z.enum(TRANSFER_STATUSES),
      answeredOn: z.string().optional(),
      answerNumber: z.string().optional(),
      answerReason: z.string().optional(),
      receiver: z.string().optional(),
    }),
  ),
  archiving: z
    .object({ on: z.string(), by: z.string(), missing: z.array(z.string()), reason: z.string().optional() })
    .optional(),
  ending: z
    .object({
      reason: z.enum(ENDING_REASONS),
      on: z.string(),
      focus: z.string().optional(),
      steps: z.array(z.string()).optional(),
      undisputedFacts: z.array(z.string()).optional(),
    })
    .optional(),
  conflicts: z.array(conflictSchema),
  clashes: z.array(caseClashSchema),
  faults: z.array(z.object({ entry: z.string(), kind: z.string(), problem: z.string() })),
  waiting: z.array(z.string()),
  unknown: z.array(z.object({ entry: z.string(), kind: z.string() })),
  extra: z.record(z.string(), z.unknown()),
  heads: z.array(z.string()),
}) satisfies z.ZodType<CaseState>;

/** One case as a screen shows it: its state and what follows from it. */
export const caseViewSchema = z.object({
  id: z.string(),
  title: z.string(),
  state: caseStateSchema,
  /** The room in which the case began; null while its first entry has not arrived. */
  origin: z.object({ station: z.string(), here: z.boolean() }).nullable(),
  /** 调解室五, where the directory of the centre knows it. */
  originRoom: z.string().nullable(),
  /** Keys of all workstations that wrote in it, in the order in which they came. */
  stations: z.array(z.string()),
  stage: z.enum(STAGES),
  /** What is missing for the next step; `field` is the place to jump to. */
  missing: z.array(problemSchema),
  /** Day of effect, computed; null while signatures are missing. */
  effectiveOn: z.string().nullable(),
  /** Which rule computes it, null while there is no agreement. */
  effectRule: z.enum(['people-written', 'people-oral', 'court-delegated', 'online']).nullable(),
  clocks: z.array(
    z.object({
      code: z.enum(['mediation-period', 'confirmation', 'payment']),
      zh: z.string(),
      en: z.string(),
      due: z.string(),
      basisZh: z.string(),
      basisEn: z.string(),
    }),
  ),
  /** Findings of the clause linter; `field` is `clauses.N` or `payments.N.…`. */
  findings: z.array(problemSchema.extend({ field: z.string(), level: z.enum(['error', 'warning']) })),
  /** The journal, newest first. */
  journal: z.array(
    z.object({
      entry: z.string(),
      /** Instant, ISO 8601 in UTC. */
      at: z.string(),
      account: z.string(),
      station: z.string(),
      zh: z.string(),
      en: z.string(),
    }),
  ),
  /** Parties whose numbers are shown masked（脱敏显示）. */
  masked: z.array(z.string()),
  /** What each natural person agreed to by F31 (PIPL Arts. 23, 29), from the papers of the case. */
  consents: z.array(
    z.object({
      party: z.string(),
      name: z.string(),
      /** none: no F31 yet; asked: made and not signed; given; withdrawn. */
      state: z.enum(['none', 'asked', 'given', 'withdrawn']),
      sensitive: z.boolean(),
      court: z.boolean(),
      recording: z.boolean(),
    }),
  ),
  /** Copies to print: parties, the committee, the court where confirmation is wanted. */
  copies: z.number().int(),
  /** The papers of this case, in the order of their forms: what it needs, and what may be made besides. */
  papers: z.array(
    z.object({
      form: z.enum(FORM_IDS),
      of: z.string(),
      need: z.enum(['required', 'offered']),
      zh: z.string(),
      en: z.string(),
      /** How many copies are printed unless the person says otherwise. */
      copies: z.number().int(),
    }),
  ),
});
export type CaseView = z.infer<typeof caseViewSchema>;
