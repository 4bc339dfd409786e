// Starts the solving process and hears its answer.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { ownEntry } from '#server/kernel/own-entry.ts';
import type { PairingTask, SolvedPairing } from './solve-pairing.ts';

interface Answer {
  readonly solved?: SolvedPairing;
  readonly failed?: string;
}

export async function solveInProcess(task: PairingTask): Promise<SolvedPairing> {
  const entry = ownEntry(new URL('./pairing.process.ts', import.meta.url));
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
  if (answer?.solved !== undefined) return answer.solved;
  throw new Error(answer?.failed ?? `the pairing process ended: ${String(signal ?? status)}`);
}
