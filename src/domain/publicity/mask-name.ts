// How a name stands on a notice. Which rule holds is a parameter of the pack, `noticeNames`. A name is
// counted in characters, not in code units: 𠮷 is one. A name of one character and a child's name are
// never shown whole, whatever the rule.
export const nameRules = ['whole', 'middle', 'given'] as const;
export type NameRule = (typeof nameRules)[number];

/** Surnames of two characters; the given name begins after them. */
const longSurnames = new Set(
  '欧阳 司马 上官 诸葛 东方 皇甫 尉迟 公孙 慕容 令狐 宇文 长孙 司徒 夏侯 端木 百里 南宫 独孤 闻人 申屠'.split(
    ' ',
  ),
);

const dots = /[·•・‧．.∙⋅]/u;
const hidden = '*';

export function nameRuleOf(value: unknown): NameRule {
  return nameRules.find((rule) => rule === value) ?? 'middle';
}

/**
 * @example maskName('韦桂花', 'middle') // 韦*花
 * @example maskName('欧阳小明', 'given') // 欧阳**
 * @example maskName('买买提·艾合买提', 'middle') // 买**·艾**提
 */
export function maskName(
  name: string | null,
  rule: NameRule,
  { isMinor }: { readonly isMinor: boolean },
): string {
  const text = (name ?? '').trim();
  const characters = [...text];
  if (characters.length <= 1) return hidden;
  if (isMinor) return onlySurname(characters);
  if (rule === 'whole') return text;
  const parts = text.split(dots);
  if (parts.length > 1 || /[\s\p{Script=Latin}]/u.test(text)) return longName(text);
  return rule === 'given' ? onlySurname(characters) : withoutMiddle(characters);
}

function onlySurname(characters: readonly string[]): string {
  const kept = surnameLength(characters);
  return characters.map((one, at) => (at < kept || dots.test(one) ? one : hidden)).join('');
}

/** The last character stays; where only one follows the surname, it is the one that goes. */
function withoutMiddle(characters: readonly string[]): string {
  const kept = surnameLength(characters);
  const given = characters.length - kept;
  return characters
    .map((one, at) => (at < kept || (given > 1 && at === characters.length - 1) ? one : hidden))
    .join('');
}

/** A long name, or one in Latin letters: the first character of each part and the last of all stay. */
function longName(text: string): string {
  const characters = [...text];
  return characters
    .map((one, at) => {
      const before = characters[at - 1];
      const begins = before === undefined || dots.test(before) || before === ' ';
      const parts = dots.test(one) || one === ' ';
      const ends = at === characters.length - 1 && !begins;
      return parts || begins || ends ? one : hidden;
    })
    .join('');
}

function surnameLength(characters: readonly string[]): number {
  const isLong = characters.length > 2 && longSurnames.has(characters.slice(0, 2).join(''));
  return isLong ? 2 : 1;
}
