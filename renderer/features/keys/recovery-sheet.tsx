import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import type { KeysPage } from '../../../electron/contract/access';
import { useAccess } from '../../shared/access-context';
import { useSpeech } from '../../shared/language';
import { SheetConfirm } from './sheet-confirm';
import { SheetOut } from './sheet-out';
import './keys.css';

interface RecoverySheetProps {
  /** A sheet went out before and waits for its last characters. */
  readonly waiting: boolean;
  /** An older sheet is in force. */
  readonly older: boolean;
  readonly onPage: (page: KeysPage) => void;
  readonly onDone: () => void;
  /** Stands below as long as the sheet is not in force. */
  readonly below?: ReactNode;
}

/** 恢复单: print it or save it to a stick, then type its end back; the key itself never comes to the window. */
export function RecoverySheet({ waiting, older, onPage, onDone, below = null }: RecoverySheetProps) {
  const { t } = useSpeech();
  const { reload } = useAccess();
  const words = t.keys.sheet;
  const [step, setStep] = useState<'out' | 'confirm' | 'done'>(waiting ? 'confirm' : 'out');
  const [sent, setSent] = useState<'printer' | 'file' | null>(null);
  if (step === 'done') {
    return (
      <div role="status">
        <p className="sheet-done">{words.done}</p>
        <Button type="primary" size="large" autoFocus onClick={onDone}>
          {words.next}
        </Button>
      </div>
    );
  }
  if (step === 'confirm') {
    return (
      <>
        <p role="status">{sent === null ? words.waiting : words.sent[sent]}</p>
        {older ? <p className="quiet">{words.oldStays}</p> : null}
        <SheetConfirm
          onConfirmed={(page) => {
            onPage(page);
            reload();
            setStep('done');
          }}
          onAgain={() => setStep('out')}
        />
        {below}
      </>
    );
  }
  return (
    <>
      <p>{words.why}</p>
      {older ? <p className="quiet">{words.oldStays}</p> : null}
      <SheetOut
        onOut={(page, to) => {
          onPage(page);
          setSent(to);
          setStep('confirm');
        }}
      />
      {below}
    </>
  );
}
