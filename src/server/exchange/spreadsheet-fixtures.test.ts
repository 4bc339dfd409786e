import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { AssembledHousehold, HouseholdOutcome } from '#domain/exchange/assemble-household.ts';
import { type ImportContext, planImport } from '#domain/exchange/import-plan.ts';
import { missingColumns } from '#domain/exchange/mapping.ts';
import { problemMessage, type RowProblem } from '#domain/exchange/row-problem.ts';
import { fileNotices, findingNotices } from '#domain/exchange/sheet-notice.ts';
import { Refusal } from '#domain/kernel/refusal.ts';
import { describeFile } from '#server/exchange/describe-file.ts';
import {
  type HouseholdSource,
  isScattered,
  readHouseholds,
} from '#server/exchange/read-households.ts';
import { openSpreadsheet } from '#server/exchange/reading/open-spreadsheet.ts';
import { anImportContext } from '#tests/fixtures/import-context.ts';

const folder = fileURLToPath(new URL('../../../tests/fixtures/spreadsheets/', import.meta.url));

async function readFixture(name: string, change: Partial<ImportContext> = {}, sheet?: string) {
  const path = folder + name;
  const spreadsheet = await openSpreadsheet(path);
  try {
    const options = { fileName: basename(path), sheet, profiles: [], isVillageFile: false };
    const description = await describeFile(spreadsheet, options);
    const plan = planImport(description.mapping);
    const context = anImportContext(change);
    const at = { sheet: description.sheetIndex, plan, context };
    const first = await readAll(readHouseholds(spreadsheet, { ...at, gathering: false }));
    const { source, outcomes } = first.outcomes.some(isScattered)
      ? await readAll(readHouseholds(spreadsheet, { ...at, gathering: true }))
      : first;
    const problems = [
      ...fileNotices(description.facts, description.mapping),
      ...findingNotices(source.facts, description.mapping),
      ...outcomes.flatMap((outcome) => outcome.problems),
    ];
    return {
      counts: source.counts,
      problems,
      households: outcomes.flatMap((outcome) => outcome.household ?? []),
      missing: missingColumns(description.mapping, false),
      format: spreadsheet.format,
    };
  } finally {
    await spreadsheet.close();
  }
}

async function readAll(source: HouseholdSource) {
  const outcomes: HouseholdOutcome[] = [];
  for await (const batch of source.batches()) outcomes.push(...batch);
  return { source, outcomes };
}

const told = (problems: readonly RowProblem[]) =>
  problems.map((problem) => [problem.row, problem.field, problem.code, problem.severity]);

const whole = { rows: 16, households: 6, persons: 16, accepted: 16, refused: 0 };

describe('a clean survey is taken whole', () => {
  test.each([
    ['clean.xlsx', []],
    ['clean.ods', []],
    ['clean.csv', []],
    ['utf8-mark.csv', []],
    ['utf16-tabs.txt', []],
    ['any-order.xlsx', []],
    ['blank-household.xlsx', []],
    ['numbers-as-text.xlsx', []],
    ['full-width-digits.xlsx', []],
    ['five-dates.xlsx', []],
    ['two-row-headings.xlsx', [[2, null, 'exchange/merged-areas', 'warning']]],
    ['gb18030-without-mark.csv', [[1, null, 'exchange/encoding-assumed', 'warning']]],
    ['xls-named.xlsx', [[1, null, 'exchange/format-differs', 'warning']]],
    ['two-sheets.xlsx', [[1, null, 'exchange/sheet-chosen', 'warning']]],
    ['scattered.xlsx', []],
  ])('from %s', async (name, problems) => {
    const clean = await readFixture('clean.xlsx');

    const read = await readFixture(name);

    expect(told(read.problems)).toEqual(problems);
    expect(read.counts).toMatchObject(whole);
    if (!name.startsWith('gb18030') && name !== 'scattered.xlsx') {
      const values = (from: typeof clean) => from.households.map(withoutRows);
      expect(values(read)).toEqual(values(clean));
    }
  });
});

/** What was read, whatever the words and wherever the rows stood. */
function withoutRows(household: AssembledHousehold) {
  const { words: _, ...said } = household;
  return { ...said, persons: household.persons.map(({ values }) => values) };
}

describe('one fault keeps one household out and names row, field, rule and remedy', () => {
  test.each([
    ['wrong-checksum.xlsx', 5, 'person.identity', 'registry/identity-checksum'],
    ['birth-against-number.xlsx', 5, 'person.birthDate', 'exchange/birth-differs'],
    ['two-heads.xlsx', 6, 'person.relation', 'exchange/head-twice'],
    ['no-head.xlsx', 5, 'person.relation', 'exchange/head-missing'],
    ['unknown-village.xlsx', 5, 'area.village', 'exchange/village-unknown'],
    ['negative-income.xlsx', 5, 'income.otherTransfer', 'exchange/income-negative'],
    ['text-in-numbers.xlsx', 5, 'household.houseArea', 'exchange/number-unreadable'],
    ['member-twice.xlsx', 7, 'person.identity', 'exchange/member-twice'],
    ['number-lost-digits.xlsx', 5, 'person.identity', 'exchange/digits-lost'],
    ['command-formula.xlsx', 5, 'household.houseArea', 'exchange/formula-command'],
    ['command-formula.csv', 5, 'person.name', 'exchange/formula-text'],
    ['duplicate-person.xlsx', 17, 'person.identity', 'exchange/person-twice'],
  ])('%s', async (name, row, field, code) => {
    const read = await readFixture(name);

    const errors = read.problems.filter((problem) => problem.severity === 'error');
    expect(told(errors)).toContainEqual([row, field, code, 'error']);
    expect(errors.every((error) => error.code === code)).toBe(true);
    expect(read.households).toHaveLength(5);
    expect(read.counts.accepted + read.counts.refused).toBe(read.counts.rows);
    for (const error of errors) {
      const message = problemMessage(error);
      expect(message.zh).toMatch(/请/);
      expect(message.en.length).toBeGreaterThan(20);
      expect(message.zh + message.en).not.toMatch(/\{\w+\}/);
    }
  });

  test('the value beside the problem is masked where the field is sensitive', async () => {
    const read = await readFixture('wrong-checksum.xlsx');

    const [problem] = read.problems;
    expect(problem?.value).toMatch(/^990000\*{8}\d{3}[\dX]$/);
  });
});

describe('a sheet with a peculiarity is taken and the peculiarity is told', () => {
  test('merged titles are passed over, merged households filled, sums and remarks left out', async () => {
    const read = await readFixture('merged-cells.xlsx');

    expect(read.counts).toMatchObject({ ...whole, accepted: 14, refused: 2, passedOver: 2 });
    expect(told(read.problems)).toEqual([
      [2, null, 'exchange/merged-areas', 'warning'],
      [6, 'person.education', 'exchange/merged-cell', 'warning'],
      [6, 'person.education', 'exchange/code-unknown', 'error'],
    ]);
  });

  test('formulas give their stored result, error values keep the household out', async () => {
    const read = await readFixture('formula-cells.xlsx');

    expect(told(read.problems)).toEqual([
      [5, 'household.arableLand', 'exchange/formula-result', 'warning'],
      [5, 'person.health', 'exchange/cell-error', 'error'],
    ]);
    expect(read.counts).toMatchObject({ accepted: 14, refused: 2 });
  });

  test('hidden rows and columns are read and reported', async () => {
    const read = await readFixture('hidden-rows.xlsx');

    expect(read.counts).toMatchObject(whole);
    expect(told(read.problems)).toEqual([
      [1, null, 'exchange/columns-hidden', 'warning'],
      [6, null, 'exchange/row-hidden', 'warning'],
    ]);
  });

  test('a missing column for numbers and relations is told, the head is the first row', async () => {
    const read = await readFixture('column-missing.xlsx');

    expect(read.counts).toMatchObject(whole);
    expect(told(read.problems)).toEqual([
      [1, null, 'exchange/identity-absent', 'warning'],
      [1, null, 'exchange/relation-absent', 'warning'],
    ]);
    expect(read.households[0]?.persons[0]?.values).toMatchObject({
      name: '韦大山',
      relation: 'HEAD',
    });
  });

  test('of two columns with one meaning the first is read', async () => {
    const read = await readFixture('duplicate-headings.xlsx');

    expect(read.counts).toMatchObject(whole);
    expect(told(read.problems)).toEqual([[1, null, 'exchange/heading-duplicate', 'warning']]);
    expect(read.households[0]?.persons[0]?.values.ethnicity).toBe('MAONAN');
  });

  test('an unknown column is left out and named', async () => {
    const read = await readFixture('unknown-column.xlsx');

    expect(read.counts).toMatchObject(whole);
    expect(read.problems.map((problem) => [problem.code, problem.value])).toEqual([
      ['exchange/column-unknown', '宅基地编号'],
    ]);
  });

  test('one row per household gives its head and its income in the unit of the heading', async () => {
    const read = await readFixture('households-with-income.xlsx');

    expect(told(read.problems)).toEqual([]);
    expect(read.counts).toMatchObject({ rows: 6, households: 6, accepted: 6 });
    expect(read.households[0]?.persons).toHaveLength(1);
    expect(read.households[0]?.incomes).toContainEqual({
      kind: 'otherWage',
      year: 2015,
      amountFen: 980_000,
    });
  });

  test('a rare character stays what it is', async () => {
    for (const name of ['rare-character.xlsx', 'gb18030-without-mark.csv']) {
      const read = await readFixture(name);

      expect(read.households[1]?.persons[0]?.values.name).toBe('𠮷春生');
    }
  });

  test('another sheet can be asked for by name', async () => {
    const read = await readFixture('two-sheets.xlsx', {}, '旧表');

    expect(read.counts).toMatchObject({ rows: 3, households: 1 });
  });

  test('rows of one household that stand apart are brought together', async () => {
    const read = await readFixture('scattered.xlsx');

    expect(read.households[0]?.persons.map((person) => person.name)).toEqual([
      '韦大山',
      '韦小军',
      '覃美花',
    ]);
  });
});

describe('a file that is something else is refused with a sentence', () => {
  test.each([
    ['empty.xlsx', 'exchange/file-empty'],
    ['empty-sheet.xlsx', 'exchange/sheet-empty'],
    ['no-heading.xlsx', 'exchange/heading-missing'],
    ['encrypted.xlsx', 'exchange/file-encrypted'],
    ['web-page.xls', 'exchange/file-is-a-web-page'],
    ['truncated.xlsx', 'exchange/file-damaged'],
    ['binary.xlsb', 'exchange/file-is-xlsb'],
    ['picture.xlsx', 'exchange/file-not-a-spreadsheet'],
  ])('%s', async (name, code) => {
    const refusal = await readFixture(name).then(
      () => undefined,
      (error: unknown) => error,
    );

    expect(refusal).toBeInstanceOf(Refusal);
    expect((refusal as Refusal).kind.code).toBe(code);
  });

  test('a sheet without names says which column is missing', async () => {
    const read = await readFixture('name-column-missing.xlsx');

    expect(read.missing).toEqual(['姓名']);
  });
});

test('numbers of the demonstration are refused in a real installation', async () => {
  const read = await readFixture('clean.xlsx', { demonstration: false });

  expect(read.households).toEqual([]);
  expect(new Set(read.problems.map((problem) => problem.code))).toEqual(
    new Set(['registry/identity-demonstration']),
  );
});
