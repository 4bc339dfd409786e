// Commands that compare packs, install one, and run worked examples. A pack is named by its folder, or
// by its id where it is installed.
import { plainDate } from '#domain/kernel/plain-date.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { noSuchExample, packIsDamaged } from '#domain/policy/authoring/authoring-refusals.ts';
import { diffPacks, type PackChange } from '#domain/policy/authoring/diff-packs.ts';
import {
  type Outcome as ExampleOutcome,
  outcomeOf,
} from '#domain/policy/authoring/example-outcome.ts';
import { type ExampleRun, runExamples } from '#domain/policy/pack/check-examples.ts';
import type { Example } from '#domain/policy/pack/example-schema.ts';
import { type ResolvedPack, resolvePack } from '#domain/policy/pack/resolve-pack.ts';
import {
  installedPack,
  isFolder,
  type NamedPack,
  packInFolder,
} from '#server/policy/find-packs.ts';
import { installChecked } from '#server/policy/install-checked.ts';
import { readPackFolder } from '#server/policy/read-pack-folders.ts';
import {
  type Asked,
  type Command,
  type CommandOperand,
  type Outcome,
  UsageProblem,
} from './command.ts';

function packOperand(name: string): CommandOperand {
  return {
    name,
    isRequired: true,
    summary: {
      zh: '政策包文件夹，或已装政策包的编号，可带版本：huanjiang-2016@1.0.0',
      en: 'the folder of a pack, or the id of an installed one, perhaps with its version',
    },
  };
}

export const policyActCommands: readonly Command[] = [
  {
    name: 'pack diff',
    summary: {
      zh: '用文字说出两个政策包的差别：增、删、改',
      en: 'Tell in words how two policy packs differ',
    },
    operands: [packOperand('before'), packOperand('after')],
    options: [
      {
        name: 'on',
        value: '<day>',
        summary: {
          zh: '按哪一天比较；不写则用后一个政策包的生效日',
          en: 'the day to compare on; the first day of the second pack when left out',
        },
      },
    ],
    permission: 'policy.read',
    run: diffOutcome,
  },
  {
    name: 'pack install',
    summary: {
      zh: '检查后装入政策包的一个新版本；已装的版本不会改动',
      en: 'Check a policy pack and install it as a new version; no installed version changes',
    },
    operands: [
      {
        name: 'folder',
        isRequired: true,
        summary: { zh: '政策包文件夹', en: 'the folder of the pack' },
      },
    ],
    permission: 'policy.approve',
    run: installOutcome,
  },
  {
    name: 'pack example run',
    summary: {
      zh: '运行算例：每个得出什么、为什么',
      en: 'Run the worked examples: what comes out of each, and why',
    },
    operands: [
      packOperand('pack'),
      {
        name: 'example',
        isRequired: false,
        summary: { zh: '只运行这一个算例', en: 'only this example' },
      },
    ],
    permission: 'policy.read',
    run: examplesOutcome,
  },
];

async function namedPack({ open }: Asked, name: string, act: string): Promise<NamedPack> {
  if (await isFolder(name)) return packInFolder(name);
  if (/[/\\.]/.test(name.replace(/@[\d.]+$/, ''))) {
    throw new UsageProblem({ zh: `没有文件夹“${name}”。`, en: `There is no folder “${name}”.` });
  }
  const installation = await open();
  return installation.act(act, ({ tx }) => installedPack(tx, name));
}

async function diffOutcome(asked: Asked): Promise<Outcome> {
  const [first = '', second = ''] = asked.operands;
  const before = await namedPack(asked, first, 'policy.diff');
  const after = await namedPack(asked, second, 'policy.diff');
  const day = asked.values.on ?? after.pack.manifest.from;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) {
    throw new UsageProblem({
      zh: '日期请写成 2016-09-30 的样子。',
      en: 'Write the day like 2016-09-30.',
    });
  }
  const changes = diffPacks(standing(before, day), standing(after, day));
  const named = ({ pack: { manifest } }: NamedPack) => ({
    id: manifest.id,
    version: manifest.version,
  });
  const json = { before: named(before), after: named(after), on: day, changes };
  const same = '两者没有差别。 Nothing differs.';
  const text = changes.length === 0 ? same : changes.flatMap(changeLines).join('\n');
  return { isYes: true, json, text };
}

function standing({ pack, packs }: NamedPack, day: string): ResolvedPack {
  const { id } = pack.manifest;
  const resolved = resolvePack(packs, id, plainDate(day));
  if (resolved.ok) return resolved.pack;
  const [first] = resolved.problems;
  const place = `${first?.file}:${first?.line}`;
  return refuse(packIsDamaged, { pack: id, errors: resolved.problems.length, place });
}

const signs = { added: '＋', removed: '－', changed: '～' } as const;

function changeLines({ change, kindWords, id, title, reason, details }: PackChange) {
  return [
    `${signs[change]} ${kindWords.zh} ${title.zh}  ${kindWords.en} ${title.en}  (${id})`,
    ...details.flatMap(({ sentence, source }) => [
      `    ${sentence.zh}`,
      `    ${sentence.en}`,
      ...(source === null ? [] : [`      ${source.before ?? '—'}  →  ${source.after ?? '—'}`]),
    ]),
    ...(reason === null ? [] : [`    理由：${reason.zh}  Reason: ${reason.en}`]),
  ];
}

async function installOutcome({ operands, open }: Asked): Promise<Outcome> {
  const [folder = ''] = operands;
  if (!(await isFolder(folder))) {
    throw new UsageProblem({
      zh: `没有文件夹“${folder}”。`,
      en: `There is no folder “${folder}”.`,
    });
  }
  const { files } = await readPackFolder(folder);
  const { act, actor } = await open();
  const { pack, isNew } = await act('policy.install', async (context) => {
    const account = actor?.account ?? null;
    const installed = await installChecked(context.tx, { files, account, scope: context.scope });
    const { id, version } = installed.pack.manifest;
    context.note({ subject: `pack:${id}`, facts: { version, isNew: installed.isNew } });
    return installed;
  });
  const { id, version, from } = pack.manifest;
  const text = isNew
    ? `已装入 ${id} ${version}，${from} 起生效。 Installed; takes effect on ${from}.`
    : `${id} ${version} 已经装着，没有改动。 Already installed; nothing changed.`;
  return { isYes: true, json: { id, version, from, installed: isNew }, text };
}

async function examplesOutcome(asked: Asked): Promise<Outcome> {
  const [name = '', only] = asked.operands;
  const { pack, packs } = await namedPack(asked, name, 'policy.examples');
  const { id, version } = pack.manifest;
  const rows = pack.examples.map(({ row }) => row);
  if (only !== undefined && !rows.some((row) => row.id === only)) {
    const known = rows.map((row) => row.id).join(', ');
    refuse(noSuchExample, { pack: id, example: only, known });
  }
  const runs = new Map(runExamples(packs, pack).map((run) => [run.id, run]));
  const ran = rows
    .filter((row) => only === undefined || row.id === only)
    .map((example) => ({
      example,
      run: runs.get(example.id),
      outcome: outcomeOf(packs, { id, example }),
    }));
  const isYes = ran.every(({ run, outcome }) => outcome !== undefined && passes(run));
  const json = {
    id,
    version,
    passes: isYes,
    examples: ran.map(({ example, run, outcome }) => ({
      id: example.id,
      title: example.title,
      on: example.on,
      passes: outcome !== undefined && passes(run),
      lines: outcome?.lines ?? [],
      problems: run?.problems.map(({ message }) => message) ?? [],
    })),
  };
  const text = ran.flatMap((one) => exampleLines(one)).join('\n');
  return { isYes, json, text };
}

function passes(run: ExampleRun | undefined): boolean {
  return run?.problems.length === 0;
}

interface Ran {
  readonly example: Example;
  readonly run: ExampleRun | undefined;
  readonly outcome: ExampleOutcome | undefined;
}

function exampleLines({ example, run, outcome }: Ran): readonly string[] {
  const verdict = outcome !== undefined && passes(run) ? '对 passes' : '不对 differs';
  return [
    `${example.id}  ${example.on}  ${verdict}`,
    `  ${example.title.zh}  ${example.title.en}`,
    ...(outcome?.lines ?? []).flatMap(({ title, shown, why }) => [
      `    ${title.zh}：${shown.zh}  ${title.en}: ${shown.en}`,
      ...why.map(({ zh, en }) => `      因为 ${zh}  because ${en}`),
    ]),
    ...(run?.problems ?? []).flatMap(({ message }) => [`  ${message.zh}`, `  ${message.en}`]),
  ];
}
