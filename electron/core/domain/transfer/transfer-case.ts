import type { CaseState, IssuedDocument, Attachment } from '../case/case-state';
import { effectOf } from '../case/effect';
import type { TransferType } from '../case/vocabulary';
import { at, type FieldProblem } from '../checks/field-problem';
import { problemOf } from '../checks/problem';
import { endedUnsettled } from '../forms/case-papers';
import { WHOLE_CASE, type PaperRef } from '../forms/form-ids';
import { paperData } from '../forms/paper-fields';

/** True when a court sent the case（委派、委托）. */
export const sentByCourt = (state: CaseState): boolean =>
  state.source === 'court-delegation' || state.source === 'court-entrustment';

/** The exit that a case has taken or is heading for (domain.md 4.3): filing when it failed, confirmation otherwise. */
export const transferTypeOf = (state: CaseState): TransferType => (endedUnsettled(state) ? 'filing' : 'confirmation');

/**
 * The court that a package goes to, null while it is not known. Confirmation (民事诉讼法 Art. 205): the court that invited
 * the organisation; otherwise the one that the agreement names. Filing: the court that sent the case, else the one typed
 * for the letter. `organisationCourt` is the court that the organisation works with.
 */
export function transferCourt(state: CaseState, type: TransferType, organisationCourt?: string): string | null {
  const named = (text: string | undefined): string | null => (text?.trim() ? text.trim() : null);
  const typed = named(paperData(state.papers, 'F27', WHOLE_CASE).court);
  if (sentByCourt(state)) return named(state.court) ?? named(organisationCourt) ?? typed;
  if (type === 'confirmation') return named(state.agreement?.confirmation?.court) ?? typed;
  return typed ?? named(organisationCourt);
}

/** The stable id of a package（移送编号）: the same however often it is made. `hash` gives lower-case hexadecimal. */
export const transferIdOf = (caseId: string, type: TransferType, hash: (text: string) => string): string =>
  `${type === 'filing' ? 'la' : 'sq'}-${hash(`${caseId}\n${type}`).slice(0, 20)}`;

/** Scans of one issued paper with its signatures（签名扫描件）, in the order in which they were taken. */
export const signedScans = (state: CaseState, document: string): readonly Attachment[] =>
  state.attachments.filter((each) => each.role === 'signed-scan' && each.of === document);

/** Issued papers of one kind, newest first, those with a signed scan before those without. */
export function issuesOf(state: CaseState, { form, of }: PaperRef): readonly IssuedDocument[] {
  const issued = state.documents.filter((each) => each.form === form && each.of === of).reverse();
  const signed = (each: IssuedDocument): boolean => signedScans(state, each.entry).length > 0;
  return [...issued.filter(signed), ...issued.filter((each) => !signed(each))];
}

const SIGNERS: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  mediator: ['调解员', 'the mediator'],
  committee: ['调解委员会（印章）', 'the committee (seal)'],
};

function notEffective(state: CaseState): FieldProblem | null {
  const effect = effectOf(state);
  if (effect?.effectiveOn) return null;
  const names = (effect?.missing ?? []).map((key) => {
    const name = state.parties.find((party) => party.key === key)?.name ?? key;
    return SIGNERS[key] ?? ([name, name] as const);
  });
  const [zh, en] = [names.map(([each]) => each).join('、'), names.map(([, each]) => each).join(', ')];
  const who = names.length > 0 ? `还缺${zh}签名` : '签名还不齐';
  return at(
    'signatures',
    problemOf(
      'agreement-not-effective',
      `调解协议还没有生效（${who}），不能申请司法确认。`,
      `The agreement has not taken effect${en ? ` (${en} still to sign)` : ''}; confirmation cannot be asked for.`,
    ),
  );
}

function confirmationProblems(state: CaseState): readonly FieldProblem[] {
  const { agreement } = state;
  if (endedUnsettled(state)) {
    return [
      at(
        'ending.reason',
        problemOf(
          'ended-unsettled',
          '本案没有达成协议，不能移送司法确认；需要诉讼的，请制作立案材料。',
          'The case ended without an agreement: make a package for filing instead.',
        ),
      ),
    ];
  }
  if (agreement === undefined || agreement.form !== 'written') {
    return [
      at(
        'agreement.form',
        problemOf(
          'no-written-agreement',
          '还没有书面调解协议，不能移送司法确认。',
          'There is no written agreement, so no confirmation can be asked for.',
        ),
      ),
    ];
  }
  const pending = notEffective(state);
  return [
    ...(agreement.confirmation?.wanted === true
      ? []
      : [
          at(
            'agreement.confirmation',
            problemOf(
              'confirmation-not-wanted',
              '协议没有选择申请司法确认；双方同意的，请先在协议中选择。',
              'The agreement does not ask for confirmation; choose it there if both sides agree.',
            ),
          ),
        ]),
    ...(pending ? [pending] : []),
  ];
}

function courtProblems(state: CaseState, type: TransferType, organisationCourt?: string): readonly FieldProblem[] {
  const court = transferCourt(state, type, organisationCourt);
  if (court === null) {
    return [
      at(
        type === 'confirmation' && !sentByCourt(state) ? 'agreement.confirmation' : 'case.court',
        problemOf('no-court', '还没有确定移送的法院，请先填写。', 'The court is not known yet; enter it.'),
      ),
    ];
  }
  const confirmation = state.agreement?.confirmation?.court;
  const named = [
    paperData(state.papers, 'F27', WHOLE_CASE).court,
    ...(type === 'confirmation' || !state.court?.trim() ? [confirmation] : []),
  ];
  const others = new Set(named.map((name) => name?.trim() ?? '').filter((name) => name !== '' && name !== court));
  return [...others].map((other) =>
    at(
      'case.court',
      problemOf(
        'other-court',
        sentByCourt(state)
          ? `本案由${court}委派或委托，应移送该院，但另有一处写的是“${other}”，请核对（民事诉讼法第二百零五条）。`
          : `移送的法院有两种写法：“${court}”和“${other}”，请核对。`,
        `The package goes to ${court}, but "${other}" is named too; check which is right (Civil Procedure Law, Art. 205).`,
      ),
    ),
  );
}

/**
 * Why this case cannot be handed over in this way at all; empty when it can. A filing needs an ending without settlement;
 * a confirmation a written agreement in effect and the wish for it (domain.md 4.3). Missing material is told by the rows.
 */
export function decisionProblems(
  state: CaseState,
  type: TransferType,
  organisationCourt?: string,
): readonly FieldProblem[] {
  const undecided =
    type === 'confirmation'
      ? confirmationProblems(state)
      : endedUnsettled(state)
        ? []
        : [
            at(
              'ending.reason',
              problemOf(
                'not-ended',
                '调解还没有以未达成协议终止，不能移送立案。请先办理终止。',
                'The mediation has not ended without an agreement, so there is nothing to file yet.',
              ),
            ),
          ];
  const conflicts =
    state.conflicts.length > 0
      ? [
          at(
            state.conflicts[0]?.path ?? 'case',
            problemOf(
              'conflict',
              '案件里同一内容有两种说法，请先选定一种再移送。',
              'Two values stand for one field of the case: choose one before handing it over.',
            ),
          ),
        ]
      : [];
  return [...undecided, ...conflicts, ...courtProblems(state, type, organisationCourt)];
}
