import type { Party } from '../../domain/case/case-state';
import type { Side } from '../../domain/case/vocabulary';
import { FORMS } from '../../domain/forms/form-facts';
import { paperData } from '../../domain/forms/paper-fields';
import { shanghaiDateOf, type CalendarDate } from '../../domain/time/calendar-date';
import { paragraphs } from '../blocks/clauses';
import type { Field } from '../blocks/field-row';
import { formTitle, partHeading } from '../blocks/form-title';
import { SIDE_NAMES } from '../blocks/labels';
import { agentRow, personRow, rowsBlock } from '../blocks/party-rows';
import { ruledText } from '../blocks/ruled-lines';
import { boundPlaces } from '../blocks/sign-places';
import { partyPlaces } from '../blocks/signers';
import { withHeading, type FlowItem } from '../layout/flow';
import type { FormDocument } from '../layout/form-document';
import type { TextSetter } from '../layout/text-setter';
import type { RenderRequest } from '../rendered';
import { documentOf } from './document-of';
import type { FormTemplate } from './form-template';

/** Ruled lines that the form has at least for the dispute. */
const DISPUTE_LINES = 6;
/** The fixed sentence of the form. */
const VOLUNTARY = '人民调解委员会已将申请人民调解的相关规定告知我，现自愿申请人民调解委员会进行调解。';
const EMPTY_CLAIMS = '1、\n2、\n3、';

/** Rows of a party in the order of the form; identity numbers are not asked for, the paper may go to the other side. */
function partyRows(side: Side, party: Party | undefined, on: CalendarDate): readonly (readonly Field[])[] {
  const who = SIDE_NAMES[side];
  const agents = (party?.representatives ?? []).map(agentRow);
  if (party?.kind === 'organisation') {
    return [
      [{ label: `${who}名称`, value: party.name }],
      [
        { label: '法定代表人（负责人）', value: party.legalRepresentative?.name },
        { label: '职务', value: party.legalRepresentative?.position, characters: 9 },
      ],
      [
        { label: '联系方式', value: party.phone, characters: 10 },
        { label: '地址', value: party.address },
      ],
      ...agents,
    ];
  }
  return [
    personRow(`${who}姓名`, party, on),
    [
      { label: '职业或职务', value: party?.occupation },
      { label: '联系方式', value: party?.phone, characters: 11 },
    ],
    [{ label: '单位或住址', value: party?.address }],
    ...agents,
  ];
}

/** A little air over the first piece. */
const spaced = (items: readonly FlowItem[]): readonly FlowItem[] =>
  items.map((item, index) =>
    index > 0 ? item : { ...item, node: { stack: [item.node], margin: [0, 6, 0, 0], unbreakable: true } },
  );

/** The parties of a side, or one empty block for the pen where there must be one. */
function sideFlow(parties: readonly Party[], side: Side, on: CalendarDate, setter: TextSetter): readonly FlowItem[] {
  const found = parties.filter((party) => party.side === side);
  const shown = found.length === 0 && side !== 'third-party' ? [undefined] : found;
  return shown.map((party) => rowsBlock(partyRows(side, party, on), setter));
}

/**
 * F03 人民调解申请书: applicant, respondent, the dispute, what is asked for, the fixed sentence, signatures (domain.md F03;
 * 人民调解法 Art. 17). The dispute flows over as many pages as it needs.
 */
export function f03Document(request: RenderRequest, template: FormTemplate, setter: TextSetter): FormDocument {
  const { state, of } = request;
  const { appliedOn } = paperData(state.papers, 'F03', of);
  const on = appliedOn ?? shanghaiDateOf(request.printedAt);
  const claims = state.claims.map((claim, index) => `${index + 1}、${claim.trim()}`).join('\n');
  const applicants = state.parties.filter((party) => party.side === 'applicant');
  const title = FORMS[template.id].zh;
  const text = [
    ...withHeading(partHeading('纠纷简要情况：', setter), ruledText(state.facts, setter, DISPUTE_LINES)),
    ...withHeading(
      partHeading('当事人申请事项：', setter),
      ruledText(claims === '' ? EMPTY_CLAIMS : claims, setter, 3),
    ),
    ...spaced(paragraphs(VOLUNTARY, setter)),
  ];
  return documentOf(request, template, [
    formTitle(title, setter),
    ...sideFlow(state.parties, 'applicant', on, setter),
    ...sideFlow(state.parties, 'respondent', on, setter),
    ...sideFlow(state.parties, 'third-party', on, setter),
    ...boundPlaces(text, partyPlaces('申请人（签名盖章或按指印）', applicants, appliedOn ?? 'blank'), setter, title),
  ]);
}
