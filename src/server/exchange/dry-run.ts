// Reads a file and says what an import would do, without an upload and without writing anything: what
// the command line's --dry-run gives.
import type { ImportCounts } from '#contract/exchange.ts';
import type { Scope } from '#domain/access/scope.ts';
import type { HouseholdOutcome } from '#domain/exchange/assemble-household.ts';
import * as fileRefusals from '#domain/exchange/file-refusals.ts';
import { type ImportContext, planImport } from '#domain/exchange/import-plan.ts';
import { missingColumns } from '#domain/exchange/mapping.ts';
import type { RowProblem } from '#domain/exchange/row-problem.ts';
import { fileNotices, findingNotices } from '#domain/exchange/sheet-notice.ts';
import type { AreaCode } from '#domain/kernel/area-code.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { inScope } from '#server/database/connect.ts';
import type { Platform } from '#server/platform.ts';
import { describeFile, type FileDescription } from './describe-file.ts';
import { signedBy } from './import-record.ts';
import { addToTally, emptyTally, type ImportTally, shownCounts } from './import-tally.ts';
import { loadImportContext } from './load-import-context.ts';
import { listStoredProfiles } from './profile.store.ts';
import { type HouseholdSource, isScattered, readHouseholds } from './read-households.ts';
import { openSpreadsheet } from './reading/open-spreadsheet.ts';
import type { Spreadsheet } from './reading/spreadsheet.ts';
import { storeHouseholds } from './store-households.ts';

export interface DryRunRequest {
  readonly path: string;
  readonly fileName: string;
  readonly area: AreaCode;
  readonly sheet?: string;
  readonly incomeYear: number;
  readonly scope: Scope;
}

export interface DryRunReport {
  readonly counts: ImportCounts;
  readonly problems: readonly RowProblem[];
}

const chunkHouseholds = 1000;

export async function dryRun(platform: Platform, request: DryRunRequest): Promise<DryRunReport> {
  const spreadsheet = await openSpreadsheet(request.path);
  try {
    return await readAndCompare(platform, request, spreadsheet);
  } finally {
    await spreadsheet.close();
  }
}

/** The description of a file an import can work with; refuses one that lacks what it cannot do without. */
export async function describeForImport(
  platform: Platform,
  spreadsheet: Spreadsheet,
  { fileName, sheet, area, scope }: Omit<DryRunRequest, 'path' | 'incomeYear'>,
): Promise<FileDescription> {
  const profiles = await inScope(platform.db, scope, listStoredProfiles, 'read');
  const isVillageFile = area.length >= 12;
  const described = await describeFile(spreadsheet, { fileName, sheet, profiles, isVillageFile });
  const missing = missingColumns(described.mapping, isVillageFile);
  if (missing.length > 0) refuse(fileRefusals.columnMissing, { columns: missing.join('、') });
  return described;
}

async function readAndCompare(
  platform: Platform,
  request: DryRunRequest,
  spreadsheet: Spreadsheet,
): Promise<DryRunReport> {
  const described = await describeForImport(platform, spreadsheet, request);
  const context = await inScope(
    platform.db,
    request.scope,
    (tx) => loadImportContext(tx, platform, request),
    'read',
  );
  const reading = { platform, request, spreadsheet, described, context };
  const read = (await readOver(reading, false)) ?? (await readOver(reading, true));
  if (read === undefined) throw new Error('rows that were gathered are scattered still');
  const notices = [
    ...fileNotices(described.facts, described.mapping),
    ...findingNotices(read.source.facts, described.mapping),
  ];
  const counts = shownCounts(read.source.counts, read.tally);
  return { counts, problems: [...notices, ...read.problems] };
}

interface Reading {
  readonly platform: Platform;
  readonly request: DryRunRequest;
  readonly spreadsheet: Spreadsheet;
  readonly described: FileDescription;
  readonly context: ImportContext;
}

interface ReadOver {
  readonly source: HouseholdSource;
  readonly tally: ImportTally;
  readonly problems: readonly RowProblem[];
}

/** Undefined where a household turns out to be scattered and the file was not held whole. */
async function readOver(
  { platform, request, spreadsheet, described, context }: Reading,
  gathering: boolean,
): Promise<ReadOver | undefined> {
  const plan = planImport(described.mapping);
  const at = { sheet: described.sheetIndex, plan, context, gathering };
  const source = readHouseholds(spreadsheet, at);
  const file = { account: null, accountName: '', fileName: request.fileName };
  const signed = signedBy(file, platform.clock.now());
  const asked = { platform, signed, isDryRun: true, area: request.area, storedBefore: 0 };
  const problems: RowProblem[] = [];
  let tally = emptyTally;
  let chunk: HouseholdOutcome[] = [];
  const compare = async (): Promise<void> => {
    const fates = await inScope(
      platform.db,
      request.scope,
      (tx) => storeHouseholds(tx, chunk, asked),
      'read',
    );
    const outcomes = fates.map((fate) => fate.outcome);
    const conflicts = fates.reduce((sum, fate) => sum + fate.conflicts, 0);
    tally = addToTally(tally, outcomes, [], conflicts);
    chunk = [];
  };
  for await (const batch of source.batches()) {
    if (!gathering && batch.some(isScattered)) return undefined;
    for (const outcome of batch) {
      chunk.push(outcome);
      problems.push(...outcome.problems);
    }
    if (chunk.length >= chunkHouseholds) await compare();
  }
  await compare();
  return { source, tally, problems };
}
