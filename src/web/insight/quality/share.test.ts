import { expect, test } from 'vitest';
import { shownShare } from './share.ts';

test('a share is told with one decimal, what is rare is not told as none, and nothing checked is a dash', () => {
  expect(shownShare({ checked: 200, failing: 51 })).toBe('25.5%');
  expect(shownShare({ checked: 18_434, failing: 1 })).toBe('<0.1%');
  expect(shownShare({ checked: 10, failing: 0 })).toBe('0.0%');
  expect(shownShare({ checked: 0, failing: 0 })).toBe('—');
});
