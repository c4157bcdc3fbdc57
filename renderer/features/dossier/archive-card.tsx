import { Button } from 'antd';
import { useState } from 'react';
import type { ProblemMessage } from '../../../electron/contract/method';
import { dateInWords } from '../../shared/format';
import { useSpeech } from '../../shared/language';
import { ProblemList } from '../../shared/problems';
import { call } from '../../shared/room-client';
import { TextField } from '../../shared/text-field';
import { useCase } from '../case/case-context';

/** 归档: refused while a required part is missing, unless the chair gives a reason. */
export function ArchiveCard({ incomplete }: { readonly incomplete: boolean }) {
  const { t } = useSpeech();
  const { editor, view } = useCase();
  const [reason, setReason] = useState('');
  const [problems, setProblems] = useState<readonly ProblemMessage[]>([]);
  const { archiving } = view.state;
  const archive = async (): Promise<void> => {
    const why = reason.trim();
    const request = { id: view.id, ...(why === '' ? {} : { reason: why }) };
    setProblems(await editor.act(() => call('dossier.archive', request)));
  };
  return (
    <section className="card" aria-label={t.dossier.archive}>
      <h2>{t.dossier.archive}</h2>
      {archiving === undefined ? (
        <>
          <ProblemList problems={problems} title={t.dossier.archiveProblems} />
          {incomplete ? (
            <TextField
              label={t.dossier.reason}
              hint={t.dossier.reasonHint}
              value={reason}
              lines={2}
              onChange={setReason}
            />
          ) : null}
          <div className="actions">
            <Button onClick={() => void archive()}>
              {incomplete && reason.trim() !== '' ? t.dossier.archiveAnyway : t.dossier.archive}
            </Button>
          </div>
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
