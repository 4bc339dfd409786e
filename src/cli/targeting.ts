// Hashes of a department's list, made on the department's own machine: the file stays there, and what is
// handed in names nobody to whoever has not the key. Needs no installation.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { plainDate } from '#domain/kernel/plain-date.ts';
import type { Bilingual } from '#domain/kernel/refusal.ts';
import { messageOf, Refusal } from '#domain/kernel/refusal.ts';
import { formOf, guessColumns } from '#domain/targeting/comparison/list-field.ts';
import { isBlank, listRowReader } from '#domain/targeting/comparison/read-list-row.ts';
import { rowsInProcess } from '#server/exchange/reading-process.ts';
import { matchCheck, matchHash, readMatchKey } from '#server/targeting/comparison/match-hash.ts';
import { type Asked, type Command, type Outcome, UsageProblem } from './command.ts';

export const targetingCommands: readonly Command[] = [
  {
    name: 'match hash',
    summary: {
      zh: '在部门自己的机器上把名单变成哈希；身份证号不出部门，交出的只有哈希、事项和起始日期',
      en: 'Turn a list into hashes on the department’s own machine; only hashes, objects and days are handed in',
    },
    operands: [{ name: 'file', isRequired: true, summary: { zh: '部门的名单', en: 'the list' } }],
    options: [
      {
        name: 'key',
        value: '<file>',
        isRequired: true,
        summary: {
          zh: '县里为这份名单发的密钥文件，只用一次',
          en: 'file with the key the county gave for this list, used once',
        },
      },
      {
        name: 'output',
        value: '<file>',
        summary: {
          zh: '写到哪个文件；不填写到名单旁边，名为 名单.hashes.csv',
          en: 'file to write; <list>.hashes.csv beside the list when absent',
        },
      },
      {
        name: 'without-objects',
        summary: {
          zh: '不写事项和起始日期，只写哈希',
          en: 'leave out objects and days, write hashes alone',
        },
      },
    ],
    example: '机动车.xlsx --key key.txt --output hashes.csv',
    run: hashList,
  },
];

async function hashList({ values, flags, operands }: Asked): Promise<Outcome> {
  const path = existing(operands[0] ?? '');
  const key = readMatchKey(readFileSync(existing(values.key ?? ''), 'utf8'));
  if (key === undefined) {
    throw new UsageProblem({
      zh: '密钥文件里不是比对密钥；应为 bangfu-match- 开头的一行，请向县里重新核对。',
      en: 'The key file holds no match key; it is one line beginning with bangfu-match-. Ask the county.',
    });
  }
  const output = resolve(values.output ?? `${path}.hashes.csv`);
  try {
    const { lines, rows, refused } = await linesOf(path, key, !flags.has('without-objects'));
    writeFileSync(output, `${lines.join('\r\n')}\r\n`, { mode: 0o600 });
    const hashed = lines.length - 1;
    return {
      isYes: refused.length === 0,
      json: { output, rows, hashed, refused },
      text: [
        `${rows} 行，生成 ${hashed} 个哈希 / ${rows} rows, ${hashed} hashes: ${output}`,
        ...refused
          .slice(0, 20)
          .map((row) => `第 ${row} 行没有可用的身份证号 / row ${row} has no usable number`),
        '请删除密钥文件。/ Delete the key file now.',
      ].join('\n'),
    };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const message: Bilingual = { zh: messageOf(error, 'zh'), en: messageOf(error, 'en') };
    return {
      isYes: false,
      json: { error: { code: error.kind.code, message: message.zh } },
      text: `${message.zh}\n${message.en}`,
    };
  }
}

const describedRows = 40;

async function linesOf(path: string, key: Buffer, withObjects: boolean) {
  const head = [];
  const task = { kind: 'rows', path, sheet: undefined } as const;
  for await (const batch of (await rowsInProcess({ ...task, most: describedRows })).batches) {
    head.push(...batch);
  }
  const guessed = guessColumns(head);
  if (guessed === undefined || formOf(guessed.columns) !== 'number') {
    throw new UsageProblem({
      zh: '名单里找不到身份证号一列；请把那一列的表头改为“身份证号”。',
      en: 'The list has no column of identity numbers; name its heading 身份证号.',
    });
  }
  // Whether a number is invented is for the county to say; here only its check character counts.
  const today = plainDate(new Date(performance.timeOrigin).toISOString().slice(0, 10));
  const read = listRowReader(guessed.columns, { today, demonstration: true });
  const lines = [withObjects ? '哈希,校验,事项,起始日期' : '哈希,校验'];
  const refused: number[] = [];
  let rows = 0;
  for await (const batch of (await rowsInProcess({ ...task, most: undefined })).batches) {
    for (const row of batch) {
      if (row.number <= guessed.headingRow || isBlank(row)) continue;
      rows += 1;
      const { entry } = read(row);
      if (entry?.citizen === undefined) {
        refused.push(row.number);
        continue;
      }
      const hash = matchHash(key, entry.citizen).toString('hex');
      const object = withObjects ? [cellOf(entry.object), entry.since ?? ''] : [];
      lines.push([hash, matchCheck(key, hash), ...object].join(','));
    }
  }
  return { lines, rows, refused };
}

function cellOf(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function existing(file: string): string {
  const path = resolve(file);
  if (existsSync(path)) return path;
  throw new UsageProblem({ zh: `没有文件 ${path}。`, en: `There is no file ${path}.` });
}
