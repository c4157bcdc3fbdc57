import type { CaseWrite } from '../case/entry-kinds';
import type { Payment } from '../case/case-state';
import { checkCreditCode } from '../checks/credit-code';
import { checkIdentityNumber } from '../checks/identity-number';
import { normaliseName } from '../checks/name';
import type { PartyCheckContext } from '../checks/party-check';
import { checkPhone } from '../checks/phone';
import type { Checked } from '../checks/problem';
import { parseYuan } from '../money/money';
import { momentOf, setAside, unknownOf } from './handed-over';
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
  const unknown = unknownOf(intake);
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
      data: { session: `handed-over-${index + 1}`, set: setAside({ participants: [], ...session }, ['removed']) },
    });
  });
  if (prepared?.agreement) writes.push(...agreementWrites(prepared.agreement));
  if (prepared?.ending) writes.push({ kind: 'ending-set', data: { set: prepared.ending } });
  return writes;
}

const named = (name: string): string => valueOr(normaliseName(name), name);

function phoned<T extends { readonly phone?: string | undefined }>(who: T): T {
  return who.phone === undefined ? who : { ...who, phone: valueOr(checkPhone(who.phone), who.phone) };
}

function documented<T extends Pick<IntakeParty, 'document'>>(who: T, context: PartyCheckContext): T {
  const { document } = who;
  if (document?.type === 'resident-id') {
    return { ...who, document: { ...document, number: identityNumber(document.number, context) } };
  }
  if (document?.type === 'credit-code') {
    return { ...who, document: { ...document, number: valueOr(checkCreditCode(document.number), document.number) } };
  }
  return who;
}

function partyWrite({ key, ...party }: IntakeParty, context: PartyCheckContext): CaseWrite {
  const { legalRepresentative, representatives } = party;
  const read = party.document?.type === 'resident-id' ? checkIdentityNumber(party.document.number, context) : null;
  return {
    kind: 'party-set',
    data: {
      party: key,
      set: {
        ...setAside(documented(phoned(party), context), ['removed', 'namePinyin']),
        name: named(party.name),
        creditCode:
          party.creditCode === undefined ? undefined : valueOr(checkCreditCode(party.creditCode), party.creditCode),
        legalRepresentative: legalRepresentative && { ...legalRepresentative, name: named(legalRepresentative.name) },
        representatives: representatives?.map((agent) => ({
          ...documented(phoned(agent), context),
          name: named(agent.name),
        })),
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
      data: {
        set: { ...setAside(set, ['performance']), payments: paymentsOf(agreement).map((payment) => ({ ...payment })) },
      },
    },
    ...(signatures ?? []).map((signature): CaseWrite => ({
      kind: 'signature-set',
      data: { by: signature.by, on: signature.on, ...momentOf(signature) },
    })),
  ];
}
