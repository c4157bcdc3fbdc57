import { formTitle, partHeading } from '../blocks/form-title';
import { fontChainOf } from '../fonts/font-chain';
import type { FontSource } from '../fonts/font-source';
import { paragraphFlow, type FlowItem } from '../layout/flow';
import { LEADING, SIZE, TEXT_WIDTH } from '../layout/page';
import { writePdf } from '../layout/pdf-writer';
import { textSetter, type TextSetter } from '../layout/text-setter';

/** What stands on a recovery sheet（恢复单）. */
export interface RecoverySheetPaper {
  /** The key, in groups of four characters. */
  readonly groups: readonly string[];
  readonly room: string;
  readonly organisation: string;
  /** Who had it made. */
  readonly by: string;
  /** Instant, ISO 8601. */
  readonly madeAt: string;
  /** The same as a person reads it: 2026年11月24日 09:41. */
  readonly madeOn: string;
}

/** An ideographic space. */
const GAP = '\u3000';

const RULES = [
  '一、本单可以打开本机的全部案件数据。请装入信封，由负责人锁在柜中，不要拍照，不要与电脑放在一起。',
  '二、用途：电脑损坏后在新电脑上恢复；系统重装后本软件打不开数据；管理员忘记密码。',
  '三、打印后请在软件中输入最后 4 个字符，本单才生效；生效后以前的恢复单作废，请销毁。',
  '四、没有本单、没有任何人的密码、系统密钥库也不可用时，任何人都无法打开数据，开发者也不能。',
];
const RULES_EN =
  'This sheet opens all case data of this workstation. Keep it locked away, apart from the computer; do not photograph it. It is needed on a new computer, after the system was set up anew, or when the administrator’s password is lost. It is in force once its last four characters were typed back; then destroy the sheet before it.';

const paragraph = (text: string, setter: TextSetter, size: number = SIZE.text): readonly FlowItem[] =>
  paragraphFlow(setter.lines(text, { size, leading: LEADING.text, width: TEXT_WIDTH }));

/** Three groups a line, far larger than the text, so that they are read off the paper without mistake. */
function keyLines(groups: readonly string[], setter: TextSetter): FlowItem {
  const lines: string[] = [];
  for (let at = 0; at < groups.length; at += 3) lines.push(groups.slice(at, at + 3).join(GAP));
  const setting = { size: 26, leading: 44, width: TEXT_WIDTH, bold: true, align: 'center' } as const;
  const stack = lines.flatMap((line) => setter.lines(line, setting));
  return { node: { stack, unbreakable: true, margin: [0, 12, 0, 12] }, textLines: 0 };
}

/**
 * The recovery sheet as a PDF of one page. The same paper gives the same bytes. The key is drawn, and stands in the text
 * layer as it must to be printed; the file is as secret as the paper.
 */
export async function recoverySheetPdf(paper: RecoverySheetPaper, fonts: FontSource): Promise<Uint8Array> {
  const chain = fontChainOf(fonts);
  const setter = textSetter(chain, new Map());
  const flow = [
    formTitle('数据恢复单', setter, { under: 'Recovery sheet' }),
    ...paragraph(`${paper.organisation}${GAP}${paper.room}`, setter),
    ...paragraph(`制作：${paper.madeOn}${GAP}${paper.by}`, setter),
    keyLines(paper.groups, setter),
    { node: { stack: [...partHeading('保管与使用', setter)] }, textLines: 0 },
    ...RULES.flatMap((rule) => paragraph(rule, setter)),
    ...paragraph(RULES_EN, setter, SIZE.small),
  ];
  const marks = { form: '数据恢复单 1', number: '', sample: false };
  const document = { title: '数据恢复单', author: paper.organisation, subject: '', flow, marks, foot: 'form' } as const;
  return (await writePdf(document, paper.madeAt, chain, setter)).pdf;
}
