// Commands of policy packs. They work on folders and need no installation.
import { stat } from 'node:fs/promises';
import { relative } from 'node:path';
import { type Bilingual, fill } from '#domain/kernel/refusal.ts';
import type { Pack } from '#domain/policy/pack/pack.ts';
import type { PackProblem } from '#domain/policy/pack/pack-problem.ts';
import { rowWords } from '#domain/policy/pack/row-words.ts';
import { type CheckedFolder, checkPackFolders } from '#server/policy/check-pack-folders.ts';
import { type Asked, type Command, type Outcome, UsageProblem } from './command.ts';

const folder = {
  name: 'folder',
  isRequired: true,
  summary: {
    zh: '政策包文件夹，或放着几个政策包的文件夹',
    en: 'the folder of a pack, or a folder that holds several',
  },
} as const;

export const policyCommands: readonly Command[] = [
  {
    name: 'pack check',
    summary: {
      zh: '检查政策包：名称、单位、日期、流程、算例、两种文字',
      en: 'Prove a policy pack: names, units, dates, processes, examples, both languages',
    },
    operands: [folder],
    run: async (asked) => checkOutcome(await checkedFolders(asked)),
  },
  {
    name: 'pack show',
    summary: {
      zh: '列出政策包里有什么，多少未核实',
      en: 'List what a policy pack holds, and how much of it is unverified',
    },
    operands: [folder],
    run: async (asked) => showOutcome(await checkedFolders(asked)),
  },
];

async function checkedFolders({ operands }: Asked): Promise<readonly CheckedFolder[]> {
  const [path = ''] = operands;
  const found = await stat(path).catch(() => undefined);
  if (found === undefined || !found.isDirectory()) {
    throw new UsageProblem({
      zh: `没有文件夹“${path}”。`,
      en: `There is no folder “${path}”.`,
    });
  }
  return checkPackFolders(path);
}

function checkOutcome(folders: readonly CheckedFolder[]): Outcome {
  const packs = folders.map(({ folder: path, pack, problems }) => ({
    folder: relative(process.cwd(), path) || '.',
    id: pack?.manifest.id ?? null,
    version: pack?.manifest.version ?? null,
    errors: problems.filter(({ severity }) => severity === 'error').length,
    warnings: problems.filter(({ severity }) => severity === 'warning').length,
    problems,
  }));
  const errors = packs.reduce((sum, pack) => sum + pack.errors, 0);
  const isYes = errors === 0;
  const text = packs.flatMap((pack) => [
    ...pack.problems.flatMap((problem) => problemLines(pack.folder, problem)),
    summaryLine(pack.id ?? pack.folder, pack),
  ]);
  return { isYes, json: { ok: isYes, packs }, text: text.join('\n') };
}

function problemLines(path: string, problem: PackProblem): readonly string[] {
  const { file, line, column, severity, code, message, remedy } = problem;
  const kind = severity === 'error' ? '错误 error' : '提醒 warning';
  return [
    `${path}/${file}:${line}:${column}  ${kind}  ${code}`,
    `  ${message.zh}${remedy.zh}`,
    `  ${message.en} ${remedy.en}`,
  ];
}

function summaryLine(
  name: string,
  counts: { readonly errors: number; readonly warnings: number },
): string {
  const said: Bilingual =
    counts.errors + counts.warnings === 0
      ? { zh: '{name}：检查通过。', en: 'Nothing is wrong with {name}.' }
      : {
          zh: '{name}：{errors} 个错误，{warnings} 个提醒。',
          en: '{name}: errors {errors}, warnings {warnings}.',
        };
  const facts = { name, errors: counts.errors, warnings: counts.warnings };
  return `${fill(said.zh, facts)} ${fill(said.en, facts)}`;
}

function showOutcome(folders: readonly CheckedFolder[]): Outcome {
  const packs = folders.map(({ folder: path, pack, problems }) =>
    pack === undefined
      ? { folder: relative(process.cwd(), path), id: null, problems: problems.length }
      : { ...contentsOf(pack), problems: problems.length },
  );
  const text = folders.map(({ folder: path, pack }) =>
    pack === undefined
      ? `${path}：读不出来，请先运行 pack check。 Cannot be read; run pack check first.`
      : contentsText(pack),
  );
  return {
    isYes: folders.every(({ pack }) => pack !== undefined),
    json: { packs },
    text: text.join('\n\n'),
  };
}

function contentsOf(pack: Pack) {
  const { id, version, title, summary, area, from, until } = pack.manifest;
  return {
    id,
    version,
    title,
    summary,
    area,
    from,
    until: until ?? null,
    extends: pack.manifest.extends?.pack ?? null,
    contents: Object.entries(rowWords).flatMap(([kind, words]) => {
      const counts = countsOf(pack, kind);
      return counts.rows === 0 ? [] : [{ kind, title: words, ...counts }];
    }),
    examples: pack.examples.length,
  };
}

function countsOf(
  pack: Pack,
  kind: string,
): { readonly rows: number; readonly unverified: number } {
  const found = Object.entries(pack.rows).find(([name]) => name === kind);
  const rows: readonly { readonly row: object }[] = found?.[1] ?? [];
  const unverified = rows.filter(({ row }) => 'verified' in row && row.verified === false);
  return { rows: rows.length, unverified: unverified.length };
}

function contentsText(pack: Pack): string {
  const { id, version, title, from, area, contents, examples, extends: base } = contentsOf(pack);
  return [
    `${id} ${version}  ${title.zh}  ${title.en}`,
    `  ${from} 起 from  ·  地区 area ${area || '全国 nation'}${base === null ? '' : `  ·  扩展 extends ${base}`}`,
    ...contents.map(
      ({ title: words, rows, unverified }) =>
        `  ${words.zh} ${words.en}: ${rows}${unverified > 0 ? `（未核实 unverified ${unverified}）` : ''}`,
    ),
    `  算例 examples: ${examples}`,
  ].join('\n');
}
