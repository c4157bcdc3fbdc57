import { Modal } from 'antd';
import { useEffect, useMemo } from 'react';
import { layers } from '../../shared/layers';
import { useSpeech } from '../../shared/language';
import { ProblemList } from '../../shared/problems';
import { useAnswer } from '../../shared/use-answer';
import { useCase } from '../case/case-context';
import { PdfView } from '../documents/pdf-view';

/** One scan or picture, as large as the window allows. */
export function ScanView({ attachment, onClose }: { readonly attachment: string; readonly onClose: () => void }) {
  const { t } = useSpeech();
  const { state } = useCase();
  const read = useAnswer('attachments.read', { id: state.id, attachment });
  return (
    <Modal
      getContainer={layers}
      open
      centered
      title={read.value?.name ?? t.words.loading}
      width="min(960px, 92vw)"
      footer={null}
      onCancel={onClose}
    >
      <ProblemList problems={read.problems} />
      {read.value === null ? null : read.value.type === 'application/pdf' ? (
        <PdfView pdf={read.value.bytes} title={read.value.name} />
      ) : (
        <Picture bytes={read.value.bytes} type={read.value.type} name={read.value.name} />
      )}
    </Modal>
  );
}

function Picture({ bytes, type, name }: { readonly bytes: Uint8Array; readonly type: string; readonly name: string }) {
  const address = useMemo(() => URL.createObjectURL(new Blob([bytes.slice()], { type })), [bytes, type]);
  useEffect(() => () => URL.revokeObjectURL(address), [address]);
  return <img className="scan-picture" src={address} alt={name} />;
}
