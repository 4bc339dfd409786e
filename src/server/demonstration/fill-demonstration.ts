// Fills an empty database with the demonstration county, some villages in one transaction together
// with how far that brings it. A fill that was killed invents the same county again and stores what is
// not stored yet. Refuses a database that holds somebody's households.
import { setImmediate } from 'node:timers/promises';
import { everything } from '#domain/access/scope.ts';
import type { Calibration } from '#domain/demonstration/calibration.ts';
import type { PlacedCase } from '#domain/demonstration/cases.ts';
import { type InventedVillage, inventCounty } from '#domain/demonstration/county.ts';
import type { Hamlet } from '#domain/demonstration/place.ts';
import { nation, spanOf } from '#domain/kernel/area-code.ts';
import type { Secrets } from '#server/access/secrets.ts';
import { type Db, inScope } from '#server/database/connect.ts';
import { findSetting, type Note, saveSetting } from '#server/kernel/setting.store.ts';
import { listAreasInSpan } from '#server/registry/area.store.ts';
import { insertHouseholds } from '#server/registry/bulk.store.ts';
import { foldDeltas, listCounts } from '#server/registry/count.store.ts';
import { type HouseholdRows, toHouseholdRows } from '#server/registry/to-household-rows.ts';
import { hasForeignHouseholds, insertHamlets } from './demonstration.store.ts';
import { type DemonstrationName, nameMark } from './demonstrations.ts';
import { openQuestions } from './open-questions.ts';
import type { DemonstrationFiles } from './read-demonstration.ts';

export interface FillRequest extends DemonstrationFiles {
  readonly db: Db;
  readonly secrets: Secrets;
  /** Huanjiang unless said. */
  readonly name?: DemonstrationName;
  readonly onProgress?: (filled: Filled) => void;
  /** Households stored in one transaction, unless a single village has more. */
  readonly chunkHouseholds?: number;
}

/** How far a fill has come; kept in the database, chunk by chunk. */
export interface Filled {
  /** Code of the last village stored; empty before the first. */
  readonly lastVillage: string;
  readonly households: number;
  readonly persons: number;
  readonly done: boolean;
}

export const fillMark = 'demonstration.filled';

const chunkHouseholds = 1500;

const nothing: Filled = { lastVillage: '', households: 0, persons: 0, done: false };

export async function findFilled(db: Db): Promise<Filled | undefined> {
  const found = await inScope(db, everything, (tx) => findSetting(tx, fillMark), 'read');
  return found as Filled | undefined;
}

export async function fillDemonstration(request: FillRequest): Promise<Filled> {
  const { db, calibration, names } = request;
  let filled = (await findFilled(db)) ?? (await begin(request));
  if (filled.done) return filled;

  const villages = await inScope(db, everything, (tx) =>
    listAreasInSpan(tx, spanOf(calibration.county), calibration.today),
  );
  const units = villages.filter((area) => area.level === 'village');
  const cases: PlacedCase[] = [];
  let chunk = emptyChunk();
  let storing = Promise.resolve(filled);
  for (const village of inventCounty({ calibration, names, villages: units })) {
    cases.push(...village.cases);
    if (village.village <= filled.lastVillage) continue;
    await addTo(chunk, village, request);
    if (chunk.rows.length < (request.chunkHouseholds ?? chunkHouseholds)) continue;
    storing = store(chunk, await storing, request);
    storing.catch(() => undefined);
    chunk = emptyChunk();
  }
  filled = await storing;
  if (chunk.rows.length > 0) filled = await store(chunk, filled, request);
  return finish(filled, cases, request);
}

interface Chunk {
  lastVillage: string;
  readonly cases: PlacedCase[];
  readonly hamlets: Hamlet[];
  readonly rows: HouseholdRows[];
}

function emptyChunk(): Chunk {
  return { lastVillage: '', cases: [], hamlets: [], rows: [] };
}

/** One chunk is invented while the database stores the one before: its answers wait a few households at most. */
const householdsAtOnce = 4;

async function addTo(
  chunk: Chunk,
  { village, hamlets, records, cases }: InventedVillage,
  { secrets, calibration }: FillRequest,
): Promise<void> {
  const context = {
    secrets,
    today: calibration.today,
    periodStartMonth: calibration.incomeYearBegins,
  };
  chunk.lastVillage = village;
  chunk.cases.push(...cases);
  chunk.hamlets.push(...hamlets);
  for (const [index, record] of records.entries()) {
    chunk.rows.push(toHouseholdRows(record, context));
    if (index % householdsAtOnce === 0) await setImmediate();
  }
}

/** The flag comes first: from here on this is a demonstration, finished or not. */
async function begin({ db, calibration, name = 'huanjiang' }: FillRequest): Promise<Filled> {
  await inScope(db, everything, async (tx) => {
    if (await hasForeignHouseholds(tx)) {
      throw new Error('the register holds households already; a demonstration needs an empty one');
    }
    await saveSetting(tx, 'demonstration', true);
    await saveSetting(tx, nameMark, name);
    await saveSetting(tx, 'today', calibration.today);
    await saveSetting(tx, 'notes', []);
    await saveSetting(tx, fillMark, nothing);
  });
  return nothing;
}

async function store(
  chunk: Chunk,
  before: Filled,
  { db, calibration, onProgress }: FillRequest,
): Promise<Filled> {
  const filled = await inScope(db, everything, async (tx) => {
    await insertHamlets(tx, chunk.hamlets);
    const duplicates = await insertHouseholds(tx, chunk.rows);
    await openQuestions(tx, { calibration, duplicates, cases: chunk.cases });
    const after: Filled = {
      lastVillage: chunk.lastVillage,
      households: before.households + chunk.rows.length,
      persons: before.persons + chunk.rows.reduce((sum, { persons }) => sum + persons.length, 0),
      done: false,
    };
    await saveSetting(tx, fillMark, after);
    return after;
  });
  onProgress?.(filled);
  return filled;
}

async function finish(
  filled: Filled,
  cases: readonly PlacedCase[],
  { db, calibration }: FillRequest,
): Promise<Filled> {
  const done: Filled = { ...filled, done: true };
  await inScope(db, everything, async (tx) => {
    await foldDeltas(tx);
    const counts = await listCounts(tx, [calibration.county], ['stage']);
    const surveyed = counts.find((line) => line.metric === 'stage' && line.key === 'SURVEYED');
    await saveSetting(
      tx,
      'notes',
      notesOf(calibration, {
        otherHouseholds: surveyed?.households ?? 0,
        otherPersons: surveyed?.persons ?? 0,
        unbatchedPersons: calibration.invented.unbatchedPersons,
      }),
    );
    await saveSetting(tx, 'demonstration.cases', cases);
    await saveSetting(tx, fillMark, done);
  });
  return done;
}

/** The notes with what was counted filled in, thousands apart. */
function notesOf(
  { notes, county }: Calibration,
  counted: Readonly<Record<string, number>>,
): readonly Note[] {
  const filled = (text: string) =>
    text.replace(/\{(\w+)\}/g, (whole, name: string) => {
      const count = counted[name];
      return count === undefined ? whole : count.toLocaleString('en');
    });
  return notes.map(({ zh, en, everywhere }) => ({
    zh: filled(zh),
    en: filled(en),
    area: everywhere === true ? nation : county,
  }));
}
