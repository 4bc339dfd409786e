// What happens to some households of a file: found in the register or not, stored if new, compared if
// known. In a dry run everything is found out and nothing is written.
import type { RowOutcome } from '#contract/exchange.ts';
import type { AssembledHousehold, HouseholdOutcome } from '#domain/exchange/assemble-household.ts';
import type { Signed } from '#domain/registry/household.ts';
import type { Tx } from '#server/database/connect.ts';
import type { Platform } from '#server/platform.ts';
import { type Duplicate, insertHouseholds } from '#server/registry/bulk.store.ts';
import { toHouseholdRows } from '#server/registry/to-household-rows.ts';
import { askedOf, countyOf, digestOf, toRecord } from './import-record.ts';
import { type FoundHousehold, findHouseholds, listLastSerials } from './match-households.store.ts';

export interface HouseholdFate {
  readonly outcome: RowOutcome;
  readonly county: number | null;
  readonly household: string | null;
  /** Fields that change. */
  readonly changes: readonly string[];
  readonly conflicts: number;
}

export interface StoreRequest {
  readonly platform: Pick<Platform, 'secrets' | 'clock' | 'newId'>;
  readonly isDryRun: boolean;
  /** Who says so; a dry run says nothing. */
  readonly signed?: Signed;
}

interface Candidate {
  readonly index: number;
  readonly household: AssembledHousehold;
  readonly digest: Buffer;
  readonly found: FoundHousehold | undefined;
}

/** The fate of each outcome, in the same order. */
export async function storeHouseholds(
  tx: Tx,
  outcomes: readonly HouseholdOutcome[],
  request: StoreRequest,
): Promise<readonly HouseholdFate[]> {
  const fates = outcomes.map((): HouseholdFate => refused);
  const candidates = await findCandidates(tx, outcomes, request);
  const added = candidates.filter(({ found }) => found === undefined);
  const known = candidates.filter(({ found }) => found !== undefined);

  for (const [index, fate] of await addHouseholds(tx, added, request)) fates[index] = fate;
  for (const { index, digest, found } of known) {
    if (found === undefined) continue;
    const isSame = found.contentDigest?.equals(digest) === true;
    fates[index] = {
      outcome: isSame ? 'unchanged' : 'changed',
      county: found.county,
      household: found.id,
      changes: [],
      conflicts: 0,
    };
  }
  return fates;
}

const refused: HouseholdFate = {
  outcome: 'refused',
  county: null,
  household: null,
  changes: [],
  conflicts: 0,
};

async function findCandidates(
  tx: Tx,
  outcomes: readonly HouseholdOutcome[],
  { platform }: StoreRequest,
): Promise<readonly Candidate[]> {
  const taken = outcomes.flatMap(({ household }, index) =>
    household === undefined ? [] : [{ index, household }],
  );
  const asked = taken.map(({ household }) => askedOf(household, platform.secrets));
  const found = await findHouseholds(tx, asked);
  return taken.map(({ index, household }, place) => ({
    index,
    household,
    digest: digestOf(household, platform.secrets),
    found: found.get(place),
  }));
}

async function addHouseholds(
  tx: Tx,
  candidates: readonly Candidate[],
  { platform, signed, isDryRun }: StoreRequest,
): Promise<ReadonlyMap<number, HouseholdFate>> {
  const fates = new Map<number, HouseholdFate>();
  const isNew = { ...refused, outcome: 'new' } as const;
  if (isDryRun || signed === undefined || candidates.length === 0) {
    for (const { index } of candidates) fates.set(index, isNew);
    return fates;
  }
  const context = { ...platform, signed, today: platform.clock.today() };
  const numbers = await numbersFor(tx, candidates);
  const records = candidates.map((candidate, place) =>
    toRecord(candidate.household, numbers[place] ?? '', candidate.digest, context),
  );
  const rows = records.map((record) => toHouseholdRows(record, context));
  const { duplicates } = await insertHouseholds(tx, rows);
  const twice = countByHousehold(duplicates);
  for (const [place, { index, household }] of candidates.entries()) {
    const id = records[place]?.id ?? null;
    const conflicts = twice.get(id ?? '') ?? 0;
    fates.set(index, { ...isNew, county: countyOf(household), household: id, conflicts });
  }
  return fates;
}

function countByHousehold(duplicates: readonly Duplicate[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { household } of duplicates) counts.set(household, (counts.get(household) ?? 0) + 1);
  return counts;
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
