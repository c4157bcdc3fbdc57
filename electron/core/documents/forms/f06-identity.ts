import type { Attachment, Party } from '../../domain/case/case-state';
import { FORMS } from '../../domain/forms/form-facts';
import { paperData } from '../../domain/forms/paper-fields';
import { paragraphs } from '../blocks/clauses';
import { formTitle } from '../blocks/form-title';
import { gridTable } from '../blocks/grid-table';
import { DOCUMENT_TYPE_NAMES, SIDE_NAMES } from '../blocks/labels';
import { maskedId } from '../blocks/masked';
import { notes } from '../blocks/notes';
import { penPlace } from '../blocks/pen-places';
import { creditCodeOf } from '../blocks/party-rows';
import { boundPlaces } from '../blocks/sign-places';
import { namedPlaces } from '../blocks/signers';
import { tickBoxes } from '../blocks/tick-boxes';
import type { FormDocument } from '../layout/form-document';
import type { TextSetter } from '../layout/text-setter';
import type { DocumentProblem, RenderRequest } from '../rendered';
import { commonProblems, partyOf } from './common-problems';
import { documentOf } from './document-of';
import { picturePages } from './f06-pictures';
import type { FormTemplate } from './form-template';
import { notReady } from './not-ready';

/** Scans of the identity papers of the party, in the order in which they were taken in. */
const scansOf = ({ state, of }: RenderRequest): readonly Attachment[] =>
  state.attachments.filter((each) => each.role === 'identity' && each.of === of);

const isPicture = (scan: Attachment): boolean => scan.type !== 'application/pdf';

/** The party, its head and its agents with type and number of their papers; numbers of people masked (domain.md F06). */
function rowsOf(party: Party): readonly (readonly string[])[] {
  const number = (document: Party['document']): readonly [string, string] =>
    document === undefined ? ['', ''] : [DOCUMENT_TYPE_NAMES[document.type], maskedId(document.number)];
  const self =
    party.kind === 'organisation' ? (['营业执照', creditCodeOf(party) ?? ''] as const) : number(party.document);
  const head = party.legalRepresentative;
  return [
    [SIDE_NAMES[party.side], party.name, ...self],
    ...(head === undefined ? [] : [['法定代表人（负责人）', head.name, '', '']]),
    ...(party.representatives ?? []).map((each) => ['委托代理人', each.name, ...number(each.document)]),
  ];
}

/** What lies behind the slip: pictures drawn here, and scans of several pages that are bound in beside it. */
function enclosures(scans: readonly Attachment[]): readonly string[] {
  const pictures = scans.filter(isPicture);
  const others = scans.filter((scan) => !isPicture(scan));
  const pages = others.reduce((sum, scan) => sum + scan.pages, 0);
  return [
    ...(scans.length === 0 ? [`附：证件复印件${penPlace(3)}页。`] : []),
    ...(pictures.length === 0 ? [] : [`附：证件影像${pictures.length}幅，见后页。`]),
    ...(others.length === 0 ? [] : [`另附证件扫描件${pages}页。`]),
  ];
}

/**
 * F06 当事人身份证明: a slip with the papers of a party, their numbers masked, the box that the originals were compared, and
 * the checker's signature; then the pictures, two a page (domain.md F06).
 */
export function f06Document(request: RenderRequest, template: FormTemplate, setter: TextSetter): FormDocument {
  const party = partyOf(request);
  const { checked, checkedBy, checkedOn } = paperData(request.state.papers, 'F06', request.of);
  const scans = scansOf(request);
  const title = FORMS[template.id].zh;
  const columns = [
    { title: '序号', width: 32, align: 'center' },
    { title: '身份', width: 76 },
    { title: '姓名或名称', width: '*' },
    { title: '证件类型', width: 84 },
    { title: '证件号码', width: 134 },
  ] as const;
  const rows = (party === undefined ? [] : rowsOf(party)).map((row, index) => [String(index + 1), ...row]);
  const text = [
    gridTable(columns, rows, setter),
    ...notes(['证件号码隐去中间各位，以所附证件为准。'], setter),
    ...paragraphs(enclosures(scans).join('\n'), setter),
    tickBoxes([{ label: '原件已核对，所附复印件或者影像与原件一致', ticked: checked === true }], setter),
  ];
  const places = namedPlaces('核对人（签名）', checkedBy === undefined ? [] : [checkedBy], checkedOn ?? 'blank');
  return documentOf(request, template, [
    formTitle(title, setter),
    ...boundPlaces(text, places, setter, title),
    ...picturePages(scans.filter(isPicture), request.pictures ?? {}, setter),
  ]);
}

/** As every paper of a party, and that each picture is at hand: a slip that says 附 must have it behind it. */
export function f06Problems(request: RenderRequest): readonly DocumentProblem[] {
  const missing = scansOf(request).filter((scan) => isPicture(scan) && request.pictures?.[scan.sha256] === undefined);
  return [
    ...commonProblems(request),
    ...missing.map(({ name, key }) =>
      notReady(
        `证件影像“${name}”没有取到，请检查附件后再打印。`,
        `The picture "${name}" could not be read; check the attachment and print again.`,
        `attachment.${key}`,
      ),
    ),
  ];
}
