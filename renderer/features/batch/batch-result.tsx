import type { Response } from '../../../electron/contract/contract';
import { useSpeech } from '../../shared/language';

/** What a run has made, and which cases it left out and why. */
export function BatchResult({ result }: { readonly result: NonNullable<Response<'batch.run'>> }) {
  const { t, say } = useSpeech();
  const { cancelled, file, made, pages, skipped } = result;
  return (
    <div className="batch-result" role="status">
      <p>{cancelled ? t.batch.cancelled(made) : file === null ? t.batch.nothing : t.batch.saved(made, pages, file)}</p>
      {skipped.length === 0 ? null : (
        <>
          <p className="wrong">{t.batch.skipped(skipped.length)}</p>
          <ul className="batch-skipped">
            {skipped.map((each, index) => (
              <li key={`${each.id} ${index}`}>
                <strong>{each.title}</strong>
                <ul>
                  {each.problems.map((problem, nth) => (
                    <li key={nth}>{say(problem)}</li>
                  ))}
                </ul>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
