// The usable rows of a list as a job reads them: pausing to report, telling rows of another key apart.
import { areaCode, spanOf } from '#domain/kernel/area-code.ts';
import type { ListEntry } from '#domain/targeting/comparison/read-list-row.ts';
import { inScope } from '#server/database/connect.ts';
import type { Work } from '#server/jobs/jobs.ts';
import type { Platform } from '#server/platform.ts';
import { nameAreas } from '#server/registry/area-names.ts';
import { type FoundPair, pairFinder } from './find-pairs.ts';
import type { StoredList } from './list.store.ts';
import { rowsOfList } from './list-file.ts';
import type { ListTally } from './list-tally.ts';
import { listNamedPersons } from './match.store.ts';
import { matchCheck } from './match-hash.ts';

const reportedRows = 20_000;

export interface ListJob {
  readonly platform: Platform;
  readonly work: Work;
  readonly list: StoredList;
  readonly tally: ListTally;
}

/** Batch by batch; a cancelled job stops where it reports. */
export async function* entriesOf(job: ListJob): AsyncGenerator<readonly ListEntry[]> {
  const { platform, work, list, tally } = job;
  const key = keyOf(platform, list);
  const total = list.counts?.rows ?? null;
  let reported = 0;
  for await (const rows of rowsOfList(platform, list)) {
    yield rows.flatMap((row) => {
      const { hash, check } = row.entry ?? {};
      const isOther = key !== undefined && hash !== undefined && matchCheck(key, hash) !== check;
      return tally.add(row, isOther) ?? [];
    });
    if (tally.rows - reported < reportedRows) continue;
    reported = tally.rows;
    await work.report({ done: tally.rows, total, step: 'targeting.reading' });
  }
}

export function keyOf({ secrets }: Platform, { keySealed }: StoredList): Buffer | undefined {
  return keySealed === null ? undefined : Buffer.from(secrets.open('match-key', keySealed), 'hex');
}

/** The register's side of a list without numbers: who is to be found by name. */
export async function readNames({
  platform,
  work,
  list,
}: ListJob): Promise<(entry: ListEntry) => readonly FoundPair[]> {
  const { persons, placeOf } = await inScope(
    platform.db,
    work.scope,
    async (tx) => {
      const persons = await listNamedPersons(tx, spanOf(areaCode(list.areaCode)));
      const areas = [...new Set(persons.map(({ area_code }) => area_code))];
      return { persons, placeOf: await nameAreas(tx, areas, platform.clock.today()) };
    },
    'read',
  );
  return pairFinder(persons, (area) => {
    const { township, village } = placeOf(area);
    return `${township} ${village}`;
  });
}
