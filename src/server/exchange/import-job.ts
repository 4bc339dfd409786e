// The job of an import: a dry run or the commit, carried out by the reading process. What went wrong is
// noted on the import in words a person can act on; what was committed before stays.

import { messageOf, Refusal } from '#domain/kernel/refusal.ts';
import { inScope, type Tx } from '#server/database/connect.ts';
import type { JobKind, Work } from '#server/jobs/jobs.ts';
import type { Platform } from '#server/platform.ts';
import { saveImport } from './import.store.ts';
import { forgetFile, importFilePath } from './import-file.ts';
import { runInProcess } from './reading-process.ts';
import { type ImportRunInput, runImport } from './run-import.ts';

export const importJobKind = 'exchange.import';

/** How the run is carried out; tests do it in their own process. */
export type RunImport = (platform: Platform, work: Work) => Promise<unknown>;

export function importJob(platform: Platform, run: RunImport = inReadingProcess): JobKind {
  return {
    kind: importJobKind,
    async run(work) {
      const { importId } = inputOf(work);
      try {
        const result = await run(platform, work);
        await forgetIfComplete(platform, work, result);
        return result;
      } catch (error) {
        if (error instanceof Refusal) {
          const failure = {
            code: error.kind.code,
            zh: messageOf(error, 'zh'),
            en: messageOf(error, 'en'),
          };
          await inScope(platform.db, work.scope, (tx) => saveImport(tx, importId, { failure }));
        }
        throw error;
      }
    },
    abandoned: (tx, work, state) => noteEnd(tx, platform, inputOf(work).importId, state),
  };
}

export function inputOf(work: Pick<Work, 'input'>): ImportRunInput {
  return work.input as ImportRunInput;
}

function inReadingProcess(_platform: Platform, work: Work): Promise<unknown> {
  const { id, scope, account, checkpoint } = work;
  const task = { kind: 'run', job: id, input: inputOf(work), scope, account, checkpoint } as const;
  return runInProcess(task, (progress) => work.report(progress));
}

/** Carries the run out where it is called. */
export function inThisProcess(platform: Platform, work: Work): Promise<unknown> {
  return runImport(platform, { ...work, input: inputOf(work) });
}

/** A file of which nothing was refused is needed no longer. */
async function forgetIfComplete(platform: Platform, work: Work, result: unknown): Promise<void> {
  const { importId, mode } = inputOf(work);
  const isComplete =
    typeof result === 'object' && result !== null && 'refused' in result && result.refused === 0;
  if (mode !== 'commit' || !isComplete) return;
  await inScope(platform.db, work.scope, (tx) => saveImport(tx, importId, { fileKept: false }));
  await forgetFile(importFilePath(platform.dataFolder, importId));
}

async function noteEnd(
  tx: Tx,
  platform: Platform,
  importId: string,
  state: 'failed' | 'cancelled',
): Promise<void> {
  await saveImport(tx, importId, { state, finishedAt: platform.clock.now() });
}
