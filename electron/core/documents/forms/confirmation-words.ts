import type { CaseState } from '../../domain/case/case-state';
import { effectOf } from '../../domain/case/effect';
import { printedPaths } from '../../domain/forms/form-facts';
import { formatChinese } from '../../domain/time/chinese-date';
import type { DocumentProblem, RenderRequest } from '../rendered';
import { agreementProblems, bothSidesProblems, factsProblems } from './agreement-problems';
import { conflictProblems } from './conflict-problems';
import { notReady } from './not-ready';

const ORAL = notReady(
  '达成的是口头协议。向法院申请司法确认须提交书面调解协议，请先改为书面协议（F12）。',
  'The agreement is oral: the court asks for a written one, so change it to a written one (F12) first.',
  'agreement.form',
);

/** What is missing for an application for judicial confirmation (民事诉讼法 Art. 205; 民诉法解释 Art. 354; domain.md 2.3). */
export function confirmationProblems(request: RenderRequest): readonly DocumentProblem[] {
  const { agreement } = request.state;
  const wanted = agreement === undefined || agreement.confirmation?.wanted === true;
  return [
    ...bothSidesProblems(request),
    ...factsProblems(request),
    ...agreementProblems(request, 'written', ORAL),
    ...(wanted
      ? []
      : [
          notReady(
            '当事人没有表示要申请司法确认。双方共同申请的，请先在协议里选定申请司法确认。',
            'The parties have not said that they want judicial confirmation: say so in the agreement first.',
            'agreement.confirmation',
          ),
        ]),
    ...conflictProblems(request.state, printedPaths(request.form, request.of)),
  ];
}

/** The court that is asked: as the agreement says, else the one that delegated the case (民事诉讼法 Art. 205), else a place. */
export const courtAsked = ({ agreement, court }: CaseState): string =>
  [agreement?.confirmation?.court, court].find((name) => (name ?? '').trim() !== '') ?? '＿＿＿＿＿＿人民法院';

/** The agreement by its number, or with a place for it. */
export const agreementTitle = ({ number }: CaseState): string =>
  `编号为${number?.text ?? '＿＿＿＿＿＿＿＿'}的《人民调解协议书》`;

/** Since when the agreement has effect, where that is known; the period counts from that day (人民调解法 Art. 33). */
export function effectSentence(state: CaseState): string {
  const on = effectOf(state)?.effectiveOn ?? null;
  return on === null
    ? ''
    : `上述协议自${formatChinese(on)}起生效。依照《中华人民共和国民事诉讼法》第二百零五条，应当自生效之日起三十日内由各方共同提出申请。`;
}

/** What the applicants promise about their agreement (domain.md F16), in our own words. */
export const UNDERTAKING =
  '申请人共同承诺：达成上述协议是为了解决纠纷，出于各方真实、自愿的意思，没有恶意串通、规避法律的情形；因协议内容给他人造成损害的，愿意承担相应的民事责任和其他法律责任。';

/** Enclosures that the court asks for (民诉法解释 Art. 354), or those of the package with their pages. */
export function enclosureLines({ state, supplement }: RenderRequest): readonly string[] {
  const given = supplement?.enclosures?.map(({ title, pages }) => `${title}（${pages}页）`);
  const agents = state.parties.some((party) => (party.representatives?.length ?? 0) > 0);
  const usual = [
    '调解协议',
    '人民调解委员会主持调解的证明',
    '申请人的身份证明、资格证明',
    ...(agents ? ['授权委托书和代理人的身份证明'] : []),
    '申请人的送达地址、电话号码等联系方式',
    '与调解协议有关的财产权利证明等材料（有的，一并提交）',
  ];
  return given ?? usual;
}
