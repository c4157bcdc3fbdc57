import { caseLine } from '../blocks/case-line';
import { formTitle } from '../blocks/form-title';
import { gridTable } from '../blocks/grid-table';
import { FORMS } from '../../domain/forms/form-facts';
import type { FormDocument } from '../layout/form-document';
import { mm } from '../layout/page';
import type { TextSetter } from '../layout/text-setter';
import type { DocumentProblem, RenderRequest } from '../rendered';
import { commonProblems } from './common-problems';
import { documentOf } from './document-of';
import type { FormTemplate } from './form-template';
import { notReady } from './not-ready';

/** Rows of the printed form; those beyond the contents are left to the pen. */
const ROWS = 20;

/** The contents come from the dossier that is bound with them: without it there is nothing to print (domain.md F02). */
export function f02Problems(request: RenderRequest): readonly DocumentProblem[] {
  const rows = request.supplement?.contents ?? [];
  return [
    ...commonProblems(request),
    ...(rows.length > 0
      ? []
      : [
          notReady(
            '卷内目录要和卷宗一起生成，页号才对得上。请在“归档”里生成卷宗。',
            'The contents are made together with the dossier, so that page numbers match: make the dossier under Archive.',
          ),
        ]),
  ];
}

/** F02 卷内目录: 序号, 文书名称, 页号, 备注, in the order of the dossier; pages that bear no number show none (domain.md F02, 1.2). */
export function f02Document(request: RenderRequest, template: FormTemplate, setter: TextSetter): FormDocument {
  const rows = (request.supplement?.contents ?? []).map((row, index) => [
    String(index + 1),
    row.title,
    row.page === null ? '' : String(row.page),
    row.remark ?? '',
  ]);
  const table = gridTable(
    [
      { title: '序号', width: mm(14), align: 'center' },
      { title: '文书名称', width: '*' },
      { title: '页号', width: mm(18), align: 'center' },
      { title: '备注', width: mm(36) },
    ],
    rows,
    setter,
    { leastRows: ROWS },
  );
  const title = formTitle(FORMS[template.id].zh, setter, { under: caseLine(request.state) });
  return documentOf(request, template, [title, table], { foot: 'none' });
}
