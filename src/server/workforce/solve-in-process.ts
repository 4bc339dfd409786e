// Starts the solving process and hears its answer.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { PairingTask, SolvedPairing } from './solve-pairing.ts';

interface Answer {
  readonly solved?: SolvedPairing;
  readonly failed?: string;
}

export async function solveInProcess(task: PairingTask): Promise<SolvedPairing> {
  const built = join(import.meta.dirname, 'server-workforce-pairing.process.js');
  const isBuilt = existsSync(built);
  const source = fileURLToPath(new URL('./pairing.process.ts', import.meta.url));
  const child = fork(isBuilt ? built : source, [], {
    execArgv: isBuilt ? [] : ['--import', import.meta.resolve('tsx')],
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
