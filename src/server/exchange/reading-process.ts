// Starts the reading process for one task and hears what it says. A process that dies without a word
// (out of memory, killed) becomes a refusal that says what to do.
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import * as fileRefusals from '#domain/exchange/file-refusals.ts';
import type { SheetRow } from '#domain/exchange/sheet-row.ts';
import { Refusal } from '#domain/kernel/refusal.ts';
import type { JobProgress } from '#server/jobs/job.store.ts';
import { JobCancelled } from '#server/jobs/jobs.ts';
import { ownEntry } from '#server/kernel/own-entry.ts';
import type { FileDescription } from './describe-file.ts';
import type {
  DescribeTask,
  ReadingAnswer,
  ReadingTask,
  RefusedTask,
  RowsHead,
  RowsTask,
  RunTask,
} from './reading-task.ts';
import { receivedRefusal } from './sent-refusal.ts';

/** Young objects die in their tens of thousands here; room for them saves a fifth of the time. */
const youngMegabytes = 32;

/** The heap; buffers and the program itself come on top, and all of it stays under 512 MB. */
const heapMegabytes = 288;

export async function describeInProcess(task: DescribeTask): Promise<FileDescription> {
  const child = start(task);
  const answer = await lastAnswer(child);
  if (answer.kind !== 'described') throw failureOf(answer);
  return answer.description;
}

export async function runInProcess(
  task: RunTask,
  onProgress: (progress: JobProgress) => Promise<void>,
): Promise<unknown> {
  const child = start(task);
  let heard: Promise<void> = Promise.resolve();
  child.on('message', (answer: ReadingAnswer) => {
    if (answer.kind !== 'progress') return;
    heard = heard.then(() => onProgress(answer.progress));
    // Whoever runs this wants to stop; what was committed stays, the process need not go on.
    heard.catch(() => child.kill());
  });
  const answer = await lastAnswer(child);
  await heard;
  if (answer.kind === 'cancelled') throw new JobCancelled(`run ${task.job} was cancelled`);
  if (answer.kind !== 'done') throw failureOf(answer);
  return answer.result;
}

/** The bytes of the file, as they are made. */
export async function* refusedInProcess(task: RefusedTask): AsyncGenerator<Uint8Array> {
  const child = start(task);
  const last = lastAnswer(child);
  last.catch(() => undefined);
  try {
    if (child.stdout !== null) yield* child.stdout;
    const answer = await last;
    if (answer.kind !== 'done') throw failureOf(answer);
  } finally {
    child.kill();
  }
}

/** A sheet's rows for whoever reads them in their own way; the process ends when nobody wants more. */
export async function rowsInProcess(
  task: RowsTask,
): Promise<{ readonly head: RowsHead; readonly batches: AsyncIterable<readonly SheetRow[]> }> {
  const child = start(task);
  const last = lastAnswer(child);
  last.catch(() => undefined);
  const output = child.stdout;
  if (output === null) throw new Error('the reading process has no output');
  const lines = createInterface({ input: output, crlfDelay: Number.POSITIVE_INFINITY });
  const each = lines[Symbol.asyncIterator]();
  const first = await each.next();
  if (first.done === true) throw failureOf(await last);
  return {
    head: JSON.parse(first.value) as RowsHead,
    batches: (async function* () {
      try {
        for (let line = await each.next(); line.done !== true; line = await each.next()) {
          yield JSON.parse(line.value) as readonly SheetRow[];
        }
        const answer = await last;
        if (answer.kind !== 'done') throw failureOf(answer);
      } finally {
        child.kill();
      }
    })(),
  };
}

function start(task: ReadingTask): ChildProcess {
  const entry = ownEntry(new URL('./import.process.ts', import.meta.url));
  const child = fork(entry.file, [], {
    execArgv: [
      `--max-old-space-size=${heapMegabytes}`,
      `--max-semi-space-size=${youngMegabytes}`,
      ...entry.execArgv,
    ],
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    serialization: 'advanced',
  });
  if (task.kind !== 'refused' && task.kind !== 'rows') child.stdout?.resume();
  child.send(task);
  return child;
}

/** What the process said last before it ended. */
async function lastAnswer(child: ChildProcess): Promise<ReadingAnswer> {
  let answer: ReadingAnswer | undefined;
  child.on('message', (heard: ReadingAnswer) => {
    if (heard.kind !== 'progress') answer = heard;
  });
  const [status, signal] = await once(child, 'exit');
  if (answer !== undefined) return answer;
  const reason = signal ?? `exit ${status}`;
  return { kind: 'refused', refusal: { code: fileRefusals.readerFailed.code, facts: { reason } } };
}

function failureOf(answer: ReadingAnswer): Error {
  if (answer.kind === 'refused') {
    return (
      receivedRefusal(answer.refusal) ??
      new Refusal(fileRefusals.readerFailed, { reason: answer.refusal.code })
    );
  }
  return new Error(answer.kind === 'failed' ? answer.message : `unexpected answer ${answer.kind}`);
}
