import { Button, Progress } from 'antd';
import { useSpeech } from '../../shared/language';
import { stopWork, useWork } from './work-state';

/** The long work that runs: its name, how far it is, and the button that stops it. Always in the same place of the page. */
export function WorkLine() {
  const { t } = useSpeech();
  const { running, stopped } = useWork();
  const words = t.safety.work;
  if (running === null) {
    return (
      <p className="work-stopped quiet" role="status">
        {stopped ? words.stopped : ''}
      </p>
    );
  }
  const { work, progress } = running;
  const percent =
    progress === null || progress.total === 0 ? 0 : Math.min(100, Math.floor((progress.done * 100) / progress.total));
  return (
    <section className="card work-line" aria-label={words.names[work]}>
      <div className="work-words">
        <strong>{words.names[work]}</strong>
        <span className="quiet">{progress === null ? words.waiting : words.done(percent)}</span>
        <span className="quiet">{words.goesOn}</span>
      </div>
      <Progress percent={percent} showInfo={false} aria-label={words.names[work]} />
      <Button disabled={stopped} onClick={stopWork}>
        {words.stop}
      </Button>
      <span className="only-heard" role="status">
        {words.names[work]}
      </span>
    </section>
  );
}
