// Search keys of Chinese names: the whole reading without tones (`huanjiang`) and its initials
// (`hj`), lower-case a-z and 0-9 only, ü written v as keyboards do. They are keys to find by, never a
// transcription to show. A surname is read as a surname (单 shan, 区 ou); a rare character without a
// known reading is left out of the key rather than guessed.

import { pinyin } from 'pinyin-pro';

export interface PinyinKeys {
  readonly full: string;
  readonly initials: string;
}

/** The library is asked only where a reading depends on the word around it, or on being a surname. */
export function personKeys(name: string): PinyinKeys {
  return (
    keysOfOnlyReadings(name) ??
    keysOf(pinyin(name, { toneType: 'none', type: 'array', v: true, surname: 'head' }))
  );
}

const readings = new Map<string, string | undefined>();

/** The only reading of a character; undefined when the word around it decides. */
function onlyReading(character: string): string | undefined {
  if (readings.has(character)) return readings.get(character);
  // Letters and digits are read together with their neighbours.
  if (!/\p{Script=Han}/u.test(character)) return undefined;
  const all = new Set(
    pinyin(character, { toneType: 'none', type: 'array', v: true, multiple: true }),
  );
  const [first] = all;
  const only = all.size === 1 && first !== undefined ? cleaned(first) : undefined;
  readings.set(character, only);
  return only;
}

function keysOfOnlyReadings(text: string): PinyinKeys | undefined {
  let full = '';
  let initials = '';
  for (const character of text) {
    const reading = onlyReading(character);
    if (reading === undefined) return undefined;
    full += reading;
    initials += reading.slice(0, 1);
  }
  return { full, initials };
}

export function textKeys(text: string): PinyinKeys {
  return keysOf(pinyin(text, { toneType: 'none', type: 'array', v: true }));
}

/** What someone typed, made comparable with a key: `Huán Jiāng` and `HUANJIANG` find the same. */
export function foldLatin(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/u\u0308/gi, 'v')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
}

/** Endings of village units, longest first: they carry no information and repeat 600,000 times. */
const endings = [
  '社区居民委员会',
  '社区居委会',
  '居民委员会',
  '村民委员会',
  '村委员会',
  '居委会',
  '村委会',
  '社区',
  '村',
] as const;

/**
 * A reader of many area names. The library is asked once per character that has one reading only,
 * and per name where a reading depends on the word around it (长 in 长美, 重 in 重庆), so that the
 * country's 620,573 village units take about a second.
 */
export function areaKeyReader(): (name: string) => PinyinKeys {
  const stems = new Map<string, PinyinKeys>();
  const endingKeys = new Map(endings.map((ending) => [ending as string, textKeys(ending)]));

  /** Many villages share a name, 和平 alone some hundreds. */
  function readInContext(stem: string): PinyinKeys {
    const known = stems.get(stem);
    if (known !== undefined) return known;
    const keys = textKeys(stem);
    stems.set(stem, keys);
    return keys;
  }

  return (name) => {
    const ending = endings.find((each) => name.length > each.length && name.endsWith(each));
    const stem = ending === undefined ? name : name.slice(0, -ending.length);
    const { full, initials } = keysOfOnlyReadings(stem) ?? readInContext(stem);
    const tail = ending === undefined ? undefined : endingKeys.get(ending);
    return tail === undefined
      ? { full, initials }
      : { full: full + tail.full, initials: initials + tail.initials };
  };
}

function keysOf(syllables: readonly string[]): PinyinKeys {
  let full = '';
  let initials = '';
  for (const syllable of syllables) {
    const clean = cleaned(syllable);
    full += clean;
    initials += clean.slice(0, 1);
  }
  return { full, initials };
}

function cleaned(syllable: string): string {
  return syllable.toLowerCase().replace(/[^a-z0-9]/g, '');
}
