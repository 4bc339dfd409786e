// The process that sets one file and ends: it computes without a pause, and its memory goes with it.
import { type PrintTask, setBook } from './set-book.ts';

process.on('disconnect', () => process.exit(1));

process.once('message', (task: PrintTask) => {
  let answer: object;
  try {
    answer = { set: setBook(task) };
  } catch (error) {
    answer = { failed: error instanceof Error ? `${error.stack}` : String(error) };
  }
  process.send?.(answer, () => process.exit(0));
});
