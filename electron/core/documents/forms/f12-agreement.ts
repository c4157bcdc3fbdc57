import type { CaseState, Party } from '../../domain/case/case-state';
import { FORMS } from '../../domain/forms/form-facts';
import { shanghaiDateOf } from '../../domain/time/calendar-date';
import { clausesPart, factsPart, performancePart } from '../blocks/agreement-parts';
import { paragraphs } from '../blocks/clauses';
import { copiesOf } from '../../domain/case/copies';
import { copiesSentence } from '../blocks/copies';
import { partyBlock } from '../blocks/party-block';
import { SIDE_NAMES } from '../blocks/labels';
import { boundPlaces, type SignPlace } from '../blocks/sign-places';
import { officersHeight, partyPlaceHeight, signatureGrid, type Officers } from '../blocks/signature-grid';
import { bindToText, type FlowItem } from '../layout/flow';
import type { FormDocument } from '../layout/form-document';
import { LEADING, SIZE, TEXT_HEIGHT, TEXT_WIDTH } from '../layout/page';
import type { TextSetter } from '../layout/text-setter';
import type { RenderRequest } from '../rendered';
import type { FormTemplate } from './form-template';

/** Room that the text bound to the grid, its heading and its margins may take on the first page of signatures. */
const TEXT_BESIDE_GRID = 8 * LEADING.text;

/** The number as printed: an agreement without one is only ever a draft. */
function numberText(state: CaseState, draft: boolean): string {
  if (state.number === undefined) return '（未编号，草稿）';
  return draft ? `${state.number.text}（草稿）` : state.number.text;
}

/** Shares parties out over pages of signatures: as many as fit beside the text first, the others on pages of their own. */
function signingGroups(parties: readonly Party[], setter: TextSetter): readonly (readonly Party[])[] {
  const groups: Party[][] = [[]];
  let room = TEXT_HEIGHT - TEXT_BESIDE_GRID;
  for (const party of parties) {
    const height = partyPlaceHeight(party, setter);
    if (height > room && (groups.at(-1)?.length ?? 0) > 0) {
      groups.push([]);
      room = TEXT_HEIGHT - 3 * LEADING.text;
    }
    groups.at(-1)?.push(party);
    room -= height;
  }
  return groups;
}

/** A page of signatures that had no room beside the text says whose page it is (domain.md F12). */
function signaturePage(parties: readonly Party[], number: string, setter: TextSetter): FlowItem {
  const line = setter.lines(`（此页无正文，为${number}人民调解协议书签署页）`, {
    size: SIZE.text,
    leading: LEADING.text,
    width: TEXT_WIDTH,
  });
  return { node: { stack: [...line, signatureGrid(parties, undefined, setter)], unbreakable: true }, textLines: 0 };
}

/**
 * The end of the agreement with its signatures: the grid where parties and officers fit beside the text, places in rows of
 * two for names of unusual length or many mediators, so that nothing is cut.
 */
function signed(
  text: readonly FlowItem[],
  parties: readonly Party[],
  officers: Officers,
  number: string,
  setter: TextSetter,
): readonly FlowItem[] {
  const room = TEXT_HEIGHT - TEXT_BESIDE_GRID;
  const heights = [officersHeight(officers, setter), ...parties.map((party) => partyPlaceHeight(party, setter))];
  if (heights.some((height) => height > room)) {
    return boundPlaces(text, placesOf(parties, officers), setter, `${number}人民调解协议书`);
  }
  const [first = [], ...others] = signingGroups(parties, setter);
  return [
    ...bindToText(text, signatureGrid(first, officers, setter)),
    ...others.map((group) => signaturePage(group, number, setter)),
  ];
}

function placesOf(parties: readonly Party[], officers: Officers): readonly SignPlace[] {
  return [
    ...parties.map((party): SignPlace => {
      const agents = (party.representatives ?? []).map((each) => `\n委托代理人：${each.name}`).join('');
      const role = `${SIDE_NAMES[party.side]}（签名盖章或按指印）`;
      return { role, name: party.name + agents, room: 'fingerprint', date: 'blank' };
    }),
    ...officers.mediators.map((name): SignPlace => ({ role: '人民调解员', name, room: 'signature', date: 'blank' })),
    { role: '记录人', name: officers.recorder, room: 'signature', date: 'blank' },
    { role: '人民调解委员会印章', name: officers.committee, room: 'seal', date: 'blank' },
  ];
}

/**
 * F12 人民调解协议书: title, number, parties, facts, clauses, performance with its plan, copies, signatures and seal
 * (人民调解法 Art. 29; domain.md F12). The request must be ready (`f12Problems`) and its glyphs checked.
 */
export function f12Document(request: RenderRequest, template: FormTemplate, setter: TextSetter): FormDocument {
  const { state, organisation, draft } = request;
  const { agreement } = state;
  if (agreement === undefined) throw new Error('F12 was laid out before it was ready');
  const on = agreement.agreedOn ?? shanghaiDateOf(request.printedAt);
  const number = numberText(state, draft);
  const full = { leading: LEADING.text, width: TEXT_WIDTH } as const;
  const title: FlowItem = {
    node: {
      stack: [
        ...setter.lines(FORMS[template.id].zh, {
          size: SIZE.title,
          leading: 34,
          width: TEXT_WIDTH,
          bold: true,
          align: 'center',
        }),
        ...setter.lines(`编号：${number}`, { ...full, size: SIZE.small, align: 'right' }),
      ],
      margin: [0, 0, 0, 4],
    },
    textLines: 0,
  };
  const text = [
    ...factsPart(state, agreement, setter),
    ...clausesPart('经调解，自愿达成如下协议：', agreement, setter),
    ...performancePart(state.parties, agreement, setter),
    ...paragraphs(copiesSentence(copiesOf(state), agreement.confirmation?.wanted === true), setter),
    ...paragraphs('（以下无正文）', setter),
  ];
  const officers = { mediators: state.mediators, recorder: state.recorder, committee: organisation.name };
  return {
    title: `${FORMS[template.id].zh} ${number}`,
    author: organisation.name,
    subject: `${template.id} ${template.version}`,
    flow: [
      title,
      ...state.parties.map((party) => partyBlock(party, on, setter)),
      ...signed(text, state.parties, officers, number, setter),
    ],
    marks: {
      form: `${template.id} ${FORMS[template.id].zh}  版本 ${template.version}`,
      number,
      sample: state.sample || organisation.sample,
    },
    watermark: draft ? '草稿' : undefined,
  };
}
