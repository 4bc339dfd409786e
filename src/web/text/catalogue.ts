// Texts for people, Chinese first. Each capability keeps its own catalogue beside its pages, and it comes
// with the page that needs it, so that nobody downloads words they never see.
import type { ReactNode } from 'react';
import { createElement, Fragment, useSyncExternalStore } from 'react';
import type { Bilingual, Language } from '#domain/kernel/refusal.ts';
import { type Messages, messageIn, type Values } from './message.ts';

/** `members_other` is asked for as `members`: the language picks the plural form. */
type KeyIn<Key extends string> = Key extends `${infer Stem}_other` ? Stem : Key;
type OneOf<Key extends string> = Key extends `${infer Stem}_other` ? `${Stem}_one` : never;

export interface Catalogue<Key extends string> {
  readonly name: string;
  readonly texts: Readonly<Record<Language, Messages>>;
  readonly key?: Key;
}

const language: { key: string } = { key: 'bangfu.language' };
const listeners = new Set<() => void>();

applyLanguage();

/**
 * The texts of a capability. Chinese has one plural form (`x_other`), English two
 * (`x_one`, `x_other`); a missing English text does not compile.
 * @example const texts = catalogue('audit', { zh: { title: '审计' }, en: { title: 'Audit' } });
 */
export function catalogue<const Zh extends Messages>(
  name: string,
  texts: {
    readonly zh: Zh;
    readonly en: Readonly<Record<(keyof Zh & string) | OneOf<keyof Zh & string>, string>>;
  },
): Catalogue<KeyIn<keyof Zh & string>> {
  return { name, texts };
}

export interface Text<Key extends string> {
  (key: Key, values?: Values): string;
  /** The same with parts of the sentence as elements: `{link}` is replaced by `parts.link`. */
  rich(key: Key, parts: Readonly<Record<string, ReactNode>>, values?: Values): ReactNode;
  /** True when the catalogue has the key: for codes that may be newer than this screen. */
  has(key: string): key is Key;
  readonly language: Language;
  readonly pick: (both: Bilingual) => string;
  /** What stands between words that are put together here, and not in a sentence of the catalogue. */
  readonly marks: Marks;
}

/** Chinese marks are as wide as a character and take no space; English ones take theirs with them. */
export interface Marks {
  readonly comma: string;
  readonly list: string;
  readonly semicolon: string;
  readonly colon: string;
  readonly stop: string;
  readonly open: string;
  readonly close: string;
  /** Between two sentences. */
  readonly gap: string;
}

const marks: Readonly<Record<Language, Marks>> = {
  zh: {
    comma: '，',
    list: '、',
    semicolon: '；',
    colon: '：',
    stop: '。',
    open: '（',
    close: '）',
    gap: '',
  },
  en: {
    comma: ', ',
    list: ', ',
    semicolon: '; ',
    colon: ': ',
    stop: '. ',
    open: ' (',
    close: ')',
    gap: ' ',
  },
};

export function useText<Key extends string>(source: Catalogue<Key>): Text<Key> {
  return textIn(useLanguage(), source);
}

export function textIn<Key extends string>(now: Language, source: Catalogue<Key>): Text<Key> {
  const messages = source.texts[now];
  const say = (key: Key, values?: Values) => {
    const message = messageIn(messages, now, key, values);
    if (message === undefined) throw new Error(`no text ${source.name}:${key}`);
    return inType(message, now);
  };
  return Object.assign(say, {
    language: now,
    marks: marks[now],
    pick: (both: Bilingual) => inType(both[now], now),
    has: (key: string): key is Key =>
      messageIn(messages, now, key) !== undefined ||
      messageIn(messages, now, key, { count: 1 }) !== undefined,
    rich(key: Key, parts: Readonly<Record<string, ReactNode>>, values: Values = {}) {
      const marks = Object.fromEntries(
        Object.keys(parts).map((name) => [name, `\u0001${name}\u0001`]),
      );
      const pieces = say(key, { ...values, ...marks }).split('\u0001');
      return pieces.map((piece, index) =>
        // Odd pieces are names of parts; the order of pieces never changes for a sentence.
        createElement(
          Fragment,
          { key: `${index}${piece}` },
          index % 2 === 1 ? parts[piece] : piece,
        ),
      );
    },
  });
}

/** The Chinese font draws curved quotation marks a whole character wide, which tears English apart. */
export function inType(text: string, now: Language): string {
  return now === 'zh' ? text : text.replace(/[‘’]/g, "'").replace(/[“”]/g, '"');
}

export function languageNow(): Language {
  const chosen = localStorage.getItem(language.key);
  if (chosen === 'zh' || chosen === 'en') return chosen;
  return /^zh\b/i.test(navigator.language) || navigator.language === '' ? 'zh' : 'en';
}

export function chooseLanguage(next: Language): void {
  localStorage.setItem(language.key, next);
  applyLanguage();
  for (const listener of listeners) listener();
}

/** The language an account prefers, where nobody chose another on this device. */
export function adoptLanguage(preferred: Language): void {
  if (localStorage.getItem(language.key) === null && preferred !== languageNow()) {
    chooseLanguage(preferred);
  }
}

export function useLanguage(): Language {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, languageNow);
}

function applyLanguage(): void {
  document.documentElement.lang = languageNow() === 'zh' ? 'zh-CN' : 'en';
}
