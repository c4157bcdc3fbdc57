import { Segmented } from 'antd';
import { useSearchParams } from 'react-router';
import { useRights, type ShownRight } from '../../shared/access-context';
import { useSpeech } from '../../shared/language';
import { LogCard } from './log-card';
import { PersonCard } from './person-card';
import { PurgeCard } from './purge-card';
import './privacy.css';

const PARTS = ['log', 'person', 'purge'] as const;
type Part = (typeof PARTS)[number];

/** What each part of the page needs. */
const RIGHTS: Readonly<Record<Part, ShownRight>> = { log: 'log.read', person: 'data.export', purge: 'data.purge' };
const CARDS = { log: LogCard, person: PersonCard, purge: PurgeCard } as const;

/** 隐私: who looked at what, all that is kept of one person, copies that may go. `?part=` names the part. */
export function PrivacyPage() {
  const { t } = useSpeech();
  const may = useRights();
  const [params, setParams] = useSearchParams();
  const open = PARTS.filter((part) => may(RIGHTS[part]));
  const shown = open.find((part) => part === params.get('part')) ?? open[0];
  const Card = shown === undefined ? null : CARDS[shown];
  return (
    <main className="page privacy-page">
      <div className="page-head">
        <h1>{t.privacy.title}</h1>
        {shown === undefined ? null : (
          <Segmented<Part>
            aria-label={t.privacy.title}
            value={shown}
            options={open.map((part) => ({ value: part, label: t.privacy.parts[part] }))}
            onChange={(part) => setParams({ part }, { replace: true })}
          />
        )}
      </div>
      {Card === null ? <p>{t.privacy.notAllowed}</p> : <Card />}
    </main>
  );
}
