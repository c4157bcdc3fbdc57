import type { Party } from '../../domain/case/case-state';
import { SIDE_NAMES } from '../blocks/labels';
import type { PrintedText } from '../fonts/glyph-check';
import type { RenderRequest } from '../rendered';

type Entry = readonly [where: string, field: string, text: string | undefined];

function partyEntries(party: Party): readonly Entry[] {
  const [side, at] = [SIDE_NAMES[party.side], `party.${party.key}`];
  return [
    [`${side}${party.kind === 'person' ? '姓名' : '名称'}`, `${at}.name`, party.name],
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

/** Every text of the case that F12 prints, with its name for a person and its path in the case. */
export function f12Texts({ state, organisation }: RenderRequest): readonly PrintedText[] {
  const { agreement } = state;
  const single: readonly Entry[] = [
    ...state.parties.flatMap(partyEntries),
    ['编号', 'number', state.number?.text],
    ['人民调解委员会名称', 'organisation.name', organisation.name],
    ...state.mediators.map((name): Entry => ['人民调解员', 'case.mediators', name]),
    ['记录人', 'case.recorder', state.recorder],
    ...(agreement?.payments ?? []).map((each, index): Entry => [
      `第${index + 1}期账户`,
      'agreement.payments',
      each.account,
    ]),
  ];
  const flowing: readonly Entry[] = [
    ['纠纷主要事实', 'case.facts', state.facts],
    ['争议事项', 'agreement.disputedMatters', agreement?.disputedMatters],
    ...(agreement?.clauses ?? []).map((clause, index): Entry => [`协议第${index + 1}条`, 'agreement.clauses', clause]),
    ['履行方式、时限', 'agreement.performance', agreement?.performance],
  ];
  const printed = (entries: readonly Entry[], multiline: boolean): readonly PrintedText[] =>
    entries.flatMap(([where, field, text]) => (text === undefined ? [] : [{ where, field, text, multiline }]));
  return [...printed(single, false), ...printed(flowing, true)];
}
