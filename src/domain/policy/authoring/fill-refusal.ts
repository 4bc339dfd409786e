// The sentence of a refusal before it happens: why a button is closed, in both languages.

import { type Bilingual, fill, type RefusalKind } from '#domain/kernel/refusal.ts';

/** Facts that are words themselves are given in both languages. */
export function fillRefusal(
  { message }: RefusalKind,
  facts: Readonly<Record<string, string | number | Bilingual>>,
): Bilingual {
  const of = (language: 'zh' | 'en') =>
    Object.fromEntries(
      Object.entries(facts).map(([name, fact]) => [
        name,
        typeof fact === 'object' ? fact[language] : fact,
      ]),
    );
  return { zh: fill(message.zh, of('zh')), en: fill(message.en, of('en')) };
}
