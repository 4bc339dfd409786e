// Runs what was typed and gives the exit status: 0 done, 1 the answer is no, 2 wrong usage. Standard
// output carries the outcome alone; everything else goes to the error output.
import { messageOf, Refusal } from '#domain/kernel/refusal.ts';
import { problemText, readConfig } from '#server/config.ts';
import { StartProblem } from '#server/database/start-problem.ts';
import { type Command, type Outcome, UsageProblem } from './command.ts';
import { helpOf, helpOfGroup } from './help.ts';
import { type Installation, openInstallation } from './open-installation.ts';
import { findCommand, type Read, readArguments } from './read-arguments.ts';

export interface Terminal {
  readonly environment: NodeJS.ProcessEnv;
  out(text: string): void;
  error(text: string): void;
}

export async function runCommand(
  commands: readonly Command[],
  words: readonly string[],
  terminal: Terminal,
): Promise<0 | 1 | 2> {
  const wantsHelp = words.length === 0 || words.includes('--help') || words[0] === 'help';
  const named = words.filter((word) => !word.startsWith('-') && word !== 'help');
  const command = findCommand(commands, named);
  if (wantsHelp) return showHelp(commands, command, { named, terminal });
  const isJson = words.includes('--json');
  try {
    if (command === undefined) throw unknownCommand(named.join(' '));
    const read = readArguments(command, words);
    const outcome = await carryOut(read, terminal, isJson);
    terminal.out(isJson ? `${JSON.stringify(outcome.json, null, 2)}\n` : `${outcome.text}\n`);
    return outcome.isYes ? 0 : 1;
  } catch (error) {
    return tell(error, terminal, isJson);
  }
}

function showHelp(
  commands: readonly Command[],
  command: Command | undefined,
  { named, terminal }: { readonly named: readonly string[]; readonly terminal: Terminal },
): 0 | 2 {
  const group = named.join(' ');
  const isGroup = commands.some(({ name }) => name.startsWith(`${group} `));
  if (command === undefined && group !== '' && !isGroup) {
    tell(unknownCommand(group), terminal, false);
    return 2;
  }
  terminal.out(command === undefined ? helpOfGroup(commands, group) : helpOf(command));
  return 0;
}

async function carryOut(read: Read, terminal: Terminal, isJson: boolean): Promise<Outcome> {
  const { command, values, flags, operands } = read;
  const say = ({ zh, en }: { readonly zh: string; readonly en: string }) =>
    terminal.error(`${zh}  ${en}\n`);
  let installation: Promise<Installation> | undefined;
  const open = () => {
    installation ??= openInstallation({
      config: readConfig(terminal.environment),
      as: values.as,
      permission: command.permission,
      say,
    });
    return installation;
  };
  try {
    const { environment } = terminal;
    return await command.run({ values, flags, operands, isJson, environment, open, say });
  } finally {
    await installation?.then(
      (opened) => opened.close(),
      () => undefined,
    );
  }
}

/** A refusal and a problem of the installation are a no; only wrong usage is 2. */
function tell(error: unknown, terminal: Terminal, isJson: boolean): 1 | 2 {
  const isUsage = error instanceof UsageProblem;
  if (isJson) {
    terminal.out(`${JSON.stringify({ error: errorOf(error) }, null, 2)}\n`);
  }
  terminal.error(`${textOf(error)}\n`);
  return isUsage ? 2 : 1;
}

function errorOf(error: unknown): { readonly code: string; readonly message: string } {
  if (error instanceof Refusal) return { code: error.kind.code, message: messageOf(error, 'zh') };
  if (error instanceof UsageProblem) return { code: 'input/usage', message: error.text.zh };
  if (error instanceof StartProblem) return { code: 'platform/start', message: error.text.zh };
  return { code: 'platform/broken', message: error instanceof Error ? error.message : `${error}` };
}

function textOf(error: unknown): string {
  if (error instanceof Refusal) return `${messageOf(error, 'zh')}\n${messageOf(error, 'en')}`;
  if (error instanceof UsageProblem) return `${error.text.zh}\n${error.text.en}`;
  return problemText(error);
}

function unknownCommand(name: string): UsageProblem {
  return new UsageProblem({
    zh: `没有命令“${name}”。用 --help 查看全部命令。`,
    en: `There is no command “${name}”. See --help for all of them.`,
  });
}
