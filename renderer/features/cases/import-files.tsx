import { Button, Modal } from 'antd';
import { useState } from 'react';
import type { ProblemMessage } from '../../../electron/contract/method';
import type { ImportReportView } from '../../../electron/contract/room';
import { layers } from '../../shared/layers';
import { useSpeech } from '../../shared/language';
import { ProblemList } from '../../shared/problems';
import { call } from '../../shared/room-client';

/** Takes in hand-over files and tells what became of each record. */
export function ImportFiles({ onImported }: { readonly onImported: () => void }) {
  const { t } = useSpeech();
  const [working, setWorking] = useState(false);
  const [report, setReport] = useState<ImportReportView | null>(null);
  const [problems, setProblems] = useState<readonly ProblemMessage[]>([]);

  const run = async (): Promise<void> => {
    setWorking(true);
    const answer = await call('room.importFiles', {});
    setWorking(false);
    setProblems(answer.ok ? [] : answer.problems);
    if (!answer.ok) return;
    setReport(answer.value);
    if (answer.value !== null && answer.value.imported > 0) onImported();
  };
  const close = (): void => {
    setReport(null);
    setProblems([]);
  };
  return (
    <>
      <Button loading={working} onClick={() => void run()}>
        {t.cases.importFiles}
      </Button>
      <Modal
        getContainer={layers}
        title={t.cases.report}
        open={report !== null || problems.length > 0}
        width={720}
        onCancel={close}
        footer={
          <Button type="primary" onClick={close}>
            {t.words.close}
          </Button>
        }
      >
        <ProblemList problems={problems} />
        {report === null ? null : <ImportReport report={report} />}
      </Modal>
    </>
  );
}

function ImportReport({ report }: { readonly report: ImportReportView }) {
  const { t, say } = useSpeech();
  return (
    <>
      <p>
        {t.cases.imported(report.imported)}；{t.cases.unchanged(report.unchanged)}；
        <span className={report.refused.length > 0 ? 'wrong' : undefined}>
          {t.cases.refused(report.refused.length)}
        </span>
      </p>
      {report.refused.length === 0 ? null : (
        <>
          <p className="quiet">{t.cases.refusedText}</p>
          <ul className="import-refused">
            {report.refused.map((refusal) => (
              <li key={`${refusal.file} ${refusal.record}`}>
                <strong>{t.cases.record(refusal.file, refusal.record)}</strong>
                {refusal.id === null ? '' : ` ${refusal.id}`}
                <ul>
                  {refusal.problems.map((problem, index) => (
                    <li key={index}>{say(problem)}</li>
                  ))}
                </ul>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
