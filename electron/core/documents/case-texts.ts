import type { Party } from '../domain/case/case-state';
import { FORMS } from '../domain/forms/form-facts';
import { paperFields, type Paper } from '../domain/forms/paper-fields';
import { SIDE_NAMES } from './blocks/labels';
import type { PrintedText } from './fonts/glyph-check';
import type { RenderRequest } from './rendered';

type Entry = readonly [where: string, field: string, text: string | undefined];

function partyEntries(party: Party): readonly Entry[] {
  const [side, at] = [SIDE_NAMES[party.side], `party.${party.key}`];
  return [
    [`${side}${party.kind === 'person' ? '姓名' : '名称'}`, `${at}.name`, party.name],
    [`${side}简称`, `${at}.shortName`, party.shortName],
    [`${side}民族`, `${at}.nation`, party.nation],
    [`${side}证件号码`, `${at}.document`, party.document?.number],
    [`${side}统一社会信用代码`, `${at}.creditCode`, party.creditCode],
    [`${side}职业或职务`, `${at}.occupation`, party.occupation],
    [`${side}联系方式`, `${at}.phone`, party.phone],
    [`${side}住址`, `${at}.address`, party.address],
    [`${side}法定代表人`, `${at}.legalRepresentative`, party.legalRepresentative?.name],
    [`${side}法定代表人职务`, `${at}.legalRepresentative`, party.legalRepresentative?.position],
    ...(party.representatives ?? []).flatMap((each): readonly Entry[] => [
      [`${side}委托代理人姓名`, `${at}.representatives`, each.name],
      [`${side}委托代理人证件号码`, `${at}.representatives`, each.document?.number],
      [`${side}委托代理人职务`, `${at}.representatives`, each.position],
      [`${side}委托代理人联系方式`, `${at}.representatives`, each.phone],
    ]),
  ];
}

/** Every string inside a value, however deep. */
function strings(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(strings);
}

function paperEntries(paper: Paper): readonly Entry[] {
  const title = FORMS[paper.form].zh;
  return paperFields(paper.form).flatMap((spec) =>
    strings(paper.fields[spec.name]).map((text): Entry => [
      `${title}的“${spec.zh}”`,
      `paper.${paper.form}.${paper.of}.${spec.name}`,
      text,
    ]),
  );
}

/**
 * The texts of a case with their names for a person and their paths, so that a character that cannot be printed is shown
 * at its place. Whether a text is printed at all is told by what the form sets.
 */
export function caseTexts({ state, organisation }: RenderRequest): readonly PrintedText[] {
  const { agreement, ending } = state;
  const single: readonly Entry[] = [
    ...state.parties.flatMap(partyEntries),
    ['编号', 'number', state.number?.text],
    ['法院案号', 'case.courtNumber', state.courtNumber],
    ['法院', 'case.court', state.court],
    ['人民调解委员会名称', 'organisation.name', organisation.name],
    ...state.mediators.map((name): Entry => ['人民调解员', 'case.mediators', name]),
    ['记录人', 'case.recorder', state.recorder],
    ...(agreement?.payments ?? []).map((each, index): Entry => [
      `第${index + 1}期账户`,
      'agreement.payments',
      each.account,
    ]),
    ['司法确认法院', 'agreement.confirmation', agreement?.confirmation?.court],
    ...state.signatures.map((each): Entry => ['签名人', `signature.${each.by}`, each.signer]),
  ];
  const flowing: readonly Entry[] = [
    ['纠纷主要事实', 'case.facts', state.facts],
    ...state.claims.map((text, index): Entry => [`申请事项第${index + 1}项`, 'case.claims', text]),
    ['争议事项', 'agreement.disputedMatters', agreement?.disputedMatters],
    ...(agreement?.clauses ?? []).map((clause, index): Entry => [`协议第${index + 1}条`, 'agreement.clauses', clause]),
    ['履行方式、时限', 'agreement.performance', agreement?.performance],
    ...state.sessions.flatMap((each, index): readonly Entry[] => [
      [`第${index + 1}次调解记录`, `session.${each.id}.record`, each.record],
      [`第${index + 1}次调解地点`, `session.${each.id}.place`, each.place],
      ...[...each.participants, ...(each.present ?? [])].map((name): Entry => [
        `第${index + 1}次调解参加人`,
        `session.${each.id}.participants`,
        name,
      ]),
    ]),
    ['争议焦点', 'ending.focus', ending?.focus],
    ...(ending?.steps ?? []).map((text): Entry => ['调解过程', 'ending.steps', text]),
    ...(ending?.undisputedFacts ?? []).map((text): Entry => ['无争议事实', 'ending.undisputedFacts', text]),
    ...state.evidence.flatMap((each): readonly Entry[] => [
      ['证据名称', `evidence.${each.key}.name`, each.name],
      ['证据来源', `evidence.${each.key}.source`, each.source],
      ['证明对象', `evidence.${each.key}.proves`, each.proves],
    ]),
    ...state.papers.flatMap(paperEntries),
  ];
  const named = (entries: readonly Entry[], multiline: boolean): readonly PrintedText[] =>
    entries.flatMap(([where, field, text]) => (text ? [{ where, field, text, multiline }] : []));
  return [...named(single, false), ...named(flowing, true)];
}
