// One question to a process of our own that computes it and ends, so that its memory goes with it.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { ownEntry } from './own-entry.ts';

export interface Asked<Answer> {
  /** Undefined where it ended without a word: out of memory, killed. */
  readonly answer: Answer | undefined;
  /** How it ended: `exit 0`, or the signal that ended it. */
  readonly ended: string;
}

/** `source`: its file, `new URL('./x.process.ts', import.meta.url)`; it hears the task and says one message. */
export async function askProcess<Answer>(
  source: URL,
  task: object,
  execArgv: readonly string[] = [],
): Promise<Asked<Answer>> {
  const entry = ownEntry(source);
  const child = fork(entry.file, [], {
    execArgv: [...execArgv, ...entry.execArgv],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    serialization: 'advanced',
  });
  let answer: Answer | undefined;
  child.on('message', (heard) => {
    answer = heard as Answer;
  });
  child.send(task);
  const [status, signal] = await once(child, 'exit');
  return { answer, ended: String(signal ?? `exit ${status}`) };
}
