// Two households of a place that may be one, in the words of whoever found them.
import { appendPairActs, insertPairs } from '#server/registry/duplicates/pair.store.ts';
import { anId } from './household.ts';
import type { Planting } from './plant.ts';

export async function plantDuplicate({ tx, word, place, households }: Planting) {
  const county = Number(place.county);
  const [one, other] = [...households].sort();
  if (one === undefined || other === undefined) return {};
  const pair = anId(county);
  await insertPairs(tx, [
    { county, id: pair, one, other, strength: 30, reasons: [], foundOn: '2016-09-01' },
  ]);
  await appendPairActs(tx, [
    {
      county,
      pair,
      position: 1,
      id: anId(county),
      kind: 'named',
      account: anId(county),
      accountName: word,
      recordedAt: '2016-09-01T00:00:00.000Z',
      trueOn: '2016-09-01',
      reason: word,
      said: {},
    },
  ]);
  return { duplicate: pair };
}
