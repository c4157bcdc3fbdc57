import { FORMS } from '../../domain/forms/form-facts';
import type { FlowItem } from '../layout/flow';
import type { FootStyle, FormDocument } from '../layout/form-document';
import type { PageGeometry } from '../layout/page';
import type { RenderRequest } from '../rendered';
import type { FormTemplate } from './form-template';

/** The number that a form carries: its own where it has a series, else the agreement's; empty where there is none. */
export function numberOf({ form, of, state, draft }: RenderRequest): string {
  if (FORMS[form].series === undefined) return state.number?.text ?? '';
  const own = state.numbers[`${form}.${of}`]?.text;
  if (own === undefined) return '（未编号，草稿）';
  return draft ? `${own}（草稿）` : own;
}

/** A form around its flow: title, author, subject, template mark, sample mark and watermark, the same for every form. */
export function documentOf(
  request: RenderRequest,
  template: FormTemplate,
  flow: readonly FlowItem[],
  options: { readonly page?: PageGeometry; readonly foot?: FootStyle; readonly signFoot?: string } = {},
): FormDocument {
  const { state, organisation, draft } = request;
  const { zh } = FORMS[template.id];
  const number = numberOf(request);
  return {
    title: number === '' ? zh : `${zh} ${number}`,
    author: organisation.name,
    subject: `${template.id} ${template.version}`,
    flow,
    marks: {
      form: `${template.id} ${zh}  版本 ${template.version}`,
      number,
      sample: state.sample || organisation.sample,
    },
    watermark: draft ? '草稿' : undefined,
    ...options,
  };
}
