import { dayOrBlank } from '../blocks/day';
import { choiceBoxes } from '../blocks/choice-name';
import type { CaseState } from '../../domain/case/case-state';
import { TRANSFER_FIELDS } from '../../domain/forms/fields/transfer';
import { WHOLE_CASE } from '../../domain/forms/form-ids';
import { paperData } from '../../domain/forms/paper-fields';
import { FIGURE_KINDS } from '../../domain/transfer/claimed-figures';
import { complaintFigures } from '../../domain/transfer/complaint-data';
import type { FormDocument } from '../layout/form-document';
import type { TextSetter } from '../layout/text-setter';
import type { RenderRequest } from '../rendered';
import { complaintDocument, evidenceLines } from './complaint-parts';
import { securityRows } from './complaint-securities';
import { filled, yesNo, yuanText, type ElementRow } from './complaint-table';
import { FIGURE_NAMES, onlyName } from './e01-credit-card';
import type { FormTemplate } from './form-template';

function claimRows(state: CaseState): readonly ElementRow[] {
  const data = paperData(state.papers, 'E02', WHOLE_CASE);
  const { figures, totalFen } = complaintFigures(state, 'E02');
  return [
    {
      label: '1. 本金',
      pieces: [`截至${dayOrBlank(figures.computedOn)}止，尚欠本金${yuanText(figures.principal)}`],
    },
    {
      label: '2. 利息（期内利息、复利、罚息）',
      pieces: [
        `截至${dayOrBlank(figures.computedOn)}止：`,
        ...FIGURE_KINDS.filter((kind) => kind !== 'principal').map((kind) =>
          filled(kind === 'interest' ? '期内利息' : FIGURE_NAMES[kind], yuanText(figures[kind])),
        ),
        filled('计算方式', data.interestBasis),
        '是否请求支付至实际清偿之日止：',
        yesNo(data.untilPaid),
      ],
    },
    {
      label: '3. 是否要求提前还款或解除合同',
      pieces: [
        yesNo(data.endContract === undefined ? undefined : data.endContract.length > 0),
        { boxes: choiceBoxes(TRANSFER_FIELDS.E02, 'endContract', data.endContract) },
      ],
    },
    { label: '4. 是否主张担保权利', pieces: [yesNo(data.claimsSecurity), filled('内容', data.securityClaim)] },
    { label: '5. 是否主张实现债权的费用', pieces: [yesNo(data.claimsCosts), filled('费用明细', data.costs)] },
    { label: '6. 是否主张诉讼费用', pieces: [yesNo(data.claimsCourtFee)] },
    { label: '7. 其他请求', pieces: [data.otherClaims ?? ''] },
    { label: '8. 标的总额', pieces: [filled('金额', yuanText(totalFen))] },
  ];
}

function contractRows(state: CaseState): readonly ElementRow[] {
  const data = paperData(state.papers, 'E02', WHOLE_CASE);
  const provided = data.provided ?? [];
  return [
    {
      label: '1. 合同签订情况（名称、编号、签订时间、地点等）',
      pieces: [
        filled('名称', data.contractName),
        filled('编号', data.contractNumber ?? state.contractNumber),
        filled('签订时间', dayOrBlank(data.contractOn)),
        filled('签订地点', data.contractAt),
      ],
    },
    {
      label: '2. 合同主体',
      pieces: [
        filled('贷款人', data.lender ?? onlyName(state, 'organisation')),
        filled('借款人', data.borrower ?? onlyName(state, 'person')),
      ],
    },
    {
      label: '3. 借款金额',
      pieces: [filled('约定', yuanText(data.agreedAmount)), filled('实际发放', yuanText(data.paidOut))],
    },
    {
      label: '4. 借款期限',
      pieces: ['是否到期：', yesNo(data.due), `约定期限：自${dayOrBlank(data.from)}起至${dayOrBlank(data.to)}止`],
    },
    {
      label: '5. 借款利率',
      pieces: [
        filled('利率（合同条款）', data.rate),
        filled('逾期上浮（合同条款）', data.overdueRate),
        filled('复利（合同条款）', data.compoundTerm),
        filled('罚息、违约金（合同条款）', data.penaltyTerm),
      ],
    },
    {
      label: '6. 借款提供时间',
      pieces:
        provided.length > 0
          ? provided.map(({ on, amount }) => `日期：${dayOrBlank(on)}，金额：${yuanText(amount)}`)
          : [`日期：${dayOrBlank(undefined)}，金额：${yuanText(undefined)}`],
    },
    {
      label: '7. 还款方式',
      pieces: [
        { boxes: choiceBoxes(TRANSFER_FIELDS.E02, 'repayment', data.repayment) },
        filled('其他', data.otherRepayment),
      ],
    },
  ];
}

function factRows(state: CaseState): readonly ElementRow[] {
  const data = paperData(state.papers, 'E02', WHOLE_CASE);
  return [
    ...contractRows(state),
    {
      label: '8. 还款情况',
      pieces: [
        filled('已还本金', yuanText(data.repaidPrincipal)),
        filled('已还利息', yuanText(data.repaidInterest)),
        filled('还息至', dayOrBlank(data.interestPaidTo)),
      ],
    },
    {
      label: '9. 是否存在逾期还款',
      pieces: [
        yesNo(data.overdue),
        filled('逾期时间', data.overdueSince === undefined ? undefined : `自${dayOrBlank(data.overdueSince)}起`),
      ],
    },
    ...securityRows(data, 10),
    { label: '17. 请求承担责任的依据', pieces: [filled('合同约定、法律规定', data.basis)] },
    { label: '18. 其他需要说明的内容', pieces: [data.otherFacts ?? ''] },
    { label: '19. 证据清单', pieces: evidenceLines(state) },
  ];
}

/** E02 民事起诉状（金融借款合同纠纷）, rows in the order of domain.md 4.5. */
export function e02Document(request: RenderRequest, template: FormTemplate, setter: TextSetter): FormDocument {
  const { state } = request;
  return complaintDocument(request, template, setter, paperData(state.papers, 'E02', WHOLE_CASE), {
    claims: claimRows(state),
    facts: factRows(state),
  });
}
