import { expect } from 'vitest';
import type { CaseState, Party } from '../../../../electron/core/domain/case/case-state';
import type { FormId } from '../../../../electron/core/domain/forms/form-ids';
import { renderForm } from '../../../../electron/core/documents/render-form';
import type { RenderRequest } from '../../../../electron/core/documents/rendered';
import { fonts, pdfOf, requestFor, textOf } from '../support';

type Fields = Readonly<Record<string, unknown>>;

/** A case with the own data of one paper in place of what it had. */
export const withPaper = (state: CaseState, form: FormId, of: string, fields: Fields): CaseState => ({
  ...state,
  papers: [...state.papers.filter((paper) => paper.form !== form || paper.of !== of), { form, of, fields }],
});

/** Text of a paper without white space. */
export const textOfForm = async (
  state: CaseState,
  form: FormId,
  of = 'case',
  changes: Partial<RenderRequest> = {},
): Promise<string> => textOf((await pdfOf(state, { form, of, ...changes })).pdf);

/** The fields that stand against a print; empty when it prints. */
export async function fieldsAgainst(
  state: CaseState,
  form: FormId,
  of = 'case',
  draft = false,
): Promise<readonly (string | undefined)[]> {
  const rendered = await renderForm(requestFor(state, { form, of, draft }), fonts);
  return rendered.ok ? [] : rendered.problems.map((problem) => problem.field);
}

/** Fails unless every part stands in the text, each after the one before it. */
export function expectInOrder(text: string, parts: readonly string[]): void {
  let from = 0;
  for (const part of parts) {
    const at = text.indexOf(part, from);
    expect(at, `“${part}” after ${from}`).toBeGreaterThanOrEqual(0);
    from = at + part.length;
  }
}

/** Sixteen parties with long names, in turn persons and organisations. */
export const sixteenParties: readonly Party[] = Array.from({ length: 16 }, (_, index) => ({
  key: `p${index}`,
  side: index < 8 ? 'applicant' : 'respondent',
  kind: index % 2 === 0 ? 'person' : 'organisation',
  name:
    index % 2 === 0
      ? `帕丽扎提汗古丽娜扎尔·库尔班江阿卜杜热西提𠅤㛃庄𬭊${index}`
      : `刺桐湾商业银行股份有限公司泉州分行鲤城支行古城社区普惠金融综合服务网点${index}`,
  representatives: [{ name: `代理人${index}`, kind: 'employee' }],
}));

/** Some 10,000 characters that end in a word that nothing else says. */
export const longText = (last: string): string =>
  `${Array.from({ length: 250 }, (_, index) => `第${index}点：双方于2024年4月11日就还款的期数和方式作了说明，没有其他意见。`).join('')}${last}`;
