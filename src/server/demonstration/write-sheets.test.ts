import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { read, utils } from '@e965/xlsx';
import { parse } from 'csv-parse/sync';
import { afterAll, expect, test } from 'vitest';
import type { SheetPlan } from '#domain/demonstration/sheet.ts';
import type { HouseholdRecord } from '#domain/registry/household.ts';
import { generate } from './generate.ts';
import { writeSheets } from './write-sheets.ts';

const folder = mkdtempSync(join(tmpdir(), 'bangfu-sheets-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const plan: SheetPlan = {
  headings: ['姓名', '说明', '收入'],
  rowsOf: (record) => [
    [String(record.values.householdNo), '说"是", 又换行\n', 12.5],
    ['𠮷', null, null],
  ],
};

function* records(count: number): Generator<HouseholdRecord> {
  for (let number = 1; number <= count; number += 1) {
    yield { values: { householdNo: `户${number}` } } as HouseholdRecord;
  }
}

test('both files hold the same rows, quotes and line breaks and rare characters included', async () => {
  const written = await writeSheets({
    folder,
    name: 'both',
    formats: ['xlsx', 'csv'],
    plan,
    records: records(1200),
    placeOf: () => ({ township: '', village: '' }),
  });

  expect(written).toMatchObject({ households: 1200, persons: 2400 });
  const book = read(readFileSync(join(folder, 'both.xlsx')));
  const sheet = book.Sheets[book.SheetNames[0] ?? ''];
  const workbook = utils.sheet_to_json<unknown[]>(sheet ?? {}, { header: 1, raw: true });
  const text: string[][] = parse(readFileSync(join(folder, 'both.csv'), 'utf8'), { bom: true });
  expect(workbook).toHaveLength(2401);
  expect(workbook[0]).toEqual(['姓名', '说明', '收入']);
  expect(workbook[2399]).toEqual(['户1200', '说"是", 又换行\n', 12.5]);
  expect(workbook[2400]?.[0]).toBe('𠮷');
  expect(text).toHaveLength(2401);
  expect(text[2399]).toEqual(['户1200', '说"是", 又换行\n', '12.5']);
});

test('a file that cannot be written ends the work instead of waiting for ever', async () => {
  const blocked = join(folder, 'both.csv', 'below-a-file');

  await expect(
    writeSheets({
      folder: blocked,
      name: 'x',
      formats: ['csv'],
      plan,
      records: records(1),
      placeOf: () => ({ township: '', village: '' }),
    }),
  ).rejects.toThrow();
});

test('the county as a file has 18,434 households and 66,600 persons', {
  timeout: 300_000,
}, async () => {
  const [written] = await generate({
    scale: 'county',
    folder: join(folder, 'county'),
    formats: ['csv'],
    onFile: () => undefined,
  });

  expect(written).toMatchObject({ households: 18_434, persons: 66_600 });
  expect(written?.files.every((file) => existsSync(file))).toBe(true);
});
