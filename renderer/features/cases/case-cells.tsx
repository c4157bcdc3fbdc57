import { disputeTypeName } from '../../../electron/contract/dispute-types';
import type { CaseRow } from '../../../electron/contract/cases';
import { shanghaiDay, yuan } from '../../shared/format';
import { useSpeech } from '../../shared/language';

export const COLUMNS = [
  'title',
  'disputeType',
  'amount',
  'number',
  'stage',
  'receivedAt',
  'mediators',
  'missing',
] as const;

/** The cells of one case in the list. */
export function CaseCells({ row }: { readonly row: CaseRow }) {
  const { t, language } = useSpeech();
  const type = row.disputeType === null ? '' : disputeTypeName(row.disputeType, language === 'en' ? 'en' : 'zh');
  const number = row.number ?? row.courtNumber ?? '';
  return (
    <>
      <span role="gridcell" className="case-title">
        {row.title === '' ? t.caseTexts.untitled : row.title}
      </span>
      <span role="gridcell" title={type}>
        {type}
      </span>
      <span role="gridcell" className="money">
        {row.amountFen === null ? '' : yuan(row.amountFen)}
      </span>
      <span role="gridcell" title={number}>
        {number}
      </span>
      <span role="gridcell">{t.words.stages[row.stage]}</span>
      <span role="gridcell">{row.receivedAt === null ? '' : shanghaiDay(row.receivedAt)}</span>
      <span role="gridcell">{row.mediators.join('、')}</span>
      <span role="gridcell" className={row.conflicts > 0 ? 'wrong' : 'quiet'}>
        {row.conflicts > 0 ? t.cases.conflicts(row.conflicts) : row.missing > 0 ? row.missing : ''}
      </span>
    </>
  );
}
