// Starts the printing process and hears its answer.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { ownEntry } from '#server/kernel/own-entry.ts';
import type { PrintTask, SetBook } from './set-book.ts';

interface Answer {
  readonly set?: { readonly pdf: Uint8Array; readonly pages: number };
  readonly failed?: string;
}

export async function printInProcess(task: PrintTask): Promise<SetBook> {
  const entry = ownEntry(new URL('./print.process.ts', import.meta.url));
  const child = fork(entry.file, [], {
    execArgv: [...entry.execArgv],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    serialization: 'advanced',
  });
  let answer: Answer | undefined;
  child.on('message', (heard: Answer) => {
    answer = heard;
  });
  child.send(task);
  const [status, signal] = await once(child, 'exit');
  if (answer?.set !== undefined) {
    return { pdf: Buffer.from(answer.set.pdf), pages: answer.set.pages };
  }
  throw new Error(answer?.failed ?? `the printing process ended: ${String(signal ?? status)}`);
}
