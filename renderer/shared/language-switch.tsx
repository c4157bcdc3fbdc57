import { useSpeech, type Language } from './language';

const NAMES: Readonly<Record<Language, string>> = { 'zh-CN': '中文', en: 'English' };

/** Changes the language of the interface at once. */
export function LanguageSwitch() {
  const { t, language, setLanguage } = useSpeech();
  return (
    <span className="language-switch" role="group" aria-label={t.frame.language}>
      {(Object.keys(NAMES) as Language[]).map((key) => (
        <button key={key} type="button" lang={key} aria-pressed={key === language} onClick={() => setLanguage(key)}>
          {NAMES[key]}
        </button>
      ))}
    </span>
  );
}
