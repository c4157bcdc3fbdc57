import type { CaseState, Evidence } from '../../domain/case/case-state';
import { FORMS } from '../../domain/forms/form-facts';
import { paperData } from '../../domain/forms/paper-fields';
import { capitalCount } from '../blocks/copies';
import { caseLine } from '../blocks/case-line';
import { paragraphs } from '../blocks/clauses';
import { formTitle } from '../blocks/form-title';
import { gridTable } from '../blocks/grid-table';
import { SIDE_NAMES } from '../blocks/labels';
import { rowsBlock } from '../blocks/party-rows';
import { boundPlaces } from '../blocks/sign-places';
import { namedPlaces, partyPlaces } from '../blocks/signers';
import type { FormDocument } from '../layout/form-document';
import { mm } from '../layout/page';
import type { TextSetter } from '../layout/text-setter';
import type { RenderRequest } from '../rendered';
import { partyOf } from './common-problems';
import { documentOf } from './document-of';
import type { FormTemplate } from './form-template';

/** Rows of the printed form: those beyond the evidence are left to the pen. */
const ROWS = 8;

const COLUMNS = [
  { title: '序号', width: mm(11), align: 'center' },
  { title: '证据名称', width: '*' },
  { title: '证据来源', width: mm(25) },
  { title: '证明对象', width: '*' },
  { title: '页数/\n份数', width: mm(19), align: 'center' },
  { title: '原件/\n复印件', width: mm(16), align: 'center' },
  { title: '提交人', width: mm(22), align: 'center' },
] as const;

/** Pages as typed, else of the scans of that piece; undefined when neither is known. */
function pagesOf({ key, pages }: Evidence, { attachments }: Pick<CaseState, 'attachments'>): number | undefined {
  if (pages !== undefined) return pages;
  const scans = attachments.filter((each) => each.role === 'evidence' && each.of === key);
  return scans.length === 0 ? undefined : scans.reduce((sum, scan) => sum + scan.pages, 0);
}

const counted = (pages: number | undefined, copies: number | undefined): string =>
  [pages === undefined ? '' : `${pages}页`, copies === undefined ? '' : `${copies}份`]
    .filter((text) => text !== '')
    .join('/');

const originality = ({ original }: Evidence): string => (original === undefined ? '' : original ? '原件' : '复印件');

/** 以上共3件，5页: pages are told only when they are known of every piece. */
function sum(evidence: readonly Evidence[], pages: readonly (number | undefined)[]): string {
  const all = pages.reduce<number | undefined>(
    (total, each) => (each === undefined || total === undefined ? undefined : total + each),
    0,
  );
  return evidence.length === 0 ? '' : `以上共${evidence.length}件${all === undefined ? '' : `，${all}页`}。`;
}

/**
 * F10 证据材料清单 of one party: number, name, source, what it proves, pages and copies, original or copy, who handed it in;
 * signatures of who handed in and who received (domain.md F10). One of its two copies is the receipt.
 */
export function f10Document(request: RenderRequest, template: FormTemplate, setter: TextSetter): FormDocument {
  const { state, of } = request;
  const { submittedOn, receiver } = paperData(state.papers, 'F10', of);
  const party = partyOf(request);
  const evidence = state.evidence.filter((each) => each.by === of);
  const pages = evidence.map((each) => pagesOf(each, state));
  const rows = evidence.map((each, at) => [
    String(at + 1),
    each.name,
    each.source ?? '',
    each.proves ?? '',
    counted(pages[at], each.copies),
    originality(each),
    party?.shortName ?? party?.name ?? '',
  ]);
  const title = FORMS[template.id].zh;
  const date = submittedOn ?? 'blank';
  const text = [
    gridTable(COLUMNS, rows, setter, { leastRows: ROWS }),
    ...paragraphs(
      `${sum(evidence, pages)}本清单一式${capitalCount(2)}份，由人民调解委员会存卷一份，另一份交提交人作为收据。`,
      setter,
    ),
  ];
  return documentOf(request, template, [
    formTitle(title, setter),
    rowsBlock(
      [
        [{ label: '案件', value: caseLine(state) }],
        [{ label: `提交人（${party === undefined ? '当事人' : SIDE_NAMES[party.side]}）`, value: party?.name }],
      ],
      setter,
    ),
    ...boundPlaces(
      text,
      [
        ...partyPlaces('提交人（签名）', party === undefined ? [] : [party], date),
        ...namedPlaces('接收人（签名）', receiver === undefined ? [] : [receiver], date),
      ],
      setter,
      title,
    ),
  ]);
}
