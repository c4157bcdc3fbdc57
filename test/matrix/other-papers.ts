import type { CaseState } from '../../electron/core/domain/case/case-state';
import type { FormId, PaperRef } from '../../electron/core/domain/forms/form-ids';
import { numberText, type Series } from '../../electron/core/domain/numbers/number-block';
import { sampleCase } from '../fixtures/documents/sample-case';
import { sampleCommittee } from '../fixtures/documents/organisation';

interface OtherPaper {
  readonly title: string;
  readonly state: CaseState;
  readonly paper: PaperRef;
}

const withPaper = (state: CaseState, form: FormId, of: string, fields: Record<string, unknown>): CaseState => ({
  ...state,
  papers: [...state.papers.filter((each) => each.form !== form || each.of !== of), { form, of, fields }],
});

const numbered = (state: CaseState, paper: string, series: Series): CaseState => ({
  ...state,
  numbers: {
    ...state.numbers,
    [paper]: { series, year: 2024, seq: 5, text: numberText(series, 2024, 5, sampleCommittee.numberAbbreviation) },
  },
});

/** Case B as if a court had sent it and it had failed: a loan dispute goes on with the complaint of its kind. */
function failedLoan(): CaseState {
  const { agreement: _, number: __, ...state } = sampleCase('b').state;
  return {
    ...state,
    source: 'court-delegation',
    regime: 'court-delegated',
    courtNumber: '（2024）闽0599诉前调170号',
    court: '刺桐区人民法院（示例）',
    signatures: [],
    ending: { reason: 'too-far-apart', on: '2024-06-05', focus: '罚息应否减免' },
  };
}

/** The papers that no sample case needs, each of a sample case that was taken another way. */
export function otherPapers(): readonly OtherPaper[] {
  const { state: d } = sampleCase('d');
  const { agreement: _, number: __, ...undecided } = d;
  const refused = withPaper(undecided, 'F22B', 'applicant', {
    reasons: ['other-side-refuses', 'other'],
    otherReason: '申请人已就同一产品向人民法院起诉，表示暂不参加调解。',
    issuedOn: '2024-02-27',
  });
  const withdrawn = withPaper(undecided, 'F23', 'case', {
    reasons: ['settled', 'personal'],
    withdrawnOn: '2024-03-01',
  });
  const ending = { reason: 'withdrawn', on: '2024-03-01' } as const;
  return [
    {
      title: 'a refusal to accept',
      state: numbered(refused, 'F22B.applicant', 'not-accepted'),
      paper: { form: 'F22B', of: 'applicant' },
    },
    { title: 'a withdrawal', state: { ...withdrawn, ending }, paper: { form: 'F23', of: 'case' } },
    { title: 'a complaint about a loan', state: failedLoan(), paper: { form: 'E02', of: 'case' } },
    { title: 'the list for the court', state: sampleCase('g').state, paper: { form: 'T01', of: 'case' } },
  ];
}
