import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ProblemMessage } from '../../../electron/contract/method';
import type { Side } from '../../shared/case-types';
import { useSpeech } from '../../shared/language';
import { headings } from '../parties/party-key';
import { PartyForm } from '../parties/party-form';
import { newParty, problemsOfParty, type DraftParty } from './case-draft';

interface DraftPartiesProps {
  readonly parties: readonly DraftParty[];
  readonly problems: readonly ProblemMessage[];
  readonly onChange: (next: (before: readonly DraftParty[]) => readonly DraftParty[]) => void;
}

const CHOICES = [
  ['applicant', 'organisation'],
  ['applicant', 'person'],
  ['respondent', 'person'],
  ['respondent', 'organisation'],
  ['third-party', 'person'],
  ['third-party', 'organisation'],
] as const;

/** The parties of a new case: one card each. */
export function DraftParties({ parties, problems, onChange }: DraftPartiesProps) {
  const { t } = useSpeech();
  const names = headings(parties, (side: Side, n) => t.party.numberedName(t.words.sides[side], n));
  return (
    <>
      {parties.map((party, index) => {
        const name = names[index] ?? '';
        return (
          <section key={party.key} className="card" aria-label={name}>
            <div className="card-head">
              <h2>
                {name} <span className="quiet">{t.words.partyKinds[party.kind ?? 'person']}</span>
              </h2>
              <Button
                type="text"
                icon={<DeleteOutlined />}
                aria-label={t.party.remove(name)}
                onClick={() => onChange((all) => all.filter((one) => one.key !== party.key))}
              />
            </div>
            <PartyForm
              path={`party.${party.key}`}
              value={party}
              problems={problemsOfParty(problems, party.key, index)}
              onChange={(patch) =>
                onChange((all) => all.map((one) => (one.key === party.key ? { ...one, ...patch } : one)))
              }
            />
          </section>
        );
      })}
      <div className="actions">
        {CHOICES.map(([side, kind]) => (
          <Button
            key={`${side} ${kind}`}
            icon={<PlusOutlined />}
            onClick={() => onChange((all) => [...all, newParty(side, kind, all)])}
          >
            {t.newCase.add(t.words.sides[side], t.words.partyKinds[kind])}
          </Button>
        ))}
      </div>
    </>
  );
}
