// Finds the command in what was typed and reads its options. Refuses what the command does not know
// rather than passing it by.
import { parseArgs } from 'node:util';
import type { Command, CommandOption } from './command.ts';
import { UsageProblem } from './command.ts';

export const commonOptions: readonly CommandOption[] = [
  {
    name: 'as',
    value: '<account>',
    summary: {
      zh: '以某个账号的身份和管辖范围执行',
      en: 'act as an account, with its role and its area',
    },
  },
  {
    name: 'json',
    summary: { zh: '标准输出只打印 JSON', en: 'print JSON alone on standard output' },
  },
  { name: 'help', summary: { zh: '显示说明', en: 'show this help' } },
];

export interface Read {
  readonly command: Command;
  readonly values: Readonly<Record<string, string | undefined>>;
  readonly flags: ReadonlySet<string>;
  readonly operands: readonly string[];
}

/** The command whose name is the longest beginning of what was typed. */
export function findCommand(
  commands: readonly Command[],
  typed: readonly string[],
): Command | undefined {
  return [...commands]
    .sort((left, right) => right.name.length - left.name.length)
    .find(({ name }) => name.split(' ').every((word, index) => typed[index] === word));
}

export function readArguments(command: Command, words: readonly string[]): Read {
  const options = [...(command.options ?? []), ...commonOptions];
  const name = command.name.split(' ');
  if (name.some((word, index) => words[index] !== word)) throw commandFirst(command.name);
  const rest = words.slice(name.length);
  const { values, positionals } = parsed(options, rest);
  const required = (command.operands ?? []).filter((operand) => operand.isRequired);
  const missing = required[positionals.length];
  if (missing !== undefined) throw missingWord(`<${missing.name}>`, missing.summary);
  const most = command.operands?.length ?? 0;
  if (positionals.length > most) throw unknownWord(positionals[most] ?? '');
  for (const option of options) {
    if (option.isRequired === true && values[option.name] === undefined) {
      throw missingWord(`--${option.name} ${option.value ?? ''}`.trim(), option.summary);
    }
  }
  return {
    command,
    operands: positionals,
    values: Object.fromEntries(
      Object.entries(values).map(([name, value]) => [
        name,
        typeof value === 'string' ? value : undefined,
      ]),
    ),
    flags: new Set(Object.keys(values).filter((name) => values[name] === true)),
  };
}

function parsed(options: readonly CommandOption[], args: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      strict: true,
      options: Object.fromEntries(
        options.map(({ name, value }) => [
          name,
          { type: value === undefined ? ('boolean' as const) : ('string' as const) },
        ]),
      ),
    });
    return { values, positionals };
  } catch (error) {
    const reason = error instanceof Error ? (error.message.split('. ')[0] ?? '') : String(error);
    throw new UsageProblem({
      zh: `参数不对：${reason}。用 --help 查看说明。`,
      en: `${reason}. See --help.`,
    });
  }
}

function commandFirst(name: string): UsageProblem {
  return new UsageProblem({
    zh: `请先写命令，再写选项：${name} --…`,
    en: `Write the command first and its options after it: ${name} --…`,
  });
}

function missingWord(word: string, { zh, en }: CommandOption['summary']): UsageProblem {
  return new UsageProblem({
    zh: `缺少 ${word}（${zh}）。用 --help 查看说明。`,
    en: `${word} is missing (${en}). See --help.`,
  });
}

function unknownWord(word: string): UsageProblem {
  return new UsageProblem({
    zh: `多出的参数“${word}”。用 --help 查看说明。`,
    en: `“${word}” is one argument too many. See --help.`,
  });
}
