import { CheckOutlined } from '@ant-design/icons';
import type { Stage } from '../../shared/case-types';
import { useSpeech } from '../../shared/language';

/** Where the case stands: 登记 受理 调解 协议 签署 履行 归档. */
export function StageSteps({ stage }: { readonly stage: Stage }) {
  const { t } = useSpeech();
  const stages = Object.keys(t.words.stages) as Stage[];
  const now = stages.indexOf(stage);
  return (
    <ol className="stage-steps" aria-label={t.caseTexts.stageLabel}>
      {stages.map((key, index) => {
        const kind = index < now ? 'done' : index === now ? 'now' : 'later';
        return (
          <li key={key} className={kind} aria-current={kind === 'now' ? 'step' : undefined}>
            <span className="stage-dot" aria-hidden="true">
              {kind === 'done' ? <CheckOutlined /> : null}
            </span>
            {t.words.stages[key]}
          </li>
        );
      })}
    </ol>
  );
}
