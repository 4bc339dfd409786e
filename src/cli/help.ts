// Help made from the commands themselves.
import type { Bilingual } from '#domain/kernel/refusal.ts';
import type { Command } from './command.ts';
import { commonOptions } from './read-arguments.ts';

const program = 'npm run bangfu --';

/** The commands whose names begin with these words; all of them without any. */
export function helpOfGroup(commands: readonly Command[], group: string): string {
  const within = commands.filter(
    ({ name }) => group === '' || name === group || name.startsWith(`${group} `),
  );
  const rows = within.map((command): readonly [string, Bilingual] => [
    usageOf(command),
    command.summary,
  ]);
  return [
    '帮扶命令行 The command line of Bangfu',
    '',
    `用法 Usage: ${program} <command> [options]`,
    '',
    ...table(rows),
    '',
    `每个命令都有说明 Every command has help: ${program} <command> --help`,
    '退出状态 Exit status: 0 完成 done, 1 答案为否 the answer is no, 2 用法错误 wrong usage',
    '',
  ].join('\n');
}

export function helpOf(command: Command): string {
  const operands = (command.operands ?? []).map((operand): readonly [string, Bilingual] => [
    `<${operand.name}>`,
    operand.summary,
  ]);
  const options = [...(command.options ?? []), ...commonOptions].map(
    (option): readonly [string, Bilingual] => [
      `--${option.name}${option.value === undefined ? '' : ` ${option.value}`}`,
      option.summary,
    ],
  );
  return [
    command.summary.zh,
    command.summary.en,
    '',
    `用法 Usage: ${program} ${usageOf(command)} [options]`,
    '',
    ...table([...operands, ...options]),
    ...(command.example === undefined
      ? []
      : ['', `例 Example: ${program} ${command.name} ${command.example}`]),
    '',
  ].join('\n');
}

function usageOf({ name, operands = [] }: Command): string {
  const words = operands.map((operand) =>
    operand.isRequired ? `<${operand.name}>` : `[${operand.name}]`,
  );
  return [name, ...words].join(' ');
}

function table(rows: readonly (readonly [string, Bilingual])[]): readonly string[] {
  const width = Math.max(...rows.map(([left]) => left.length)) + 2;
  return rows.flatMap(([left, { zh, en }]) => [
    `  ${left.padEnd(width)}${zh}`,
    `  ${''.padEnd(width)}${en}`,
  ]);
}
