import { useState } from 'react';
import type { ProblemMessage } from '../../../electron/contract/method';
import { dateInWords } from '../../shared/format';
import { useSpeech } from '../../shared/language';
import { useCase } from '../case/case-context';
import { ProblemLinks } from './problem-links';
import { SignerRow, type Signing } from './signer-row';

/** 签署: who signed and the date as it stands on paper; the day of effect follows from them and is never typed. */
export function SignatureList() {
  const { t } = useSpeech();
  const { editor, view, state } = useCase();
  const [problems, setProblems] = useState<readonly ProblemMessage[]>([]);
  const mediator = `${t.documents.mediator} ${state.mediators[0] ?? ''}`.trim();
  const signers = [
    ...state.parties.map((party) => {
      const name = party.shortName ?? party.name;
      return { by: party.key, name, label: t.documents.signedOn(name), party };
    }),
    { by: 'mediator', name: mediator, label: t.documents.signedOn(mediator) },
    { by: 'committee', name: t.documents.committee, label: t.documents.sealedOn },
  ];
  const sign = async (by: string, { on, signer }: Signing): Promise<boolean> => {
    const data = { by, on, ...(signer === '' ? {} : { signer }) };
    const refused = await editor.write([{ kind: 'signature-set', data }]);
    setProblems(refused);
    return refused.length === 0;
  };
  return (
    <section className="card" aria-label={t.documents.signatures} data-field="signatures">
      <h2>{t.documents.signatures}</h2>
      <p className="field-hint">{t.documents.signaturesHint}</p>
      <ProblemLinks problems={problems} />
      {signers.map((signer) => (
        <SignerRow
          key={signer.by}
          {...signer}
          signature={state.signatures.find((one) => one.by === signer.by)}
          onSign={(signing) => sign(signer.by, signing)}
        />
      ))}
      <p className="effective">
        {t.documents.effectiveOn}：
        <output aria-label={t.documents.effectiveOn}>
          {view.effectiveOn === null ? t.documents.notEffective : dateInWords(view.effectiveOn)}
        </output>
      </p>
      {view.effectRule === null ? null : <p className="field-hint">{t.documents.rules[view.effectRule]}</p>}
    </section>
  );
}
