import { Button } from 'antd';
import { useState } from 'react';
import type { ProblemMessage } from '../../../electron/contract/method';
import { DateField } from '../../shared/date-field';
import { dateInWords, shanghaiDay } from '../../shared/format';
import { useSpeech } from '../../shared/language';
import { ProblemList } from '../../shared/problems';
import { useCase } from '../case/case-context';

/** 签署: the date of each signature as it stands on paper; the day of effect follows from them and is never typed. */
export function SignatureList() {
  const { t } = useSpeech();
  const { editor, view, state } = useCase();
  const [problems, setProblems] = useState<readonly ProblemMessage[]>([]);
  const mediator = `${t.documents.mediator} ${state.mediators[0] ?? ''}`.trim();
  const signers = [
    ...state.parties.map((party) => {
      const name = party.shortName ?? party.name;
      return { by: party.key, name, label: t.documents.signedOn(name) };
    }),
    { by: 'mediator', name: mediator, label: t.documents.signedOn(mediator) },
    { by: 'committee', name: t.documents.committee, label: t.documents.sealedOn },
  ];
  const sign = async (by: string, on: string | null): Promise<void> => {
    setProblems(await editor.write([{ kind: 'signature-set', data: { by, on } }]));
  };
  return (
    <section className="card" aria-label={t.documents.signatures} data-field="signatures">
      <h2>{t.documents.signatures}</h2>
      <p className="field-hint">{t.documents.signaturesHint}</p>
      <ProblemList problems={problems} />
      {signers.map(({ by, name, label }) => {
        const signature = state.signatures.find((one) => one.by === by);
        return (
          <div key={by} className="signer">
            <DateField
              label={label}
              path={`signature.${by}`}
              late
              value={signature?.on}
              hint={signature?.valid === false ? t.documents.invalid : undefined}
              onChange={(on) => {
                if (on !== signature?.on) void sign(by, on ?? null);
              }}
            />
            {signature === undefined ? (
              <Button
                aria-label={`${label}：${t.documents.today}`}
                onClick={() => void sign(by, shanghaiDay(new Date()))}
              >
                {t.documents.today}
              </Button>
            ) : (
              <Button aria-label={t.documents.withdraw(name)} onClick={() => void sign(by, null)}>
                ×
              </Button>
            )}
          </div>
        );
      })}
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
