import { Modal } from 'antd';
import { layers } from '../../shared/layers';
import { useSpeech } from '../../shared/language';

interface PurgeDialogProps {
  readonly count: number;
  readonly busy: boolean;
  readonly onPurge: () => void;
  readonly onClose: () => void;
}

/** Says what goes and what stays before copies are purged, which cannot be undone here. */
export function PurgeDialog({ count, busy, onPurge, onClose }: PurgeDialogProps) {
  const { t } = useSpeech();
  const words = t.privacy.purge;
  return (
    <Modal
      getContainer={layers}
      open
      title={words.confirmTitle(count)}
      okText={words.confirm}
      okButtonProps={{ danger: true, loading: busy }}
      cancelText={t.words.cancel}
      cancelButtonProps={{ disabled: busy, autoFocus: true }}
      closable={!busy}
      keyboard={!busy}
      mask={{ closable: false }}
      onOk={onPurge}
      onCancel={onClose}
    >
      <p>{words.goes}</p>
      <p>{words.stays}</p>
      <p className="quiet">{words.backups}</p>
    </Modal>
  );
}
