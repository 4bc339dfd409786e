// What is said of one household in a book, with the words of its language at hand.
import { plainDate } from '#domain/kernel/plain-date.ts';
import type { Language } from '#domain/kernel/refusal.ts';
import { codeTitle } from '#domain/policy/pack/document-shape.ts';
import type { ResolvedPack } from '#domain/policy/pack/resolve-pack.ts';
import { isPresent } from '#domain/registry/derived.ts';
import type { StoredHousehold, StoredPerson } from '#server/registry/household.store.ts';
import { memberFactsOf } from '#server/registry/member-figures.ts';
import type { BookRows } from './book.store.ts';
import { type BookWord, bookWord, isBookWord } from './book-words.ts';

export interface BookContext {
  readonly household: StoredHousehold;
  readonly rows: BookRows;
  readonly pack: ResolvedPack | undefined;
  readonly place: string;
  readonly today: string;
  readonly language: Language;
}

/** What is said of one household, with the words of its language at hand. */
export interface Writer extends BookContext {
  readonly word: (word: BookWord) => string;
  readonly code: (list: string, code: unknown) => string;
  readonly present: readonly StoredPerson[];
}

export function writerOf(context: BookContext): Writer {
  const { pack, language, household, today } = context;
  return {
    ...context,
    word: bookWord(language),
    code: (list, code) => {
      const codes = Array.isArray(code) ? code : code === null || code === undefined ? [] : [code];
      return codes
        .map((one) =>
          pack === undefined ? String(one) : codeTitle(pack, list, String(one))[language],
        )
        .join(language === 'zh' ? '、' : ', ');
    },
    present: household.persons.filter(({ values, position }) =>
      isPresent(memberFactsOf(values, position), plainDate(today)),
    ),
  };
}

type Words = (word: BookWord) => string;

export function saidWord(word: Words, state: string): string {
  return said(word, `said_${state}`, state);
}
export function actWord(word: Words, act: string): string {
  return said(word, `act_${act}`, act);
}
export function visitWord(word: Words, way: string): string {
  return said(word, `visit_${way}`, way);
}
function said(word: Words, key: string, otherwise: string): string {
  return isBookWord(key) ? word(key) : otherwise;
}

export function sumOf(fen: readonly (number | null)[]): number | null {
  const known = fen.filter((one) => one !== null);
  return known.length === 0 ? null : known.reduce((sum, one) => sum + one, 0);
}

/** Whole yuan with separators, as forms have them. */
export function yuan(fen: number | null): string {
  return fen === null ? '—' : Math.round(fen / 100).toLocaleString('en-GB');
}
