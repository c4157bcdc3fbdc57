import { FORMS } from '../../domain/forms/form-facts';
import { paperData } from '../../domain/forms/paper-fields';
import { paragraphs } from '../blocks/clauses';
import { formTitle } from '../blocks/form-title';
import { penPlace } from '../blocks/pen-places';
import { creditCodeOf, rowsBlock } from '../blocks/party-rows';
import { boundPlaces } from '../blocks/sign-places';
import type { FormDocument } from '../layout/form-document';
import type { TextSetter } from '../layout/text-setter';
import type { DocumentProblem, RenderRequest } from '../rendered';
import { commonProblems, partyOf } from './common-problems';
import { documentOf } from './document-of';
import type { FormTemplate } from './form-template';
import { notReady } from './not-ready';

const BLANK = penPlace(6);

/**
 * F08 法定代表人（负责人）身份证明书: the organisation, its head with position, the sentence, what is enclosed, seal and day
 * (domain.md F08; the layout is ours).
 */
export function f08Document(request: RenderRequest, template: FormTemplate, setter: TextSetter): FormDocument {
  const party = partyOf(request);
  const head = party?.legalRepresentative;
  const { issuedOn } = paperData(request.state.papers, 'F08', request.of);
  const title = FORMS[template.id].zh;
  const rows = [
    [{ label: '单位名称', value: party?.name }],
    [
      { label: '统一社会信用代码', value: party === undefined ? undefined : creditCodeOf(party), characters: 12 },
      { label: '联系方式', value: party?.phone },
    ],
    [{ label: '地址', value: party?.address }],
    [
      { label: '姓名', value: head?.name },
      { label: '职务', value: head?.position },
    ],
  ];
  const sentence = `${head?.name ?? BLANK}现任我单位${head?.position ?? BLANK}职务，系我单位法定代表人（负责人）。`;
  const text = [
    ...paragraphs(sentence, setter),
    ...paragraphs('特此证明。', setter),
    ...paragraphs('附：法定代表人（负责人）身份证复印件', setter),
  ];
  const seal = { role: '单位印章', name: party?.name, room: 'seal', date: issuedOn ?? 'blank' } as const;
  return documentOf(request, template, [
    formTitle(title, setter),
    rowsBlock(rows, setter),
    ...boundPlaces(text, [seal], setter, title),
  ]);
}

/** As every paper of a party, and that the party is an organisation: a person proves who it is by its own papers. */
export function f08Problems(request: RenderRequest): readonly DocumentProblem[] {
  const party = partyOf(request);
  const person =
    party?.kind === 'person'
      ? [
          notReady(
            `${party.name}是自然人，没有法定代表人，不需要身份证明书。`,
            `${party.name} is a person and has no legal representative; this paper is for organisations.`,
            `party.${party.key}.kind`,
          ),
        ]
      : [];
  return [...commonProblems(request), ...person];
}
