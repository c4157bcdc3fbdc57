import type { CaseState, Party, Representative } from '../domain/case/case-state';
import type { FormId } from '../domain/forms/form-ids';
import { paperFieldFault, paperFields } from '../domain/forms/paper-fields';
import { caseKinds, isCaseKind, type CaseWrite } from '../domain/case/entry-kinds';
import { isDisputeType } from '../domain/checks/dispute-type';
import { at, type FieldProblem } from '../domain/checks/field-problem';
import { normaliseName } from '../domain/checks/name';
import { checkParty, type PartyCheckContext } from '../domain/checks/party-check';
import { problemOf } from '../domain/checks/problem';
import { unmaskWrites, type MaskedWrite } from '../domain/privacy/unmask-writes';
import { done, refused, type Outcome } from './outcome';

/** A write as it comes from outside: kind and data still unchecked. */
export type RawWrite = MaskedWrite;

/** `checkWrites` after the masks that a window was given became the kept numbers again（`unmaskWrites`）. */
export function checkUnmasked(
  writes: readonly RawWrite[],
  before: CaseState | null,
  context: PartyCheckContext,
): Outcome<readonly CaseWrite[]> {
  const unmasked = unmaskWrites(writes, before);
  return unmasked.ok ? checkWrites(unmasked.writes, before, context) : refused(...unmasked.problems);
}

/**
 * Checks writes against the schema of their kind and against what a machine can know to be wrong: identity and credit
 * numbers, contradicting sex or birth date, unknown types. Names are normalised. Fields in problems read
 * `party.KEY.document.number`, `case.disputeType`. All are refused when one is, so nothing half-done stays.
 */
export function checkWrites(
  writes: readonly RawWrite[],
  before: CaseState | null,
  context: PartyCheckContext,
): Outcome<readonly CaseWrite[]> {
  const problems: FieldProblem[] = [];
  const checked: CaseWrite[] = [];
  for (const write of writes) {
    if (!isCaseKind(write.kind)) {
      problems.push(
        at(
          write.kind,
          problemOf(
            'unknown-kind',
            '软件无法识别这项内容，请升级后再试。',
            'This kind of content is not known here; update the program.',
          ),
        ),
      );
      continue;
    }
    const parsed = caseKinds[write.kind].safeParse(write.data);
    if (!parsed.success) {
      for (const issue of parsed.error.issues) {
        const field = `${placeOf(write)}${issue.path.filter((key) => key !== 'set').join('.')}`;
        problems.push(
          at(
            field,
            problemOf(
              'bad-value',
              '这一项的内容不合规则，请改正后再保存。',
              `This value does not fit: ${issue.message}.`,
            ),
          ),
        );
      }
      continue;
    }
    problems.push(...about(write, before, context));
    checked.push({ kind: write.kind, data: normalised(write) } as CaseWrite);
  }
  return problems.length > 0 ? refused(...problems) : done(checked);
}

const setOf = (write: RawWrite): Readonly<Record<string, unknown>> =>
  (write.data['set'] ?? {}) as Record<string, unknown>;

function placeOf(write: RawWrite): string {
  if (write.kind === 'party-set') return `party.${String(write.data['party'])}.`;
  if (write.kind === 'session-set') return `session.${String(write.data['session'])}.`;
  if (write.kind === 'paper-set') return `paper.${String(write.data['form'])}.${String(write.data['of'])}.`;
  if (write.kind === 'evidence-set') return `evidence.${String(write.data['evidence'])}.`;
  if (write.kind === 'attachment-set') return `attachment.${String(write.data['attachment'])}.`;
  if (write.kind === 'transfer-answer-set') return `transfer.${String(write.data['transfer'])}.`;
  return `${write.kind.replace(/-set$/, '')}.`;
}

function about(write: RawWrite, before: CaseState | null, context: PartyCheckContext): readonly FieldProblem[] {
  const set = setOf(write);
  const place = placeOf(write);
  if (write.kind === 'party-set') {
    if (set['removed'] === true) return [];
    const known: Partial<Party> = before?.parties.find((party) => party.key === write.data['party']) ?? {};
    const merged: Record<string, unknown> = { ...known, ...set };
    // A cleared field is a missing one.
    const draft = Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== null)) as Partial<Party>;
    return checkParty(draft, context).map((problem) => ({ ...problem, field: place + problem.field }));
  }
  if (write.kind === 'paper-set') return aboutPaper(write.data['form'] as FormId, place, set);
  if (write.kind === 'signature-set') return aboutSignature(write, before);
  if (write.kind === 'approval-set') return aboutApproval(write, before);
  const type = set['disputeType'];
  if (write.kind === 'case-set' && typeof type === 'string' && !isDisputeType(type)) {
    return [
      at(
        `${place}disputeType`,
        problemOf(
          'dispute-type',
          `没有“${type}”这种纠纷类型，请从类型表中选择。`,
          `There is no dispute type "${type}"; choose one of the table.`,
        ),
      ),
    ];
  }
  return [];
}

/** Each own field of a paper must fit its description; null clears it. */
function aboutPaper(form: FormId, place: string, set: Readonly<Record<string, unknown>>): readonly FieldProblem[] {
  return Object.entries(set).flatMap(([name, value]) => {
    const fault = value === null ? null : paperFieldFault(form, name, value);
    if (fault === null) return [];
    const spec = paperFields(form).find((each) => each.name === name);
    return [
      at(
        place + name,
        problemOf(
          'bad-value',
          `“${spec?.zh ?? name}”的内容不合规则，请改正后再保存。`,
          `"${spec?.en ?? name}" does not fit: ${fault}.`,
        ),
      ),
    ];
  });
}

/** An approval is given by a named person for an agreement that is there（审批）; withdrawing one is always possible. */
function aboutApproval(write: RawWrite, before: CaseState | null): readonly FieldProblem[] {
  const { by, on } = write.data;
  if (on === null) return [];
  const name = normaliseName(String(by));
  const field = `approval.agreement.${String(by)}`;
  if (!name.ok) return [at(field, name.problem)];
  if ((before?.agreement?.clauses.length ?? 0) > 0) return [];
  return [
    at(
      field,
      problemOf(
        'no-clauses',
        '协议还没有条款，不能审批。',
        'The agreement has no clauses yet; there is nothing to approve.',
      ),
    ),
  ];
}

/**
 * An agent signs for a party only with the authority to admit, waive and change claims and to sign（民事诉讼法 Art. 62,
 * 民诉法解释 Art. 89: 全权代理 alone does not cover it; domain.md F07).
 */
function aboutSignature(write: RawWrite, before: CaseState | null): readonly FieldProblem[] {
  const { by, on, signer } = write.data;
  if (on === null || typeof signer !== 'string') return [];
  const party = before?.parties.find((each) => each.key === by);
  const agent = party?.representatives?.find((each) => each.name === signer);
  if (!agent) {
    return [
      at(
        `signature.${String(by)}`,
        problemOf(
          'not-an-agent',
          `“${signer}”不是这一方登记的委托代理人，请先在“当事人”中登记。`,
          `"${signer}" is not entered as an agent of this party; enter the agent first.`,
        ),
      ),
    ];
  }
  if (maySign(agent)) return [];
  return [
    at(
      `party.${String(by)}.representatives`,
      problemOf(
        'no-authority-to-sign',
        `委托代理人${agent.name}没有“代为承认、变更和放弃调解请求”和“签署……协议书等法律文书”的授权，不能代签。请由当事人本人签名，或补充授权委托书后再登记。`,
        `${agent.name} has no authority to admit, change and waive and to sign. The party signs in person, or hands in a mandate that says so.`,
      ),
    ),
  ];
}

/** True when a mandate covers settling and signing（F07 boxes 4 and 5）. */
const maySign = (agent: Representative): boolean =>
  (agent.authority ?? []).includes('admit-change-waive') && (agent.authority ?? []).includes('attend-and-sign');

function normalised(write: RawWrite): Readonly<Record<string, unknown>> {
  if (write.kind === 'approval-set' && typeof write.data['by'] === 'string') {
    const by = normaliseName(write.data['by']);
    return by.ok ? { ...write.data, by: by.value } : write.data;
  }
  const set = setOf(write);
  if (write.kind !== 'party-set' || typeof set['name'] !== 'string') return write.data;
  const name = normaliseName(set['name']);
  return name.ok ? { ...write.data, set: { ...set, name: name.value } } : write.data;
}
