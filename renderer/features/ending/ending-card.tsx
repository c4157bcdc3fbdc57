import { useState } from 'react';
import type { ProblemMessage } from '../../../electron/contract/method';
import { shanghaiDay } from '../../shared/format';
import { useSpeech } from '../../shared/language';
import { ProblemList } from '../../shared/problems';
import { useCase } from '../case/case-context';
import { EndingDetails } from './ending-details';
import { EndingStart, type EndingDraft } from './ending-start';
import { FollowingPapers } from './following-papers';
import './ending.css';

/** 结案 or 终止: reason and day are written together; then what the papers of an ending tell. It can be withdrawn. */
export function EndingCard() {
  const { t } = useSpeech();
  const { editor, state } = useCase();
  const [draft, setDraft] = useState<EndingDraft>({ reason: undefined, on: shanghaiDay(new Date()) });
  const [withdrawn, setWithdrawn] = useState(false);
  const [problems, setProblems] = useState<readonly ProblemMessage[]>([]);
  const { ending } = state;

  const write = async (set: { readonly reason: string | null; readonly on: string | null }): Promise<boolean> => {
    const refused = await editor.write([{ kind: 'ending-set', data: { set } }]);
    setProblems(refused);
    return refused.length === 0;
  };
  const withdraw = async (): Promise<void> => {
    if (ending === undefined) return;
    setDraft({ reason: ending.reason, on: ending.on });
    setWithdrawn(await write({ reason: null, on: null }));
  };
  return (
    <section className="card" aria-label={t.caseTexts.ending.title} data-field="ending">
      <h2>{t.caseTexts.ending.title}</h2>
      <ProblemList problems={problems} />
      {ending === undefined ? (
        <EndingStart draft={draft} withdrawn={withdrawn} onChange={setDraft} onEnd={(set) => void write(set)} />
      ) : (
        <>
          <EndingDetails ending={ending} onWithdraw={() => void withdraw()} />
          <FollowingPapers settled={ending.reason === 'settled'} />
        </>
      )}
    </section>
  );
}
