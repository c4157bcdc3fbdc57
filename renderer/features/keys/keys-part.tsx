import { Button } from 'antd';
import { useState } from 'react';
import type { KeysPage } from '../../../electron/contract/access';
import { shanghaiMinute } from '../../shared/format';
import { useSpeech } from '../../shared/language';
import { ProblemList } from '../../shared/problems';
import { useAnswer } from '../../shared/use-answer';
import { RecoverySheet } from './recovery-sheet';
import './keys.css';

/** 钥匙: what opens the cases of this workstation, and the recovery sheet. */
export function KeysPart() {
  const { t } = useSpeech();
  const asked = useAnswer('keys.page', {});
  const [answered, setAnswered] = useState<KeysPage | null>(null);
  const [making, setMaking] = useState(false);
  const page = answered ?? asked.value;
  if (page === null)
    return asked.waiting ? <p className="quiet">{t.words.loading}</p> : <ProblemList problems={asked.problems} />;
  const { recovery } = page;
  const open = making || page.waiting;
  return (
    <>
      <section className="card" aria-label={t.keys.title}>
        <h2>{t.keys.title}</h2>
        <p className="quiet">{t.keys.lead}</p>
        <dl className="keys-list">
          <div>
            <dt>{t.keys.os}</dt>
            <dd>{page.os ? t.keys.osYes : t.keys.osNo}</dd>
          </div>
          <div>
            <dt>{t.keys.passwords}</dt>
            <dd>{t.keys.passwordsCount(page.passwords)}</dd>
          </div>
          <div>
            <dt>{t.keys.recovery}</dt>
            <dd className={recovery === null ? 'note' : ''}>
              {recovery === null
                ? t.keys.recoveryNone
                : t.keys.recoveryMade(shanghaiMinute(new Date(recovery.madeAt)), recovery.by)}
            </dd>
          </div>
        </dl>
      </section>
      <section className="card" aria-label={t.keys.sheet.title}>
        <h2>{t.keys.sheet.title}</h2>
        {open ? (
          <RecoverySheet
            waiting={page.waiting && !making}
            older={recovery !== null}
            onPage={setAnswered}
            onDone={() => setMaking(false)}
          />
        ) : (
          <>
            {recovery === null ? <p>{t.keys.sheet.why}</p> : null}
            <Button type={recovery === null ? 'primary' : 'default'} onClick={() => setMaking(true)}>
              {recovery === null ? t.keys.sheet.makeFirst : t.keys.sheet.make}
            </Button>
          </>
        )}
      </section>
    </>
  );
}
