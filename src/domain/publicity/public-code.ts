// Codes people type from a wall or a slip of paper: no letter that looks like another, no vowel that
// makes a word. Ten of them are 47 bits: nobody finds one by trying, and wrong tries are counted.
const alphabet = '23456789bcdfghjkmnpqrstvwxz';

export const codeLength = 10;
export const receiptLength = 8;

/** From random bytes; a byte beyond the last whole round of the alphabet would favour its beginning. */
export function codeFrom(bytes: Iterable<number>, length: number): string | undefined {
  const most = 256 - (256 % alphabet.length);
  let code = '';
  for (const byte of bytes) {
    if (code.length === length) break;
    if (byte < most) code += alphabet[byte % alphabet.length] ?? '';
  }
  return code.length === length ? code : undefined;
}

/** As somebody types it: capitals, spaces and dashes do not matter. */
export function readCode(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^0-9a-z]/g, '');
}
