import { DeleteOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import type { Party } from '../../shared/case-types';
import { useSpeech } from '../../shared/language';
import { under } from '../../shared/problems';
import { useCase } from '../case/case-context';
import { masksOfParty } from '../privacy/masks';
import { Masks } from '../privacy/number-field';
import { ShowNumbers } from '../privacy/show-numbers';
import { AddParty } from './add-party';
import { PartyForm } from './party-form';
import { NamePictures } from './name-pictures';
import { headings } from './party-key';
import './parties.css';

/** 当事人 of an open case; every change saves itself, and a party that was removed can be put back. */
export function PartiesTab() {
  const { t } = useSpeech();
  const { editor, view, state, problems } = useCase();
  const [removed, setRemoved] = useState<Party | null>(null);
  const names = headings(state.parties, (side, n) => t.party.numberedName(t.words.sides[side], n));
  const setRemovedFlag = (party: Party, flag: boolean): void => {
    void editor.write([{ kind: 'party-set', data: { party: party.key, set: { removed: flag } } }]);
    setRemoved(flag ? party : null);
  };
  return (
    <div data-field="parties">
      {state.parties.map((party, index) => {
        const name = names[index] ?? '';
        const { key, ...value } = party;
        const masks = masksOfParty(view, key);
        return (
          <section key={party.key} className="card" aria-label={name}>
            <div className="card-head">
              <h2>
                {name} <span className="quiet">{t.words.partyKinds[party.kind]}</span>
              </h2>
              <Button
                type="text"
                icon={<DeleteOutlined />}
                aria-label={t.party.remove(name)}
                onClick={() => setRemovedFlag(party, true)}
              />
            </div>
            <ShowNumbers
              parties={masks.size === 0 ? [] : [{ key, name }]}
              note={t.privacy.masks.note}
              after={() => firstNumber(party)}
            />
            <Masks value={masks}>
              <PartyForm
                path={`party.${key}`}
                value={value}
                of={{ caseId: view.id, party: key }}
                problems={under(problems, `party.${key}`)}
                onChange={(patch) => {
                  for (const [field, next] of Object.entries(patch))
                    editor.edit({ kind: 'party-set', key }, field, next);
                }}
              />
            </Masks>
            <NamePictures name={party.name} />
          </section>
        );
      })}
      {removed === null ? null : (
        <p className="actions">
          {t.party.removed(removed.name)}
          <Button size="small" onClick={() => setRemovedFlag(removed, false)}>
            {t.party.undo}
          </Button>
        </p>
      )}
      <AddParty taken={[...state.parties.map((party) => party.key), ...(removed === null ? [] : [removed.key])]} />
    </div>
  );
}

/** Where a masked number of a party stands first on screen. */
function firstNumber({ key, document, phone }: Party): string {
  const field = document !== undefined ? 'document' : phone !== undefined ? 'phone' : 'representatives';
  return `party.${key}.${field}`;
}
