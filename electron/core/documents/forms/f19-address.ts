import type { Party } from '../../domain/case/case-state';
import { OPENING_FIELDS } from '../../domain/forms/fields/opening';
import { FORMS } from '../../domain/forms/form-facts';
import { paperData } from '../../domain/forms/paper-fields';
import { caseLine } from '../blocks/case-line';
import { choiceBoxes } from '../blocks/choice-name';
import { paragraphs } from '../blocks/clauses';
import { formTitle, partHeading } from '../blocks/form-title';
import { LABEL_CONTENT_WIDTH, labelTable, type LabelRow } from '../blocks/grid-table';
import { DOCUMENT_TYPE_NAMES } from '../blocks/labels';
import { creditCodeOf } from '../blocks/party-rows';
import { boundPlaces, type SignPlace } from '../blocks/sign-places';
import { namedPlaces, signerName } from '../blocks/signers';
import { tickBoxes } from '../blocks/tick-boxes';
import { yesNoBoxes } from '../blocks/yes-no';
import { withHeading, type FlowItem } from '../layout/flow';
import type { FormDocument } from '../layout/form-document';
import { LEADING, SIZE } from '../layout/page';
import type { TextSetter } from '../layout/text-setter';
import type { RenderRequest } from '../rendered';
import { partyOf } from './common-problems';
import { documentOf } from './document-of';
import type { FormTemplate } from './form-template';

/** Millimetres of a row that is written in by hand. */
const PEN = 9;

/**
 * The notice, in our own words: 法院专递规定 Arts. 3–5 (duty to give an address, changes in writing, refusal), 7 (a named
 * receiver); 民诉法解释 Arts. 136, 137 (electronic service, later stages); 民事诉讼法 Art. 90.
 */
const NOTICE = [
  '一、请如实、准确填写送达地址。本确认书用于本案调解；调解不成进入诉讼，或者申请司法确认、强制执行的，经受送达人确认的送达地址可以供人民法院送达使用，当事人另行书面变更的除外。',
  '二、送达地址、联系电话或者电子送达地址变更的，应当及时书面告知人民调解委员会；案件已到人民法院的，书面告知人民法院。',
  '三、经告知后仍拒不提供送达地址的，自然人以其户籍登记的住所地或者经常居住地为送达地址，法人和其他组织以其工商登记或者其他依法登记、备案的住所地为送达地址。',
  '四、指定代收人的，代收人签收视为受送达人本人签收。',
  '五、同意电子送达的，以送达信息到达受送达人特定系统的日期为送达日期。不同意的，不影响以其他方式送达。',
  '六、受送达人要求对本确认书的内容保密的，应当为其保密。',
];

function documentText(party: Party | undefined): string {
  if (party === undefined) return '';
  if (party.kind === 'organisation') {
    const code = creditCodeOf(party);
    return code === undefined ? '' : `统一社会信用代码：${code}`;
  }
  return party.document === undefined ? '' : `${DOCUMENT_TYPE_NAMES[party.document.type]}：${party.document.number}`;
}

/** Text inside a row of the table. */
const labelled = (text: string, setter: TextSetter): FlowItem => {
  const lines = setter.lines(text, { size: SIZE.text, leading: LEADING.text, width: LABEL_CONTENT_WIDTH });
  return { node: { stack: lines }, textLines: lines.length };
};

function rowsOf(request: RenderRequest, setter: TextSetter): readonly LabelRow[] {
  const { state, of } = request;
  const party = partyOf(request);
  const own = paperData(state.papers, 'F19', of);
  const inner = { width: LABEL_CONTENT_WIDTH };
  const ways = choiceBoxes(OPENING_FIELDS.F19, 'channels', own.channels);
  const receiver = [
    `姓名：${own.receiverName ?? ''}`,
    `与受送达人关系：${own.receiverRelation ?? ''}`,
    `地址：${own.receiverAddress ?? ''}`,
    `电话：${own.receiverPhone ?? ''}`,
    `证件号码：${own.receiverDocument ?? ''}`,
  ];
  return [
    { label: '案由', text: caseLine(state), least: PEN },
    { label: '案号', text: state.courtNumber ?? '', least: PEN },
    { label: '受送达人', text: party?.name ?? '', least: PEN },
    { label: '证件号码', text: documentText(party), least: PEN },
    { label: '邮政编码', text: own.postcode ?? '', least: PEN },
    { label: '送达地址', text: own.address ?? party?.address ?? '', least: 2 * PEN },
    { label: '联系电话', text: own.phone ?? party?.phone ?? '', least: PEN },
    {
      label: '是否同意电子送达',
      text: [
        yesNoBoxes(own.electronic, setter, inner),
        tickBoxes(ways, setter, { ...inner, perLine: 4 }),
        labelled(`电子送达地址：${own.electronicAddress ?? ''}`, setter),
      ],
    },
    { label: '指定代收人', text: receiver.join('\n') },
    { label: '是否要求保密', text: [yesNoBoxes(own.confidential, setter, inner)] },
  ];
}

/**
 * F19 送达地址确认书, one for each party (在线调解规则 Art. 17; 法院专递规定 Arts. 3–5, 7; domain.md F19): the address, electronic
 * service only where it was agreed to, a named receiver, confidentiality, the notice, and signatures.
 */
export function f19Document(request: RenderRequest, template: FormTemplate, setter: TextSetter): FormDocument {
  const { state, of } = request;
  const party = partyOf(request);
  const date = paperData(state.papers, 'F19', of).confirmedOn ?? 'blank';
  const title = FORMS[template.id].zh;
  const self: SignPlace =
    party?.kind === 'organisation'
      ? { role: '受送达人印章', name: party.name, room: 'seal', date }
      : {
          role: '受送达人（签名、按指印）',
          name: party === undefined ? undefined : signerName(party),
          room: 'fingerprint',
          date,
        };
  const text = [
    ...withHeading(
      partHeading('告知事项', setter),
      NOTICE.flatMap((part) => paragraphs(part, setter)),
    ),
    ...paragraphs('上述告知事项我（单位）已经知悉，以上送达地址和联系方式真实、准确。', setter),
  ];
  const places = [self, ...namedPlaces('调解员、工作人员（签名）', state.mediators, date)];
  return documentOf(request, template, [
    formTitle(title, setter),
    labelTable(rowsOf(request, setter), setter),
    ...boundPlaces(text, places, setter, title),
  ]);
}
