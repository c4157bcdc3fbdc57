import type { StickReport } from '../../../electron/contract/sync';
import { useSpeech } from '../../shared/language';
import { stickWords } from './stick-words';

/** What became of a stick that was read. */
export function StickResult({ report }: { readonly report: StickReport }) {
  const { t, language } = useSpeech();
  return (
    <>
      <p>{stickWords(report, t, language)}</p>
      {report.refused === 0 ? null : <p className="wrong">{t.sync.stick.refusedText}</p>}
    </>
  );
}
