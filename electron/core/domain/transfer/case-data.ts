import { z } from 'zod';
import type { Agreement, CaseState, Party } from '../case/case-state';
import { effectOf } from '../case/effect';
import { TRANSFER_TYPES, type TransferType } from '../case/vocabulary';
import { WHOLE_CASE } from '../forms/form-ids';
import type { FieldSpec } from '../forms/field-spec';
import { paperData, paperFields } from '../forms/paper-fields';
import { yuanPlain } from '../money/money';
import { complaintCard, complaintFigures } from './complaint-data';
import { FIGURE_KINDS } from './claimed-figures';
import { TRANSFER_SCHEMA } from './manifest';
import { elementFormOf } from '../forms/case-papers';

const money = z.string().regex(/^(0|[1-9][0-9]*)\.[0-9]{2}$/);

/**
 * `case.json` of a package: the case in fields（案件要素, domain.md 4.6). Dates are calendar dates in Asia/Shanghai, money is
 * yuan as a decimal string with two digits, parties are written as in `mediation-intake/1`.
 */
export const transferCaseSchema = z.looseObject({
  schemaVersion: z.literal(TRANSFER_SCHEMA),
  transferId: z.string(),
  type: z.enum(TRANSFER_TYPES),
  court: z.string(),
  caseId: z.string(),
  parties: z.array(z.looseObject({ key: z.string(), side: z.string(), kind: z.string(), name: z.string() })).min(1),
  claims: z.array(z.string()),
  facts: z.string(),
  amount: money.optional(),
  elements: z.looseObject({ form: z.string(), total: money.optional() }).optional(),
});

const partyData = ({ namePinyin: _typedForSearch, ...party }: Party) => party;

const agreementData = (agreement: Agreement, state: CaseState) => ({
  form: agreement.form,
  agreedOn: agreement.agreedOn,
  effectiveOn: effectOf(state)?.effectiveOn ?? undefined,
  disputedMatters: agreement.disputedMatters,
  clauses: agreement.clauses,
  performance: agreement.performance,
  payments: agreement.payments.map(({ payer, payee, amountFen, dueOn, account }) => ({
    payer,
    payee,
    amount: yuanPlain(amountFen),
    dueOn,
    account,
  })),
  confirmation: agreement.confirmation,
  signatures: state.signatures.filter((each) => each.valid).map(({ by, on, at, signer }) => ({ by, on, at, signer })),
});

/** A value of an own field as data: money as yuan, rows field by field, the rest as it was typed. */
function fieldData(spec: FieldSpec, value: unknown): unknown {
  if (spec.kind === 'money') return typeof value === 'number' ? yuanPlain(value) : undefined;
  if (spec.kind !== 'rows') return value;
  return (value as readonly Readonly<Record<string, unknown>>[]).map((each) =>
    Object.fromEntries(spec.columns.map((column) => [column.name, fieldData(column, each[column.name])])),
  );
}

/** The elements of the complaint under the names of its own fields: what was typed, and the sums as they are printed. */
function elementsData(state: CaseState): object | undefined {
  const form = elementFormOf(state);
  if (form === null) return undefined;
  const { figures, totalFen } = complaintFigures(state, form);
  const typed: Readonly<Record<string, unknown>> = paperData(state.papers, form, WHOLE_CASE);
  const given = paperFields(form).flatMap((spec) => {
    const value = typed[spec.name];
    return value === undefined ? [] : [[spec.name, fieldData(spec, value)] as const];
  });
  const sums = FIGURE_KINDS.flatMap((kind) => {
    const fen = figures[kind];
    return fen === undefined ? [] : [[kind, yuanPlain(fen)] as const];
  });
  return {
    form,
    ...(form === 'E01' ? { cardNumber: complaintCard(state) } : { contractNumber: state.contractNumber }),
    ...Object.fromEntries(given),
    ...Object.fromEntries(sums),
    computedOn: figures.computedOn,
    total: totalFen === undefined ? undefined : yuanPlain(totalFen),
  };
}

/** What is true of the transfer beside the case. */
interface TransferFacts {
  readonly transferId: string;
  readonly type: TransferType;
  readonly court: string;
}

/**
 * The content of `case.json`. A filing says nothing of what was offered for the sake of a settlement: neither records nor
 * a draft agreement are in it, only facts that both sides confirmed (特邀调解规定 Art. 22, domain.md 2.2).
 */
export function transferCase(state: CaseState, { transferId, type, court }: TransferFacts): object {
  const { ending } = state;
  const letter = paperData(state.papers, 'F27', WHOLE_CASE);
  return {
    schemaVersion: TRANSFER_SCHEMA,
    transferId,
    type,
    court,
    caseId: state.id,
    sample: state.sample,
    source: state.source,
    courtNumber: state.courtNumber,
    receivedAt: state.receivedAt,
    disputeType: state.disputeType,
    regime: state.regime,
    amount: state.amountFen === undefined ? undefined : yuanPlain(state.amountFen),
    contractNumber: state.contractNumber,
    parties: state.parties.map(partyData),
    claims: state.claims,
    facts: state.facts,
    evidence: state.evidence,
    mediators: state.mediators,
    recorder: state.recorder,
    sessions: state.sessions.map(({ startedAt, mode, place, result }) => ({ startedAt, mode, place, result })),
    letter: {
      number: state.numbers[`F27.${WHOLE_CASE}`]?.text,
      contact: letter.contact,
      issuedOn: letter.issuedOn,
    },
    ...(type === 'confirmation'
      ? { agreementNumber: state.number?.text, agreement: state.agreement && agreementData(state.agreement, state) }
      : {
          ending: ending && {
            reason: ending.reason,
            on: ending.on,
            focus: ending.focus,
            steps: ending.steps,
            undisputedFacts: ending.undisputedFacts,
          },
          suggestion: paperData(state.papers, 'F21B', WHOLE_CASE).suggestion,
          elements: elementsData(state),
        }),
  };
}
