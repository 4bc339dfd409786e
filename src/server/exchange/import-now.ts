// Imports a file in the calling process, as the command line does: it is noted as an import like any
// other, runs at once, and its file is not kept. A run that is killed is made good by running it again,
// because what was stored already is recognised and left alone.
import { createReadStream } from 'node:fs';
import type { ImportCounts } from '#contract/exchange.ts';
import type { Actor } from '#domain/access/actor.ts';
import { countyNumberOf } from '#domain/kernel/area-code.ts';
import { inScope } from '#server/database/connect.ts';
import type { JobProgress } from '#server/jobs/job.store.ts';
import type { Platform } from '#server/platform.ts';
import { type DryRunRequest, describeForImport } from './dry-run.ts';
import { findImport, insertImport, type StoredImport, saveImport } from './import.store.ts';
import { forgetFile, importFilePath, keepFile } from './import-file.ts';
import { maskedSample } from './masked-sample.ts';
import { openSpreadsheet } from './reading/open-spreadsheet.ts';
import { type ImportRunInput, runImport } from './run-import.ts';

export interface ImportNowRequest extends DryRunRequest {
  readonly actor: Pick<Actor, 'account' | 'displayName'>;
  readonly onProgress: (progress: JobProgress) => void;
}

export interface ImportedNow {
  readonly id: string;
  readonly counts: ImportCounts;
  readonly stored: StoredImport;
}

export async function importNow(
  platform: Platform,
  request: ImportNowRequest,
): Promise<ImportedNow> {
  const id = await takeFile(platform, request);
  try {
    await runNow(platform, request, { importId: id, mode: 'commit' });
  } finally {
    await forgetFile(importFilePath(platform.dataFolder, id));
  }
  const stored = await inScope(platform.db, request.scope, async (tx) => {
    await saveImport(tx, id, { fileKept: false });
    return findImport(tx, id);
  });
  if (stored === undefined || stored.counts === null) throw new Error(`import ${id} was lost`);
  return { id, counts: stored.counts, stored };
}

/** Keeps the file and notes it as an import that waits. One nobody can read leaves nothing behind. */
export async function takeFile(platform: Platform, request: ImportNowRequest): Promise<string> {
  const id = platform.newId(countyNumberOf(request.area) ?? 0);
  const path = importFilePath(platform.dataFolder, id);
  const key = platform.secrets.hash('import-file', 'digest');
  const kept = await keepFile(path, createReadStream(request.path), key);
  try {
    await noteImport(platform, request, { id, path, bytes: kept.bytes, digest: kept.digest });
  } catch (error) {
    await forgetFile(path);
    throw error;
  }
  return id;
}

/** A dry run or the import itself, of a file that was taken. */
export async function runNow(
  platform: Platform,
  { scope, actor, onProgress }: Pick<ImportNowRequest, 'scope' | 'actor' | 'onProgress'>,
  input: ImportRunInput,
): Promise<void> {
  await runImport(platform, {
    scope,
    account: actor.account,
    checkpoint: null,
    input,
    async chunk(work) {
      const { result, progress } = await inScope(platform.db, scope, work);
      onProgress(progress);
      return result;
    },
    report: async (progress) => onProgress(progress),
  });
}

interface NotedFile {
  readonly id: string;
  readonly path: string;
  readonly bytes: number;
  readonly digest: Buffer;
}

async function noteImport(
  platform: Platform,
  request: ImportNowRequest,
  file: NotedFile,
): Promise<void> {
  const spreadsheet = await openSpreadsheet(file.path);
  try {
    const described = await describeForImport(platform, spreadsheet, request);
    await inScope(platform.db, request.scope, (tx) =>
      insertImport(tx, {
        id: file.id,
        areaCode: request.area,
        account: request.actor.account,
        accountName: request.actor.displayName,
        fileName: request.fileName,
        bytes: file.bytes,
        digest: file.digest,
        format: described.facts.format,
        encoding: described.facts.encoding ?? null,
        sheets: described.sheets,
        sheet: described.facts.sheet,
        headingRow: described.mapping.headingRow,
        columns: described.mapping.columns,
        sample: maskedSample(described),
        profile: described.profile ?? null,
        incomeYear: request.incomeYear,
        createdAt: platform.clock.now(),
      }),
    );
  } finally {
    await spreadsheet.close();
  }
}
