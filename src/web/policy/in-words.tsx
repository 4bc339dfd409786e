// A text of a pack in the reader's language, and in the other one below it where both are asked for.
import { createContext, useContext } from 'react';
import type { Bilingual, Language } from '#domain/kernel/refusal.ts';
import { useLanguage } from '#web/text/catalogue.ts';

export const BothLanguages = createContext(false);

const other: Readonly<Record<Language, Language>> = { zh: 'en', en: 'zh' };
const htmlLanguage: Readonly<Record<Language, string>> = { zh: 'zh-CN', en: 'en' };

export function InWords({ words }: { readonly words: Bilingual }) {
  const language = useLanguage();
  const both = useContext(BothLanguages);
  const second = other[language];
  if (!both || words[second] === words[language]) return <>{words[language]}</>;
  return (
    <>
      {words[language]}
      <span className="other-language" lang={htmlLanguage[second]}>
        {words[second]}
      </span>
    </>
  );
}
