import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { analyseCommands } from './analyse.ts';
import { runCommand } from './run-command.ts';

let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bangfu-analyse-'));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

async function fileOf(name: string, rows: readonly (readonly (string | number)[])[]) {
  const path = join(folder, name);
  await writeFile(path, rows.map((row) => row.join(',')).join('\n'));
  return path;
}

async function run(...words: readonly string[]) {
  const printed = { out: '', error: '' };
  const status = await runCommand(analyseCommands, words, {
    environment: {},
    out: (text) => {
      printed.out += text;
    },
    error: (text) => {
      printed.error += text;
    },
  });
  return { status, ...printed };
}

async function json(...words: readonly string[]) {
  const { status, out } = await run(...words, '--json');
  return { status, body: JSON.parse(out) };
}

const four = [
  ['户号', '收入', '人口', '权重', '乡'],
  ['a', 1000, 1, 1, '甲'],
  ['b', 2000, 1, 1, '甲'],
  ['c', 2800, 1, 1, '乙'],
  ['d', 4000, 1, 1, '乙'],
] as const;

describe('analyse poverty', () => {
  test('four households around a line of 2,800 give the three measures and the groups', async () => {
    const file = await fileOf('four.csv', four);

    const { status, body } = await json(
      ...['analyse', 'poverty', '--file', file, '--income', '收入', '--by', '乡', '--line', '2800'],
    );

    expect(status).toBe(0);
    expect(body.fgt.headcount.value).toBe(0.5);
    expect(body.fgt.gap.value).toBeCloseTo(0.232142857, 9);
    expect(body.fgt.gapYuan).toBeCloseTo(2600, 6);
    expect(body.groups.map((group: { key: string }) => group.key)).toEqual(['甲', '乙']);
    expect(body.isFew).toBe(true);
  });

  test('a line of 60 % of the median is told in yuan, with an interval that knows it is estimated', async () => {
    const rows = Array.from({ length: 60 }, (_, at) => [`h${at}`, 500 + at * 100]);
    const file = await fileOf('sixty.csv', [['户号', '收入'], ...rows]);

    const { body } = await json(
      ...['analyse', 'poverty', '--file', file, '--income', '收入', '--line', '60%median'],
    );

    expect(body.line).toEqual({ kind: 'median', yuan: 2070, share: 0.6, median: 3450 });
    expect(body.fgt.headcount.value).toBeCloseTo(16 / 60, 12);
    expect(body.fgt.headcount.interval.low).toBeGreaterThan(0.1);
    expect(body.distribution.gini.interval).not.toBeNull();
  });

  test('persons of one household are one cluster, and the household counts once', async () => {
    const file = await fileOf('persons.csv', [
      ['户号', '收入'],
      ['a', 1000],
      ['a', 1000],
      ['a', 1000],
      ['b', 5000],
      ['c', 6000],
    ]);

    const { body } = await json(
      ...['analyse', 'poverty', '--file', file, '--income', '收入', '--household', '户号'],
      ...['--line', '2800'],
    );

    expect(body.fgt).toMatchObject({
      households: 3,
      persons: 5,
      poorHouseholds: 1,
      poorPersons: 3,
    });
  });

  test('text in numbers, negative people and a household given twice are told by row, field and value', async () => {
    const file = await fileOf('faulty.csv', [
      ['户号', '收入', '人口'],
      ['a', '很少', 3],
      ['b', 2000, -1],
      ['c', 3000, 2],
      ['c', 3000, 2],
    ]);
    const words = ['analyse', 'poverty', '--file', file, '--income', '收入', '--members', '人口'];

    const { status, out } = await run(...words, '--household', '户号', '--line', '2800');
    const refused = await json(...words, '--line', '2800');
    const english = await run(
      ...words,
      ...['--household', '户号', '--line', '2800', '--locale', 'en'],
    );

    expect(status).toBe(1);
    expect(refused.body.error.code).toBe('insight/rows-invalid');
    expect(out).toContain(
      '有 3 处不能计算，第一处在第 2 行：“收入”应填数字，这里是“很少”；请只填数字。',
    );
    expect(out).toContain('× 第 3 行：“人口”应大于 0，这里是 -1；请更正。');
    expect(out).toContain('× 第 5 行：户号“c”出现两次');
    expect(english.out).toContain('Row 3: “人口” must be more than 0 and this is -1; correct it.');
  });

  test('faulty rows are left out where asked, and counted', async () => {
    const file = await fileOf('half.csv', [...four, ['e', 'x', 1, 1, '乙'], ['f', '', 1, 1, '乙']]);

    const { body } = await json(
      ...['analyse', 'poverty', '--file', file, '--income', '收入', '--line', '2800'],
      '--skip-invalid',
    );

    expect(body.read).toMatchObject({ rows: 6, missing: 1, invalid: 1 });
    expect(body.fgt.rows).toBe(4);
  });

  test.each([
    [['--income', '纯收入', '--line', '2800'], 'insight/column-missing'],
    [['--income', '收入', '--line', 'abc'], 'insight/line-unreadable'],
    [['--income', '收入', '--line', '0'], 'insight/line-unreadable'],
    [['--income', '收入', '--line', '2800', '--confidence', '3'], 'insight/number-wrong'],
  ])('%j is refused with %s', async (words, code) => {
    const file = await fileOf('four.csv', four);

    const { status, body } = await json('analyse', 'poverty', '--file', file, ...words);

    expect([status, body.error.code]).toEqual([1, code]);
  });

  test('an empty file, a heading without rows and a missing file are each said plainly', async () => {
    const empty = await fileOf('empty.csv', []);
    const heading = await fileOf('heading.csv', [['收入']]);
    const asked = ['--income', '收入', '--line', '2800'];

    const none = await json('analyse', 'poverty', '--file', empty, ...asked);
    const bare = await json('analyse', 'poverty', '--file', heading, ...asked);
    const gone = await run('analyse', 'poverty', '--file', join(folder, 'gone.csv'), ...asked);

    expect(none.body.error.code).toBe('exchange/file-empty');
    expect(bare.body.error.code).toBe('insight/no-rows');
    expect(gone.status).toBe(2);
    expect(gone.error).toContain('没有文件');
  });

  test('one household has measures and no interval', async () => {
    const file = await fileOf('one.csv', four.slice(0, 2));

    const { status, body } = await json(
      ...['analyse', 'poverty', '--file', file, '--income', '收入', '--line', '2800'],
    );

    expect(status).toBe(0);
    expect(body.fgt.headcount).toEqual({ value: 1, standardError: null, interval: null });
  });

  test('a column with a value for every row is no column to group by', async () => {
    const rows = Array.from({ length: 600 }, (_, at) => [`h${at}`, at]);
    const file = await fileOf('many.csv', [['户号', '收入'], ...rows]);

    const { body } = await json(
      ...['analyse', 'poverty', '--file', file, '--income', '收入', '--by', '户号', '--line', '9'],
    );

    expect(body.error.code).toBe('insight/too-many-groups');
  });
});

describe('analyse deprivation', () => {
  const rows = [
    ['收入', '教育', '健康', '住房', '资产', '环境'],
    [0, 0, 1, 1, 1, 1],
    [0, 0, 0, 0, 1, 1],
    [1, 1, 1, 1, 1, 0],
    [0, 0, 0, 0, 0, 0],
  ];
  const names = rows[0]?.map((name) => `${name}=1`).join(',') ?? '';

  test('six dimensions of a table give H, A and M0 [HH-02]', async () => {
    const file = await fileOf('six.csv', rows);

    const { body } = await json(
      ...['analyse', 'deprivation', '--file', file, '--weights', names, '--cutoffs', names],
      ...['--k', '1/3'],
    );

    expect(body.whole.headcount.value).toBe(0.75);
    expect(body.whole.m0.value).toBeCloseTo(0.5, 12);
  });

  test('weights and cut-offs of different columns, or what is no list, are refused', async () => {
    const file = await fileOf('six.csv', rows);
    const asked = ['analyse', 'deprivation', '--file', file, '--k', '0.5'];

    const unequal = await json(...asked, '--weights', '收入=1', '--cutoffs', '教育=1');
    const unreadable = await json(...asked, '--weights', '收入', '--cutoffs', '收入=1');

    expect(unequal.body.error.code).toBe('insight/list-unequal');
    expect(unreadable.body.error.code).toBe('insight/list-unreadable');
  });
});

describe('analyse grouped', () => {
  test('classes of a published table give both curves and say which is taken', async () => {
    const file = await fileOf('classes.csv', [
      ['人口', '平均'],
      ...[0.92, 2.47, 5.11, 7.9, 9.69, 15.24, 13.64, 16.99, 10, 9.78, 3.96, 1.81, 2.49].map(
        (people, at) => [
          people,
          [
            24.84, 35.8, 45.36, 55.1, 64.92, 77.08, 91.75, 110.64, 134.9, 167.76, 215.48, 261.66,
            384.97,
          ][at] ?? 0,
        ],
      ),
    ]);

    const { body } = await json(
      ...['analyse', 'grouped', '--file', file, '--population', '人口', '--class-mean', '平均'],
      ...['--line', '89'],
    );

    expect(body.mean).toBeCloseTo(109.9, 1);
    expect(body.forPoverty).toBe('quadratic');
    expect(body.forms[0].poverty.headcount).toBeCloseTo(0.4506, 3);
  });

  test('classes that do not rise are refused with the row', async () => {
    const file = await fileOf('falling.csv', [
      ['人口', '平均'],
      [1, 10],
      [1, 30],
      [1, 20],
      [1, 40],
    ]);

    const { body } = await json(
      ...['analyse', 'grouped', '--file', file, '--population', '人口', '--class-mean', '平均'],
      ...['--line', '15'],
    );

    expect(body.error.code).toBe('insight/classes-wrong');
    expect(body.error.message).toContain('第 4 行');
  });
});

describe('analyse sample, agreement and targeting', () => {
  test('thirty draws cannot prove 2 %, and the sentence says so', async () => {
    const { status, out } = await run(
      ...['analyse', 'sample', '--draws', '30', '--faults', '0', '--limit', '2%', '--locale', 'en'],
    );

    expect(status).toBe(1);
    expect(out).toContain('This sample cannot prove that');
    expect(out).toContain('At least 149 draws are needed.');
  });

  test('five suites of one hundred give the mean of a cluster sample', async () => {
    const suites = [12.16, 11.36, 8.96, 12.96, 11.08];
    const file = await fileOf('suites.csv', [
      ['值', '权重', '群', '总群'],
      ...suites.flatMap((total, at) =>
        Array.from({ length: 4 }, () => [total / 4, 20, `s${at}`, 100]),
      ),
    ]);

    const { body } = await json(
      ...['analyse', 'sample', '--file', file, '--value', '值', '--weight', '权重'],
      ...['--cluster', '群', '--units', '总群'],
    );

    expect(body.estimate.mean.value).toBeCloseTo(2.826, 3);
    expect(body.estimate.mean.standardError).toBeCloseTo(0.1637, 4);
  });

  test('two raters of a table have a kappa, and a wrong kind of weight is refused as usage', async () => {
    const cells = [
      ['是', '是', 40],
      ['是', '否', 5],
      ['否', '是', 7],
      ['否', '否', 48],
    ] as const;
    const rows = cells.flatMap(([first, second, count]) =>
      Array.from({ length: count }, () => [first, second]),
    );
    const file = await fileOf('raters.csv', [['甲', '乙'], ...rows]);
    const asked = ['analyse', 'agreement', '--file', file, '--first', '甲', '--second', '乙'];

    const { body } = await json(...asked);
    const wrong = await run(...asked, '--kappa-weights', 'cubic');

    expect(body.kappa.kappa).toBeCloseTo(0.7586, 4);
    expect(wrong.status).toBe(2);
  });

  test('numbers taken for categories are refused, with the way out', async () => {
    const rows = Array.from({ length: 40 }, (_, at) => [at, at + 1]);
    const file = await fileOf('numbers.csv', [['甲', '乙'], ...rows]);
    const asked = ['analyse', 'agreement', '--file', file, '--first', '甲', '--second', '乙'];

    const { body } = await json(...asked);
    const numbers = await json(...asked, '--numbers', '--tolerance', '1');

    expect(body.error.code).toBe('insight/too-many-categories');
    expect(numbers.body.numbers).toMatchObject({ meanDifference: -1, withinTolerance: 1 });
  });

  test('a list against incomes gives both families of errors [HH-10]', async () => {
    const file = await fileOf('list.csv', [
      ['建档', '收入', '人口'],
      ['是', 1000, 4],
      ['是', 5000, 1],
      ['否', 2000, 2],
      ['否', 8000, 3],
    ]);

    const { body } = await json(
      ...['analyse', 'targeting', '--file', file, '--listed', '建档', '--income', '收入'],
      ...['--line', '2952', '--members', '人口'],
    );

    expect(body.errors.programme.inclusionError.value).toBeCloseTo(1 / 5, 12);
    expect(body.errors.programme.exclusionError.value).toBeCloseTo(2 / 6, 12);
    expect(body.errors.population.omissionRate.value).toBeCloseTo(2 / 5, 12);
  });

  test('points become a poverty rate by the likelihood table of a pack', async () => {
    const file = await fileOf('points.csv', [
      ['总分', '人口'],
      [10, 4],
      [45, 2],
      [90, 4],
    ]);
    const asked = ['analyse', 'scores', '--file', file, '--points', '总分', '--members', '人口'];

    const { body } = await json(...asked, '--pack', 'policy/packs/tea-club');
    const none = await run(...asked, '--pack', 'policy/packs/china-2014');

    expect(body.rate.value).toBeCloseTo((4 * 0.9 + 2 * 0.55 + 4 * 0.08) / 10, 12);
    expect(none.status).toBe(2);
  });

  test('every command shows an example in its help', async () => {
    for (const { name } of analyseCommands) {
      const { out } = await run(...name.split(' '), '--help');
      expect(out).toContain(`例 Example: npm run bangfu -- ${name} --`);
    }
  });
});
