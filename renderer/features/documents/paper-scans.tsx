import { useSpeech } from '../../shared/language';
import { ScanList } from '../attachments/scan-list';
import type { ListedPaper } from './case-papers';

/** Scans that a form prints: identity papers of a party on F06, the slip of an instalment on F14. */
export function PaperScans({ paper }: { readonly paper: ListedPaper }) {
  const { t } = useSpeech();
  const { form, of } = paper;
  if (form !== 'F06' && form !== 'F14') return null;
  const [title, add] =
    form === 'F06'
      ? [t.documents.identityScans, t.documents.addIdentity]
      : [t.documents.slipScans, t.documents.addSlip];
  return (
    <section className="card" aria-label={title}>
      <h2>{title}</h2>
      <ScanList role={form === 'F06' ? 'identity' : 'slip'} of={of} add={add} />
    </section>
  );
}
