import { dayOrBlank } from '../blocks/day';
import type { CaseState } from '../../domain/case/case-state';
import { WHOLE_CASE } from '../../domain/forms/form-ids';
import { paperData } from '../../domain/forms/paper-fields';
import { complaintCard, complaintFigures } from '../../domain/transfer/complaint-data';
import { FIGURE_KINDS, type FigureKind } from '../../domain/transfer/claimed-figures';
import type { FormDocument } from '../layout/form-document';
import type { TextSetter } from '../layout/text-setter';
import type { RenderRequest } from '../rendered';
import { complaintDocument, evidenceLines } from './complaint-parts';
import { securityRows } from './complaint-securities';
import { filled, yesNo, yuanText, type ElementRow } from './complaint-table';
import type { FormTemplate } from './form-template';

/** Names of the parts of a claimed sum, as both complaints print them. */
export const FIGURE_NAMES: Readonly<Record<FigureKind, string>> = {
  principal: '本金',
  interest: '利息',
  penaltyInterest: '罚息',
  compoundInterest: '复利',
  lateFee: '滞纳金',
  penalty: '违约金',
  fees: '手续费',
};

/** The only party of a kind, by name; nothing where there are more. */
export function onlyName(state: CaseState, kind: 'person' | 'organisation'): string | undefined {
  const [only, ...others] = state.parties.filter((party) => party.kind === kind);
  return others.length === 0 ? only?.name : undefined;
}

function claimRows(state: CaseState): readonly ElementRow[] {
  const data = paperData(state.papers, 'E01', WHOLE_CASE);
  const { figures, totalFen } = complaintFigures(state, 'E01');
  const besides = FIGURE_KINDS.filter((kind) => kind !== 'principal');
  const known = besides.filter((kind) => figures[kind] !== undefined);
  const sum = known.reduce((total, kind) => total + (figures[kind] ?? 0), 0);
  return [
    {
      label: '1. 透支本金',
      pieces: [
        `截至${dayOrBlank(figures.computedOn)}止，尚欠透支本金${yuanText(figures.principal)}`,
        '币种：人民币（有外币的另写明币种和金额）',
      ],
    },
    {
      label: '2. 利息、罚息、复利、滞纳金、违约金、手续费等',
      pieces: [
        `截至${dayOrBlank(figures.computedOn)}止，合计${yuanText(known.length > 0 ? sum : undefined)}`,
        ...besides.map((kind) => filled(FIGURE_NAMES[kind], yuanText(figures[kind]))),
        filled('计算方式', data.interestBasis),
        '之后的利息、费用等按信用卡领用协议约定计算至实际清偿之日止：',
        yesNo(data.untilPaid),
      ],
    },
    { label: '3. 是否主张担保权利', pieces: [yesNo(data.claimsSecurity), filled('内容', data.securityClaim)] },
    { label: '4. 是否主张实现债权的费用', pieces: [yesNo(data.claimsCosts), filled('费用明细', data.costs)] },
    { label: '5. 是否主张诉讼费用', pieces: [yesNo(data.claimsCourtFee)] },
    { label: '6. 其他请求', pieces: [data.otherClaims ?? ''] },
    { label: '7. 标的总额', pieces: [filled('金额', yuanText(totalFen))] },
  ];
}

function factRows(state: CaseState): readonly ElementRow[] {
  const data = paperData(state.papers, 'E01', WHOLE_CASE);
  const { figures } = complaintFigures(state, 'E01');
  return [
    {
      label: '1. 信用卡办理情况（卡号、登记权利人、办卡时间、办卡行等）',
      pieces: [
        filled('卡号', complaintCard(state)),
        filled('登记权利人', data.cardHolder ?? onlyName(state, 'person')),
        filled('办卡时间', dayOrBlank(data.issuedOn)),
        filled('办卡行', data.issuer ?? onlyName(state, 'organisation')),
      ],
    },
    {
      label: '2. 信用卡合约的主要约定',
      pieces: [
        filled('透支金额', data.overdraft),
        filled('利息、罚息、复利、滞纳金、违约金、手续费等的计算标准', data.feeTerms),
        filled('违约责任', data.breachTerms),
        filled('解除条件', data.endTerms),
      ],
    },
    {
      label: '3. 是否就主要条款进行提示注意、说明',
      pieces: [yesNo(data.pointedOut), filled('提示说明的方式、时间、地点', data.pointedOutHow)],
    },
    { label: '4. 被告已还款金额', pieces: [filled('金额', yuanText(data.repaid))] },
    {
      label: '5. 被告逾期未还款金额',
      pieces: [
        filled('逾期时间', data.overdueSince === undefined ? undefined : `自${dayOrBlank(data.overdueSince)}起`),
        `截至${dayOrBlank(figures.computedOn)}止，欠付：`,
        ...FIGURE_KINDS.map((kind) => filled(FIGURE_NAMES[kind], yuanText(figures[kind]))),
      ],
    },
    {
      label: '6. 是否向被告进行通知和催收',
      pieces: [yesNo(data.reminded), filled('通知和催收的情况', data.reminders)],
    },
    ...securityRows(data, 7),
    { label: '14. 请求承担责任的依据', pieces: [filled('合同约定、法律规定', data.basis)] },
    { label: '15. 其他需要说明的内容', pieces: [data.otherFacts ?? ''] },
    { label: '16. 证据清单', pieces: evidenceLines(state) },
  ];
}

/** E01 民事起诉状（信用卡纠纷）, rows in the order of domain.md 4.5. */
export function e01Document(request: RenderRequest, template: FormTemplate, setter: TextSetter): FormDocument {
  const { state } = request;
  return complaintDocument(request, template, setter, paperData(state.papers, 'E01', WHOLE_CASE), {
    claims: claimRows(state),
    facts: factRows(state),
  });
}
