import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type { DossierRowView } from '../../../electron/contract/dossier';
import { FORMS } from '../../../electron/contract/forms';
import type { ProblemMessage } from '../../../electron/contract/method';
import { tabOfField } from '../../shared/jump';
import { useSpeech } from '../../shared/language';
import { ProblemList } from '../../shared/problems';
import { call } from '../../shared/room-client';
import { useCase } from '../case/case-context';

/** Papers that are made when the dossier is bound or its package is made. */
const MADE_LATER = new Set(['F01', 'F02', 'F17', 'F18', 'F27', 'T01']);

interface DossierPartsProps {
  readonly rows: readonly DossierRowView[];
  readonly onMade: () => void;
}

/** The rows of the contents: what is there, what is missing and where to see to it. */
export function DossierParts({ rows, onMade }: DossierPartsProps) {
  const { t, language } = useSpeech();
  const named = (words: { readonly zh: string; readonly en: string }): string =>
    language === 'en' ? words.en : words.zh;
  return (
    <section className="card" aria-label={t.dossier.title}>
      <h2>{t.dossier.title}</h2>
      <p className="field-hint">{t.dossier.hint}</p>
      <table className="dossier-rows">
        <thead>
          <tr>
            <th>{t.dossier.place}</th>
            <th>{t.dossier.part}</th>
            <th>{t.dossier.state}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.place} className={`row-${row.state}`}>
              <td>{row.place}</td>
              <td>
                <strong>{named(row)}</strong>
                <ul>
                  {row.papers.map((paper) => (
                    <li key={`${paper.form ?? ''} ${paper.of} ${paper.zh}`}>
                      <PaperName paper={paper} name={named(paper)} />
                      <span className="quiet">
                        {t.dossier.froms[paper.from]}
                        {paper.pages === null ? '' : `，${t.documents.pages(paper.pages)}`}
                      </span>
                    </li>
                  ))}
                </ul>
              </td>
              <td>
                <span className={`dossier-state ${row.state}`}>{t.dossier.states[row.state]}</span>
                {row.reason === undefined ? null : <Missing reason={row.reason} />}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <MakeMissing rows={rows} onMade={onMade} />
    </section>
  );
}

function PaperName({ paper, name }: { readonly paper: DossierRowView['papers'][number]; readonly name: string }) {
  const { view } = useCase();
  if (paper.form === undefined) return <span>{name}</span>;
  return <Link to={`/cases/${encodeURIComponent(view.id)}/documents/${paper.form}.${paper.of}`}>{name}</Link>;
}

function Missing({ reason }: { readonly reason: ProblemMessage }) {
  const { say } = useSpeech();
  const { view } = useCase();
  const tab = tabOfField(reason.field);
  return (
    <div className="dossier-reason">
      {tab === 'documents' ? (
        say(reason)
      ) : (
        <Link to={`/cases/${encodeURIComponent(view.id)}/${tab}`}>{say(reason)}</Link>
      )}
    </div>
  );
}

/** Issues one paper after the other; those that cannot be made say why. */
function MakeMissing({ rows, onMade }: DossierPartsProps) {
  const { t } = useSpeech();
  const { editor, view } = useCase();
  const [done, setDone] = useState<number | null>(null);
  const [problems, setProblems] = useState<readonly ProblemMessage[]>([]);
  const missing = rows
    .flatMap((row) => row.papers)
    .filter((paper) => paper.from === 'to-make' && paper.form !== undefined && !MADE_LATER.has(paper.form));
  if (missing.length === 0) return <ProblemList problems={problems} title={t.dossier.notMade} />;
  const make = async (): Promise<void> => {
    const refused: ProblemMessage[] = [];
    for (const [index, { form, of, zh, en }] of missing.entries()) {
      if (form === undefined) continue;
      setDone(index);
      const request = { id: view.id, form, of };
      const numbered =
        FORMS[form].series === undefined ? [] : await editor.act(() => call('documents.takeNumber', request));
      const issued = numbered.length > 0 ? numbered : await editor.act(() => call('documents.issue', request));
      refused.push(...issued.map((each) => ({ ...each, zh: `${zh}：${each.zh}`, en: `${en}: ${each.en}` })));
    }
    setDone(null);
    setProblems(refused);
    onMade();
  };
  return (
    <>
      <ProblemList problems={problems} title={t.dossier.notMade} />
      <div className="actions">
        <Button loading={done !== null} onClick={() => void make()}>
          {done === null ? t.dossier.makeMissing : t.dossier.makingMissing(done + 1, missing.length)}
        </Button>
      </div>
    </>
  );
}
