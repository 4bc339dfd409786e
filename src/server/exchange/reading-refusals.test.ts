import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { Refusal } from '#domain/kernel/refusal.ts';
import { describeFile } from './describe-file.ts';
import { readingLimits } from './reading/limits.ts';
import { openSpreadsheet } from './reading/open-spreadsheet.ts';
import { describeInProcess } from './reading-process.ts';

const fixture = (name: string) =>
  fileURLToPath(new URL(`../../../tests/fixtures/spreadsheets/${name}`, import.meta.url));

async function refusalOf(work: Promise<unknown>): Promise<Refusal> {
  const thrown = await work.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (thrown instanceof Refusal) return thrown;
  throw new Error(`expected a refusal, got ${String(thrown)}`);
}

test('a file larger than is read says how large one may be', async () => {
  const limits = { ...readingLimits, workbookBytes: 1000 };

  const refusal = await refusalOf(openSpreadsheet(fixture('clean.xlsx'), limits));

  expect(refusal.kind.code).toBe('exchange/file-too-large');
  expect(refusal.facts).toHaveProperty('limit');
});

test('a sheet that is not there is answered with those that are', async () => {
  const spreadsheet = await openSpreadsheet(fixture('two-sheets.xlsx'));

  const refusal = await refusalOf(
    describeFile(spreadsheet, { sheet: '没有的表' } as Parameters<typeof describeFile>[1]),
  );

  expect(refusal.kind.code).toBe('exchange/sheet-missing');
  expect(refusal.facts.sheets).toEqual(expect.stringMatching(/.+、.+/));
});

test('a reading process that dies without a word becomes a refusal that says what to do', async () => {
  const task = { kind: 'unheard-of' } as unknown as Parameters<typeof describeInProcess>[0];

  const failed = await describeInProcess(task).then(
    () => undefined,
    (error: unknown) => error,
  );

  const code = failed instanceof Refusal ? failed.kind.code : String(failed);
  expect(code).toBe('exchange/reader-failed');
});
