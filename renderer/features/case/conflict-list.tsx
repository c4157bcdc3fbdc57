import { Button } from 'antd';
import { useState } from 'react';
import type { ProblemMessage } from '../../../electron/contract/method';
import type { CaseState } from '../../shared/case-types';
import { shanghaiMinute } from '../../shared/format';
import { useSpeech } from '../../shared/language';
import { ProblemList } from '../../shared/problems';
import { maskedInConflict } from '../privacy/masks';
import { ShowNumbers } from '../privacy/show-numbers';
import { useCase } from './case-context';
import { fieldName } from './field-names';
import { targetOfPath, writeOf } from './edit-target';

/** A value of any field in words. */
function inWords(value: unknown): string {
  if (value === null || value === undefined) return '—';
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return value.map(inWords).join('；');
  return Object.values(value).map(inWords).join(' ');
}

/** 两种说法: both values with who wrote them; a person chooses, and the choice is written like any other change. */
export function ConflictList() {
  const { t } = useSpeech();
  const { view, editor } = useCase();
  const [problems, setProblems] = useState<readonly ProblemMessage[]>([]);
  const choose = async (path: string, value: unknown): Promise<void> => {
    const place = targetOfPath(path);
    if (place === null) return;
    const { target, field } = place;
    setProblems(await editor.write([writeOf(target, [{ target, field, value, refused: false }])]));
  };
  return (
    <section aria-label={t.caseTexts.conflictsTitle} className="conflicts">
      <h2 className="wrong">{t.caseTexts.conflictsTitle}</h2>
      <ProblemList problems={problems} />
      {view.state.conflicts.map((conflict) => (
        <Conflict key={conflict.path} conflict={conflict} onChoose={(value) => void choose(conflict.path, value)} />
      ))}
    </section>
  );
}

interface ConflictProps {
  readonly conflict: CaseState['conflicts'][number];
  readonly onChoose: (value: unknown) => void;
}

/** One field with two values; masked ones（脱敏） are shown before they can be chosen. */
function Conflict({ conflict, onChoose }: ConflictProps) {
  const { t } = useSpeech();
  const { view } = useCase();
  const masked = maskedInConflict(view, conflict);
  return (
    <fieldset data-field={`conflict.${conflict.path}`}>
      <legend>{fieldName(conflict.path, t)}</legend>
      <ShowNumbers parties={masked} note={t.privacy.masks.conflict} after={() => `conflict.${conflict.path}`} />
      {conflict.values.map((one) => (
        <div key={one.entry} className="conflict-value">
          <p>{inWords(one.value)}</p>
          <p className="quiet">{t.caseTexts.by(one.account, shanghaiMinute(one.at))}</p>
          {masked.length > 0 ? null : (
            <Button
              size="small"
              aria-label={`${t.caseTexts.chooseThis}：${inWords(one.value)}`}
              onClick={() => onChoose(one.value)}
            >
              {t.caseTexts.chooseThis}
            </Button>
          )}
        </div>
      ))}
    </fieldset>
  );
}
