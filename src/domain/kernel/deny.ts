// A refusal filled with words that differ by language, such as the title of a step: the same sentence for
// the door that refuses and for the screen that says beforehand what is closed.
import { type Bilingual, fill, type RefusalKind } from './refusal.ts';

type Words = Readonly<Record<string, string | number | Bilingual>>;

export function deny(kind: RefusalKind, words: Words = {}): RefusalKind {
  const said = (language: keyof Bilingual) =>
    fill(
      kind.message[language],
      Object.fromEntries(
        Object.entries(words).map(([name, word]) => [
          name,
          typeof word === 'object' ? word[language] : word,
        ]),
      ),
    );
  return { ...kind, message: { zh: said('zh'), en: said('en') } };
}
