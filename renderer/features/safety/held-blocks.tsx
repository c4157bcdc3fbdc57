import { Button, Input } from 'antd';
import { useState } from 'react';
import type { RoomInfo } from '../../../electron/contract/room';
import { useRights } from '../../shared/access-context';
import { Field } from '../../shared/field';
import { useSpeech } from '../../shared/language';
import { ProblemList } from '../../shared/problems';
import { call } from '../../shared/room-client';
import { useRoom } from '../../shared/room-context';
import { useStep } from '../sync/use-step';

type Block = RoomInfo['blocks'][number];

const five = (n: number): string => String(n).padStart(5, '0');

/** 编号段暂停取号: blocks that stay shut after a restore until the last number on paper is known; nothing without one. */
export function HeldBlocks() {
  const { t } = useSpeech();
  const { room } = useRoom();
  const held = room.blocks.filter((block) => block.held);
  if (held.length === 0) return null;
  return (
    <section className="card held-blocks" aria-label={t.safety.held.title}>
      <h2 className="note">{t.safety.held.title}</h2>
      <p>{t.safety.held.lead}</p>
      {held.map((block) => (
        <HeldBlock key={`${block.series} ${block.year} ${block.first}`} block={block} />
      ))}
    </section>
  );
}

/** One block and the form that opens it again; says beforehand which number comes next, since it cannot be lowered. */
function HeldBlock({ block }: { readonly block: Block }) {
  const { t } = useSpeech();
  const words = t.safety.held;
  const { reloadRoom } = useRoom();
  const may = useRights();
  const [text, setText] = useState('');
  const { busy, problems, run } = useStep();
  const { series, year, first, last } = block;
  const name = words.block(t.settings.series[series], year, five(first), five(last));
  const typed = /^\d{1,9}$/.test(text.trim()) ? Number(text) : null;
  const fits = typed !== null && (typed === 0 || (typed >= first && typed <= last));
  const effect = !fits
    ? null
    : typed === 0
      ? words.effectNone(five(first))
      : typed === last
        ? words.effectAll
        : words.effect(five(typed), five(typed + 1));
  const release = async () => {
    const answer = await call('backup.releaseBlock', { series, year, first, lastOnPaper: typed ?? 0 });
    if (!answer.ok) return answer.problems;
    reloadRoom();
    return [];
  };
  const range = words.range(first, last);
  const wrong = text.trim() === '' || fits ? [] : [{ code: 'outside-block', zh: range, en: range }];
  return (
    <div className="held-block" role="group" aria-label={name}>
      <h3>{name}</h3>
      <ProblemList problems={problems} title={words.failed} />
      {may('number.lease') ? (
        <div className="held-form">
          <Field label={words.last} problems={wrong} hint={effect ?? words.hint}>
            {(marks) => (
              <Input
                {...marks}
                inputMode="numeric"
                autoComplete="off"
                value={text}
                onChange={(event) => setText(event.target.value)}
              />
            )}
          </Field>
          <Button disabled={!fits} loading={busy} onClick={() => void run(release)}>
            {words.release}
          </Button>
        </div>
      ) : null}
    </div>
  );
}
