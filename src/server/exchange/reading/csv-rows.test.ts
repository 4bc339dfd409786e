import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createCsvRowsReader } from '#server/exchange/reading/csv-rows.ts';
import { readingLimits } from '#server/exchange/reading/limits.ts';

function readCsv(text: string, pieces = 1) {
  const reader = createCsvRowsReader(',', readingLimits);
  const size = Math.max(1, Math.ceil(text.length / pieces));
  const rows: (readonly [number, ...string[]])[] = [];
  for (let at = 0; at < text.length; at += size) {
    for (const row of reader.read(text.slice(at, at + size))) rows.push([row.number, ...row.cells]);
  }
  for (const row of reader.end()) rows.push([row.number, ...row.cells]);
  return rows;
}

describe('delimited text', () => {
  test.each([
    [
      'a,b\nc,d',
      [
        [1, 'a', 'b'],
        [2, 'c', 'd'],
      ],
    ],
    [
      'a,b\r\nc,d\r\n',
      [
        [1, 'a', 'b'],
        [2, 'c', 'd'],
      ],
    ],
    [
      'a\rb',
      [
        [1, 'a'],
        [2, 'b'],
      ],
    ],
    ['a,,b,,\n', [[1, 'a', '', 'b']]],
    [
      '\n\na\n,,\nb',
      [
        [3, 'a'],
        [5, 'b'],
      ],
    ],
    ['"a,b","c ""d"""\n', [[1, 'a,b', 'c "d"']]],
    [
      '"a\nb",c\nd',
      [
        [1, 'a\nb', 'c'],
        [2, 'd'],
      ],
    ],
    ['a"b,c\n', [[1, 'a"b', 'c']]],
    ['"a"b,c\n', [[1, 'ab', 'c']]],
    ['"",b', [[1, '', 'b']]],
    ['', []],
  ])('%j', (text, rows) => {
    expect(readCsv(text)).toEqual(rows);
  });

  test('reads the same however it arrives in pieces', () => {
    const characters = fc.constantFrom('a', '"', ',', '\n', '\r', ' ', '𠮷');
    fc.assert(
      fc.property(
        fc.array(characters, { maxLength: 40 }),
        fc.integer({ min: 2, max: 40 }),
        (parts, pieces) => {
          const text = parts.join('');
          const outcome = (count: number) => {
            try {
              return readCsv(text, count);
            } catch (error) {
              return String(error);
            }
          };
          expect(outcome(pieces)).toEqual(outcome(1));
        },
      ),
    );
  });
});
