import { dayOrBlank } from '../blocks/day';
import type { PaperData } from '../../domain/forms/field-spec';
import type { TRANSFER_FIELDS } from '../../domain/forms/fields/transfer';
import { filled, yesNo, yuanText, type ElementRow } from './complaint-table';

type ComplaintFields = PaperData<(typeof TRANSFER_FIELDS)['E01']> | PaperData<(typeof TRANSFER_FIELDS)['E02']>;

/** The rows on securities（担保）, the same in both forms; `from` is the number of the first. */
export function securityRows(data: ComplaintFields, from: number): readonly ElementRow[] {
  const rows: readonly ElementRow[] = [
    {
      label: '是否签订物的担保（抵押、质押）合同',
      pieces: [yesNo(data.pledged), filled('签订时间', dayOrBlank(data.pledgedOn))],
    },
    { label: '担保人、担保物', pieces: [filled('担保人、担保物', data.pledges)] },
    {
      label: '是否最高额担保（抵押、质押）',
      pieces: [
        yesNo(data.maximum),
        filled('担保债权的确定时间', data.maximumPeriod),
        filled('担保额度', yuanText(data.maximumAmount)),
      ],
    },
    {
      label: '是否办理抵押、质押登记',
      pieces: [
        yesNo(data.registered),
        {
          boxes: [
            { label: '正式登记', ticked: data.registration === 'formal' },
            { label: '预告登记', ticked: data.registration === 'advance' },
          ],
        },
      ],
    },
    {
      label: '是否签订保证合同（保函）',
      pieces: [yesNo(data.guaranteed), filled('签订时间、保证人和主要内容', data.guarantee)],
    },
    {
      label: '保证方式',
      pieces: [
        {
          boxes: [
            { label: '一般保证', ticked: data.guaranteeKind === 'general' },
            { label: '连带责任保证', ticked: data.guaranteeKind === 'joint' },
          ],
        },
      ],
    },
    {
      label: '其他担保方式',
      pieces: [yesNo(data.otherSecured), filled('形式、签订时间', data.otherSecurity)],
    },
  ];
  return rows.map((row, at) => ({ ...row, label: `${from + at}. ${row.label}` }));
}
