import { expect, test } from 'vitest';
import { readNamedHouseholds } from './named-households.ts';

const one = '06e49a00-1234-8abc-9def-0123456789ab';
const two = '06e49a00-1234-8abc-9def-0123456789ac';

test('codes and addresses of household pages are both taken, each household once', () => {
  const read = readNamedHouseholds(
    `${one}\n\nhttp://bangfu.county/households/${two}?area=451226\n ${one} `,
  );

  expect(read).toEqual({ ids: [one, two] });
});

test('a line that names no household is told by its number', () => {
  const read = readNamedHouseholds(`${one}\n谭永福`);

  expect(read.bad).toEqual({ line: 2, text: '谭永福' });
});
