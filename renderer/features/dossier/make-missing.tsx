import { Button } from 'antd';
import { useRef, useState } from 'react';
import type { DossierRowView } from '../../../electron/contract/dossier';
import type { ProblemMessage } from '../../../electron/contract/method';
import { useSpeech } from '../../shared/language';
import { call } from '../../shared/room-client';
import { useCase } from '../case/case-context';
import { ProblemLinks } from '../documents/problem-links';
import { canMake } from './paper-origin';

type Paper = DossierRowView['papers'][number];

interface MakeMissingProps {
  readonly rows: readonly DossierRowView[];
  readonly onMade: () => void;
}

/** Issues one missing paper after the other; those that cannot be made say why. It can be stopped between two. */
export function MakeMissing({ rows, onMade }: MakeMissingProps) {
  const { t, say } = useSpeech();
  const { editor, view } = useCase();
  const stop = useRef<AbortController | null>(null);
  const [told, tell] = useState<string | null>(null);
  const [working, setWorking] = useState(false);
  const [problems, setProblems] = useState<readonly ProblemMessage[]>([]);
  const missing = rows.flatMap((row) => row.papers).filter(canMake);

  const makeOne = async ({ form, of, zh, en }: Paper): Promise<readonly ProblemMessage[]> => {
    if (form === undefined) return [];
    const request = { id: view.id, form, of };
    const numbered = await editor.act(() => call('documents.takeNumber', request));
    const refused = numbered.length > 0 ? numbered : await editor.act(() => call('documents.issue', request));
    return refused.map((each) => ({ ...each, zh: `${zh}：${each.zh}`, en: `${en}: ${each.en}` }));
  };
  const make = async (): Promise<void> => {
    const run = new AbortController();
    stop.current = run;
    setWorking(true);
    setProblems([]);
    const refused: ProblemMessage[] = [];
    let made = 0;
    for (const [index, paper] of missing.entries()) {
      if (run.signal.aborted) break;
      tell(t.dossier.makingMissing(index + 1, missing.length, say(paper)));
      const why = await makeOne(paper);
      if (why.length === 0) made += 1;
      refused.push(...why);
    }
    setWorking(false);
    tell(t.dossier.madeMissing(made));
    setProblems(refused);
    onMade();
  };
  return (
    <>
      {working || missing.length > 0 ? (
        <div className="actions make-missing">
          <Button type="primary" loading={working} onClick={() => void make()}>
            {t.dossier.makeMissing}
          </Button>
          {working ? <Button onClick={() => stop.current?.abort()}>{t.batch.stop}</Button> : null}
        </div>
      ) : null}
      {told === null ? null : <p role="status">{told}</p>}
      <ProblemLinks problems={problems} title={t.dossier.notMade} />
    </>
  );
}
