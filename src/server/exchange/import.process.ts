// The reading process: opens one uploaded file, does one thing with it and ends. It has its own memory
// limit and its own sessions of the database, so a file that is too much for it takes nobody along.

import { Refusal } from '#domain/kernel/refusal.ts';
import { describeFile } from './describe-file.ts';
import { openSpreadsheet } from './reading/open-spreadsheet.ts';
import type { ReadingAnswer, ReadingTask } from './reading-task.ts';
import { writeRefused } from './refused-file.ts';
import { writeRows } from './write-rows.ts';

// Whoever asked is gone: nobody would hear the answer, and the run will be taken up again.
process.on('disconnect', () => process.exit(1));

process.once('message', (task: ReadingTask) => {
  carryOut(task)
    .catch(answerOf)
    .then(tell)
    .then(
      () => process.exit(0),
      () => process.exit(1),
    );
});

async function carryOut(task: ReadingTask): Promise<ReadingAnswer> {
  switch (task.kind) {
    case 'describe': {
      const spreadsheet = await openSpreadsheet(task.path);
      try {
        return { kind: 'described', description: await describeFile(spreadsheet, task) };
      } finally {
        await spreadsheet.close();
      }
    }
    case 'refused': {
      const spreadsheet = await openSpreadsheet(task.path);
      const sheet = spreadsheet.sheets.findIndex((one) => one.name === task.sheetName);
      const rows = { ...task, sheet: Math.max(0, sheet), reasons: new Map(task.reasons) };
      for await (const piece of writeRefused(spreadsheet, rows, task.format)) await write(piece);
      await spreadsheet.close();
      return { kind: 'done', result: null };
    }
    case 'rows': {
      const spreadsheet = await openSpreadsheet(task.path);
      await writeRows(spreadsheet, task, (line) => write(Buffer.from(line)));
      await spreadsheet.close();
      return { kind: 'done', result: null };
    }
    case 'run':
      // Only a run needs the database and all that belongs to it; describing a file starts at once.
      return { kind: 'done', result: await (await import('./run-task.ts')).runTask(task, tell) };
  }
}

function answerOf(error: unknown): ReadingAnswer {
  if (error instanceof Error && error.name === 'JobCancelled') return { kind: 'cancelled' };
  if (error instanceof Refusal) {
    return { kind: 'refused', refusal: { code: error.kind.code, facts: error.facts } };
  }
  return { kind: 'failed', message: error instanceof Error ? `${error.stack}` : String(error) };
}

function tell(answer: ReadingAnswer): Promise<void> {
  return new Promise((resolve, reject) => {
    process.send?.(answer, (error: Error | null) => (error === null ? resolve() : reject(error)));
  });
}

function write(piece: Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.write(piece, (error) => (error == null ? resolve() : reject(error)));
  });
}
