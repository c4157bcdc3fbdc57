import { Button } from 'antd';
import { useState } from 'react';
import type { DossierRowView } from '../../../electron/contract/dossier';
import { DOSSIER } from '../../../electron/contract/forms';
import type { ProblemMessage } from '../../../electron/contract/method';
import { shanghaiMinute } from '../../shared/format';
import { useSpeech } from '../../shared/language';
import { ProblemList } from '../../shared/problems';
import { call } from '../../shared/room-client';
import { useCase } from '../case/case-context';
import { placesOf } from './missing-rows';

interface BoundDossierProps {
  readonly missing: readonly DossierRowView[];
  readonly onBound: () => void;
}

/** 装订: binds the dossier, saves it, opens it. */
export function BoundDossier({ missing, onBound }: BoundDossierProps) {
  const { t } = useSpeech();
  const { editor, view } = useCase();
  const [binding, setBinding] = useState(false);
  const [saved, setSaved] = useState<string | null>(null);
  const [problems, setProblems] = useState<readonly ProblemMessage[]>([]);
  const last = view.state.documents.findLast((one) => one.form === DOSSIER);
  const waits = missing.length > 0 && view.state.archiving?.reason === undefined;
  const bind = async (): Promise<void> => {
    setBinding(true);
    setSaved(null);
    setProblems(await editor.act(() => call('dossier.make', { id: view.id })));
    setBinding(false);
    onBound();
  };
  const save = async (document: string): Promise<void> => {
    const answer = await call('documents.save', { id: view.id, document });
    setProblems(answer.ok ? [] : answer.problems);
    setSaved(answer.ok ? answer.value.file : null);
  };
  const open = async (document: string): Promise<void> => {
    const answer = await call('documents.openInViewer', { id: view.id, document });
    setProblems(answer.ok ? [] : answer.problems);
  };
  return (
    <section className="card" aria-label={t.dossier.bind} data-field="dossier-bind">
      <h2>{t.dossier.bind}</h2>
      {last === undefined ? null : (
        <p role="status">
          {last.current ? t.dossier.bound(last.pages, shanghaiMinute(last.issuedAt)) : t.dossier.boundOld}
        </p>
      )}
      {waits ? <p className="quiet">{t.dossier.bindWaits(placesOf(missing))}</p> : null}
      <ProblemList problems={problems} title={t.dossier.bindProblems} />
      <div className="actions">
        <Button
          type={waits || last?.current === true ? 'default' : 'primary'}
          disabled={waits}
          loading={binding}
          onClick={() => void bind()}
        >
          {binding ? t.dossier.binding : last === undefined ? t.dossier.bind : t.dossier.bindAgain}
        </Button>
        {last === undefined ? null : (
          <>
            <Button onClick={() => void save(last.entry)}>{t.dossier.save}</Button>
            <Button onClick={() => void open(last.entry)}>{t.dossier.open}</Button>
          </>
        )}
      </div>
      {saved === null ? null : (
        <p className="quiet saved-to" role="status">
          {t.dossier.savedTo(saved)}
        </p>
      )}
    </section>
  );
}
