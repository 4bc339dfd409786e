// Starts the solving process and hears its answer.
import { askProcess } from '#server/kernel/ask-process.ts';
import type { PairingTask, SolvedPairing } from './solve-pairing.ts';

interface Answer {
  readonly solved?: SolvedPairing;
  readonly failed?: string;
}

export async function solveInProcess(task: PairingTask): Promise<SolvedPairing> {
  const source = new URL('./pairing.process.ts', import.meta.url);
  const { answer, ended } = await askProcess<Answer>(source, task);
  if (answer?.solved !== undefined) return answer.solved;
  throw new Error(answer?.failed ?? `the pairing process ended: ${ended}`);
}
