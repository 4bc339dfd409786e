// Departments' lists at their full size: 2.2 million rows against a county and against a province, the hits
// written as leads, beside the bare hash join by hand. Every round is rolled back.
import { everything } from '#domain/access/scope.ts';
import { areaCode, spanOf } from '#domain/kernel/area-code.ts';
import { analyse } from '#server/database/analyse.ts';
import { inScope, type Tx } from '#server/database/connect.ts';
import {
  countPersons,
  findMatches,
  type HitsOf,
  openLeads,
  writeHits,
} from '#server/targeting/comparison/match.store.ts';
import { type DuckJoin, joinByDuckDb } from './duckdb.ts';
import { giveEverybodyKeys, joinByHand, stageBenchRows } from './hand-match.store.ts';
import type { Installation } from './installation.ts';
import { type Line, seconds, timed, timingOf } from './measure.ts';

const listRows = 2_200_000;
const goals = { county: 1500, province: 5000 } as const;

/** One in so many persons of the area stands in the list. */
const oneIn = 25;

/** Of nobody. */
const list = '00000000-0000-8000-8000-000000000000';

class RolledBack extends Error {}

export async function measureMatching(
  { composed, asOwner }: Installation,
  {
    area,
    rounds,
    rows = listRows,
    duck,
  }: { area: string; rounds: number; rows?: number; duck?: DuckJoin | undefined },
): Promise<readonly Line[]> {
  const { db } = composed.platform;
  const span = spanOf(areaCode(area));
  const times = { ours: [] as number[], whole: [] as number[], byHand: [] as number[] };
  let persons = 0;
  let hits = 0;
  let opens = 0;
  let byDuck: Awaited<ReturnType<typeof joinByDuckDb>> | undefined;
  const round = async (tx: Tx): Promise<void> => {
    persons = await countPersons(tx, span);
    const staged = await stageBenchRows(tx, { span, rows, oneIn });
    let byHand = 0;
    times.byHand.push(
      await timed(async () => {
        byHand = await joinByHand(tx, staged);
      }),
    );
    if (duck !== undefined) byDuck ??= await joinByDuckDb(tx, staged, duck);
    const of: HitsOf = {
      list,
      kind: 'vehicles',
      title: 'bench',
      way: 'number',
      today: '2016-09-30',
      now: '2016-09-30T00:00:00.000Z',
      accountName: 'bench',
      dueOn: null,
    };
    const written = await timed(async () => {
      await findMatches(tx, { rows: staged, list, span, keys: 'register' });
      hits = await writeHits(tx, of);
    });
    const opened = await timed(async () => {
      opens = (await openLeads(tx, of)).newLeads;
    });
    times.ours.push(written);
    times.whole.push(written + opened);
    if (hits !== byHand) throw new Error(`${hits} hits written, ${byHand} found by hand`);
    throw new RolledBack();
  };
  await inScope(db, everything, giveEverybodyKeys);
  await analyse(composed.database.owner);
  for (let index = 0; index < rounds; index += 1) {
    // What the round before took back is gone, as it is before a first comparison.
    await asOwner('vacuum analyze targeting_lead, targeting_hit, targeting_lead_act');
    await inScope(db, everything, round).catch((error: unknown) => {
      if (!(error instanceof RolledBack)) throw error;
    });
  }
  const [ours, byHand] = [timingOf(times.ours), timingOf(times.byHand)];
  const goal = area.length === 2 ? goals.province : goals.county;
  const count = (value: number) => value.toLocaleString('en');
  return [
    {
      what: `${count(persons)} persons against ${count(rows)} rows, ${count(hits)} hits written`,
      goal: `≤ ${seconds(goal)}`,
      measured: seconds(ours.medianMs),
      comparison: [
        `${(ours.medianMs / byHand.medianMs).toFixed(2)} × the bare join by hand (${seconds(byHand.medianMs)})`,
        byDuck === undefined
          ? 'DuckDB could not be fetched'
          : `${(ours.medianMs / byDuck.ms).toFixed(1)} × DuckDB's join with ${count(byDuck.hits)} pairs written (${seconds(byDuck.ms)})`,
        `${seconds(timingOf(times.whole).medianMs)} with ${count(opens)} leads opened`,
        `median of ${rounds}`,
      ].join(', '),
      met: ours.medianMs <= goal,
    },
  ];
}
