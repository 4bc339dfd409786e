// Starts the process of a first start and hears what it says. One that dies without a word (out of
// memory, killed) ends the start with what to do: the next start goes on where this one stood.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import type { Bilingual } from '#domain/kernel/refusal.ts';
import { type Say, StartProblem } from '#server/database/start-problem.ts';
import { ownEntry } from '#server/kernel/own-entry.ts';
import type { Config } from './config.ts';

export interface FirstStartTask {
  readonly config: Config;
  /** Load the country's areas. */
  readonly areas: boolean;
  /** Fill the demonstration county, or go on filling it. */
  readonly demonstration: boolean;
  /** What the demonstration gets after its accounts: cases, checks, notices, helpers. */
  readonly steps: boolean;
}

export type FirstStartAnswer =
  | { readonly kind: 'said' | 'failed'; readonly text: Bilingual }
  | { readonly kind: 'done' };

/** Rows live for one chunk; with room for them, half the time of collecting garbage is saved. */
const youngSpace = '--max-semi-space-size=64';

export async function runFirstStart(
  task: FirstStartTask,
  say: Say,
  signal?: AbortSignal,
): Promise<void> {
  const entry = ownEntry(new URL('./first-start.process.ts', import.meta.url));
  const child = fork(entry.file, [], {
    execArgv: [youngSpace, ...entry.execArgv],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const stop = () => child.kill();
  signal?.addEventListener('abort', stop);
  let last: FirstStartAnswer | undefined;
  child.on('message', (answer: FirstStartAnswer) => {
    if (answer.kind === 'said') say(answer.text);
    else last = answer;
  });
  child.send(task);
  const [status, killedBy] = await once(child, 'exit');
  signal?.removeEventListener('abort', stop);
  if (last?.kind === 'done') return;
  throw new StartProblem(
    last?.kind === 'failed' ? last.text : diedText(String(killedBy ?? `exit ${status}`)),
  );
}

function diedText(reason: string): Bilingual {
  return {
    zh: `首次启动的填充进程中断（${reason}）。请再次启动，会从中断处继续。`,
    en: `The process that fills the first start ended (${reason}). Start again: it goes on where it stood.`,
  };
}
