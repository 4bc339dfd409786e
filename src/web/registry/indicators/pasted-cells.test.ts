import { expect, test } from 'vitest';
import { pastedCells, placeAfter } from './pasted-cells.ts';

const size = { rows: 3, columns: 2 };

test('a block copied out of a spreadsheet lies over the table from where it is pasted', () => {
  expect(pastedCells('1\t2\r\n3\t4\r\n', { row: 1, column: 0 }, size)).toEqual({
    cells: [
      { row: 1, column: 0, text: '1' },
      { row: 1, column: 1, text: '2' },
      { row: 2, column: 0, text: '3' },
      { row: 2, column: 1, text: '4' },
    ],
    beyond: 0,
  });
});

test('what does not fit is counted and not taken', () => {
  const { cells, beyond } = pastedCells('1\t2\n3\t4', { row: 2, column: 1 }, size);

  expect(cells).toEqual([{ row: 2, column: 1, text: '1' }]);
  expect(beyond).toBe(3);
});

test.each([
  ['ArrowDown', { row: 1, column: 1 }],
  ['Enter', { row: 1, column: 1 }],
  ['ArrowUp', undefined],
  ['ArrowLeft', undefined],
])('%s goes on in the column and stops at the edge', (key, next) => {
  expect(placeAfter(key, { row: 0, column: 1 }, size)).toEqual(next);
});
