// The command line: `npm run bangfu -- <command>`.
import { allCommands } from './commands.ts';
import { runCommand } from './run-command.ts';

process.exitCode = await runCommand(allCommands, process.argv.slice(2), {
  environment: process.env,
  out: (text) => process.stdout.write(text),
  error: (text) => process.stderr.write(text),
});
