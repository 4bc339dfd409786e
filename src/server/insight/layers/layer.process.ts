// The process that reads pictures of the ground: one task, then it ends and its memory goes with it. A file
// that is too much for it, or made to break its reader, takes nobody along.
import { carryOut } from './carry-out.ts';
import type { LayerAnswer, LayerTask } from './layer-task.ts';

process.on('disconnect', () => process.exit(1));

process.once('message', (task: LayerTask) => {
  carryOut(task)
    .catch((error: unknown): LayerAnswer => {
      return { kind: 'failed', reason: error instanceof Error ? error.message : String(error) };
    })
    .then(tell)
    .then(
      () => process.exit(0),
      () => process.exit(1),
    );
});

function tell(answer: LayerAnswer): Promise<void> {
  return new Promise((resolve, reject) => {
    process.send?.(answer, (error: Error | null) => (error === null ? resolve() : reject(error)));
  });
}
