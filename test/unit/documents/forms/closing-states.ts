import type { CaseState, Party } from '../../../../electron/core/domain/case/case-state';
import type { FormId } from '../../../../electron/core/domain/forms/form-ids';
import { caseA } from '../../../fixtures/documents/case-a';

/** The same case with own data of one paper put in the place of what it had. */
export function withPaper(
  state: CaseState,
  form: FormId,
  of: string,
  fields: Readonly<Record<string, unknown>>,
): CaseState {
  const others = state.papers.filter((paper) => paper.form !== form || paper.of !== of);
  return { ...state, papers: [...others, { form, of, fields }] };
}

/** The same case with the official number of one paper. */
export const withNumber = (state: CaseState, paper: string, text: string): CaseState => ({
  ...state,
  numbers: { ...state.numbers, [paper]: { series: 'letter', year: 2024, seq: 7, text } },
});

/** Case A before a court, ended on 2024-06-05 without an agreement, after two sessions. */
export const endedCase: CaseState = {
  ...caseA,
  agreement: undefined,
  number: undefined,
  disputeType: 'CC01',
  court: '刺桐区人民法院（示例）',
  receivedAt: '2024-05-10T09:10:00+08:00',
  triage: { factsClear: true },
  sessions: ['2024-05-20T09:00:00+08:00', '2024-05-31T15:00:00+08:00'].map((startedAt, at) => ({
    id: `session-${at + 1}`,
    startedAt,
    mode: 'on-site',
    place: '调解室二',
    participants: [],
    record: '',
    result: 'not-settled',
  })),
  ending: {
    reason: 'too-far-apart',
    on: '2024-06-05',
    focus: '违约金与利息应否调减',
    steps: ['2024-05-11 电话联系双方并告知权利义务', '2024-05-20 调解室二组织调解'],
  },
};

/** Case A with both parties' signatures on paper: in effect on 2024-04-25. */
export const settledCase: CaseState = {
  ...caseA,
  disputeType: 'CC01',
  receivedAt: '2024-04-02T10:20:00+08:00',
  signatures: ['applicant', 'respondent'].map((by) => ({ by, on: '2024-04-25', valid: true })),
};

/** Sixteen parties, one applicant and fifteen respondents with long names. */
export const sixteenParties: readonly Party[] = Array.from({ length: 16 }, (_, at) => ({
  key: at === 0 ? 'applicant' : `respondent-${at}`,
  side: at === 0 ? 'applicant' : 'respondent',
  kind: 'person',
  name: at === 0 ? '林𬎆' : `帕丽扎提汗古丽娜扎尔·库尔班江阿卜杜热西提${at}`,
  address: '泉州市鲤城区示例街道古城社区居民委员会滨江路示例小区东区第12幢2单元1803室',
  phone: '19900000003',
  document: { type: 'resident-id', number: '99999919790828004X' },
}));

/** Text of a PDF without what stands in the margins of each page, so that a sentence goes on over a page break. */
export const withoutMargins = (text: string): string =>
  text.replaceAll(
    /(示例数据不具有法律效力|骑缝章|第\d+页共\d+页|—\d+—|F\d\d[AB]?\p{Script=Han}+版本\d\.\d(（2024）泉银人调字第\d+号|泉银调函〔2024〕\d+号)?)+/gu,
    '',
  );
