// Names of fields, labels of codes and poverty lines, as the pack in force words them. Read once; while
// it is on its way dots stand for each word, and only when it cannot be read does a code
// stand for itself.
import { useMemo } from 'react';
import type { FormItemWords, FormWords as Words } from '#contract/policy.ts';
import type { Language } from '#domain/kernel/refusal.ts';
import { useRead } from '#web/client/read.ts';
import { useLanguage } from '#web/text/catalogue.ts';

export interface PovertyLine {
  readonly fen: number;
  readonly verified: boolean;
  readonly source: string;
}

export interface FormWords {
  /** Label of a code of a list; the code itself where the pack has no word for it. */
  code(list: string, code: string): string;
  /** Name of a field of the household or of a person. */
  field(name: string): string;
  /** Why a field is kept and how long; undefined where the pack does not say. */
  purpose(name: string): string | undefined;
  /** Codes of a list in the pack's order. */
  codes(list: string): readonly { readonly code: string; readonly label: string }[];
  /** The pack's own items of a household, by slot. */
  items(): readonly FormItemWords[];
  /** The pack in force, with its version. */
  readonly pack: string;
  /** By year. */
  readonly povertyLines: ReadonlyMap<number, PovertyLine>;
}

export function useFormWords(): FormWords {
  const language = useLanguage();
  const form = useRead('GET /api/policy/form', { query: {} }, { staleTime: 600_000 });
  const failed = form.error !== null;
  return useMemo(
    () => (form.data === undefined ? (failed ? codesOnly : coming) : wordsOf(form.data, language)),
    [form.data, failed, language],
  );
}

const made = new WeakMap<Words, Partial<Record<Language, FormWords>>>();

/** Many parts of a page ask for the same words, so they are arranged once. */
function wordsOf(form: Words, language: Language): FormWords {
  const known = made.get(form) ?? {};
  const words = known[language] ?? arrange(form, language);
  made.set(form, { ...known, [language]: words });
  return words;
}

const codesOnly: FormWords = {
  code: (_list, code) => code,
  field: (name) => name,
  purpose: () => undefined,
  codes: () => [],
  items: () => [],
  pack: '',
  povertyLines: new Map(),
};

const coming: FormWords = { ...codesOnly, code: () => '…', field: () => '…' };

function arrange(form: Words, language: Language): FormWords {
  // A name that household and person share is worded by the household's.
  const fields = new Map([...form.fields].reverse().map((field) => [field.name, field] as const));
  const lists = new Map(
    form.lists.map((list) => [
      list.id,
      list.codes.map(({ code, title }) => ({ code, label: title[language] })),
    ]),
  );
  const labels = new Map(
    [...lists].flatMap(([list, codes]) =>
      codes.map(({ code, label }) => [`${list} ${code}`, label]),
    ),
  );
  return {
    code: (list, code) => labels.get(`${list} ${code}`) ?? code,
    field: (name) => fields.get(name)?.title[language] ?? name,
    purpose: (name) => fields.get(name)?.purpose[language],
    codes: (list) => lists.get(list) ?? [],
    items: () => form.items,
    pack: `${form.pack.title[language]} ${form.pack.version}`,
    povertyLines: new Map(
      form.povertyLines.map(({ year, fen, verified, source }) => [
        year,
        { fen, verified, source: source[language] },
      ]),
    ),
  };
}
