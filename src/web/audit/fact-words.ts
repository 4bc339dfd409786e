// What an act noted, in words: numbers, money, days, codes as the pages say them, and references by a name, else a short number.
import type { AuditEntry } from '#contract/audit.ts';
import type { Language } from '#domain/kernel/refusal.ts';
import { textIn } from '#web/text/catalogue.ts';
import { exactNumber, exactYuan, shownDay } from '#web/text/number.ts';
import { isId, shortNumber, subjectOf } from './act-words.ts';
import { factTexts } from './fact-texts.ts';
import { codeWords } from './fact-values.ts';
import { type Thing, thingOfFact } from './things.ts';
import { valueTexts } from './value-texts.ts';

export interface NotedFact {
  readonly name: string;
  readonly label: string;
  readonly said: string;
  /** What it refers to, where it names another thing. */
  readonly thing?: Thing;
  /** Division code, whose name its reader looks up. */
  readonly area?: string;
}

type Noted = Pick<AuditEntry, 'act' | 'facts' | 'names'>;

export function notedFacts(language: Language, entry: Noted): readonly NotedFact[] {
  const text = textIn(language, factTexts);
  return inOrder(entry.facts).flatMap(([name, value]) => {
    if (onlyForProof.has(name)) return [];
    const said = saidOf(language, entry, { name, value });
    const key = `fact_${name}`;
    const label = text.has(key) ? text(key) : name;
    return said === undefined ? [] : [{ name, label, ...said }];
  });
}

/** What was done to what comes first; the database keeps facts in no order that means anything. */
const leading = ['process', 'step', 'act', 'outcome', 'kind', 'fromRow', 'toRow'];

function inOrder(facts: Noted['facts']): readonly (readonly [string, unknown])[] {
  const place = (name: string) => {
    const at = leading.indexOf(name);
    return at === -1 ? leading.length : at;
  };
  return Object.entries(facts).toSorted(([one], [other]) => place(one) - place(other));
}

/** Fingerprints, which only a machine compares. */
const onlyForProof: ReadonlySet<string> = new Set(['hash', 'digest', 'seed', 'seedDigest']);

/** In fen. A target may also count households, which its `measure` tells. */
const money: ReadonlySet<string> = new Set(['amount', 'planned', 'fund', 'bank', 'total', 'value']);

/** Numbers that name and count nothing. */
const named: ReadonlySet<string> = new Set(['year', 'number', 'edition', 'signature']);

const dayForm = /^\d{4}-\d{2}-\d{2}$/;

type Said = Pick<NotedFact, 'said' | 'thing' | 'area'>;

function saidOf(
  language: Language,
  entry: Noted,
  { name, value }: { readonly name: string; readonly value: unknown },
): Said | undefined {
  const { facts } = entry;
  const codeIn = (code: string) => wordsOf(language, entry, { fact: name, code });
  if (typeof value === 'boolean') return { said: codeIn(value ? 'yes' : 'no') };
  if (typeof value === 'number') {
    return { said: numberOf(name, value, facts) };
  }
  if (Array.isArray(value)) {
    const codes = value.filter((one) => typeof one === 'string');
    const isList = codes.length === value.length && codes.length > 0;
    return isList
      ? { said: codes.map(codeIn).join(textIn(language, factTexts).marks.list) }
      : undefined;
  }
  if (typeof value !== 'string' || value === '') return undefined;
  if (name === 'area') return { said: value, area: value };
  const called = (id: string) => entry.names[id]?.[language] ?? shortNumber(id);
  if (isId(value)) return { said: called(value), thing: thingOfFact(name, value) };
  const thing = name === 'of' ? subjectOf(value) : undefined;
  if (thing !== undefined) return { said: called(thing.id), thing };
  if (name === 'version') return { said: value.replace(/\+.*/, '') };
  if (dayForm.test(value)) return { said: shownDay(value, language) };
  return { said: codeIn(value) };
}

/** Codes newer than this screen are shown as they are, never hidden. */
function wordsOf(
  language: Language,
  { act, names }: Noted,
  { fact, code }: { readonly fact: string; readonly code: string },
): string {
  if (code === 'yes' || code === 'no') return textIn(language, valueTexts)(code);
  return names[code]?.[language] ?? codeWords(language, { act, fact, code }) ?? code;
}

function numberOf(name: string, value: number, facts: Noted['facts']): string {
  if (named.has(name)) return String(value);
  if (money.has(name) && facts.measure !== 'households') return exactYuan(value);
  return exactNumber(value, Number.isInteger(value) ? 0 : 1);
}
