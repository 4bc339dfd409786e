// The measuring process: opens one table that somebody brought along, computes, answers and ends. It has
// its own memory limit and no database, so a file that is too much for it takes nobody along.
import { Refusal } from '#domain/kernel/refusal.ts';
import { type MeasureTask, measureTable } from './measure-task.ts';

process.on('disconnect', () => process.exit(1));

process.once('message', (task: MeasureTask) => {
  measureTable(task)
    .then(
      (measured) => ({ measured }),
      (error: unknown) => {
        if (!(error instanceof Refusal)) throw error;
        return { refusal: { code: error.kind.code, facts: error.facts, details: error.details } };
      },
    )
    .then((answer) => process.send?.(answer, () => process.exit(0)))
    .catch((error: unknown) => {
      process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
      process.exit(1);
    });
});
