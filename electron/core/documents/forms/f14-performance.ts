import type { CaseState, Party, Payment } from '../../domain/case/case-state';
import { paperData } from '../../domain/forms/paper-fields';
import { capitals } from '../../domain/money/capitals';
import { formatYuan } from '../../domain/money/money';
import { formatChinese } from '../../domain/time/chinese-date';
import { paragraphs } from '../blocks/clauses';
import { dayOrBlank, instantText } from '../blocks/day';
import { formTitle } from '../blocks/form-title';
import { gridTable, labelTable } from '../blocks/grid-table';
import { maskedAccount } from '../blocks/masked';
import { creditCodeOf, documentField, rowsBlock } from '../blocks/party-rows';
import { boundPlaces } from '../blocks/sign-places';
import { namedPlaces, partyPlaces } from '../blocks/signers';
import { slipPictures, slipsOf } from '../blocks/slip-pictures';
import type { FlowItem } from '../layout/flow';
import type { FormDocument } from '../layout/form-document';
import { mm } from '../layout/page';
import type { TextSetter } from '../layout/text-setter';
import type { RenderRequest } from '../rendered';
import { instalmentAt } from './course-problems';
import { documentOf } from './document-of';
import type { FormTemplate } from './form-template';

/** The instalment of the plan, what was paid of it, and between whom. */
interface Paid {
  readonly number: number;
  readonly plan: Payment;
  readonly payer: Party | undefined;
  readonly payee: Party | undefined;
  readonly own: ReturnType<typeof dataOf>;
}

const dataOf = ({ papers }: CaseState, of: string) => paperData(papers, 'F14', of);

function paidOf({ state, of }: RenderRequest): Paid {
  const at = instalmentAt(of, state);
  const plan = at === undefined ? undefined : state.agreement?.payments[at];
  if (at === undefined || plan === undefined) throw new Error('F14 was laid out before it was ready');
  const party = (key: string): Party | undefined => state.parties.find((each) => each.key === key);
  return { number: at + 1, plan, payer: party(plan.payer), payee: party(plan.payee), own: dataOf(state, of) };
}

const both = (fen: number): string => `${capitals(fen)}（￥${formatYuan(fen)}）`;

/** The agreement by its number and its form, or with a place for the number. */
function agreementName({ number, agreement }: CaseState): string {
  const form = agreement?.form === 'oral' ? '人民调解口头协议登记表' : '人民调解协议书';
  return `编号为${number?.text ?? '＿＿＿＿＿＿'}的《${form}》`;
}

/** What the plan says of this instalment, to compare with what was paid. */
const planTable = ({ number, plan }: Paid, setter: TextSetter): FlowItem =>
  gridTable(
    [
      { title: '期次', width: mm(24), align: 'center' },
      { title: '约定付款日期', width: '*', align: 'center' },
      { title: '约定金额', width: '*', align: 'center' },
    ],
    [[`第${number}期`, formatChinese(plan.dueOn), `￥${formatYuan(plan.amountFen)}`]],
    setter,
  );

/** 收条: the payee states what came, signs and prints a finger. */
function receipt(paid: Paid, request: RenderRequest, setter: TextSetter): readonly FlowItem[] {
  const { number, payer, payee, plan, own } = paid;
  const account = own.payeeAccount ?? plan.account;
  const by = account === undefined ? '' : `（收款账户${maskedAccount(account)}）`;
  const paper =
    payee?.kind === 'organisation'
      ? { label: '统一社会信用代码', value: creditCodeOf(payee) }
      : documentField(payee?.document);
  const text = [
    ...paragraphs(
      `今收到${payer?.name ?? ''}依${agreementName(request.state)}支付的第${number}期款项${both(own.amountFen ?? 0)}${by}，款项已经收讫。`,
      setter,
    ),
    ...paragraphs(`收款日期：${dayOrBlank(own.paidOn).trim()}。`, setter),
    rowsBlock([[{ label: '收款人', value: payee?.name }], [{ label: paper.label, value: paper.value }]], setter),
    ...paragraphs('特立此据。', setter),
  ];
  const places = partyPlaces(
    payee?.kind === 'organisation' ? '收款人（盖章）' : '收款人（签名、按指印）',
    payee === undefined ? [] : [payee],
    'blank',
  );
  return [formTitle('收条', setter), planTable(paid, setter), ...boundPlaces(text, places, setter, '收条')];
}

/** 转账凭证: accounts masked, number of the slip, time and amount, with its picture. */
function transfer(paid: Paid, request: RenderRequest, setter: TextSetter): readonly FlowItem[] {
  const { number, payer, payee, plan, own } = paid;
  const masked = (account: string | undefined): string => (account === undefined ? '' : maskedAccount(account));
  const table = labelTable(
    [
      { label: '依据', text: agreementName(request.state) },
      { label: '约定履行', text: `第${number}期，${formatChinese(plan.dueOn)}，￥${formatYuan(plan.amountFen)}` },
      { label: '付款人', text: payer?.name ?? '' },
      { label: '付款账户', text: masked(own.payerAccount) },
      { label: '收款人', text: payee?.name ?? '' },
      { label: '收款账户', text: masked(own.payeeAccount ?? plan.account) },
      { label: '流水号', text: own.slipNumber ?? '' },
      { label: '付款日期', text: dayOrBlank(own.paidOn) },
      { label: '交易时间', text: own.paidAt === undefined ? '' : instantText(own.paidAt) },
      { label: '金额', text: both(own.amountFen ?? 0) },
    ],
    setter,
  );
  const slips = slipPictures(slipsOf(request.state, request.of), request.pictures ?? {}, setter);
  const check = paragraphs('本页各项与所附转账凭证核对无误。', setter);
  return [
    formTitle('履行凭证（转账凭证）', setter),
    table,
    ...slips,
    ...boundPlaces(check, namedPlaces('核对人（签名）', [], 'blank'), setter, '履行凭证'),
  ];
}

/**
 * F14 履行凭证 of one instalment: a receipt（收条）, or what a transfer slip tells with its picture (domain.md F14). Accounts are
 * masked; a receipt when nobody said which and no slip was taken in.
 */
export function f14Document(request: RenderRequest, template: FormTemplate, setter: TextSetter): FormDocument {
  const paid = paidOf(request);
  const way = paid.own.way ?? (slipsOf(request.state, request.of).length > 0 ? 'transfer' : 'receipt');
  const flow = way === 'transfer' ? transfer(paid, request, setter) : receipt(paid, request, setter);
  return documentOf(request, template, flow);
}
