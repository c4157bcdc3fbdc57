import { Button, Radio, Select } from 'antd';
import { useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import type { ProblemMessage } from '../../../electron/contract/method';
import { shanghaiDay } from '../../shared/format';
import { useSpeech, type Language } from '../../shared/language';
import { ProblemList } from '../../shared/problems';
import { call } from '../../shared/room-client';
import { useRoom } from '../../shared/room-context';
import { syncWords } from '../../shared/sync-words';
import { useAnswer } from '../../shared/use-answer';
import { useSyncStatus } from '../../shared/use-sync';
import { BlockForm, blockOf, type BlockDraft } from '../first-start/block-form';
import { setZoom, storedZoom, ZOOMS } from '../../shared/zoom';
import './settings.css';

/** 设置: what this workstation is and how it looks. */
export function SettingsPage() {
  const { t, language, setLanguage } = useSpeech();
  const { room } = useRoom();
  const info = useAnswer('app.info', {}).value;
  const [zoom, choose] = useState(storedZoom);
  const { organisation } = room;
  return (
    <main className="page settings">
      <div className="page-head">
        <h1>{t.settings.title}</h1>
      </div>
      <section className="card" aria-label={t.settings.room}>
        <dl>
          <Line name={t.settings.room}>{room.room}</Line>
          <Line name={t.settings.operator}>{room.operator}</Line>
          <Line name={t.settings.organisation}>{organisation.name}</Line>
          {organisation.court === undefined ? null : <Line name={t.settings.court}>{organisation.court.name}</Line>}
          <Line name={t.settings.cases}>{room.cases}</Line>
          <Line name={t.settings.connection}>
            <Connection />
          </Line>
        </dl>
      </section>
      <Blocks />
      <DossierOrder />
      <section className="card" aria-label={t.settings.language}>
        <dl>
          <Line name={t.settings.language}>
            <Select<Language>
              className="setting"
              aria-label={t.settings.language}
              value={language}
              options={[
                { value: 'zh-CN', label: '简体中文' },
                { value: 'en', label: 'English' },
              ]}
              onChange={setLanguage}
            />
          </Line>
          <Line name={t.settings.zoom}>
            <Select<number>
              className="setting"
              aria-label={t.settings.zoom}
              value={zoom}
              options={ZOOMS.map((factor) => ({ value: factor, label: `${Math.round(factor * 100)}%` }))}
              onChange={(factor) => {
                choose(factor);
                void setZoom(factor);
              }}
            />
          </Line>
          <Line name={t.settings.fonts}>{t.settings.fontsText}</Line>
          <Line name={t.settings.folder}>{room.folder}</Line>
          <Line name={t.settings.version}>{info?.version ?? ''}</Line>
        </dl>
      </section>
    </main>
  );
}

/** The connection in words, with the way to its page. */
function Connection() {
  const { t } = useSpeech();
  const status = useSyncStatus();
  return (
    <>
      {status === null ? null : `${syncWords(status, t)} · `}
      <Link to="/sync">{t.sync.title}</Link>
    </>
  );
}

/** 卷内目录: the order in which dossiers are bound from now on. */
function DossierOrder() {
  const { t } = useSpeech();
  const { room, setRoom } = useRoom();
  const [problems, setProblems] = useState<readonly ProblemMessage[]>([]);
  const change = async (dossierOrder: 'thirteen' | 'nine'): Promise<void> => {
    const answer = await call('room.change', { dossierOrder });
    setProblems(answer.ok ? [] : answer.problems);
    if (answer.ok) setRoom(answer.value);
  };
  return (
    <section className="card" aria-label={t.settings.dossierOrder}>
      <h2>{t.settings.dossierOrder}</h2>
      <ProblemList problems={problems} />
      <Radio.Group
        aria-label={t.settings.dossierOrder}
        value={room.dossierOrder}
        options={[
          { value: 'thirteen', label: t.settings.dossierOrders.thirteen },
          { value: 'nine', label: t.settings.dossierOrders.nine },
        ]}
        onChange={(event) => void change(event.target.value as 'thirteen' | 'nine')}
      />
    </section>
  );
}

function Line({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Blocks() {
  const { t } = useSpeech();
  const { room, setRoom } = useRoom();
  const fresh = (): BlockDraft => ({
    series: 'agreement',
    year: shanghaiDay(new Date()).slice(0, 4),
    first: '',
    last: '',
  });
  const [draft, setDraft] = useState<BlockDraft>(fresh);
  const [problems, setProblems] = useState<readonly ProblemMessage[]>([]);
  const block = blockOf(draft);
  const add = async (): Promise<void> => {
    if (block === null) return;
    const answer = await call('room.leaseBlock', { block });
    setProblems(answer.ok ? [] : answer.problems);
    if (!answer.ok) return;
    setRoom(answer.value);
    setDraft(fresh());
  };
  return (
    <section className="card" aria-label={t.settings.blocks}>
      <h2>{t.settings.blocks}</h2>
      {room.blocks.length === 0 ? <p>{t.settings.noBlocks}</p> : null}
      <ul className="block-list">
        {room.blocks.map((one) => (
          <li key={`${one.series} ${one.year} ${one.first}`}>
            {t.settings.series[one.series]} {one.year} {String(one.first).padStart(5, '0')}–
            {String(one.last).padStart(5, '0')}，{t.settings.blockLeft(one.left)}
            {one.low ? <span className="note">（{t.settings.blockLow}）</span> : null}
            {one.voided.length === 0 ? null : (
              <ul className="quiet">
                {one.voided.map(({ seq, reason }) => (
                  <li key={seq}>{t.settings.voided(String(seq).padStart(5, '0'), reason)}</li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
      <ProblemList problems={problems} />
      <BlockForm value={draft} onChange={setDraft} />
      <div className="actions">
        <Button disabled={block === null} onClick={() => void add()}>
          {t.settings.addBlock}
        </Button>
      </div>
    </section>
  );
}
