import { Input } from 'antd';
import { useState } from 'react';
import type { AccessState } from '../../../electron/contract/access';
import { useSpeech } from '../../shared/language';

export type PersonAtDoor = AccessState['people'][number];

/** So many names are in view; more are found by typing. */
const MOST_IN_VIEW = 8;

interface PeopleListProps {
  readonly people: readonly PersonAtDoor[];
  readonly onChoose: (name: string) => void;
}

/** Who may sign in here, as buttons large enough to hit at a glance. */
export function PeopleList({ people, onChoose }: PeopleListProps) {
  const { t } = useSpeech();
  const [query, setQuery] = useState('');
  const wanted = query.trim().toLowerCase();
  const found = people.filter(({ name }) => name.toLowerCase().includes(wanted));
  const shown = found.slice(0, MOST_IN_VIEW);
  const [first] = shown;
  return (
    <section aria-label={t.access.people}>
      {people.length > MOST_IN_VIEW ? (
        <Input
          className="people-filter"
          autoFocus
          allowClear
          aria-label={t.access.find}
          placeholder={t.access.find}
          value={query}
          onChange={(event) => setQuery(event.target.value)}
          onPressEnter={(event) => {
            if (!event.nativeEvent.isComposing && wanted !== '' && first !== undefined) onChoose(first.name);
          }}
        />
      ) : null}
      <div className="people">
        {shown.map(({ name, roles }, index) => (
          <button
            key={name}
            type="button"
            className="person"
            autoFocus={index === 0 && people.length <= MOST_IN_VIEW}
            onClick={() => onChoose(name)}
          >
            <strong>{name}</strong>
            <span>{roles.map((role) => t.access.roles[role]).join(' · ')}</span>
          </button>
        ))}
      </div>
      <p className="quiet" aria-live="polite">
        {found.length === 0
          ? t.access.noneFound
          : found.length > shown.length
            ? t.access.more(found.length - shown.length)
            : null}
      </p>
    </section>
  );
}
