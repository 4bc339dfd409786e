// Starts the typesetting process and hears its answer.
import { askProcess } from './ask-process.ts';
import type { Typeset, TypesetTask } from './typeset.ts';

interface Answer {
  readonly set?: { readonly pdf: Uint8Array; readonly pages: number };
  readonly failed?: string;
}

export async function typesetInProcess(task: TypesetTask): Promise<Typeset> {
  const source = new URL('./typeset.process.ts', import.meta.url);
  const { answer, ended } = await askProcess<Answer>(source, task);
  if (answer?.set !== undefined) {
    return { pdf: Buffer.from(answer.set.pdf), pages: answer.set.pages };
  }
  throw new Error(answer?.failed ?? `the typesetting process ended: ${ended}`);
}
