import type { CaseState, Party } from '../case/case-state';
import type { Side, TransferType } from '../case/vocabulary';
import { at, type FieldProblem } from '../checks/field-problem';
import { problemOf, type Problem } from '../checks/problem';
import { elementFormOf, partiesMet } from '../forms/case-papers';
import { WHOLE_CASE, type FormId, type PaperRef } from '../forms/form-ids';
import { paperData } from '../forms/paper-fields';
import { consentsOf } from '../privacy/consents';
import { GROUP_NAMES, type TransferGroup } from './groups';
import { evidenceRows, materialRows } from './material-rows';
import { row, type TransferRow } from './transfer-row';
import { issuesOf, sentByCourt, transferCourt } from './transfer-case';

export type { TransferRow } from './transfer-row';

const missing = (field: string, code: string, zh: string, en: string): FieldProblem =>
  at(field, problemOf(code, zh, en));
const whole = (form: FormId): PaperRef => ({ form, of: WHOLE_CASE });

const UNREACHED = problemOf(
  'respondent-not-reached',
  '被申请人联系不上，没有此项材料，不影响移送。',
  'The respondent was not reached, so there is no such paper; this does not stop the transfer.',
);

const IDENTITY_GROUP: Readonly<Record<Side, TransferGroup>> = {
  applicant: 'applicant',
  respondent: 'respondent',
  'third-party': 'third-party',
};

const nameOf = (party: Party): string => party.shortName?.trim() || party.name;

/**
 * Handing a person's data to another handler needs a separate consent（个人信息保护法 Art. 23; domain.md 2.4）, which F31 asks
 * for. What the law itself demands, or a duty set by law, needs none (Art. 13), so it is a warning, never a bar.
 */
function consentNote(state: CaseState, party: Party, met: boolean): Problem | null {
  const consent = met ? consentsOf(state).find((each) => each.party === party.key) : undefined;
  if (consent === undefined || consent.court) return null;
  if (consent.state === 'withdrawn') {
    return problemOf(
      'consent-for-court-withdrawn',
      `${nameOf(party)}已撤回个人信息处理的同意，请核对是否仍可提供给人民法院；履行法定义务等依法不需要同意的除外（个人信息保护法第十三条）。`,
      `${nameOf(party)} has withdrawn the consent. Check whether the material may still go to the court; where the law demands it, no consent is needed (PIPL Art. 13).`,
    );
  }
  return problemOf(
    'no-consent-for-court',
    `没有登记${nameOf(party)}同意提供给人民法院（个人信息处理告知同意书），请核对；履行法定义务等依法不需要同意的除外（个人信息保护法第十三条）。`,
    `The consent of ${nameOf(party)} to handing over to the court is not recorded. Check it; where the law demands the material, no consent is needed (PIPL Art. 13).`,
  );
}

function identityRow(state: CaseState, party: Party, met: boolean): TransferRow {
  const scans = state.attachments.filter((each) => each.role === 'identity' && each.of === party.key);
  const known = (party.document ?? party.creditCode) !== undefined || scans.length > 0;
  const note = consentNote(state, party, met);
  return row(state, IDENTITY_GROUP[party.side], {
    about: nameOf(party),
    required: met,
    papers: met ? [{ form: 'F06', of: party.key }] : [],
    attachments: scans,
    ...(met || scans.length > 0 ? {} : { absent: UNREACHED }),
    ...(note ? { note } : {}),
    ...(known
      ? {}
      : {
          missing: missing(
            `party.${party.key}.document`,
            'no-identity',
            `${nameOf(party)}没有登记证件号码，也没有证件扫描件。`,
            `${nameOf(party)} has neither an identity number nor a scan of an identity paper.`,
          ),
        }),
  });
}

function addressRow(state: CaseState, party: Party, met: boolean): TransferRow {
  const address = paperData(state.papers, 'F19', party.key).address ?? party.address ?? '';
  return row(state, 'service-address', {
    about: nameOf(party),
    required: met,
    papers: met ? [{ form: 'F19', of: party.key }] : [],
    ...(met ? {} : { absent: UNREACHED }),
    ...(address.trim() === ''
      ? {
          missing: missing(
            `party.${party.key}.address`,
            'no-address',
            `${nameOf(party)}没有填写送达地址。`,
            `No service address of ${nameOf(party)} was entered.`,
          ),
        }
      : {}),
  });
}

function complaintRow(state: CaseState, type: TransferType): TransferRow {
  const element = type === 'filing' ? elementFormOf(state) : null;
  const oral = state.application === 'oral' || state.application === 'own-motion';
  return row(state, 'complaint', {
    ...(element === null ? { about: oral ? '调解受理登记表' : '调解申请书' } : {}),
    required: true,
    papers: [whole(element ?? (oral ? 'F04' : 'F03'))],
    ...(state.claims.some((claim) => claim.trim() !== '')
      ? {}
      : { missing: missing('case.claims', 'no-claims', '没有填写请求事项。', 'There are no claims.') }),
  });
}

function authorityRows(state: CaseState, parties: readonly Party[]): readonly TransferRow[] {
  return parties.flatMap((party): readonly TransferRow[] => {
    const represented = (party.representatives?.length ?? 0) > 0;
    if (!represented && party.kind !== 'organisation') return [];
    const noHead = party.kind === 'organisation' && !party.legalRepresentative?.name.trim();
    return [
      row(state, 'authority', {
        about: nameOf(party),
        required: true,
        papers: [
          ...(represented ? [{ form: 'F07', of: party.key } as const] : []),
          ...(party.kind === 'organisation' ? [{ form: 'F08', of: party.key } as const] : []),
        ],
        ...(noHead
          ? {
              missing: missing(
                `party.${party.key}.legalRepresentative`,
                'no-legal-representative',
                `${nameOf(party)}没有填写法定代表人（负责人），不能出具身份证明书。`,
                `The legal representative of ${nameOf(party)} is not entered.`,
              ),
            }
          : {}),
      }),
    ];
  });
}

function letterRow(state: CaseState, type: TransferType, organisationCourt: string | undefined): TransferRow {
  return row(state, 'letter', {
    required: true,
    papers: [whole('F27')],
    ...(transferCourt(state, type, organisationCourt) === null
      ? { missing: missing('case.court', 'no-court', '没有确定主送法院。', 'The court is not known.') }
      : {}),
  });
}

function confirmationRows(state: CaseState, met: readonly Party[]): readonly TransferRow[] {
  const written = state.agreement?.form === 'written' && state.agreement.clauses.length > 0;
  const none = missing('agreement', 'no-agreement', '没有书面调解协议。', 'There is no written agreement.');
  const shape =
    issuesOf(state, whole('F16B')).length === 0 && issuesOf(state, whole('F16A')).length > 0 ? 'F16A' : 'F16B';
  return [
    row(state, 'agreement', { required: true, papers: [whole('F12')], ...(written ? {} : { missing: none }) }),
    row(state, 'confirmation', { required: true, papers: [whole(shape)], ...(written ? {} : { missing: none }) }),
    row(state, 'record', {
      required: true,
      papers: state.sessions.map((session) => ({ form: 'F11', of: session.id })),
      ...(state.sessions.length > 0
        ? {}
        : { missing: missing('sessions', 'no-session', '没有调解记录。', 'There is no mediation record.') }),
    }),
    ...met.map((party) =>
      row(state, 'rights', { about: nameOf(party), required: true, papers: [{ form: 'F05', of: party.key }] }),
    ),
  ];
}

function filingRows(state: CaseState): readonly TransferRow[] {
  const facts = [...(state.ending?.undisputedFacts ?? []), ...(paperData(state.papers, 'F24', WHOLE_CASE).facts ?? [])];
  const confirmed = facts.some((fact) => fact.trim() !== '');
  const unreached = state.ending?.reason === 'respondent-unreachable';
  const replaced = paperData(state.papers, 'F32', WHOLE_CASE).replacesRecord === true && !unreached;
  return [
    row(state, 'ending', {
      required: sentByCourt(state),
      papers: sentByCourt(state) ? [whole('F21B')] : [],
      ...(sentByCourt(state)
        ? {}
        : { absent: problemOf('not-from-court', '本案不是法院委派、委托的案件。', 'No court sent this case.') }),
      ...(sentByCourt(state) && (state.ending?.steps ?? []).length === 0
        ? {
            missing: missing(
              'ending.steps',
              'no-steps',
              '没有填写调解过程摘要，终止情况表至少要有一项。',
              'The course of the mediation is empty; the report needs at least one step.',
            ),
          }
        : {}),
    }),
    row(state, 'undisputed', {
      required: confirmed || replaced,
      papers: confirmed ? [whole('F24')] : [],
      ...(confirmed
        ? {}
        : replaced
          ? {
              missing: missing(
                'ending.undisputedFacts',
                'no-undisputed-facts',
                '录音录像代替了笔录，无争议事实应当书面确认，但还没有填写（在线调解规则第二十二条）。',
                'The recording replaces the record, so the undisputed facts must be confirmed in writing.',
              ),
            }
          : {
              absent: unreached
                ? UNREACHED
                : problemOf(
                    'none-undisputed',
                    '双方没有共同确认的无争议事实。',
                    'The parties confirmed no facts as undisputed.',
                  ),
            }),
    }),
    ...evidenceRows(state, nameOf),
  ];
}

/**
 * What a court asks for with a transfer（移送材料要求）: the groups of domain.md 4.4 for confirmation or filing, and for a
 * filing what 在线调解规则 Arts. 21, 22 and 民事诉讼法 Arts. 123, 124 add. Each row says from which papers and scans it is
 * made, whether it is there, and why not. Papers of a respondent who was never reached are not asked for (domain.md 7.8).
 */
export function transferRequirements(
  state: CaseState,
  type: TransferType,
  organisationCourt?: string,
): readonly TransferRow[] {
  const met = partiesMet(state);
  const isMet = (party: Party): boolean => met.includes(party);
  return [
    letterRow(state, type, organisationCourt),
    ...state.parties.map((party) => identityRow(state, party, isMet(party))),
    complaintRow(state, type),
    ...state.parties.map((party) => addressRow(state, party, isMet(party))),
    ...(type === 'confirmation' ? confirmationRows(state, met) : filingRows(state)),
    ...authorityRows(state, met),
    ...materialRows(state, type),
  ];
}

/** The reasons of the rows that are required and missing. */
export const missingOf = (rows: readonly TransferRow[]): readonly FieldProblem[] =>
  rows.flatMap(({ group, required, state, reason }) =>
    required && state === 'missing'
      ? [
          at(
            reason?.field ?? `transfer.${group}`,
            reason ?? problemOf('missing', `缺少${GROUP_NAMES[group].zh}。`, `${GROUP_NAMES[group].en} is missing.`),
          ),
        ]
      : [],
  );
