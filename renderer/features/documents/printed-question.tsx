import { Button, InputNumber } from 'antd';
import { useState } from 'react';
import type { ProblemMessage } from '../../../electron/contract/method';
import { Field } from '../../shared/field';
import { useSpeech } from '../../shared/language';
import { ProblemList } from '../../shared/problems';
import { call } from '../../shared/room-client';
import { useCase } from '../case/case-context';
import { pagesInWords, type PageRange } from './page-ranges';

interface PrintedQuestionProps {
  readonly document: string;
  /** How many were sent. */
  readonly copies: number;
  /** The printer to which the app sent it; none when the system's viewer printed. */
  readonly printer?: string;
  /** What was sent of it; empty means all. */
  readonly pages?: readonly PageRange[];
  readonly onPrinted: () => void;
  readonly onNotOut: () => void;
}

/** 纸质文书打出来了吗？ Only a person's word makes a document printed; “no” leaves no trace, the same bytes can go again. */
export function PrintedQuestion({ document, copies, printer, pages = [], onPrinted, onNotOut }: PrintedQuestionProps) {
  const { t } = useSpeech();
  const { editor, view } = useCase();
  const [out, setOut] = useState(copies);
  const [busy, setBusy] = useState(false);
  const [problems, setProblems] = useState<readonly ProblemMessage[]>([]);
  const confirm = async (): Promise<void> => {
    setBusy(true);
    const request = { id: view.id, document, copies: out, ...(printer === undefined ? {} : { printer }) };
    const refused = await editor.act(() => call('documents.confirmPrinted', request));
    setBusy(false);
    setProblems(refused);
    if (refused.length === 0) onPrinted();
  };
  return (
    <section className="printed-question" aria-label={t.documents.question}>
      <h3>{t.documents.question}</h3>
      <p className="field-hint">{t.documents.questionHint}</p>
      {pages.length === 0 ? null : <p className="note">{t.documents.onlySomePages(pagesInWords(pages))}</p>}
      <ProblemList problems={problems} />
      <Field label={t.documents.printedCopies}>
        {(marks) => (
          <InputNumber {...marks} min={1} max={99} precision={0} value={out} onChange={(n) => setOut(n ?? copies)} />
        )}
      </Field>
      <div className="actions">
        <Button type="primary" loading={busy} onClick={() => void confirm()}>
          {t.documents.confirmPrinted}
        </Button>
        <Button onClick={onNotOut}>{t.documents.notOut}</Button>
      </div>
    </section>
  );
}
