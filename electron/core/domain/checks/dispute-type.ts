/** Dispute types（纠纷类型） of financial consumers and where they are counted (domain.md 3.3, 3.4). */

/** Categories of people's-mediation statistics（人民调解统计类别） used here; the mapping is a default of the centre's setting. */
export const STATISTICS_CATEGORIES = [
  { code: 'contract', zh: '合同纠纷', en: 'contract dispute' },
  { code: 'other-consumer', zh: '其他消费纠纷', en: 'other consumer dispute' },
  { code: 'other', zh: '其他纠纷', en: 'other dispute' },
] as const;

/** Code of a statistics category. */
export type StatisticsCategory = (typeof STATISTICS_CATEGORIES)[number]['code'];

interface DisputeTypeShape {
  readonly code: string;
  readonly zh: string;
  readonly en: string;
  /** Business category B01–B99 of a bank complaint by default. */
  readonly business?: string;
  /** Complaint reason C01–C99 by default. */
  readonly reason?: string;
  /** Channel A1–A99 by default. */
  readonly channel?: string;
  /** Court causes of action（案由） that fit: labels to choose from, unverified (domain.md 9 row 10). */
  readonly cause?: readonly string[];
  readonly statistics: StatisticsCategory;
}

const CARD = ['信用卡纠纷'] as const;
const LOAN = ['金融借款合同纠纷'] as const;

const TABLE = [
  {
    code: 'CC01',
    zh: '信用卡透支逾期',
    en: 'overdue credit card',
    business: 'B03',
    cause: CARD,
    statistics: 'contract',
  },
  {
    code: 'CC02',
    zh: '信用卡分期/手续费',
    en: 'card instalment and fees',
    business: 'B03',
    reason: 'C07',
    cause: CARD,
    statistics: 'contract',
  },
  {
    code: 'CC03',
    zh: '盗刷（伪卡/网络）',
    en: 'card fraud',
    business: 'B03',
    reason: 'C10',
    cause: ['信用卡纠纷', '借记卡纠纷'],
    statistics: 'contract',
  },
  {
    code: 'CC04',
    zh: '征信异议',
    en: 'credit record',
    business: 'B03',
    reason: 'C11',
    cause: CARD,
    statistics: 'contract',
  },
  {
    code: 'LN01',
    zh: '个人消费贷款',
    en: 'personal consumer loan',
    business: 'B02',
    cause: LOAN,
    statistics: 'contract',
  },
  { code: 'LN02', zh: '个人住房贷款', en: 'mortgage', business: 'B02', cause: LOAN, statistics: 'contract' },
  {
    code: 'LN03',
    zh: '汽车消费贷款（含提前还款手续费、抵押解除）',
    en: 'car loan',
    business: 'B02',
    reason: 'C07',
    cause: LOAN,
    statistics: 'contract',
  },
  {
    code: 'LN04',
    zh: '经营贷/小微贷',
    en: 'small-business loan',
    business: 'B02',
    cause: LOAN,
    statistics: 'contract',
  },
  { code: 'LN05', zh: '互联网贷款/助贷', en: 'online loan', business: 'B02', cause: LOAN, statistics: 'contract' },
  {
    code: 'LN06',
    zh: '担保/代偿追偿',
    en: 'guarantee, recourse',
    business: 'B02',
    cause: ['追偿权纠纷', '保证合同纠纷'],
    statistics: 'contract',
  },
  {
    code: 'WM01',
    zh: '自营理财',
    en: 'own wealth product',
    business: 'B05',
    reason: 'C04',
    cause: ['金融委托理财合同纠纷'],
    statistics: 'contract',
  },
  {
    code: 'WM02',
    zh: '代销（基金、信托、保险、贵金属）',
    en: 'agency sale',
    business: 'B06',
    reason: 'C04',
    cause: ['金融委托理财合同纠纷', '财产损害赔偿纠纷'],
    statistics: 'contract',
  },
  {
    code: 'DP01',
    zh: '存款/储蓄',
    en: 'deposits',
    business: 'B01',
    cause: ['储蓄存款合同纠纷'],
    statistics: 'contract',
  },
  {
    code: 'AT01',
    zh: 'ATM/自助设备（吞卡、吞钞、少点、重复扣款）',
    en: 'ATM',
    business: 'B04',
    reason: 'C02',
    channel: 'A2',
    cause: ['储蓄存款合同纠纷', '借记卡纠纷'],
    statistics: 'other-consumer',
  },
  {
    code: 'PY01',
    zh: '支付结算/转账差错/第三方支付',
    en: 'payments',
    business: 'B04',
    cause: ['银行结算合同纠纷'],
    statistics: 'contract',
  },
  {
    code: 'SV01',
    zh: '服务态度/排队/业务办理',
    en: 'service',
    reason: 'C01',
    cause: ['服务合同纠纷'],
    statistics: 'other-consumer',
  },
  {
    code: 'PI01',
    zh: '个人金融信息',
    en: 'personal financial information',
    business: 'B13',
    reason: 'C11',
    cause: ['个人信息保护纠纷'],
    statistics: 'other-consumer',
  },
  {
    code: 'DC01',
    zh: '债务催收',
    en: 'collection conduct',
    business: 'B08',
    reason: 'C12',
    statistics: 'other-consumer',
  },
  { code: 'IN01', zh: '人身保险', en: 'personal insurance', cause: ['人身保险合同纠纷'], statistics: 'contract' },
  { code: 'IN02', zh: '财产保险', en: 'property insurance', cause: ['财产保险合同纠纷'], statistics: 'contract' },
  {
    code: 'IN03',
    zh: '车险',
    en: 'motor insurance',
    cause: ['财产保险合同纠纷', '责任保险合同纠纷'],
    statistics: 'contract',
  },
  { code: 'IN04', zh: '保证保险', en: 'guarantee insurance', cause: ['保证保险合同纠纷'], statistics: 'contract' },
  { code: 'ZZ99', zh: '其他金融纠纷', en: 'other', business: 'B99', statistics: 'other' },
] as const satisfies readonly DisputeTypeShape[];

/** Code of a dispute type. */
export type DisputeTypeCode = (typeof TABLE)[number]['code'];

/** A row of the product tree. */
export type DisputeType = DisputeTypeShape & { readonly code: DisputeTypeCode };

/** The product tree in the order of domain.md 3.3. */
export const DISPUTE_TYPES: readonly DisputeType[] = TABLE;

const BY_CODE: ReadonlyMap<string, DisputeType> = new Map(DISPUTE_TYPES.map((type) => [type.code, type]));

/** Whether a text is a code of the tree. */
export const isDisputeType = (code: unknown): code is DisputeTypeCode => typeof code === 'string' && BY_CODE.has(code);

/** The row of a code; a code of a newer version has none. */
export const disputeType = (code: string): DisputeType | undefined => BY_CODE.get(code);

/** The name in Chinese (default) or English; an unknown code of a newer version is shown as it is. */
export const disputeTypeName = (code: string, language: 'zh' | 'en' = 'zh'): string =>
  BY_CODE.get(code)?.[language] ?? code;
