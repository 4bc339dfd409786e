// The search for duplicates, as a job: counted before it runs, done in one transaction, and repeated it finds
// only what is new; what somebody found to be different stays so. It opens questions and merges nothing.
import type { estimateDuplicates, searchDuplicates } from '#contract/registry-duplicates.ts';
import type { InputOf, OutputOf } from '#contract/route.ts';
import { areaCode, spanOf } from '#domain/kernel/area-code.ts';
import { plainDate } from '#domain/kernel/plain-date.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { tooManyCandidates } from '#domain/registry/duplicates/duplicate-refusals.ts';
import {
  frequenciesFrom,
  type NameFrequencies,
  reading,
} from '#domain/registry/duplicates/name-likeness.ts';
import {
  leastStrength,
  personReason,
  type Reason,
  sharedReason,
  weighPair,
} from '#domain/registry/duplicates/pair-strength.ts';
import type { Tx } from '#server/database/connect.ts';
import type { Context } from '#server/http/context.ts';
import type { JobKind } from '#server/jobs/jobs.ts';
import type { Platform } from '#server/platform.ts';
import {
  countCandidates,
  listOccurringNames,
  listPersonCandidates,
  listSharedCandidates,
  type NameBlock,
  type OccurringName,
} from './candidate.store.ts';
import { appendPairActs, insertPairs } from './pair.store.ts';

export const searchKind = 'registry.duplicates';

/** More than this nobody could look at, and the search would hold too much at once. */
export const mostCandidates = 2_000_000;

export async function estimate({
  tx,
  area,
}: Context): Promise<OutputOf<typeof estimateDuplicates>> {
  const span = spanOf(area);
  const names = await listOccurringNames(tx, span);
  const counted = await countCandidates(tx, names.map(blockOf), span);
  const { persons, number, name_and_birth, phone, account } = counted;
  return {
    persons,
    names: names.length,
    candidates: { number, nameAndBirth: name_and_birth, phone, account },
    most: mostCandidates,
  };
}

export async function startSearch(
  context: Context,
  { body }: InputOf<typeof searchDuplicates>,
): Promise<{ job: string }> {
  const { tx, platform, actor, scope, now } = context;
  const job = await platform.jobs.enqueue(tx, {
    kind: searchKind,
    areaCode: body.area,
    account: actor.account,
    scope,
    input: { area: body.area, account: actor.account, name: actor.displayName },
    now,
  });
  context.note({ area: areaCode(body.area), subject: `job:${job}` });
  return { job };
}

/** Where is searched, and for whom. */
export interface DuplicateSearch {
  readonly area: string;
  readonly account: string | null;
  readonly name: string;
}

export function duplicatesJob(platform: Platform): JobKind {
  return {
    kind: searchKind,
    async run(work) {
      const input = work.input as DuplicateSearch;
      return work.chunk(async (tx) => {
        const result = await findDuplicates(tx, platform, input);
        const progress = { done: result.pairs, total: result.pairs, step: 'registry.done' };
        return { result, progress };
      });
    },
  };
}

interface Found {
  readonly candidates: number;
  readonly pairs: number;
  readonly added: number;
}

export async function findDuplicates(
  tx: Tx,
  platform: Pick<Platform, 'clock' | 'newId'>,
  input: DuplicateSearch,
): Promise<Found> {
  const span = spanOf(areaCode(input.area));
  const names = await listOccurringNames(tx, span);
  const blocks = names.map(blockOf);
  const counted = await countCandidates(tx, blocks, span);
  const candidates = counted.number + counted.name_and_birth + counted.phone + counted.account;
  if (candidates > mostCandidates) {
    refuse(tooManyCandidates, { candidates, most: mostCandidates });
  }
  const reasons = await reasonsByPair(tx, blocks, { span, frequencies: frequenciesOfNames(names) });
  const found = [...reasons.values()].flatMap(({ one, other, all }) => {
    const { strength, reasons: kept } = weighPair(all);
    return strength < leastStrength ? [] : [{ one, other, strength, reasons: kept }];
  });
  const added = await store(tx, platform, { found, input });
  return { candidates, pairs: found.length, added };
}

interface PairReasons {
  readonly one: string;
  readonly other: string;
  readonly all: Reason[];
}

async function reasonsByPair(
  tx: Tx,
  blocks: readonly NameBlock[],
  {
    span,
    frequencies,
  }: { readonly span: ReturnType<typeof spanOf>; readonly frequencies: NameFrequencies },
): Promise<ReadonlyMap<string, PairReasons>> {
  const pairs = new Map<string, PairReasons>();
  const add = (one: string, other: string, reason: Reason) => {
    const key = `${one} ${other}`;
    const known = pairs.get(key);
    if (known === undefined) pairs.set(key, { one, other, all: [reason] });
    else known.all.push(reason);
  };
  for (const row of await listPersonCandidates(tx, blocks, span)) {
    const reason = personReason(
      {
        one: personOf(row.one_id, row.one_name, row.one_birth, row.one_village),
        other: personOf(row.other_id, row.other_name, row.other_birth, row.other_village),
        numbers: row.numbers,
      },
      frequencies,
    );
    if (reason !== undefined) add(row.one_household, row.other_household, reason);
  }
  for (const { one, other, kind } of await listSharedCandidates(tx, span)) {
    // An address alone is a whole hamlet's; it only adds to what was found.
    if (kind !== 'address' || pairs.has(`${one} ${other}`)) add(one, other, sharedReason(kind));
  }
  return pairs;
}

function personOf(id: string, name: string, birth: string | null, village: string) {
  return { id, name, birthDate: birth === null ? undefined : plainDate(birth), village };
}

const storedAtOnce = 500;

async function store(
  tx: Tx,
  platform: Pick<Platform, 'clock' | 'newId'>,
  {
    found,
    input,
  }: {
    readonly found: readonly {
      readonly one: string;
      readonly other: string;
      readonly strength: number;
      readonly reasons: readonly Reason[];
    }[];
    readonly input: DuplicateSearch;
  },
): Promise<number> {
  const county = Number(input.area.slice(0, 6));
  const [now, today] = [platform.clock.now(), platform.clock.today()];
  let added = 0;
  for (let start = 0; start < found.length; start += storedAtOnce) {
    const pairs = found
      .slice(start, start + storedAtOnce)
      .map((pair) => ({ ...pair, county, id: platform.newId(county), foundOn: today }));
    const ids = await insertPairs(tx, pairs);
    await appendPairActs(
      tx,
      ids.map((pair) => ({
        county,
        pair,
        position: 1,
        id: platform.newId(county),
        kind: 'found',
        account: input.account,
        accountName: input.name,
        recordedAt: now,
        trueOn: today,
        reason: '',
        said: {},
      })),
    );
    added += ids.length;
  }
  return added;
}

const longFrom = 5;

function blockOf({ key, name }: OccurringName): NameBlock {
  const isLong = Array.from(key).length >= longFrom;
  const [first = ''] = name.normalize('NFKC').split(/[·•‧∙・･.]/u);
  const whole = reading(name);
  return { key, reading: whole, part: isLong && first !== '' ? reading(first) : whole, isLong };
}

/** A hamlet is no measure of how common a name is. */
const leastPersons = 5000;

function frequenciesOfNames(names: readonly OccurringName[]): NameFrequencies {
  const counted = frequenciesFrom(names.map(({ name, persons }) => [name, persons]));
  return { ...counted, persons: Math.max(counted.persons, leastPersons) };
}
