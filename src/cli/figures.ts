// Commands of what is read off packs and reports as a whole: published figures reconciled.
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Finding } from '#domain/insight/reconcile/finding.ts';
import { publishedOf } from '#domain/insight/reconcile/published-of-pack.ts';
import { questionOf, sentenceOf } from '#domain/insight/reconcile/reason-words.ts';
import { reconcile } from '#domain/insight/reconcile/reconcile.ts';
import type { Verdict } from '#domain/insight/reconcile/verdict.ts';
import { checkReport } from '#domain/insight/report/check-report.ts';
import { type Cells, readReport } from '#domain/insight/report/read-report.ts';
import type { Bilingual } from '#domain/kernel/refusal.ts';
import type { Pack } from '#domain/policy/pack/pack.ts';
import { chainOf } from '#domain/policy/pack/resolve-pack.ts';
import { openSpreadsheet } from '#server/exchange/reading/open-spreadsheet.ts';
import { readFigurePacks } from '#server/insight/read-figure-packs.ts';
import { shippedPacks } from '#server/policy/read-pack-folders.ts';
import { type Asked, type Command, type Outcome, UsageProblem } from './command.ts';

export const figuresCommands: readonly Command[] = [
  {
    name: 'figures check',
    summary: {
      zh: '核对公布的数字；有不符、或有读不出的行时，退出状态为 1',
      en: 'Reconcile published figures; exit status 1 when something disagrees or a row cannot be read',
    },
    options: [
      {
        name: 'pack',
        value: '<id>',
        summary: { zh: '只核对这个政策包', en: 'the figures of this pack alone' },
      },
      {
        name: 'packs',
        value: '<folder>',
        summary: {
          zh: '放着政策包的文件夹；不填为随程序提供的',
          en: 'folder of packs; those shipped when absent',
        },
      },
      {
        name: 'file',
        value: '<csv|xlsx>',
        summary: {
          zh: '核对一张自己的表：名称、数值、单位、分子、分母、原文、合计于、方法、日期',
          en: 'a report of one’s own instead: name, value, unit, numerator, denominator, printed, total, method, date',
        },
      },
    ],
    run: async (asked) =>
      asked.values.file === undefined ? checkPacks(asked) : checkFile(asked.values.file),
  },
];

interface Line {
  readonly id: string;
  readonly verdict: Verdict;
  readonly detail: object;
  /** Both ends of the base that the figures imply. */
  readonly implied?: readonly [number, number];
}

async function checkPacks({ values, say }: Asked): Promise<Outcome> {
  const parent = resolve(values.packs ?? shippedPacks);
  if (!existsSync(parent)) {
    throw new UsageProblem({
      zh: `没有文件夹“${parent}”。`,
      en: `There is no folder “${parent}”.`,
    });
  }
  const { packs, unreadable } = await readFigurePacks(parent);
  for (const folder of unreadable) {
    say({
      zh: `${folder} 读不全，请先运行 pack check。`,
      en: `${folder} cannot be read; run pack check first.`,
    });
  }
  const asked = values.pack === undefined ? [...packs.keys()] : [values.pack];
  if (values.pack !== undefined && !packs.has(values.pack)) {
    const known = [...packs.keys()].join(', ');
    throw new UsageProblem({
      zh: `没有政策包“${values.pack}”。现有：${known}。`,
      en: `There is no pack “${values.pack}”. There are: ${known}.`,
    });
  }
  const outcome = outcomeOf(asked.flatMap((id) => linesOf(packs, id)));
  return { ...outcome, isYes: outcome.isYes && unreadable.length === 0 };
}

function linesOf(packs: ReadonlyMap<string, Pack>, id: string) {
  const found = chainOf(packs, id);
  if (!found.ok) return [];
  return reconcile(publishedOf(found.chain)).map(({ claim, verdict, findings, implied }) => {
    const name = claim.requirements.find((one) => one.startsWith('AT-')) ?? `${id}/${claim.id}`;
    const line: Line = {
      id: name,
      verdict,
      detail: { pack: id, claim: claim.id, title: claim.title, ...detailOf(verdict, findings) },
      ...endsOf(implied),
    };
    return { line, title: claim.title.zh, findings };
  });
}

function detailOf(verdict: Verdict, findings: readonly Finding[]) {
  const deciding = findings.find((one) => one.verdict === verdict);
  const reason = deciding?.reason;
  return {
    says: reason === undefined ? null : sentenceOf(reason),
    asks: reason === undefined ? null : questionOf(reason),
    missing: [...new Set(findings.flatMap(({ missing }) => missing))],
    relations: findings.map(
      ({ kind, verdict: own, reason: why, arithmetic, numbers, implied }) => ({
        kind,
        verdict: own,
        reason: why,
        arithmetic,
        numbers,
        ...endsOf(implied),
      }),
    ),
  };
}

function endsOf(implied: Finding['implied']): Pick<Line, 'implied'> {
  return implied === undefined ? {} : { implied: [implied.least, implied.most] };
}

async function checkFile(path: string): Promise<Outcome> {
  const file = resolve(path);
  if (!existsSync(file)) {
    throw new UsageProblem({ zh: `没有文件 ${file}。`, en: `There is no file ${file}.` });
  }
  const checked = checkReport(readReport(await cellsOf(file)));
  const told = checked.results.map(({ rows, name, verdict, findings, implied }) => ({
    line: {
      id: name,
      verdict,
      detail: { rows, ...detailOf(verdict, findings) },
      ...endsOf(implied),
    },
    title: name,
    findings,
  }));
  const bad = checked.problems.map(
    ({ row, column, says }): Line => ({
      id: `row ${row}`,
      verdict: 'UNDETERMINED',
      detail: { rows: [row], column, says, asks: null, missing: ['value'], relations: [] },
    }),
  );
  const outcome = outcomeOf(told);
  const lines = checked.problems.map(({ row, says }) => both(`× ${row}`, says));
  return {
    isYes: outcome.isYes && bad.length === 0,
    json: [...told.map(({ line }) => line), ...bad],
    text: [outcome.text, ...lines].join('\n'),
  };
}

async function cellsOf(path: string): Promise<readonly Cells[]> {
  const spreadsheet = await openSpreadsheet(path);
  try {
    const shown = spreadsheet.sheets.findIndex(({ hidden }) => !hidden);
    const cells: Cells[] = [];
    for await (const batch of spreadsheet.rows(Math.max(0, shown)).batches) cells.push(...batch);
    return cells;
  } finally {
    await spreadsheet.close();
  }
}

function outcomeOf(
  told: readonly { line: Line; title: string; findings: readonly Finding[] }[],
): Outcome {
  const text = told.flatMap(({ line, title, findings }) => [
    `${line.verdict.padEnd(19)} ${line.id.padEnd(9)} ${title}`,
    ...findings.map(({ arithmetic, reason }) => both(`  ${arithmetic}`, sentenceOf(reason))),
  ]);
  const isYes = told.every(({ line }) => line.verdict !== 'DISAGREE');
  return { isYes, json: told.map(({ line }) => line), text: text.join('\n') };
}

function both(start: string, { zh, en }: Bilingual): string {
  return `${start}  ${zh} ${en}`;
}
