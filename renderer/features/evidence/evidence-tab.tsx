import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import type { ProblemMessage } from '../../../electron/contract/method';
import { useSpeech } from '../../shared/language';
import { ProblemList } from '../../shared/problems';
import { useCase } from '../case/case-context';
import { freshKey } from '../../shared/fresh-key';
import { useJump } from '../documents/use-jump';
import { EvidenceForm } from './evidence-form';
import './evidence.css';

/** 证据: what each party handed in（F10）, with its scans. */
export function EvidenceTab() {
  const { t } = useSpeech();
  const { editor, state } = useCase();
  const jump = useJump();
  const [gone, setGone] = useState<readonly string[]>([]);
  const [problems, setProblems] = useState<readonly ProblemMessage[]>([]);
  const add = async (by: string): Promise<void> => {
    const evidence = freshKey('evidence', [...state.evidence.map((item) => item.key), ...gone]);
    const set = { by, name: t.evidence.unnamed, copies: 1, original: false };
    setProblems(await editor.write([{ kind: 'evidence-set', data: { evidence, set } }]));
  };
  const setRemoved = async (evidence: string, removed: boolean): Promise<void> => {
    const refused = await editor.write([{ kind: 'evidence-set', data: { evidence, set: { removed } } }]);
    setProblems(refused);
    if (refused.length > 0) return;
    setGone((keys) => (removed ? [...keys, evidence] : keys.filter((key) => key !== evidence)));
  };
  const last = gone.at(-1);
  if (state.parties.length === 0) {
    return (
      <section className="card empty" data-field="evidence">
        <h2>{t.evidence.noPartyTitle}</h2>
        <p>{t.evidence.noPartyText}</p>
        <div className="actions">
          <Button type="primary" onClick={() => jump('parties')}>
            {t.evidence.noPartyGo}
          </Button>
        </div>
      </section>
    );
  }
  return (
    <div data-field="evidence">
      <p className="field-hint">{t.evidence.hint}</p>
      <ProblemList problems={problems} />
      {last === undefined ? null : (
        <p className="removed-line">
          {t.party.removed(t.caseTexts.tabs.evidence)}{' '}
          <Button size="small" onClick={() => void setRemoved(last, false)}>
            {t.party.undo}
          </Button>
        </p>
      )}
      {state.parties.map((party) => {
        const items = state.evidence.filter((item) => item.by === party.key);
        const name = party.shortName ?? party.name;
        return (
          <section key={party.key} className="card" aria-label={t.evidence.from(name)}>
            <h2>{t.evidence.from(name)}</h2>
            {items.length === 0 ? <p className="quiet">{t.evidence.none}</p> : null}
            {items.map((item, index) => (
              <EvidenceForm
                key={item.key}
                item={item}
                number={index + 1}
                onRemove={() => void setRemoved(item.key, true)}
              />
            ))}
            <Button icon={<PlusOutlined />} onClick={() => void add(party.key)} aria-label={t.evidence.addFrom(name)}>
              {t.evidence.add}
            </Button>
          </section>
        );
      })}
    </div>
  );
}
