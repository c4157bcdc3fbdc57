import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { Link, useParams } from 'react-router';
import type { ProblemMessage } from '../../../electron/contract/method';
import { useSpeech } from '../../shared/language';
import { personHere } from '../../shared/person-here';
import { ProblemList } from '../../shared/problems';
import { call, onAccessChanged, onCaseChanged } from '../../shared/room-client';
import { CaseProvider } from './case-context';
import { CaseEditor } from './case-editor';
import { CaseScreen } from './case-screen';
import './case.css';

type Opened =
  | { readonly id: string; readonly editor: CaseEditor }
  | { readonly id: string; readonly problems: readonly ProblemMessage[] };

/** Editors that still held something unsaved when their case was left: what was typed is there when its person comes back. */
const unsaved = new Map<string, CaseEditor>();

/** One case: opened when its address is shown, kept up to date, and everything typed is written before it is left. */
export function CasePage() {
  const { t } = useSpeech();
  const { id = '' } = useParams();
  const [opened, setOpened] = useState<Opened | null>(null);
  const [round, setRound] = useState(0);

  useEffect(() => {
    let here = true;
    let editor: CaseEditor | undefined;
    const key = `${personHere()} ${id}`;
    void call('cases.open', { id }).then((answer) => {
      if (!here) return;
      if (answer.ok) {
        const left = unsaved.get(key);
        unsaved.delete(key);
        editor = left ?? new CaseEditor(answer.value);
        if (left !== undefined) void left.refresh();
        setOpened({ id, editor });
      } else setOpened({ id, problems: answer.problems });
    });
    const stop = onCaseChanged((changed) => {
      if (changed === id) void editor?.refresh();
    });
    // Locking masks again what was shown whole.
    const stopMasks = onAccessChanged(() => void editor?.refresh());
    const leave = (): void => {
      const left = editor;
      void left?.flush().then(() => {
        if (left.snapshot().unsaved) unsaved.set(key, left);
      });
    };
    window.addEventListener('pagehide', leave);
    return () => {
      here = false;
      stop();
      stopMasks();
      window.removeEventListener('pagehide', leave);
      leave();
    };
  }, [id, round]);

  if (opened?.id !== id) return <p className="waiting">{t.words.loading}</p>;
  if ('problems' in opened) {
    return (
      <main className="page">
        <div className="page-head">
          <h1>{t.caseTexts.openFailed}</h1>
        </div>
        <ProblemList problems={opened.problems} />
        <div className="actions">
          <Button type="primary" onClick={() => setRound((n) => n + 1)}>
            {t.words.retry}
          </Button>
          <Link to="/cases">{t.caseTexts.back}</Link>
        </div>
      </main>
    );
  }
  return (
    <CaseProvider key={id} editor={opened.editor}>
      <CaseScreen />
    </CaseProvider>
  );
}
