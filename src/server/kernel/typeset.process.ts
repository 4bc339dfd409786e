// The process that sets one file and ends: it computes without a pause, and its memory goes with it.
import { type TypesetTask, typeset } from './typeset.ts';

process.on('disconnect', () => process.exit(1));

process.once('message', (task: TypesetTask) => {
  let answer: object;
  try {
    answer = { set: typeset(task) };
  } catch (error) {
    answer = { failed: error instanceof Error ? `${error.stack}` : String(error) };
  }
  process.send?.(answer, () => process.exit(0));
});
