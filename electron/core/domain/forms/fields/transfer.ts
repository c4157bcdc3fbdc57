import type { FieldSpec } from '../field-spec';

/** What is claimed in money, in the order of the forms; left out, the figures of the claims are taken where they add up. */
const CLAIMED = [
  { name: 'computedOn', zh: '计算截至日', en: 'calculated to', kind: 'date' },
  { name: 'principal', zh: '本金', en: 'principal', kind: 'money' },
  { name: 'interest', zh: '利息', en: 'interest', kind: 'money' },
  { name: 'penaltyInterest', zh: '罚息', en: 'penalty interest', kind: 'money' },
  { name: 'compoundInterest', zh: '复利', en: 'compound interest', kind: 'money' },
  { name: 'lateFee', zh: '滞纳金', en: 'late fee', kind: 'money' },
  { name: 'penalty', zh: '违约金', en: 'contract penalty', kind: 'money' },
  { name: 'fees', zh: '手续费', en: 'fees', kind: 'money' },
  { name: 'interestBasis', zh: '利息和费用的计算方式', en: 'how interest and fees are calculated', kind: 'text' },
  { name: 'untilPaid', zh: '请求计至实际清偿之日', en: 'claimed until the day of payment', kind: 'yes-no' },
] as const satisfies readonly FieldSpec[];

/** What both complaints ask beside the sums. */
const OTHER_CLAIMS = [
  { name: 'claimsSecurity', zh: '是否主张担保权利', en: 'claims on securities', kind: 'yes-no' },
  { name: 'securityClaim', zh: '担保权利的内容', en: 'which securities', kind: 'text' },
  { name: 'claimsCosts', zh: '是否主张实现债权的费用', en: 'claims costs of collection', kind: 'yes-no' },
  { name: 'costs', zh: '实现债权的费用明细', en: 'which costs', kind: 'text' },
  { name: 'claimsCourtFee', zh: '是否主张诉讼费用', en: 'claims the court fee', kind: 'yes-no' },
  { name: 'otherClaims', zh: '其他请求', en: 'other claims', kind: 'text' },
] as const satisfies readonly FieldSpec[];

/** Agreed court, preservation, and what the plaintiff is. */
const COMMON = [
  { name: 'registeredAt', zh: '原告注册地、登记地', en: 'place of registration of the plaintiff', kind: 'line' },
  { name: 'plaintiffType', zh: '原告类型', en: 'kind of the plaintiff', kind: 'line' },
  { name: 'plaintiffOwnership', zh: '原告所有制性质', en: 'ownership of the plaintiff', kind: 'line' },
  { name: 'habitualResidence', zh: '被告经常居住地', en: 'habitual residence of the defendant', kind: 'line' },
  { name: 'forumAgreed', zh: '有无仲裁、法院管辖约定', en: 'agreed court or arbitration', kind: 'yes-no' },
  { name: 'forumClause', zh: '管辖约定的合同条款及内容', en: 'clause on the court', kind: 'text' },
  { name: 'preserved', zh: '是否已经诉前保全', en: 'preservation before suit', kind: 'yes-no' },
  { name: 'preservingCourt', zh: '保全法院', en: 'preserving court', kind: 'line' },
  { name: 'preservedOn', zh: '保全时间', en: 'day of preservation', kind: 'date' },
  { name: 'preservationNumber', zh: '保全案号', en: 'number of the preservation case', kind: 'line' },
] as const satisfies readonly FieldSpec[];

/** Securities（担保）, rows 7–13 of the card form and 10–16 of the loan form. */
const SECURITIES = [
  { name: 'pledged', zh: '是否签订物的担保合同', en: 'contract of real security', kind: 'yes-no' },
  { name: 'pledgedOn', zh: '物的担保合同签订时间', en: 'day of that contract', kind: 'date' },
  { name: 'pledges', zh: '担保人、担保物', en: 'provider and object', kind: 'text' },
  { name: 'maximum', zh: '是否最高额担保', en: 'maximum-amount security', kind: 'yes-no' },
  { name: 'maximumAmount', zh: '最高额担保的额度', en: 'maximum amount', kind: 'money' },
  { name: 'maximumPeriod', zh: '担保债权的确定时间', en: 'when the debt is fixed', kind: 'line' },
  { name: 'registered', zh: '是否办理抵押、质押登记', en: 'security registered', kind: 'yes-no' },
  {
    name: 'registration',
    zh: '登记种类',
    en: 'kind of registration',
    kind: 'choice',
    choices: [
      { value: 'formal', zh: '正式登记', en: 'formal' },
      { value: 'advance', zh: '预告登记', en: 'advance notice' },
    ],
  },
  { name: 'guaranteed', zh: '是否签订保证合同、保函', en: 'contract of guarantee', kind: 'yes-no' },
  { name: 'guarantee', zh: '保证合同的签订时间、保证人和主要内容', en: 'day, guarantor and terms', kind: 'text' },
  {
    name: 'guaranteeKind',
    zh: '保证方式',
    en: 'kind of guarantee',
    kind: 'choice',
    choices: [
      { value: 'general', zh: '一般保证', en: 'general' },
      { value: 'joint', zh: '连带责任保证', en: 'joint liability' },
    ],
  },
  { name: 'otherSecured', zh: '是否有其他担保方式', en: 'other securities', kind: 'yes-no' },
  { name: 'otherSecurity', zh: '其他担保的形式、签订时间', en: 'which', kind: 'text' },
] as const satisfies readonly FieldSpec[];

/** What both end with: grounds, the rest, and the plaintiff's view of mediation. */
const ENDING = [
  { name: 'basis', zh: '请求承担责任的依据（合同约定、法律规定）', en: 'grounds in contract and law', kind: 'text' },
  { name: 'otherFacts', zh: '其他需要说明的内容', en: 'other facts', kind: 'text' },
  { name: 'knowsMediation', zh: '是否了解调解', en: 'knows of mediation', kind: 'yes-no' },
  { name: 'knowsBenefits', zh: '是否了解先行调解的好处', en: 'knows its benefits', kind: 'yes-no' },
  {
    name: 'considersMediation',
    zh: '是否考虑先行调解',
    en: 'considers mediation first',
    kind: 'choice',
    choices: [
      { value: 'yes', zh: '是', en: 'yes' },
      { value: 'no', zh: '否', en: 'no' },
      { value: 'undecided', zh: '暂不确定，想要了解更多内容', en: 'undecided' },
    ],
  },
  { name: 'signedOn', zh: '具状日期', en: 'day of the complaint', kind: 'date' },
] as const satisfies readonly FieldSpec[];

/** Own fields of the papers for the court（移送文书）: what the elements of domain.md 4.5 ask beside the case. */
export const TRANSFER_FIELDS = {
  E01: [
    ...CLAIMED,
    ...OTHER_CLAIMS,
    { name: 'cardNumber', zh: '卡号', en: 'card number', kind: 'line' },
    { name: 'cardHolder', zh: '登记权利人', en: 'registered holder', kind: 'line' },
    { name: 'issuedOn', zh: '办卡时间', en: 'day of issue', kind: 'date' },
    { name: 'issuer', zh: '办卡行', en: 'issuing bank', kind: 'line' },
    { name: 'overdraft', zh: '约定透支金额', en: 'agreed credit line', kind: 'text' },
    { name: 'feeTerms', zh: '利息、费用等的计算标准', en: 'terms on interest and fees', kind: 'text' },
    { name: 'breachTerms', zh: '违约责任', en: 'terms on breach', kind: 'text' },
    { name: 'endTerms', zh: '解除条件', en: 'terms on ending the contract', kind: 'text' },
    { name: 'pointedOut', zh: '是否就主要条款进行提示注意、说明', en: 'main terms pointed out', kind: 'yes-no' },
    { name: 'pointedOutHow', zh: '提示说明的方式、时间地点', en: 'how, when and where', kind: 'text' },
    { name: 'repaid', zh: '被告已还款金额', en: 'repaid so far', kind: 'money' },
    { name: 'overdueSince', zh: '逾期时间', en: 'overdue since', kind: 'date' },
    { name: 'reminded', zh: '是否向被告进行通知和催收', en: 'notice and collection', kind: 'yes-no' },
    { name: 'reminders', zh: '通知和催收的情况', en: 'which', kind: 'text' },
    ...SECURITIES,
    ...COMMON,
    ...ENDING,
  ],
  E02: [
    ...CLAIMED,
    {
      name: 'endContract',
      zh: '是否要求提前还款或解除合同',
      en: 'early repayment or ending',
      kind: 'choices',
      choices: [
        { value: 'early', zh: '提前还款（加速到期）', en: 'early repayment' },
        { value: 'end', zh: '解除合同', en: 'ending the contract' },
      ],
    },
    ...OTHER_CLAIMS,
    { name: 'contractName', zh: '合同名称', en: 'name of the contract', kind: 'line' },
    { name: 'contractNumber', zh: '合同编号', en: 'number of the contract', kind: 'line' },
    { name: 'contractOn', zh: '合同签订时间', en: 'day of the contract', kind: 'date' },
    { name: 'contractAt', zh: '合同签订地点', en: 'place of the contract', kind: 'line' },
    { name: 'lender', zh: '贷款人', en: 'lender', kind: 'line' },
    { name: 'borrower', zh: '借款人', en: 'borrower', kind: 'line' },
    { name: 'agreedAmount', zh: '约定借款金额', en: 'amount agreed', kind: 'money' },
    { name: 'paidOut', zh: '实际发放金额', en: 'amount paid out', kind: 'money' },
    { name: 'due', zh: '借款期限是否到期', en: 'term over', kind: 'yes-no' },
    { name: 'from', zh: '借款期限起', en: 'term from', kind: 'date' },
    { name: 'to', zh: '借款期限止', en: 'term to', kind: 'date' },
    { name: 'rate', zh: '利率及合同条款', en: 'rate and its clause', kind: 'line' },
    { name: 'overdueRate', zh: '逾期上浮及合同条款', en: 'overdue rate and its clause', kind: 'line' },
    { name: 'compoundTerm', zh: '复利及合同条款', en: 'compound interest and its clause', kind: 'line' },
    { name: 'penaltyTerm', zh: '罚息（违约金）及合同条款', en: 'penalty interest and its clause', kind: 'line' },
    {
      name: 'provided',
      zh: '借款提供时间',
      en: 'when it was paid out',
      kind: 'rows',
      columns: [
        { name: 'on', zh: '日期', en: 'day', kind: 'date' },
        { name: 'amount', zh: '金额', en: 'amount', kind: 'money' },
      ],
    },
    {
      name: 'repayment',
      zh: '还款方式',
      en: 'way of repayment',
      kind: 'choice',
      choices: [
        { value: 'equal-instalment', zh: '等额本息', en: 'equal instalments' },
        { value: 'equal-principal', zh: '等额本金', en: 'equal principal' },
        { value: 'at-once', zh: '到期一次性还本付息', en: 'all at the end' },
        { value: 'monthly-interest', zh: '按月计息、到期一次性还本', en: 'interest monthly' },
        { value: 'quarterly-interest', zh: '按季计息、到期一次性还本', en: 'interest quarterly' },
        { value: 'yearly-interest', zh: '按年计息、到期一次性还本', en: 'interest yearly' },
        { value: 'other', zh: '其他', en: 'other' },
      ],
    },
    { name: 'otherRepayment', zh: '其他还款方式', en: 'other way of repayment', kind: 'line' },
    { name: 'repaidPrincipal', zh: '已还本金', en: 'principal repaid', kind: 'money' },
    { name: 'repaidInterest', zh: '已还利息', en: 'interest repaid', kind: 'money' },
    { name: 'interestPaidTo', zh: '还息至', en: 'interest paid to', kind: 'date' },
    { name: 'overdue', zh: '是否存在逾期还款', en: 'repayment overdue', kind: 'yes-no' },
    { name: 'overdueSince', zh: '逾期时间', en: 'overdue since', kind: 'date' },
    ...SECURITIES,
    ...COMMON,
    ...ENDING,
  ],
} as const satisfies Partial<Record<string, readonly FieldSpec[]>>;
