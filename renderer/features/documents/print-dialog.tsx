import { Modal } from 'antd';
import { useState } from 'react';
import { layers } from '../../shared/layers';
import { useSpeech } from '../../shared/language';
import type { ListedPaper } from './case-papers';
import type { IssuedVersion } from './paper-state';
import { PrintForm } from './print-form';
import { PrintJob } from './print-job';
import { forgetJob, runningJob } from './running-jobs';
import './printing.css';

interface PrintDialogProps {
  readonly paper: ListedPaper;
  readonly version: IssuedVersion;
  readonly onClose: () => void;
}

/** 打印: choose printer and copies, follow the job, say whether the paper is there. May be closed at any time. */
export function PrintDialog({ paper, version, onClose }: PrintDialogProps) {
  const { t, say } = useSpeech();
  const [sent, setSent] = useState(() => runningJob(version.entry));
  const again = (): void => {
    forgetJob(version.entry);
    setSent(null);
  };
  const printed = (): void => {
    forgetJob(version.entry);
    onClose();
  };
  return (
    <Modal
      getContainer={layers}
      title={t.documents.printTitle(say(paper))}
      open
      footer={null}
      width={560}
      onCancel={onClose}
    >
      {sent === null ? (
        <PrintForm paper={paper} version={version} onSent={setSent} onPrinted={printed} />
      ) : (
        <PrintJob document={version.entry} sent={sent} onPrinted={printed} onAgain={again} />
      )}
    </Modal>
  );
}
