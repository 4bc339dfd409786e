import { expect, test } from 'vitest';
import { fileTypeOf } from './file-type.ts';

const bytes = (...parts: readonly (string | readonly number[])[]) =>
  Uint8Array.from(
    parts.flatMap((part) =>
      typeof part === 'string' ? [...part].map((letter) => letter.charCodeAt(0)) : [...part],
    ),
  );
const box = (name: string, ...inside: readonly string[]) => {
  const body = inside.join('');
  return `${String.fromCharCode(0, 0, 0, 8 + body.length)}${name}${body}`;
};

test.each([
  ['jpeg', bytes([0xff, 0xd8, 0xff, 0xe0])],
  ['png', bytes([0x89], 'PNG\r\n', [0x1a], '\n')],
  ['webp', bytes('RIFF', [4, 0, 0, 0], 'WEBP')],
  ['wav', bytes('RIFF', [4, 0, 0, 0], 'WAVEfmt ')],
  ['pdf', bytes('%PDF-1.7')],
  ['mp3', bytes('ID3', [4, 0])],
  ['mp3', bytes([0xff, 0xfb, 0x90, 0x00])],
  ['m4a', bytes(box('ftyp', 'M4A '), box('mdat', 'vide'), box('moov', box('hdlr', 'soun')))],
  ['webm', bytes([0x1a, 0x45, 0xdf, 0xa3], 'webm', 'A_OPUS')],
] as const)('a file is a %s by its bytes', (type, file) => {
  expect(fileTypeOf(file)).toBe(type);
});

test.each([
  ['a page with a script', bytes('<html><script>')],
  ['a program', bytes('MZ', [0x90, 0])],
  ['a drawing that can hold a script', bytes('<svg xmlns="http://www.w3.org/2000/svg">')],
  ['a spreadsheet', bytes('PK', [3, 4])],
  ['a film', bytes(box('ftyp', 'isom'), box('moov', box('hdlr', 'soun'), box('hdlr', 'vide')))],
  ['a film of the web', bytes([0x1a, 0x45, 0xdf, 0xa3], 'webm', 'V_VP9', 'A_OPUS')],
  ['a film cut off', bytes(box('ftyp', 'isom'), [0, 0, 0, 0])],
  ['nothing', bytes()],
  ['a frame without a rate', bytes([0xff, 0xfb, 0x00, 0x00])],
] as const)('%s is no file that is kept', (_what, file) => {
  expect(fileTypeOf(file)).toBeUndefined();
});
