import { useSpeech } from '../../shared/language';

/** 核对短码: the code that is read to the administrator, who must see the same one. */
export function Asked({ code }: { readonly code: string }) {
  const { t } = useSpeech();
  return (
    <div className="asked">
      <p className="group-label" id="sync-code">
        {t.sync.asked.code}
      </p>
      <output className="short-code" aria-labelledby="sync-code">
        {code}
      </output>
      <p>{t.sync.asked.read}</p>
      <p className="quiet">{t.sync.asked.wait}</p>
    </div>
  );
}
