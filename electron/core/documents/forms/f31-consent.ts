import type { Party } from '../../domain/case/case-state';
import { FORMS } from '../../domain/forms/form-facts';
import { paperData } from '../../domain/forms/paper-fields';
import { caseLine } from '../blocks/case-line';
import { paragraphs } from '../blocks/clauses';
import { formTitle, partHeading } from '../blocks/form-title';
import { gridTable, LABEL_CONTENT_WIDTH, labelTable } from '../blocks/grid-table';
import { dayInText, penPlace } from '../blocks/pen-places';
import { boundPlaces, type SignPlace } from '../blocks/sign-places';
import { yesNoBoxes } from '../blocks/yes-no';
import { headingWithRoom, paragraphFlow, withHeading, type FlowItem } from '../layout/flow';
import type { FormDocument } from '../layout/form-document';
import { LEADING, SIZE, TEXT_WIDTH } from '../layout/page';
import type { TextSetter } from '../layout/text-setter';
import type { RenderRequest } from '../rendered';
import { partyOf } from './common-problems';
import { documentOf } from './document-of';
import { consentParts, recipients, RIGHTS_PARTS } from './f31-consent-text';
import type { NoticePart } from './f05-notice-text';
import type { FormTemplate } from './form-template';

const ROLE = '被告知人（签名、按指印）';
/** Room that a heading needs with the first row of the table under it. */
const TABLE_START = 80;
const COLUMNS = [
  { title: '接收方', width: '*' },
  { title: '联系方式', width: 88 },
  { title: '目的', width: 110 },
  { title: '种类', width: 116 },
] as const;

const partFlow = (parts: readonly NoticePart[], setter: TextSetter): readonly FlowItem[] =>
  parts.flatMap(({ heading, text }) =>
    withHeading(
      partHeading(heading, setter),
      text.flatMap((each) => paragraphs(each, setter)),
    ),
  );

/** Three separate consents (个人信息保护法 Arts. 23, 29); a box is ticked only where the answer was typed in. */
function consents(request: RenderRequest, setter: TextSetter): FlowItem {
  const own = paperData(request.state.papers, 'F31', request.of);
  const row = (label: string, what: string, answer: boolean | undefined) => ({
    label,
    text: [
      {
        node: {
          stack: setter.lines(what, { size: SIZE.text, leading: LEADING.small + 1, width: LABEL_CONTENT_WIDTH }),
        },
        textLines: 1,
      },
      yesNoBoxes(answer, setter, { width: LABEL_CONTENT_WIDTH }, ['同意', '不同意']),
    ],
  });
  return labelTable(
    [
      row('敏感个人信息', '1. 为办理本案处理第三项所列的敏感个人信息', own.sensitive),
      row('提供给法院', '2. 将案件材料中的个人信息提供给人民法院', own.court),
      row('录音录像', '3. 调解时录音录像', own.recording),
    ],
    setter,
  );
}

/** Who consents: a person itself; for an organisation each agent, whose data are meant. */
function places(party: Party | undefined, date: SignPlace['date']): readonly SignPlace[] {
  const agents = party?.kind === 'organisation' ? (party.representatives ?? []) : [];
  if (agents.length > 0) return agents.map(({ name }) => ({ role: ROLE, name, room: 'fingerprint', date }));
  const name = party?.kind === 'organisation' ? undefined : party?.name;
  return [{ role: ROLE, name, room: 'fingerprint', date }];
}

/**
 * F31 个人信息处理告知同意书 for a party: what is told, who receives data, the three separate consents, signature and the line
 * for withdrawing (个人信息保护法 Arts. 15, 17, 23, 29, 30; domain.md F31).
 */
export function f31Document(request: RenderRequest, template: FormTemplate, setter: TextSetter): FormDocument {
  const { state, organisation, of } = request;
  const party = partyOf(request);
  const own = paperData(state.papers, 'F31', of);
  const title = FORMS[template.id].zh;
  const line = caseLine(state);
  const about = party?.kind === 'organisation' ? '您作为该单位参加调解的经办人员的' : '您的';
  const table = gridTable(COLUMNS, recipients(state, organisation, party), setter);
  const text = [
    ...withHeading(
      partHeading('九、签署', setter),
      paragraphs('以上内容本人已经阅读或者听取说明，对上列各项的选择出于自愿。', setter),
    ),
  ];
  return documentOf(request, template, [
    formTitle(title, setter),
    ...paragraphFlow(
      setter.lines(`${party?.name ?? ''}：`, { size: SIZE.text, leading: LEADING.text, width: TEXT_WIDTH }),
    ),
    ...paragraphs(
      `本会调解${line === '' ? '本案' : line}，需要处理${about}个人信息。依照《中华人民共和国个人信息保护法》，现告知如下：`,
      setter,
    ),
    ...partFlow(consentParts(state, organisation), setter),
    headingWithRoom(partHeading('五、向谁提供', setter), TABLE_START),
    table,
    ...partFlow(RIGHTS_PARTS, setter),
    headingWithRoom(partHeading('八、单独同意（请逐项选择）', setter), TABLE_START),
    consents(request, setter),
    ...boundPlaces(
      text,
      places(party, own.signedOn ?? 'blank'),
      setter,
      title,
      `撤回同意：本人于${dayInText(own.withdrawnOn)}撤回对上列第${penPlace(2)}项的同意。签名：${penPlace(6)}`,
    ),
  ]);
}
