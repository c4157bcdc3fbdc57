import { Button } from 'antd';
import { useState } from 'react';
import type { DossierRowView } from '../../../electron/contract/dossier';
import type { ProblemMessage } from '../../../electron/contract/method';
import { dateInWords } from '../../shared/format';
import { useSpeech } from '../../shared/language';
import { ProblemList } from '../../shared/problems';
import { call } from '../../shared/room-client';
import { TextField } from '../../shared/text-field';
import { useCase } from '../case/case-context';
import { placesOf, withoutRows } from './missing-rows';

/** 归档: refused while a required part is missing, unless the chair gives a reason. */
export function ArchiveCard({ missing }: { readonly missing: readonly DossierRowView[] }) {
  const { t } = useSpeech();
  const { editor, view } = useCase();
  const [reason, setReason] = useState('');
  const [problems, setProblems] = useState<readonly ProblemMessage[]>([]);
  const incomplete = missing.length > 0;
  const { archiving } = view.state;
  const archive = async (): Promise<void> => {
    const why = reason.trim();
    const request = { id: view.id, ...(incomplete && why !== '' ? { reason: why } : {}) };
    setProblems(await editor.act(() => call('dossier.archive', request)));
  };
  return (
    <section className="card" aria-label={t.dossier.archive}>
      <h2>{t.dossier.archive}</h2>
      {archiving === undefined ? (
        <>
          {incomplete ? (
            <>
              <p className="quiet">{t.dossier.archiveWaits(placesOf(missing))}</p>
              <TextField
                label={t.dossier.reason}
                hint={t.dossier.reasonHint}
                value={reason}
                lines={2}
                onChange={(text) => {
                  setReason(text);
                  setProblems([]);
                }}
              />
            </>
          ) : null}
          <div className="actions">
            <Button onClick={() => void archive()}>
              {incomplete && reason.trim() !== '' ? t.dossier.archiveAnyway : t.dossier.archive}
            </Button>
          </div>
          <ProblemList problems={withoutRows(problems)} title={t.dossier.archiveProblems} />
        </>
      ) : (
        <>
          <p role="status">{t.dossier.archived(dateInWords(archiving.on), archiving.by)}</p>
          {archiving.reason === undefined ? null : <p>{t.dossier.archivedWhy(archiving.reason)}</p>}
        </>
      )}
    </section>
  );
}
