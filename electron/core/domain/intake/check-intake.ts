import { isDisputeType } from '../checks/dispute-type';
import { at, type FieldProblem } from '../checks/field-problem';
import { checkParty, type PartyCheckContext, type PartyDraft } from '../checks/party-check';
import { problemOf, type Problem } from '../checks/problem';
import { checkAgreement } from '../checks/agreement-check';
import { intakeSchema, type Intake } from './intake-schema';
import { paymentsOf } from './intake-writes';
import { inWords } from './schema-words';

/** A record that may come in, or every reason why not. */
export type IntakeCheck =
  { readonly ok: true; readonly intake: Intake } | { readonly ok: false; readonly problems: readonly FieldProblem[] };

/**
 * Checks one handed-over record（移交数据核对）: shape, known dispute type (domain.md 3.3), court number where a court
 * sent it, parties, and all of `prepared`. What a machine can find wrong is refused with field, reason and remedy.
 */
export function checkIntake(value: unknown, context: PartyCheckContext): IntakeCheck {
  // With the input in the issue, what is missing can be told from what has the wrong type.
  const parsed = intakeSchema.safeParse(value, { reportInput: true });
  if (!parsed.success) return { ok: false, problems: parsed.error.issues.map(inWords) };
  const intake = parsed.data;
  const problems = [
    ...aboutCase(intake),
    ...intake.parties.flatMap((party, index) =>
      checkParty(party as PartyDraft, context).map((problem) => place(`parties.${index}`, problem)),
    ),
    ...aboutPrepared(intake),
  ];
  return problems.length === 0 ? { ok: true, intake } : { ok: false, problems };
}

/** Who signs beside the parties. */
const OFFICERS = ['mediator', 'committee'] as const;

const place = (prefix: string, problem: FieldProblem): FieldProblem => ({
  ...problem,
  field: `${prefix}.${problem.field}`,
});

function aboutCase(intake: Intake): readonly FieldProblem[] {
  const problems: FieldProblem[] = [];
  const say = (field: string, problem: Problem): number => problems.push(at(field, problem));
  if (!isDisputeType(intake.disputeType)) {
    say(
      'disputeType',
      problemOf(
        'dispute-type',
        `没有“${intake.disputeType}”这种纠纷类型，请从类型表中选择，例如 CC01。`,
        `There is no dispute type "${intake.disputeType}"; choose one of the table, e.g. CC01.`,
      ),
    );
  }
  if (intake.source.startsWith('court-') && !intake.courtNumber) {
    say(
      'courtNumber',
      problemOf(
        'court-number',
        '法院委派、委托的案件要填写法院案号，例如（2024）闽0599诉前调123号。',
        'A case sent by a court needs its court number; fill it in, e.g. （2024）闽0599诉前调123号.',
      ),
    );
  }
  intake.parties.forEach(({ key }, index) => {
    if (intake.parties.findIndex((other) => other.key === key) < index) {
      say(
        `parties.${index}.key`,
        problemOf(
          'party-key',
          `代号（key）“${key}”已有另一名当事人使用，请改成不同的。`,
          `Another party has the key "${key}"; make them different.`,
        ),
      );
    }
    if ((OFFICERS as readonly string[]).includes(key)) {
      say(
        `parties.${index}.key`,
        problemOf(
          'party-key-reserved',
          `“${key}”在签名中专指调解员或调解委员会，不能作当事人的代号，请改用别的。`,
          `"${key}" stands for the mediator or the committee among the signatures; give the party another key.`,
        ),
      );
    }
  });
  for (const side of ['applicant', 'respondent'] as const) {
    if (intake.parties.some((party) => party.side === side)) continue;
    const [zh, en] = side === 'applicant' ? ['申请人', 'applicant'] : ['被申请人', 'respondent'];
    say('parties', problemOf('party-side', `缺少${zh}，请补上。`, `There is no ${en}; add one.`));
  }
  return problems;
}

function aboutPrepared(intake: Intake): readonly FieldProblem[] {
  const agreement = intake.prepared?.agreement;
  if (!agreement) return [];
  const keys = intake.parties.map((party) => party.key);
  const problems: FieldProblem[] = checkAgreement(
    {
      clauses: agreement.clauses,
      payments: paymentsOf(agreement),
      confirmation: agreement.confirmation,
      agreedOn: agreement.agreedOn,
      form: agreement.form,
    },
    keys,
  ).filter((finding) => finding.level === 'error');
  agreement.signatures?.forEach((signature, index) => {
    if (![...keys, ...OFFICERS].includes(signature.by)) {
      problems.push(
        at(
          `signatures.${index}.by`,
          problemOf(
            'signature-by',
            `“${signature.by}”不是本案当事人的代号，也不是 mediator 或 committee，请改正。`,
            `"${signature.by}" is no party's key, nor mediator or committee; correct it.`,
          ),
        ),
      );
    }
  });
  return problems.map((problem) => place('prepared.agreement', problem));
}
