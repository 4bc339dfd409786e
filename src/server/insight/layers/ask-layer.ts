// Asks the process that reads pictures of the ground, and says what it answered as what it means here.
import * as refusals from '#domain/insight/layers/refusals.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { askProcess } from '#server/kernel/ask-process.ts';
import type { CutTask, JoinTask, LayerAnswer, LookedAt, LookTask, MadeTile } from './layer-task.ts';

const heapMegabytes = 384;
const source = new URL('./layer.process.ts', import.meta.url);

export async function lookAtLayer(task: LookTask): Promise<LookedAt> {
  const answer = await ask(task, task.name);
  if (answer.kind !== 'looked') throw new Error(`unexpected answer ${answer.kind}`);
  return answer.found;
}

export async function makeTiles(
  task: CutTask | JoinTask,
  name: string,
): Promise<readonly MadeTile[]> {
  const answer = await ask(task, name);
  if (answer.kind !== 'made') throw new Error(`unexpected answer ${answer.kind}`);
  return answer.tiles;
}

async function ask(task: CutTask | JoinTask | LookTask, name: string): Promise<LayerAnswer> {
  const heap = [`--max-old-space-size=${heapMegabytes}`];
  const { answer, ended } = await askProcess<LayerAnswer>(source, task, heap);
  if (answer === undefined) return refuse(refusals.layerUnreadable, { name, reason: ended });
  if (answer.kind === 'failed') {
    return refuse(refusals.layerUnreadable, { name, reason: answer.reason });
  }
  if (answer.kind === 'refused') {
    const kind = Object.values(refusals).find(({ code }) => code === answer.code);
    return refuse(kind ?? refusals.layerUnreadable, answer.facts);
  }
  return answer;
}
