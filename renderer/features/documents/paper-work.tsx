import { useState } from 'react';
import { FORMS } from '../../../electron/contract/forms';
import { useSpeech } from '../../shared/language';
import { useCase } from '../case/case-context';
import type { ListedPaper } from './case-papers';
import { PaperDraft } from './draft-pages';
import { IssueCard } from './issue-card';
import { IssuedPages } from './issued-pages';
import { NumberCard } from './number-card';
import { PaperForm } from './paper-form';
import { PaperScans } from './paper-scans';
import { DRAFT, paperState, versionsOf } from './paper-state';
import { SignatureList } from './signature-list';

/** One paper: its page in the middle, what is done with it at the side. */
export function PaperWork({ paper }: { readonly paper: ListedPaper }) {
  const { t, say } = useSpeech();
  const { view } = useCase();
  const { form, of } = paper;
  /** What the person chose to see; until then the version that stands, or the draft while there is none. */
  const [chosen, choose] = useState<string | null>(null);
  const versions = versionsOf(view.state, paper);
  const shown = chosen ?? versions.findLast((one) => one.current)?.entry ?? DRAFT;
  const version = versions.find((one) => one.entry === shown);
  const state = paperState(view.state, paper);
  const agreement = form === 'F12' || form === 'F13';
  return (
    <>
      <section className="document-pages" aria-label={say(paper)}>
        {version === undefined ? (
          <PaperDraft form={form} of={of} />
        ) : (
          <IssuedPages key={version.entry} version={version} title={version.number ?? say(paper)} />
        )}
      </section>
      <div className="document-work">
        <header className="paper-head">
          <h2>{say(paper)}</h2>
          <p className={`paper-state ${state}`}>{t.documents.states[state]}</p>
        </header>
        <PaperForm paper={paper} />
        <PaperScans paper={paper} />
        {FORMS[form].series === undefined ? null : <NumberCard paper={paper} />}
        <IssueCard paper={paper} shown={shown} onShow={choose} />
        {agreement ? <SignatureList /> : null}
      </div>
    </>
  );
}
