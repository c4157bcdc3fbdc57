import { Button } from 'antd';
import { useState } from 'react';
import type { ProblemMessage } from '../../../electron/contract/method';
import { useRights } from '../../shared/access-context';
import { shanghaiDay } from '../../shared/format';
import { useSpeech } from '../../shared/language';
import { ProblemList } from '../../shared/problems';
import { call } from '../../shared/room-client';
import { useRoom } from '../../shared/room-context';
import { BlockForm, blockOf, type BlockDraft } from '../first-start/block-form';

const emptyBlock = (): BlockDraft => ({
  series: 'agreement',
  year: shanghaiDay(new Date()).slice(0, 4),
  first: '',
  last: '',
});

/** 编号段: what the centre leased to this room. */
export function NumbersPart() {
  const { t } = useSpeech();
  const { room } = useRoom();
  const mayAdd = useRights()('number.lease');
  return (
    <section className="card" aria-label={t.settings.blocks}>
      <h2>{t.settings.blocks}</h2>
      {room.blocks.length === 0 ? <p>{t.settings.noBlocks}</p> : null}
      <ul className="block-list">
        {room.blocks.map((one) => (
          <li key={`${one.series} ${one.year} ${one.first}`}>
            {t.settings.series[one.series]} {one.year} {String(one.first).padStart(5, '0')}–
            {String(one.last).padStart(5, '0')}，{t.settings.blockLeft(one.left)}
            {one.held ? (
              <span className="note">（{t.accounts.blockHeld}）</span>
            ) : one.low ? (
              <span className="note">（{t.settings.blockLow}）</span>
            ) : null}
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
      {mayAdd ? <AddBlock /> : null}
    </section>
  );
}

function AddBlock() {
  const { t } = useSpeech();
  const { setRoom } = useRoom();
  const [draft, setDraft] = useState<BlockDraft>(emptyBlock);
  const [problems, setProblems] = useState<readonly ProblemMessage[]>([]);
  const block = blockOf(draft);
  const add = async (): Promise<void> => {
    if (block === null) return;
    const answer = await call('room.leaseBlock', { block });
    setProblems(answer.ok ? [] : answer.problems);
    if (!answer.ok) return;
    setRoom(answer.value);
    setDraft(emptyBlock());
  };
  return (
    <>
      <ProblemList problems={problems} />
      <BlockForm value={draft} onChange={setDraft} />
      <div className="actions">
        <Button disabled={block === null} onClick={() => void add()}>
          {t.settings.addBlock}
        </Button>
      </div>
    </>
  );
}
