// One run over an uploaded file: a dry run that says what would happen, or the import itself. Works
// through the file in chunks of households, each one transaction with what it did and how far that
// brings the run, so that a run that was killed reads the file again and goes on where it stood.
import { setImmediate } from 'node:timers/promises';
import type { ImportState } from '#contract/exchange.ts';
import type { HouseholdOutcome } from '#domain/exchange/assemble-household.ts';
import { type ImportContext, type ImportPlan, planImport } from '#domain/exchange/import-plan.ts';
import type { RowProblem } from '#domain/exchange/row-problem.ts';
import { fileNotices, findingNotices } from '#domain/exchange/sheet-notice.ts';
import { areaCode } from '#domain/kernel/area-code.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { inScope, type Tx } from '#server/database/connect.ts';
import type { Work } from '#server/jobs/jobs.ts';
import type { Platform } from '#server/platform.ts';
import { noSuchImport } from './exchange-refusals.ts';
import { deleteImportRows, findImport, type StoredImport, saveImport } from './import.store.ts';
import { importFilePath } from './import-file.ts';
import { signedBy } from './import-record.ts';
import { insertImportRows } from './import-row.store.ts';
import {
  addToTally,
  emptyTally,
  type ImportTally,
  problemCountsOf,
  shownCounts,
} from './import-tally.ts';
import { loadImportContext } from './load-import-context.ts';
import { countRegistered, refreshStatistics } from './match-households.store.ts';
import { prepareHousehold, storeContextOf } from './prepare-households.ts';
import { type HouseholdSource, isScattered, readHouseholds } from './read-households.ts';
import { openSpreadsheet } from './reading/open-spreadsheet.ts';
import type { Spreadsheet } from './reading/spreadsheet.ts';
import { type ReadHousehold, storeHouseholds } from './store-households.ts';
import { auditChunk, rowsOf } from './tell-chunk.ts';

export interface ImportRunInput {
  readonly importId: string;
  readonly mode: 'check' | 'commit';
}

/** What a run needs of the job it belongs to. */
export type ImportWork = Pick<Work, 'scope' | 'account' | 'checkpoint' | 'chunk' | 'report'> & {
  readonly input: ImportRunInput;
};

interface Checkpoint {
  /** Outcomes dealt with, in the order of the file. */
  readonly outcomes: number;
  readonly tally: ImportTally;
}

/** Households in one transaction: large enough for COPY, small enough to be cancelled soon. */
const chunkHouseholds = 1500;

export async function runImport(platform: Platform, work: ImportWork): Promise<unknown> {
  const { importId } = work.input;
  const { stored, context } = await inScope(
    platform.db,
    work.scope,
    async (tx) => {
      const found = (await findImport(tx, importId)) ?? refuse(noSuchImport);
      const area = areaCode(found.areaCode);
      const request = { area, incomeYear: found.incomeYear };
      return { stored: found, context: await loadImportContext(tx, platform, request) };
    },
    'read',
  );
  const spreadsheet = await openSpreadsheet(importFilePath(platform.dataFolder, importId));
  try {
    return await readAndStore({ platform, work, stored, context, spreadsheet });
  } finally {
    await spreadsheet.close();
  }
}

interface Run {
  readonly platform: Platform;
  readonly work: ImportWork;
  readonly stored: StoredImport;
  readonly context: ImportContext;
  readonly spreadsheet: Spreadsheet;
}

async function readAndStore(run: Run): Promise<unknown> {
  await run.work.report({ done: 0, step: 'exchange.reading' });
  const gathering = run.stored.gathering === true;
  const checkpoint = (run.work.checkpoint ?? undefined) as Checkpoint | undefined;
  const result = await passOver(run, { gathering, checkpoint });
  return result === scattered ? passOver(run, { gathering: true }) : result;
}

const scattered = Symbol('scattered');

interface Pass {
  readonly gathering: boolean;
  readonly checkpoint?: Checkpoint | undefined;
}

/**
 * Reads the file to its end and stores what it says. Gives up where a household turns out to be
 * scattered and nothing was stored yet; then the file is read again and held whole.
 */
async function passOver(run: Run, { gathering, checkpoint }: Pass): Promise<unknown> {
  const { work, stored, context, spreadsheet } = run;
  const plan = planImport({ headingRow: stored.headingRow, columns: stored.columns });
  const named = spreadsheet.sheets.findIndex((one) => one.name === stored.sheet);
  const source = readHouseholds(spreadsheet, {
    sheet: Math.max(0, named),
    plan,
    context,
    gathering,
  });
  const point = checkpoint ?? (await begin(run, gathering));
  const prepare = await preparerOf(run, point);
  const isDryRun = work.input.mode === 'check';

  let passed = 0;
  let chunk: ReadHousehold[] = [];
  // While the database stores one chunk, the next is read and made ready.
  let storing = Promise.resolve(point);
  let hasStored = point.outcomes > 0;
  try {
    for await (const batch of source.batches()) {
      for (const outcome of batch) {
        passed += 1;
        if (passed <= point.outcomes) continue;
        if (!gathering && (isDryRun || !hasStored) && isScattered(outcome)) return scattered;
        chunk.push(prepare(outcome));
        // The database answers dozens of times for a chunk; each answer would wait for the whole batch.
        if (passed % 8 === 0) await setImmediate();
        if (chunk.length < chunkHouseholds) continue;
        const [full, before] = [chunk, await storing];
        storing = storeChunk(run, full, before, source);
        storing.catch(() => undefined);
        hasStored = true;
        chunk = [];
      }
    }
    return await finish(run, chunk, await storing, source, plan);
  } finally {
    await storing.catch(() => undefined);
  }
}

type Prepare = (outcome: HouseholdOutcome) => ReadHousehold;

const unprepared: Prepare = (outcome) => outcome;

/** Into a register that has nothing yet, every household will be new: it is made ready as it is read. */
async function preparerOf({ platform, work, stored }: Run, point: Checkpoint): Promise<Prepare> {
  const area = areaCode(stored.areaCode);
  const registered = await inScope(
    platform.db,
    work.scope,
    (tx) => countRegistered(tx, area),
    'read',
  );
  if (work.input.mode === 'check' || registered !== point.tally.outcomes.new) return unprepared;
  const file = { ...stored, account: work.account };
  const signed = signedBy(file, platform.clock.now());
  const context = storeContextOf(platform, { area, signed, isDryRun: false });
  return (outcome) => {
    const number = outcome.household?.values.householdNo;
    return outcome.household === undefined || typeof number !== 'string'
      ? outcome
      : { ...outcome, prepared: prepareHousehold(outcome.household, number, context) };
  };
}

const nothing: Checkpoint = { outcomes: 0, tally: emptyTally };

/** What an earlier run noted of the rows gives way to what this one finds. */
async function begin({ work, stored }: Run, gathering: boolean): Promise<Checkpoint> {
  return work.chunk(async (tx) => {
    await deleteImportRows(tx, stored.id);
    await saveImport(tx, stored.id, { gathering });
    return { result: nothing, progress: { done: 0, checkpoint: nothing } };
  });
}

async function storeChunk(
  run: Run,
  chunk: readonly ReadHousehold[],
  before: Checkpoint,
  source: HouseholdSource,
): Promise<Checkpoint> {
  return run.work.chunk(async (tx) => {
    const after = await storeInto(tx, run, chunk, before);
    return {
      result: after,
      progress: { done: source.counts.rows, step: 'exchange.storing', checkpoint: after },
    };
  });
}

async function storeInto(
  tx: Tx,
  run: Run,
  chunk: readonly ReadHousehold[],
  before: Checkpoint,
): Promise<Checkpoint> {
  const { platform, work, stored } = run;
  const isDryRun = work.input.mode === 'check';
  const file = { ...stored, account: work.account };
  const signed = signedBy(file, platform.clock.now());
  const fates = await storeHouseholds(tx, chunk, {
    platform,
    signed,
    isDryRun,
    area: areaCode(stored.areaCode),
    storedBefore: isDryRun ? 0 : before.tally.outcomes.new,
  });
  await insertImportRows(
    tx,
    stored,
    chunk.flatMap((outcome, index) => rowsOf(outcome, fates[index])),
  );
  const conflicts = fates.reduce((sum, fate) => sum + fate.conflicts, 0);
  const tally = addToTally(
    before.tally,
    fates.map((fate) => fate.outcome),
    chunk.flatMap((outcome) => outcome.problems),
    conflicts,
  );
  if (!isDryRun) {
    await auditChunk(tx, { platform, account: work.account, stored, chunk, fates });
  }
  const after = { outcomes: before.outcomes + chunk.length, tally };
  if (hasGrown(before.tally.outcomes.new, tally.outcomes.new)) await refreshStatistics(tx);
  return after;
}

/** True after the first chunk, and again each time the register has quadrupled since. */
function hasGrown(before: number, after: number): boolean {
  const step = (count: number): number =>
    Math.floor(Math.log(count / chunkHouseholds + 0.5) / Math.log(4) + 1);
  return after > before && step(after) > Math.max(0, step(before));
}

async function finish(
  run: Run,
  chunk: readonly ReadHousehold[],
  before: Checkpoint,
  source: HouseholdSource,
  plan: ImportPlan,
): Promise<unknown> {
  const { platform, work, stored } = run;
  const notices = noticesOf(run, source, plan);
  return work.chunk(async (tx) => {
    const { tally, outcomes } = await storeInto(tx, run, chunk, before);
    const counts = shownCounts(source.counts, tally);
    const state: ImportState = work.input.mode === 'check' ? 'checked' : 'done';
    await saveImport(tx, stored.id, {
      state,
      counts,
      notices,
      problemCounts: problemCountsOf(addToTally(tally, [], notices)),
      finishedAt: platform.clock.now(),
      failure: null,
    });
    const progress = {
      done: counts.rows,
      total: counts.rows,
      step: 'exchange.finished',
      checkpoint: { outcomes, tally },
    };
    return { result: counts, progress };
  });
}

function noticesOf({ stored, spreadsheet }: Run, source: HouseholdSource, plan: ImportPlan) {
  const mapping = { headingRow: plan.headingRow, columns: stored.columns };
  const facts = {
    fileName: stored.fileName,
    format: spreadsheet.format,
    encoding: spreadsheet.encoding,
    isEncodingAssumed: spreadsheet.encoding === 'gb18030',
    sheets: stored.sheets.map((sheet) => sheet.name),
    sheet: stored.sheet,
  };
  const notices: readonly RowProblem[] = [
    ...fileNotices(facts, mapping),
    ...findingNotices(source.facts, mapping),
  ];
  return notices;
}
