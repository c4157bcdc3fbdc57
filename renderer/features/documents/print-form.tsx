import { Button } from 'antd';
import { useState } from 'react';
import type { ProblemMessage } from '../../../electron/contract/method';
import { useSpeech } from '../../shared/language';
import { ProblemList } from '../../shared/problems';
import { call } from '../../shared/room-client';
import { useAnswer } from '../../shared/use-answer';
import { useCase } from '../case/case-context';
import { copiesDue, type ListedPaper } from './case-papers';
import { readPageRanges } from './page-ranges';
import type { IssuedVersion } from './paper-state';
import { CopiesField, PrintOptions, type PrintWish } from './print-options';
import { PrintedQuestion } from './printed-question';
import { rememberJob, type SentJob } from './running-jobs';

interface PrintFormProps {
  readonly paper: ListedPaper;
  readonly version: IssuedVersion;
  readonly onSent: (sent: SentJob) => void;
  readonly onPrinted: () => void;
}

/** Where and how to print; the system's own viewer is always there as the other way. */
export function PrintForm({ paper, version, onSent, onPrinted }: PrintFormProps) {
  const { t } = useSpeech();
  const { editor, view } = useCase();
  const due = copiesDue(view, paper);
  const found = useAnswer('documents.printers', {});
  const printers = found.value?.printers ?? [];
  const [typed, setTyped] = useState<Partial<PrintWish>>({});
  const [sending, setSending] = useState(false);
  const [opened, setOpened] = useState<string | null>(null);
  const [problems, setProblems] = useState<readonly ProblemMessage[]>([]);
  const wish: PrintWish = {
    printer: (printers.find((one) => one.isDefault) ?? printers[0])?.name ?? '',
    copies: due,
    sides: version.pages === 1 ? 'one' : 'two-long',
    pages: '',
    ...typed,
  };
  const ranges = readPageRanges(wish.pages, version.pages);
  const usable = found.problems.length === 0 && printers.length > 0;
  const printed = version.printings.reduce((sum, one) => sum + one.copies, 0);

  const print = async (): Promise<void> => {
    if (ranges === null) return;
    setSending(true);
    const { printer, copies, sides } = wish;
    const request = { id: view.id, document: version.entry, printer, copies, sides };
    const refused = await editor.act(async () => {
      const answer = await call('documents.print', ranges.length === 0 ? request : { ...request, pages: [...ranges] });
      if (!answer.ok) return answer;
      const name = printers.find((one) => one.name === printer)?.description ?? printer;
      const sent = { job: answer.value.job, printer: name, copies, pages: ranges };
      rememberJob(version.entry, sent);
      onSent(sent);
      return { ok: true, value: answer.value.view };
    });
    setSending(false);
    setProblems(refused);
  };
  const open = async (): Promise<void> => {
    const answer = await call('documents.openInViewer', { id: view.id, document: version.entry });
    setProblems(answer.ok ? [] : answer.problems);
    if (answer.ok) setOpened(answer.value.file);
  };
  /** The queue did not answer: paper may come all the same, so the question is asked. */
  const unclear = problems.some((one) => one.code === 'submit-unclear');
  return (
    <>
      {printed === 0 ? null : (
        <p className="duplicate-notice" role="note">
          {t.documents.duplicateNotice(printed)}
        </p>
      )}
      <ProblemList problems={problems} />
      {found.waiting ? <p className="quiet">{t.documents.findingPrinters}</p> : null}
      <ProblemList problems={found.problems} title={t.documents.noPrinters} />
      {usable ? (
        <PrintOptions
          wish={wish}
          printers={printers}
          due={due}
          paper={paper}
          pages={version.pages}
          wrongPages={ranges === null}
          onChange={(patch) => setTyped({ ...typed, ...patch })}
        />
      ) : (
        <CopiesField
          paper={paper}
          due={due}
          copies={wish.copies}
          onChange={(copies) => setTyped({ ...typed, copies })}
        />
      )}
      <div className="actions">
        {usable ? (
          <Button type="primary" loading={sending} disabled={ranges === null} onClick={() => void print()}>
            {sending ? t.documents.sending : t.documents.print}
          </Button>
        ) : (
          <Button onClick={found.reload}>{t.documents.reloadPrinters}</Button>
        )}
        <Button type={usable || found.waiting ? 'default' : 'primary'} onClick={() => void open()}>
          {t.documents.openViewer}
        </Button>
      </div>
      {opened === null ? (
        <p className="field-hint">{t.documents.openViewerHint}</p>
      ) : (
        <p className="quiet opened-file" role="status">
          {t.documents.opened(opened)}
        </p>
      )}
      {opened === null && !unclear ? null : (
        <PrintedQuestion
          document={version.entry}
          copies={wish.copies}
          {...(opened === null ? { printer: wish.printer, pages: ranges ?? [] } : {})}
          onPrinted={onPrinted}
          onNotOut={() => {
            setOpened(null);
            setProblems([]);
          }}
        />
      )}
    </>
  );
}
