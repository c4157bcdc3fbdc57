import { createContext, useContext, useMemo, useState, type ReactNode } from 'react';
import { en } from '../locales/en';
import { zhCN, type Texts } from '../locales/zh-CN';

export type Language = 'zh-CN' | 'en';

const TEXTS: Readonly<Record<Language, Texts>> = { 'zh-CN': zhCN, en };
const STORED = 'language';

interface Speech {
  readonly language: Language;
  readonly setLanguage: (language: Language) => void;
  readonly t: Texts;
  /** The side of a two-language sentence that the person reads. */
  readonly say: (words: { readonly zh: string; readonly en: string }) => string;
}

const SpeechContext = createContext<Speech | null>(null);

/** Simplified Chinese comes first; a choice of English is remembered on this workstation. */
const remembered = (): Language => (localStorage.getItem(STORED) === 'en' ? 'en' : 'zh-CN');

/** Gives every screen its words. */
export function LanguageProvider({ children }: { readonly children: ReactNode }) {
  const [language, choose] = useState<Language>(remembered);
  const speech = useMemo<Speech>(
    () => ({
      language,
      setLanguage: (next) => {
        localStorage.setItem(STORED, next);
        document.documentElement.lang = next;
        choose(next);
      },
      t: TEXTS[language],
      say: (words) => (language === 'en' ? words.en : words.zh),
    }),
    [language],
  );
  return <SpeechContext value={speech}>{children}</SpeechContext>;
}

/** The words of the chosen language. */
export function useSpeech(): Speech {
  const speech = useContext(SpeechContext);
  if (speech === null) throw new Error('useSpeech outside of LanguageProvider');
  return speech;
}
