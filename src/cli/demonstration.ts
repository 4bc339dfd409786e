// Commands of the demonstration: invented registers as files, for trying imports and for tests of size.
import { mkdir, readdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { generate } from '#server/demonstration/generate.ts';
import type { SheetFormat } from '#server/demonstration/write-sheets.ts';
import { type Asked, type Command, type Outcome, UsageProblem } from './command.ts';

export const demonstrationCommands: readonly Command[] = [
  {
    name: 'generate',
    summary: {
      zh: '生成虚构的贫困户表格：一个县 18,434 户，或一个省 101 万户 417 万人',
      en: 'Write invented registers as spreadsheets: a county of 18,434 households, or a province of 1.01 million',
    },
    options: [
      {
        name: 'scale',
        value: 'county|province',
        isRequired: true,
        summary: {
          zh: '一个县，或一个省（每县一个文件）',
          en: 'one county, or one province with a file for each county',
        },
      },
      {
        name: 'out',
        value: 'folder',
        isRequired: true,
        summary: {
          zh: '存放文件的文件夹，须为空',
          en: 'folder for the files, which must be empty',
        },
      },
      {
        name: 'format',
        value: 'xlsx|csv',
        summary: {
          zh: '只要一种格式；不写则两种都生成',
          en: 'only one format; both when left out',
        },
      },
    ],
    run: generateFiles,
  },
];

async function generateFiles({ values, say }: Asked): Promise<Outcome> {
  const scale = choiceOf(values.scale, ['county', 'province'], 'scale');
  const { format } = values;
  const formats: readonly SheetFormat[] =
    format === undefined ? ['xlsx', 'csv'] : [choiceOf(format, ['xlsx', 'csv'], 'format')];
  const folder = resolve(values.out ?? '.');
  await refuseFilledFolder(folder);

  let households = 0;
  let persons = 0;
  const written = await generate({
    scale,
    folder,
    formats,
    onFile(file) {
      households += file.households;
      persons += file.persons;
      say({
        zh: `已写 ${households} 户 ${persons} 人`,
        en: `Written: ${households} households, ${persons} persons`,
      });
    },
  });

  const files = written.flatMap((each) => each.files);
  const text =
    `${files.length} 个文件，${households} 户 ${persons} 人，人物全部虚构：${folder}\n` +
    `${files.length} files, ${households} households, ${persons} invented persons: ${folder}`;
  return { isYes: true, json: { folder, households, persons, files }, text };
}

function choiceOf<const Choice extends string>(
  asked: string | undefined,
  choices: readonly Choice[],
  option: string,
): Choice {
  const choice = choices.find((each) => each === asked);
  if (choice !== undefined) return choice;
  throw new UsageProblem({
    zh: `--${option} 应为 ${choices.join(' 或 ')}，写的是“${asked ?? ''}”。`,
    en: `--${option} should be ${choices.join(' or ')}; it says “${asked ?? ''}”.`,
  });
}

/** Somebody's files are never mixed with invented ones. */
async function refuseFilledFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const [first] = await readdir(folder);
  if (first === undefined) return;
  throw new UsageProblem({
    zh: `文件夹 ${folder} 不是空的（有 ${first}）。请另选一个文件夹。`,
    en: `The folder ${folder} is not empty (it holds ${first}). Choose another.`,
  });
}
