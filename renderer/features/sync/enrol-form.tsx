import { Button } from 'antd';
import { useState, type SubmitEvent } from 'react';
import { useSpeech } from '../../shared/language';
import { byField, ProblemList } from '../../shared/problems';
import { TextField } from '../../shared/text-field';
import { CertificateField } from './certificate-field';
import { useStep } from './use-step';
import type { TakeStep } from './use-sync-page';

/** Address and certificate of the centre; sending them asks for admission. */
export function EnrolForm({ url: known, step }: { readonly url: string; readonly step: TakeStep }) {
  const { t } = useSpeech();
  const words = t.sync.enrol;
  const [url, setUrl] = useState(known);
  const [certificate, setCertificate] = useState('');
  const { busy, problems, run } = useStep();
  const at = byField(problems);
  const typed = url.trim();
  const send = (event: SubmitEvent): void => {
    event.preventDefault();
    if (typed === '' || busy) return;
    const pem = certificate.trim();
    void run(() => step('sync.enrol', { url: typed, ...(pem === '' ? {} : { certificate: pem }) }));
  };
  return (
    <form className="enrol" onSubmit={send}>
      <ProblemList
        title={words.problems}
        problems={problems.filter(({ field }) => field !== 'url' && field !== 'certificate')}
      />
      <TextField
        label={words.address}
        path="url"
        value={url}
        hint={words.addressHint}
        problems={at['url']}
        onChange={setUrl}
      />
      <CertificateField value={certificate} problems={at['certificate']} onChange={setCertificate} />
      <div className="actions">
        <Button type="primary" htmlType="submit" loading={busy} disabled={typed === ''}>
          {words.send}
        </Button>
      </div>
    </form>
  );
}
