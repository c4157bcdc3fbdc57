import { FORMS } from '../../domain/forms/form-facts';
import { paperData } from '../../domain/forms/paper-fields';
import { caseLine } from '../blocks/case-line';
import { paragraphs } from '../blocks/clauses';
import { formTitle, partHeading } from '../blocks/form-title';
import { boundPlaces } from '../blocks/sign-places';
import { namedPlaces, partyPlaces } from '../blocks/signers';
import { paragraphFlow, withHeading, type FlowItem } from '../layout/flow';
import type { FormDocument } from '../layout/form-document';
import { LEADING, SIZE, TEXT_WIDTH } from '../layout/page';
import type { TextSetter } from '../layout/text-setter';
import type { RenderRequest } from '../rendered';
import { partyOf } from './common-problems';
import { documentOf } from './document-of';
import { NOTICE_PARTS } from './f05-notice-text';
import type { FormTemplate } from './form-template';

/** `某某：` at the left edge, as a notice begins. */
const addressed = (name: string, setter: TextSetter): readonly FlowItem[] =>
  paragraphFlow(setter.lines(`${name}：`, { size: SIZE.text, leading: LEADING.text, width: TEXT_WIDTH }));

/**
 * F05 人民调解当事人权利义务告知书, one for each party (domain.md F05; 人民调解法 Arts. 23, 24; 特邀调解规定 Art. 14): the
 * notice, and signatures of the party and of the mediator who told it.
 */
export function f05Document(request: RenderRequest, template: FormTemplate, setter: TextSetter): FormDocument {
  const { state, of } = request;
  const party = partyOf(request);
  const { toldOn } = paperData(state.papers, 'F05', of);
  const title = FORMS[template.id].zh;
  const date = toldOn ?? 'blank';
  const text = [
    ...addressed(party?.name ?? '', setter),
    ...paragraphs(
      `本会拟就${caseLine(state)}组织调解。依照《中华人民共和国人民调解法》和有关规定，现将有关事项告知如下：`,
      setter,
    ),
    ...NOTICE_PARTS.flatMap(({ heading, text: parts }) =>
      withHeading(
        partHeading(heading, setter),
        parts.flatMap((part) => paragraphs(part, setter)),
      ),
    ),
    ...paragraphs('以上内容我（单位）已经阅读或者听人民调解员宣读，已经知悉并理解。', setter),
  ];
  const places = [
    ...partyPlaces('当事人（签名）', party === undefined ? [] : [party], date),
    ...namedPlaces('告知人（人民调解员签名）', state.mediators, date),
  ];
  return documentOf(request, template, [formTitle(title, setter), ...boundPlaces(text, places, setter, title)]);
}
