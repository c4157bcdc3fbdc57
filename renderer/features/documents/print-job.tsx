import { Button } from 'antd';
import { useSpeech } from '../../shared/language';
import { ProblemList } from '../../shared/problems';
import { PrintedQuestion } from './printed-question';
import type { SentJob } from './running-jobs';
import { usePrintJob } from './use-print-job';

interface PrintJobProps {
  readonly document: string;
  readonly sent: SentJob;
  readonly onPrinted: () => void;
  /** Back to the choice of printer: nothing came out. */
  readonly onAgain: () => void;
}

/** 打印进度: the job in words every second; once all was sent, the question whether the paper is there. */
export function PrintJob({ document, sent, onPrinted, onAgain }: PrintJobProps) {
  const { t, say } = useSpeech();
  const { state, problems, ended, cancel } = usePrintJob(sent.job);
  const phase = state?.phase ?? 'waiting';
  const words = t.documents.phases[phase];
  const failed = phase === 'cancelled' || phase === 'failed';
  return (
    <>
      <p className={`job-phase ${phase}`} role="status" aria-label={t.documents.job}>
        {state?.reason === undefined ? words : t.documents.phaseWhy(words, say(state.reason))}
      </p>
      <p className="quiet">{t.documents.jobSent(sent.printer, sent.copies)}</p>
      <ProblemList problems={problems} />
      {ended && !failed ? (
        <PrintedQuestion
          document={document}
          copies={sent.copies}
          printer={sent.job.printer}
          pages={sent.pages}
          onPrinted={onPrinted}
          onNotOut={onAgain}
        />
      ) : null}
      {failed ? (
        <div className="actions">
          <Button type="primary" onClick={onAgain}>
            {t.documents.printAgain}
          </Button>
        </div>
      ) : null}
      {ended ? null : (
        <>
          <p className="field-hint">{t.documents.closeWhileRunning}</p>
          <div className="actions">
            <Button onClick={() => void cancel()}>{t.documents.cancelJob}</Button>
          </div>
        </>
      )}
    </>
  );
}
