// Starts the printing process and hears its answer.
import { askProcess } from '#server/kernel/ask-process.ts';
import type { PrintTask, SetBook } from './set-book.ts';

interface Answer {
  readonly set?: { readonly pdf: Uint8Array; readonly pages: number };
  readonly failed?: string;
}

export async function printInProcess(task: PrintTask): Promise<SetBook> {
  const source = new URL('./print.process.ts', import.meta.url);
  const { answer, ended } = await askProcess<Answer>(source, task);
  if (answer?.set !== undefined) {
    return { pdf: Buffer.from(answer.set.pdf), pages: answer.set.pages };
  }
  throw new Error(answer?.failed ?? `the printing process ended: ${ended}`);
}
