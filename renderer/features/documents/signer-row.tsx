import { Button } from 'antd';
import { useState } from 'react';
import type { CaseState, Party } from '../../shared/case-types';
import { Choice } from '../../shared/choice';
import { DateField } from '../../shared/date-field';
import { Field } from '../../shared/field';
import { shanghaiDay } from '../../shared/format';
import { useSpeech } from '../../shared/language';

/** A signature as it is written: its date, null withdraws it; the agent's name, empty for the party itself. */
export interface Signing {
  readonly on: string | null;
  readonly signer: string;
}

interface SignerRowProps {
  readonly by: string;
  readonly name: string;
  readonly label: string;
  /** The party that signs; the mediator and the committee are none. */
  readonly party?: Party;
  readonly signature: CaseState['signatures'][number] | undefined;
  /** Resolves to false when it was refused. */
  readonly onSign: (signing: Signing) => Promise<boolean>;
}

/** One signature: who signed, where a party has agents, and when. */
export function SignerRow({ by, name, label, party, signature, onSign }: SignerRowProps) {
  const { t } = useSpeech();
  const agents = (party?.representatives ?? []).map((agent) => agent.name).filter((agent) => agent !== '');
  /** Chosen before there is a date to write it with. */
  const [chosen, choose] = useState<string | null>(null);
  const signer = chosen ?? signature?.signer ?? '';
  const words = {
    '': party?.kind === 'organisation' ? t.documents.bySeal : t.documents.inPerson,
    ...Object.fromEntries(agents.map((agent) => [agent, t.documents.agent(agent)])),
  };
  const sign = async (on: string | null, who: string): Promise<void> => {
    const taken = await onSign({ on, signer: who });
    // What stands is shown again; a choice that waits for its date stays, so that no other hand is entered by mistake.
    if (taken || signature !== undefined) choose(null);
  };
  return (
    <div className="signer">
      {agents.length === 0 ? null : (
        <Field label={t.documents.signer(name)}>
          {(marks) => (
            <Choice<string>
              marks={marks}
              value={signer}
              words={words}
              onChange={(who) => {
                choose(who);
                if (signature !== undefined) void sign(signature.on, who);
              }}
            />
          )}
        </Field>
      )}
      <div className="signer-date">
        <DateField
          label={label}
          path={`signature.${by}`}
          late
          value={signature?.on}
          hint={signature?.valid === false ? t.documents.invalid : undefined}
          onChange={(on) => {
            // The same date again renews a signature that a change has made void.
            if (on !== signature?.on || signature?.valid === false)
              void sign(on ?? null, on === undefined ? '' : signer);
          }}
        />
        {signature === undefined ? (
          <Button
            aria-label={`${label}：${t.documents.today}`}
            onClick={() => void sign(shanghaiDay(new Date()), signer)}
          >
            {t.documents.today}
          </Button>
        ) : (
          <Button aria-label={t.documents.withdraw(name)} onClick={() => void sign(null, '')}>
            ×
          </Button>
        )}
      </div>
    </div>
  );
}
