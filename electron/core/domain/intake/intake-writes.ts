import type { CaseWrite } from '../case/entry-kinds';
import type { Payment } from '../case/case-state';
import { checkCreditCode } from '../checks/credit-code';
import { checkIdentityNumber } from '../checks/identity-number';
import { normaliseName } from '../checks/name';
import type { PartyCheckContext } from '../checks/party-check';
import { checkPhone } from '../checks/phone';
import type { Checked } from '../checks/problem';
import { parseYuan } from '../money/money';
import type { Intake, IntakeAgreement, IntakeParty } from './intake-schema';

/** Yuan text that the schema has passed, in fen. */
function fenOf(yuan: string): number {
  const checked = parseYuan(yuan);
  if (!checked.ok) throw new RangeError('amount was not checked');
  return checked.value;
}

const valueOr = (checked: Checked<string>, otherwise: string): string => (checked.ok ? checked.value : otherwise);

/** The payments of a prepared agreement, in fen. */
export function paymentsOf(agreement: IntakeAgreement): readonly Payment[] {
  return (agreement.payments ?? []).map(({ amount, ...rest }) => ({ ...rest, amountFen: fenOf(amount) }));
}

/** The keys of `whole` that `known` does not take away: kept with the case and shown, never dropped. */
function rest(whole: Readonly<Record<string, unknown>>, known: readonly string[]): Record<string, unknown> | null {
  const left = Object.entries(whole).filter(([key]) => !known.includes(key));
  return left.length > 0 ? Object.fromEntries(left) : null;
}

const CASE_KEYS = [
  'format',
  'id',
  'source',
  'courtNumber',
  'receivedAt',
  'disputeType',
  'regime',
  'amount',
  'contractNumber',
  'parties',
  'claims',
  'facts',
  'triage',
  'prepared',
];

/**
 * The entries that bring a checked record into a case's journal, in order: the case, its parties, then what is prepared.
 * Names, numbers and telephones are written in their normal form. `intakeHash` is the hash of the record as handed over.
 */
export function intakeWrites(
  intake: Intake,
  intakeHash: string,
  sample: boolean,
  context: PartyCheckContext,
): readonly CaseWrite[] {
  const unknown = rest(intake, CASE_KEYS);
  const prepared = intake.prepared;
  const writes: CaseWrite[] = [
    {
      kind: 'case-set',
      data: {
        set: {
          source: intake.source,
          courtNumber: intake.courtNumber,
          receivedAt: intake.receivedAt,
          disputeType: intake.disputeType,
          regime: intake.regime,
          amountFen: intake.amount === undefined ? undefined : fenOf(intake.amount),
          contractNumber: intake.contractNumber,
          intakeId: intake.id,
          intakeHash,
          claims: intake.claims,
          facts: intake.facts,
          triage: intake.triage,
          mediators: prepared?.mediators,
          recorder: prepared?.recorder,
          ...(sample ? { sample } : {}),
          ...(unknown ? { handedOver: unknown } : {}),
        },
      },
    },
    ...intake.parties.map((party): CaseWrite => partyWrite(party, context)),
  ];
  prepared?.sessions?.forEach((session, index) => {
    writes.push({
      kind: 'session-set',
      data: { session: `handed-over-${index + 1}`, set: { participants: [], ...session } },
    });
  });
  if (prepared?.agreement) writes.push(...agreementWrites(prepared.agreement));
  if (prepared?.ending) writes.push({ kind: 'ending-set', data: { set: prepared.ending } });
  return writes;
}

function partyWrite({ key, ...party }: IntakeParty, context: PartyCheckContext): CaseWrite {
  const document =
    party.document?.type === 'resident-id'
      ? { ...party.document, number: identityNumber(party.document.number, context) }
      : party.document;
  const read = party.document?.type === 'resident-id' ? checkIdentityNumber(party.document.number, context) : null;
  return {
    kind: 'party-set',
    data: {
      party: key,
      set: {
        ...party,
        name: valueOr(normaliseName(party.name), party.name),
        document,
        creditCode:
          party.creditCode === undefined ? undefined : valueOr(checkCreditCode(party.creditCode), party.creditCode),
        phone: party.phone === undefined ? undefined : valueOr(checkPhone(party.phone), party.phone),
        ...(read?.ok ? { sex: party.sex ?? read.value.sex, birthDate: party.birthDate ?? read.value.birthDate } : {}),
      },
    },
  };
}

function identityNumber(number: string, context: PartyCheckContext): string {
  const checked = checkIdentityNumber(number, context);
  return checked.ok ? checked.value.number : number;
}

function agreementWrites(agreement: IntakeAgreement): readonly CaseWrite[] {
  const { signatures, payments: _yuan, ...set } = agreement;
  return [
    {
      kind: 'agreement-set',
      data: { set: { ...set, payments: paymentsOf(agreement).map((payment) => ({ ...payment })) } },
    },
    ...(signatures ?? []).map((s): CaseWrite => ({ kind: 'signature-set', data: { by: s.by, on: s.on } })),
  ];
}
