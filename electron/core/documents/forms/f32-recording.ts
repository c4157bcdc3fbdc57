import type { CaseState } from '../../domain/case/case-state';
import { FORMS } from '../../domain/forms/form-facts';
import { paperData } from '../../domain/forms/paper-fields';
import { caseLine } from '../blocks/case-line';
import { paragraphs } from '../blocks/clauses';
import { instantText } from '../blocks/day';
import { formTitle, partHeading } from '../blocks/form-title';
import { boundPlaces } from '../blocks/sign-places';
import { namedPlaces, partyPlaces } from '../blocks/signers';
import { yesNoBoxes } from '../blocks/yes-no';
import { withHeading } from '../layout/flow';
import type { FormDocument } from '../layout/form-document';
import type { TextSetter } from '../layout/text-setter';
import type { RenderRequest } from '../rendered';
import { documentOf } from './document-of';
import { RECORDING_PARTS } from './f32-recording-text';
import type { FormTemplate } from './form-template';

/** The sessions that are recorded, or held over a link: which ones the consent is about. */
function recordedSessions({ sessions }: CaseState): string {
  const found = sessions.filter((session) => session.recorded === true || session.mode === 'remote');
  return found
    .map(({ startedAt, place }) => [instantText(startedAt), place.trim()].filter((part) => part !== '').join('，'))
    .join('；');
}

/**
 * F32 录音录像告知同意书: what is recorded and why, how it is kept, who may view it, the right to refuse, whether it replaces the
 * record, and the signatures of all parties (domain.md F32; 人民法院在线调解规则 Art. 22).
 */
export function f32Document(request: RenderRequest, template: FormTemplate, setter: TextSetter): FormDocument {
  const { state, organisation, of } = request;
  const own = paperData(state.papers, 'F32', of);
  const title = FORMS[template.id].zh;
  const date = own.signedOn ?? 'blank';
  const sessions = recordedSessions(state);
  const about = sessions === '' ? '' : `（${sessions}）`;
  const text = [
    ...paragraphs(
      `${organisation.name}拟对${caseLine(state) || '本案'}的调解进行录音录像${about}，现将有关事项告知如下：`,
      setter,
    ),
    ...RECORDING_PARTS.flatMap((part) => withHeading(partHeading(part.heading, setter), paragraphs(part.text, setter))),
    ...withHeading(partHeading('各方当事人的选择：', setter), [
      yesNoBoxes(own.replacesRecord, setter, {}, ['同意以录音录像代替调解笔录', '仍制作调解笔录']),
    ]),
    ...paragraphs('以上内容我（单位）已经阅读或者听人民调解员宣读，已经知悉并理解，自愿同意录音录像。', setter),
  ];
  const places = [
    ...partyPlaces('当事人（签名盖章或按指印）', state.parties, date),
    ...namedPlaces('告知人（人民调解员签名）', state.mediators, date),
  ];
  return documentOf(request, template, [formTitle(title, setter), ...boundPlaces(text, places, setter, title)]);
}
