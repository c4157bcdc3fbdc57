import { Button } from 'antd';
import type { ClashView } from '../../../electron/contract/sync';
import { shanghaiMinute } from '../../shared/format';
import { useSpeech } from '../../shared/language';

interface ClashSideProps {
  readonly side: ClashView['sides'][number];
  readonly busy: boolean;
  /** Only where one side can be taken. */
  readonly onTake: (() => void) | undefined;
}

/** One side of a clash: the value as a person reads it, who wrote it, in which room, and when. */
export function ClashSide({ side, busy, onTake }: ClashSideProps) {
  const { t, say } = useSpeech();
  const words = t.sync.clash;
  const value = say(side).trim();
  const where = side.here ? words.here : (side.room ?? words.unknownRoom);
  return (
    <section className={side.here ? 'clash-side here' : 'clash-side'}>
      <p className={value === '' ? 'clash-value quiet' : 'clash-value'}>{value === '' ? words.empty : value}</p>
      <p className="clash-by">
        {`${side.account} · ${where} · `}
        <time dateTime={side.at}>{shanghaiMinute(side.at)}</time>
      </p>
      {onTake === undefined ? null : (
        <Button disabled={busy} aria-label={words.takeOf(value === '' ? words.empty : value)} onClick={onTake}>
          {words.take}
        </Button>
      )}
    </section>
  );
}
