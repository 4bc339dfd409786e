// From a catalogue of one language to the sentence itself: the plural form a count asks for, and what stands
// in the braces. All that is needed of it in a few lines; ADR 0022 says what the library weighed.
import type { Language } from '#domain/kernel/refusal.ts';
import { exactNumber } from './number.ts';

export type Messages = Readonly<Record<string, string>>;
export type Values = Readonly<Record<string, string | number>>;

const plurals: Readonly<Record<Language, Intl.PluralRules>> = {
  zh: new Intl.PluralRules('zh-CN'),
  en: new Intl.PluralRules('en-GB'),
};

/** Undefined where the catalogue has no such text. */
export function messageIn(
  messages: Messages,
  language: Language,
  key: string,
  values: Values = {},
): string | undefined {
  const { count } = values;
  const form = typeof count === 'number' ? `${key}_${plurals[language].select(count)}` : key;
  const found = [form, key].find((one) => Object.hasOwn(messages, one)) ?? '';
  const message =
    language === 'en' && messages[found] ? ofOne(messages[found], values) : messages[found];
  const said = message?.replace(
    /(“?)\{(\w+)\}(”?)/g,
    (_whole, open: string, name: string, close) => {
      const value = shown(name, values[name]);
      return `${open}${open && close ? inQuotes(value) : value}${close}`;
    },
  );
  // `7.20 亿` ends in a character: the unit follows it without a space, as after every other character.
  return language === 'zh' ? said?.replace(/(\d [万亿]) (?=\p{Script=Han})/gu, '$1') : said;
}

/** What ends in `s` after a number and is no noun. */
const verbs =
  /^(?:as|is|was|has|does|holds|leaves|stands|passes|counts|hits|waits|needs|perhaps|this|its)$/;
const ofMany: Readonly<Record<string, string>> = {
  are: 'is',
  have: 'has',
  were: 'was',
  do: 'does',
  agree: 'agrees',
  arise: 'arises',
  cost: 'costs',
  differ: 'differs',
  enter: 'enters',
  lie: 'lies',
  show: 'shows',
  wait: 'waits',
};
const inNumber = new RegExp(
  `\\{(\\w+)\\} (people|[a-z]+s)\\b( (?:${Object.keys(ofMany).join('|')})\\b)?`,
  'g',
);

/** `{households} households are left` where there is one: a sentence with several numbers has no one plural form. */
function ofOne(message: string, values: Values): string {
  return message.replace(inNumber, (whole, name: string, noun: string, verb = '') => {
    if (String(values[name]) !== '1' || verbs.test(noun)) return whole;
    return `{${name}} ${singularOf(noun)}${verb === '' ? '' : ` ${ofMany[verb.trim()] ?? ''}`}`;
  });
}

function singularOf(noun: string): string {
  if (noun === 'people') return 'person';
  return noun
    .replace(/ies$/, 'y')
    .replace(/(ch|sh|ss|x)es$/, '$1')
    .replace(/(?<=[^s])s$/, '');
}

/** A name that has quotation marks of its own takes the inner ones where it is quoted. */
function inQuotes(value: string): string {
  return value.replace(/“/g, '‘').replace(/”/g, '’');
}

/** A count is written with separators; everything else as it came. */
function shown(name: string, value: string | number | undefined): string {
  if (value === undefined) return '';
  return name === 'count' && typeof value === 'number' ? exactNumber(value) : String(value);
}
