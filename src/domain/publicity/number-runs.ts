// Numbers hidden in a text: digits of any script, full-width, circled, written in Chinese, with spaces,
// dots or dashes between them. A run is what remains when the disguise is taken off; where it stands in
// the text is kept, so that a sentence can point at it.
export interface NumberRun {
  /** Digits, and X where one follows a digit. */
  readonly digits: string;
  /** First character of it in the text, counted from 1. */
  readonly at: number;
  /** As it stands in the text. */
  readonly written: string;
}

const chineseDigits: Readonly<Record<string, string>> = {
  〇: '0',
  零: '0',
  一: '1',
  二: '2',
  三: '3',
  四: '4',
  五: '5',
  六: '6',
  七: '7',
  八: '8',
  九: '9',
  壹: '1',
  贰: '2',
  叁: '3',
  肆: '4',
  伍: '5',
  陆: '6',
  柒: '7',
  捌: '8',
  玖: '9',
  幺: '1',
  洞: '0',
};

/** So many signs between two digits do not end a number. */
const gapMost = 3;

export function numberRuns(text: string): readonly NumberRun[] {
  const characters = [...text];
  const runs: NumberRun[] = [];
  let digits = '';
  let from = 0;
  let to = 0;
  let gap = 0;
  const close = () => {
    if (digits !== '') {
      runs.push({ digits, at: from + 1, written: characters.slice(from, to + 1).join('') });
    }
    digits = '';
    gap = 0;
  };
  for (const [at, character] of characters.entries()) {
    const read = digitsIn(character, digits !== '');
    if (read !== '') {
      if (digits === '') from = at;
      digits += read;
      to = at;
      gap = 0;
    } else if (digits !== '' && isGap(character) && gap < gapMost) {
      gap += 1;
    } else {
      close();
    }
  }
  close();
  return runs;
}

/** What a character counts for: ⑬ is two digits, Ⅹ none. */
function digitsIn(character: string, afterDigit: boolean): string {
  const chinese = chineseDigits[character];
  if (chinese !== undefined) return chinese;
  const plain = [...character.normalize('NFKC')].map(decimalOf).join('');
  if (/^[0-9]+$/.test(plain)) return plain;
  // ⑴ and ⒈ keep their bracket or dot under NFKC.
  const bare = plain.replace(/[().,]/g, '');
  if (/^[0-9]+$/.test(bare)) return bare;
  return afterDigit && /^[xX]$/.test(plain) ? 'X' : '';
}

/** Digits of every script stand in rows of ten, zero first. */
function decimalOf(character: string): string {
  if (!/^\p{Nd}$/u.test(character) || character <= '9') return character;
  const point = character.codePointAt(0) ?? 0;
  let zero = point;
  while (point - zero < 9 && /^\p{Nd}$/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return String(point - zero);
}

function isGap(character: string): boolean {
  return !/[\p{L}\p{N}]/u.test(character);
}
