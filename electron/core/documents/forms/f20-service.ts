import type { CaseState, Party } from '../../domain/case/case-state';
import { CLOSING_FIELDS } from '../../domain/forms/fields/closing';
import { FORMS } from '../../domain/forms/form-facts';
import { paperData } from '../../domain/forms/paper-fields';
import { caseLine } from '../blocks/case-line';
import { choiceBoxes } from '../blocks/choice-name';
import { dayOrBlank, instantText } from '../blocks/day';
import { formTitle } from '../blocks/form-title';
import { LABEL_CONTENT_WIDTH, labelTable } from '../blocks/grid-table';
import { notes } from '../blocks/notes';
import { tickBoxes } from '../blocks/tick-boxes';
import type { FormDocument } from '../layout/form-document';
import type { TextSetter } from '../layout/text-setter';
import type { RenderRequest } from '../rendered';
import { documentOf } from './document-of';
import type { FormTemplate } from './form-template';

/** Room to sign, in millimetres: with a fingerprint, and without. */
const [FINGERPRINT, SIGNATURE] = [26, 12] as const;

/** 民事诉讼法 Arts. 87–90 and 民诉法解释 Art. 133, in our own words. */
const NOTES = [
  '受送达人签收的，在“收到日期”处写明收到的日期，签收日期为送达日期。',
  '由他人代收的，写明代收人与受送达人的关系和代收理由，由代收人签名。',
  '拒绝签收的，写明拒收的事由和日期，由送达人、见证人签名或者盖章。',
  '电子送达须经受送达人同意，以文书到达其指定系统的日期为送达日期。',
  '人民法院制作的调解书应当送达当事人本人，不适用留置送达（《民诉法解释》第一百三十三条）。',
];

interface Served {
  readonly name: string;
  readonly address: string;
  /** The electronic address that the party confirmed in F19. */
  readonly electronic: string;
}

/** The recipient: a party by its key, with the address it confirmed in F19; else as typed. */
function servedOn(state: CaseState, key: string | undefined): Served {
  const party: Party | undefined = state.parties.find((each) => each.key === key);
  if (party === undefined) return { name: key ?? '', address: '', electronic: '' };
  const confirmed = paperData(state.papers, 'F19', party.key);
  return {
    name: party.name,
    address: confirmed.address ?? party.address ?? '',
    electronic: confirmed.electronic === true ? (confirmed.electronicAddress ?? '') : '',
  };
}

/** 〔签名处〕 with a day: an empty place when it is not known. */
const signedWith = (label: string, day: string): string => `\n${label}：${day}`;

/**
 * F20 送达回证: what was served, on whom, where and how, receipt, receipt by another, refusal with a witness, electronic
 * arrival, who served it, remark (民事诉讼法 Arts. 87–90; domain.md F20).
 */
export function f20Document(request: RenderRequest, template: FormTemplate, setter: TextSetter): FormDocument {
  const { state, of } = request;
  const own = paperData(state.papers, 'F20', of);
  const served = servedOn(state, own.recipient);
  const system = own.system ?? (own.method === 'electronic' ? served.electronic : '');
  const arrived = own.arrivedAt === undefined ? '' : instantText(own.arrivedAt);
  const boxes = tickBoxes(choiceBoxes(CLOSING_FIELDS.F20, 'method', own.method), setter, {
    width: LABEL_CONTENT_WIDTH,
    perLine: 3,
    type: 'small',
  });
  const table = labelTable(
    [
      { label: '案由', text: caseLine(state) },
      { label: '编号', text: [state.number?.text, state.courtNumber].filter((text) => text !== undefined).join('；') },
      { label: '送达文书名称及件数', text: (own.documents ?? []).join('\n'), least: 12 },
      { label: '受送达人', text: served.name },
      { label: '送达地址', text: own.address ?? served.address },
      { label: '送达方式', text: [boxes] },
      {
        label: '受送达人签名、盖章或者按指印',
        text: signedWith('收到日期', dayOrBlank(own.receivedOn)),
        least: FINGERPRINT,
      },
      { label: '代收人（签名）', text: own.receiver ?? '', least: SIGNATURE },
      { label: '代收理由', text: own.receiverReason ?? '' },
      { label: '拒收事由和日期', text: own.refusal ?? '', least: SIGNATURE },
      { label: '见证人（签名）', text: own.witness ?? '', least: SIGNATURE },
      { label: '电子送达', text: `系统和地址：${system}\n到达时间：${arrived}` },
      { label: '送达人（签名）', text: own.server ?? '', least: SIGNATURE },
      { label: '备注', text: own.remark ?? '' },
    ],
    setter,
  );
  return documentOf(request, template, [formTitle(FORMS[template.id].zh, setter), table, ...notes(NOTES, setter)]);
}
