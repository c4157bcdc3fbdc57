import { Select } from 'antd';
import { useState } from 'react';
import { Field } from '../../shared/field';
import { useSpeech } from '../../shared/language';
import { ScanList } from '../attachments/scan-list';
import { useCase } from '../case/case-context';

/** The customary stand-in for a character that cannot be typed（打不出来的字）. */
const STAND_IN = '〓';

const signsOf = (name: string): readonly string[] => [
  ...new Set(Array.from(new Intl.Segmenter('zh', { granularity: 'grapheme' }).segment(name), (part) => part.segment)),
];

/**
 * 外字影像: a picture of one character of a name, cut from the photo of the identity paper, printed where no font has it. A
 * name with 〓 takes the picture for the whole name, so that two people never share one.
 */
export function NamePictures({ name }: { readonly name: string }) {
  const { t } = useSpeech();
  const { state } = useCase();
  const [chosen, choose] = useState<string | null>(null);
  const standsIn = name.includes(STAND_IN);
  const keys = standsIn ? [name] : signsOf(name);
  const pictured = keys.filter((key) => state.attachments.some((each) => each.role === 'character' && each.of === key));
  const key = standsIn ? name : (chosen ?? pictured[0] ?? null);
  if (name === '') return null;
  return (
    <details className="name-pictures" open={standsIn || pictured.length > 0}>
      <summary>{t.party.characterImages}</summary>
      <p className="field-hint">{t.party.characterHint}</p>
      {standsIn ? null : (
        <Field label={t.party.character}>
          {(marks) => (
            <Select<string>
              {...marks}
              value={key}
              placeholder={t.attachments.chooseCharacter}
              options={keys.map((each) => ({ value: each, label: each }))}
              onChange={choose}
            />
          )}
        </Field>
      )}
      {key === null ? null : <ScanList role="character" of={key} add={t.party.addCharacter} about={key} />}
    </details>
  );
}
