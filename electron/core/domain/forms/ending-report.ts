import type { CaseState } from '../case/case-state';
import type { EndingReason } from '../case/vocabulary';
import type { ENDING_BOXES } from './fields/reasons';
import { WHOLE_CASE } from './form-ids';
import { paperData } from './paper-fields';

/** A box of 终止的原因. */
export type EndingBox = (typeof ENDING_BOXES)[number]['value'];

/** The box that a reason of the case stands for; an agreement ends nothing here. */
const BOX_OF: Readonly<Record<EndingReason, EndingBox | null>> = {
  settled: null,
  withdrawn: 'refused',
  refused: 'refused',
  'period-over': 'period-over',
  'too-far-apart': 'too-far-apart',
  'bad-faith': 'bad-faith',
  'concealment-or-delay': 'concealment-or-delay',
  'respondent-unreachable': 'respondent-unreachable',
  'refused-to-sign': 'other',
  other: 'other',
};

/** Boxes as typed, else the one that the reason of the ending proposes; the text of 其他 with it (domain.md F21b). */
export function endingBoxes(state: CaseState): {
  readonly ticked: readonly EndingBox[];
  readonly other: string;
} {
  const { reasons, otherReason } = paperData(state.papers, 'F21B', WHOLE_CASE);
  const proposed = state.ending === undefined ? null : BOX_OF[state.ending.reason];
  const ticked = (reasons as readonly EndingBox[] | undefined) ?? (proposed === null ? [] : [proposed]);
  const own = otherReason?.trim() ?? '';
  const known = state.ending?.reason === 'refused-to-sign' ? '一方当事人不同意签署调解协议' : '';
  return { ticked, other: own === '' ? known : own };
}

/** 简案 or 繁案, why, and whether a person typed it or it is only proposed. */
export interface TrackSuggestion {
  readonly value: 'simple' | 'complex';
  readonly reason: string;
  readonly typed: boolean;
}

/** What speaks against a simple case, in the order of domain.md 4.1 and 4.2 (民事诉讼法 Art. 160; 民诉法解释 Art. 257). */
function obstacles({ triage, ending }: CaseState): readonly string[] {
  return [
    ...(ending?.reason === 'respondent-unreachable' || triage.reachable === false
      ? ['被申请人联系不到，是否属于下落不明由人民法院认定']
      : []),
    ...(triage.foreignElement === true ? ['案件具有涉外因素'] : []),
    ...(triage.appraisalNeeded === true ? ['需要评估、鉴定'] : []),
    ...(triage.factsClear === false ? ['事实有待查明'] : []),
    ...(triage.relationClear === false ? ['权利义务关系不明确'] : []),
    ...(triage.disputeSmall === false ? ['当事人争议较大'] : []),
  ];
}

/**
 * The proposal to the court whether the case is simple（繁简分流建议）: as typed, else by what triage knows. Null when neither
 * says anything: then a person has to choose.
 */
export function trackSuggestion(state: CaseState): TrackSuggestion | null {
  const { suggestion, suggestionReason } = paperData(state.papers, 'F21B', WHOLE_CASE);
  const against = obstacles(state);
  const proposed =
    against.length > 0
      ? ({ value: 'complex', reason: against.join('；') } as const)
      : state.triage.factsClear === true
        ? ({ value: 'simple', reason: '事实清楚、权利义务关系明确、争议不大' } as const)
        : null;
  const own = suggestionReason?.trim() ?? '';
  if (suggestion === undefined) return proposed && { ...proposed, reason: own || proposed.reason, typed: false };
  const known = proposed?.value === suggestion ? proposed.reason : '';
  return { value: suggestion, reason: own || known, typed: true };
}
