import { memo } from 'react';
import { useSpeech } from '../../shared/language';
import { TextList } from '../../shared/text-list';
import type { CaseEditor } from '../case/case-editor';

interface EndingListProps {
  readonly field: 'steps' | 'undisputedFacts';
  readonly items: readonly string[] | undefined;
  readonly editor: CaseEditor;
}

const NONE: readonly string[] = [];

/** The steps or the facts of an ending. Drawn again only when they change: a course may be long, and the record is above it. */
export const EndingList = memo(function EndingList({ field, items = NONE, editor }: EndingListProps) {
  const { t } = useSpeech();
  const words = t.caseTexts.ending;
  const steps = field === 'steps';
  return (
    <TextList
      path={`ending.${field}`}
      itemName={steps ? words.step : words.fact}
      addName={steps ? words.addStep : words.addFact}
      items={items}
      onChange={(value) => editor.edit({ kind: 'ending-set' }, field, value)}
    />
  );
});
