// What happens to some households of a file: found in the register or not, stored if new, compared if
// known. In a dry run everything is found out and nothing is written.
import type { RowOutcome } from '#contract/exchange.ts';
import type { AssembledHousehold, HouseholdOutcome } from '#domain/exchange/assemble-household.ts';
import { type AreaCode, isWithin } from '#domain/kernel/area-code.ts';
import { countyOfId } from '#domain/kernel/id.ts';
import type { PlainDate } from '#domain/kernel/plain-date.ts';
import type { Signed } from '#domain/registry/household.ts';
import type { Tx } from '#server/database/connect.ts';
import { type Duplicate, insertHouseholds } from '#server/registry/bulk.store.ts';
import { changeHouseholds, type StatedHousehold } from '#server/registry/change-households.ts';
import { openIdentityConflicts } from '#server/registry/conflict-write.store.ts';
import { askedOf, countyOf, digestOf, surveyedOn } from './import-record.ts';
import {
  countRegistered,
  type FoundHousehold,
  findHouseholds,
  listLastSerials,
  lockImportsOf,
} from './match-households.store.ts';

import {
  type PreparedHousehold,
  prepareHousehold,
  type StoreContext,
  type StoringPlatform,
  storeContextOf,
} from './prepare-households.ts';

export interface HouseholdFate {
  readonly outcome: RowOutcome;
  readonly county: number | null;
  readonly household: string | null;
  /** Fields that change. */
  readonly changes: readonly string[];
  readonly conflicts: number;
}

/** A household as it was read, perhaps made ready already to be stored as a new one. */
export interface ReadHousehold extends HouseholdOutcome {
  readonly prepared?: PreparedHousehold | undefined;
}

export interface StoreRequest {
  readonly platform: StoringPlatform;
  readonly isDryRun: boolean;
  readonly signed: Signed;
  readonly area: AreaCode;
  /** Households this run has stored so far. */
  readonly storedBefore: number;
}

interface Candidate {
  readonly index: number;
  readonly household: AssembledHousehold;
  readonly prepared: PreparedHousehold | undefined;
  readonly found: FoundHousehold | undefined;
}

/** The fate of each outcome, in the same order. */
export async function storeHouseholds(
  tx: Tx,
  outcomes: readonly ReadHousehold[],
  request: StoreRequest,
): Promise<readonly HouseholdFate[]> {
  const fates = outcomes.map((): HouseholdFate => refused);
  if (!request.isDryRun) await lockImportsOf(tx, request.area);
  const candidates = await findCandidates(tx, outcomes, request);
  const added = candidates.filter(({ found }) => found === undefined);
  const known = candidates.filter(({ found }) => found !== undefined);

  for (const [index, fate] of await addHouseholds(tx, added, request)) fates[index] = fate;
  for (const [index, fate] of await restateHouseholds(tx, known, request)) fates[index] = fate;
  return fates;
}

const refused: HouseholdFate = {
  outcome: 'refused',
  county: null,
  household: null,
  changes: [],
  conflicts: 0,
};

/** Beyond this, counting costs more than looking every household up. */
const countedHouseholdsMax = 100_000;

async function findCandidates(
  tx: Tx,
  outcomes: readonly ReadHousehold[],
  { platform, area, storedBefore }: StoreRequest,
): Promise<readonly Candidate[]> {
  const taken = outcomes.flatMap(({ household, prepared }, index) =>
    household === undefined ? [] : [{ index, household, prepared }],
  );
  // Where the register holds only what this run stored, nothing of the file can be there already: a
  // household stands in a file once.
  const isOwnAlone =
    storedBefore < countedHouseholdsMax && (await countRegistered(tx, area)) === storedBefore;
  const asked = isOwnAlone
    ? []
    : taken.map(({ household }) => askedOf(household, platform.secrets));
  const found = await findHouseholds(tx, asked);
  return taken.map((one, place) => ({ ...one, found: found.get(place) }));
}

async function addHouseholds(
  tx: Tx,
  candidates: readonly Candidate[],
  request: StoreRequest,
): Promise<ReadonlyMap<number, HouseholdFate>> {
  const isNew = { ...refused, outcome: 'new' } as const;
  if (request.isDryRun || candidates.length === 0) {
    return new Map(candidates.map(({ index }) => [index, isNew]));
  }
  const context = storeContextOf(request.platform, request);
  const numbers = await numbersFor(tx, candidates);
  const ready = candidates.map(
    ({ prepared, household }, place) =>
      prepared ?? prepareHousehold(household, numbers[place] ?? '', context),
  );
  const duplicates = await insertHouseholds(
    tx,
    ready.map(({ rows }) => rows),
  );
  const places = new Map(
    ready.map(({ id }, place) => [id, candidates[place]?.household.area ?? request.area]),
  );
  const opened = await askAboutDuplicates(tx, places, duplicates, context);
  return new Map(
    candidates.map(({ index, household }, place) => {
      const id = ready[place]?.id ?? '';
      const conflicts = opened.get(id) ?? 0;
      return [index, { ...isNew, county: countyOf(household), household: id, conflicts }];
    }),
  );
}

/** A person found twice is a question for the county, not a refused household. */
async function askAboutDuplicates(
  tx: Tx,
  places: ReadonlyMap<string, AreaCode>,
  duplicates: readonly Duplicate[],
  context: StoreContext,
): Promise<ReadonlyMap<string, number>> {
  const opened = new Map<string, number>();
  const opening = { ...context, tx, now: context.signed.recordedAt };
  for (const { person, household } of duplicates) {
    const area = places.get(household);
    if (area === undefined) continue;
    const place = { county: countyOfId(household), id: household, area };
    const questions = await openIdentityConflicts(opening, place, [person]);
    opened.set(household, (opened.get(household) ?? 0) + questions.length);
  }
  return opened;
}

/** Households the register has: left alone where the file says the same as last time. */
async function restateHouseholds(
  tx: Tx,
  candidates: readonly Candidate[],
  request: StoreRequest,
): Promise<ReadonlyMap<number, HouseholdFate>> {
  const fates = new Map<number, HouseholdFate>();
  const differing: (Candidate & { readonly digest: Buffer })[] = [];
  for (const candidate of candidates) {
    const { index, household, found } = candidate;
    const digest = digestOf(household, request.platform.secrets);
    const place = { county: found?.county ?? null, household: found?.id ?? null };
    fates.set(index, { ...refused, ...place, outcome: 'unchanged' });
    if (found?.contentDigest?.equals(digest) !== true) differing.push({ ...candidate, digest });
  }
  if (differing.length === 0) return fates;
  const context = storeContextOf(request.platform, request);
  const stated = differing.map((candidate) => statedOf(candidate, context.today));
  const changed = await changeHouseholds(tx, stated, context);
  for (const [place, { index }] of differing.entries()) {
    const before = fates.get(index) ?? refused;
    const { changes, conflicts } = changed[place] ?? { changes: [], conflicts: 0 };
    const outcome = changes.length === 0 ? 'unchanged' : 'changed';
    fates.set(index, { ...before, outcome, changes, conflicts });
  }
  return fates;
}

function statedOf(
  { household, digest, found }: Candidate & { readonly digest: Buffer },
  today: PlainDate,
): StatedHousehold {
  return {
    id: found?.id ?? '',
    values: { ...household.values, areaCode: placeOf(household, found) },
    persons: household.persons.map(({ values }) => ({ values })),
    incomes: household.incomes,
    contentDigest: digest,
    trueFrom: surveyedOn(household) ?? today,
  };
}

/** A sheet that names only the village does not take a household out of its hamlet there. */
function placeOf({ area }: AssembledHousehold, found: FoundHousehold | undefined): AreaCode {
  return found !== undefined && isWithin(found.area, area) ? found.area : area;
}

/** The file's own numbers, and the next serials of the village where it gives none. */
async function numbersFor(tx: Tx, candidates: readonly Candidate[]): Promise<readonly string[]> {
  const without = candidates.filter(({ household }) => household.values.householdNo === undefined);
  const villages = [...new Set(without.map(({ household }) => household.area.slice(0, 12)))];
  const serials = new Map(await listLastSerials(tx, villages));
  return candidates.map(({ household }) => {
    const own = household.values.householdNo;
    if (own !== undefined && own !== null) return String(own);
    const village = household.area.slice(0, 12);
    const serial = (serials.get(village) ?? 0) + 1;
    serials.set(village, serial);
    return village + String(serial).padStart(4, '0');
  });
}
