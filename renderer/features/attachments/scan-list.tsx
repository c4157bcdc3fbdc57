import { PaperClipOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import type { Request } from '../../../electron/contract/contract';
import type { ProblemMessage } from '../../../electron/contract/method';
import { useSpeech } from '../../shared/language';
import { ProblemList } from '../../shared/problems';
import { call } from '../../shared/room-client';
import { useCase } from '../case/case-context';
import { ScanView } from './scan-view';
import './attachments.css';

type Role = Request<'attachments.add'>['role'];

interface ScanListProps {
  readonly role: Role;
  /** What the scans belong to: a party, a piece of evidence, an issued document, an instalment, a character. */
  readonly of: string;
  /** What the import button says. */
  readonly add: string;
  /** Read with the button, to tell it from others of its kind. */
  readonly about?: string;
}

/** Scans and pictures of one thing（附件）: import, look at, take back. */
export function ScanList({ role, of, add, about }: ScanListProps) {
  const { t } = useSpeech();
  const { editor, state } = useCase();
  const [problems, setProblems] = useState<readonly ProblemMessage[]>([]);
  const [warnings, setWarnings] = useState<readonly ProblemMessage[]>([]);
  const [busy, setBusy] = useState(false);
  const [shown, show] = useState<string | null>(null);
  const scans = state.attachments.filter((scan) => scan.role === role && scan.of === of);
  const choose = async (): Promise<void> => {
    setBusy(true);
    const told: ProblemMessage[] = [];
    const refused = await editor.act(async () => {
      const answer = await call('attachments.add', { id: state.id, role, of });
      if (!answer.ok) return answer;
      if (answer.value === null) return call('cases.open', { id: state.id });
      told.push(...answer.value.refused.map((each) => each.problem));
      setWarnings(answer.value.warnings);
      return { ok: true, value: answer.value.view };
    });
    setProblems([...refused, ...told]);
    setBusy(false);
  };
  const remove = async (attachment: string): Promise<void> => {
    setProblems(await editor.write([{ kind: 'attachment-set', data: { attachment, set: { removed: true } } }]));
    setWarnings([]);
  };
  return (
    <div className="scan-list">
      <ProblemList problems={problems} />
      <ProblemList problems={warnings} title={t.attachments.check} />
      {scans.length === 0 ? null : (
        <ul>
          {scans.map((scan) => (
            <li key={scan.key}>
              <PaperClipOutlined aria-hidden="true" />
              <span className="scan-name" title={scan.name}>
                {scan.name}
              </span>
              <span className="quiet">{t.documents.pages(scan.pages)}</span>
              <Button size="small" onClick={() => show(scan.key)} aria-label={t.attachments.look(scan.name)}>
                {t.documents.show}
              </Button>
              <Button
                size="small"
                type="text"
                onClick={() => void remove(scan.key)}
                aria-label={t.attachments.remove(scan.name)}
              >
                {t.attachments.takeBack}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <Button
        size="small"
        loading={busy}
        icon={<PaperClipOutlined />}
        onClick={() => void choose()}
        aria-label={about === undefined ? add : `${add}：${about}`}
      >
        {add}
      </Button>
      {shown === null ? null : <ScanView attachment={shown} onClose={() => show(null)} />}
    </div>
  );
}
