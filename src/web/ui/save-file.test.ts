import { expect, test } from 'vitest';
import { fileNameOf } from './save-file.ts';

test.each([
  [`attachment; filename*=UTF-8''${encodeURIComponent('户表-未导入.xlsx')}`, '户表-未导入.xlsx'],
  ['attachment; filename="list.csv"', 'list.csv'],
  ['', 'bangfu'],
])('a file sent as %s is saved as %s', (disposition, name) => {
  expect(fileNameOf(disposition)).toBe(name);
});
