import { Button, Input } from 'antd';
import { useRef, useState, type DragEvent } from 'react';
import type { ProblemMessage } from '../../../electron/contract/method';
import { Field } from '../../shared/field';
import { useSpeech } from '../../shared/language';

/** A certificate is a few kilobytes; the contract takes 100,000 characters. */
const LARGEST = 100_000;

interface CertificateFieldProps {
  readonly value: string;
  readonly problems: readonly ProblemMessage[] | undefined;
  readonly onChange: (value: string) => void;
}

/** PEM text of the issuer, pasted, dropped as a file or chosen; folded away since most centres need none. */
export function CertificateField({ value, problems, onChange }: CertificateFieldProps) {
  const { t } = useSpeech();
  const words = t.sync.enrol;
  const file = useRef<HTMLInputElement>(null);
  const [fault, setFault] = useState('');
  const take = async (chosen: File | undefined): Promise<void> => {
    if (chosen === undefined) return;
    const text = chosen.size > LARGEST ? '' : await chosen.text();
    const isPem = text.includes('-----BEGIN ');
    setFault(chosen.size > LARGEST ? words.fileTooLarge : isPem ? '' : words.fileNotPem);
    if (isPem) onChange(text.trim());
  };
  const onDrop = (event: DragEvent): void => {
    event.preventDefault();
    void take(event.dataTransfer.files[0]);
  };
  return (
    <details className="certificate" open={(problems?.length ?? 0) > 0 ? true : undefined}>
      <summary>{words.withCertificate}</summary>
      <div onDrop={onDrop} onDragOver={(event) => event.preventDefault()}>
        <Field label={words.certificate} path="certificate" problems={problems} hint={words.certificateHint}>
          {(marks) => (
            <Input.TextArea
              {...marks}
              rows={5}
              spellCheck={false}
              className="pem"
              value={value}
              onChange={(event) => {
                setFault('');
                onChange(event.target.value);
              }}
            />
          )}
        </Field>
        {fault === '' ? null : (
          <p className="field-problem" role="alert">
            {fault}
          </p>
        )}
        <input
          ref={file}
          type="file"
          accept=".pem,.crt,.cer"
          hidden
          onChange={(event) => {
            void take(event.target.files?.[0]);
            event.target.value = '';
          }}
        />
        <Button size="small" onClick={() => file.current?.click()}>
          {words.chooseFile}
        </Button>
      </div>
    </details>
  );
}
