// A few rows of an invented list without numbers beside the persons they may be: a sound, a variant
// character, a birthday turned round.
import { randomOf } from '#domain/demonstration/random.ts';
import type { AreaCode, AreaSpan } from '#domain/kernel/area-code.ts';
import { makeId } from '#domain/kernel/id.ts';
import { parsePlainDate, plainDate } from '#domain/kernel/plain-date.ts';
import {
  agreementsOf,
  frequenciesOf,
  weightOf,
} from '#domain/registry/duplicates/name-likeness.ts';
import type { Tx } from '#server/database/connect.ts';
import { nameAreas } from '#server/registry/area-names.ts';
import { insertList, saveList } from '#server/targeting/comparison/list.store.ts';
import { listNamedPersons, type NamedPerson } from '#server/targeting/comparison/match.store.ts';
import { insertPairs } from '#server/targeting/comparison/pair.store.ts';

const on = plainDate('2016-09-26');
const title = '商品房备案 2016年9月（虚构，无身份证号）';

/** Written by another hand: the same sound, another form, fewer characters. */
const otherHands: Readonly<Record<string, string>> = {
  韦: '韋',
  谭: '譚',
  陆: '陸',
  卢: '盧',
  莫: '漠',
  覃: '秦',
  蒙: '孟',
  罗: '羅',
  吴: '吳',
  黄: '黃',
};

interface Inventing {
  readonly county: AreaCode;
  readonly seed: string;
  readonly span: AreaSpan;
}

export async function inventPairs(tx: Tx, { county, seed, span }: Inventing): Promise<void> {
  const random = randomOf(`${seed} pairs`);
  const now = `${on}T02:00:00.000Z`;
  const newId = () =>
    makeId({ county: Number(county), milliseconds: Date.parse(now), random: random.bytes(7) });
  const persons = await listNamedPersons(tx, span);
  const frequencies = frequenciesOf(persons.map(({ name }) => name));
  const adults = persons.filter(({ birth_date }) => (birth_date ?? '9999') < '1990-01-01');
  const drawn = random.shuffled(adults).slice(0, 5);
  const placeOf = await nameAreas(
    tx,
    drawn.map(({ area_code }) => area_code),
    on,
  );
  const id = newId();
  await insertList(tx, {
    id,
    areaCode: county,
    kind: 'flats',
    title,
    account: id,
    accountName: '县住房和城乡建设局（虚构）',
    createdAt: now,
  });
  const pairs = drawn.map((person, index) => {
    const { township, village } = placeOf(person.area_code);
    const entry = {
      row: 14 + index * 37,
      citizen: undefined,
      hash: undefined,
      check: '',
      name: asWritten(person, index),
      birthDate: parsePlainDate(birthAsWritten(person.birth_date ?? '', index)),
      place: `${township}${village}`,
      object: `金桂花园 ${3 + index} 栋 ${201 + index * 100} 室`,
      since: plainDate('2015-06-01'),
    };
    const known = {
      name: person.name,
      birthDate: person.birth_date === null ? undefined : plainDate(person.birth_date),
      place: `${township} ${village}`,
    };
    const agreements = agreementsOf(entry, known);
    const weight = weightOf(agreements, person.name, frequencies);
    return { id: newId(), entry, person, agreements, weight };
  });
  await insertPairs(tx, id, pairs);
  await saveList(tx, id, {
    state: 'done',
    fileName: `${title}.csv`,
    format: 'csv',
    headingRow: 1,
    columns: [{ column: 0, heading: '购房人', field: 'name' }],
    counts: {
      ...{ rows: 312, usable: 312, refused: 0, otherKey: 0, persons: persons.length },
      ...{ pairs: pairs.length, hits: 0, hitPersons: 0, hitHouseholds: 0, newLeads: 0 },
    },
    finishedAt: now,
  });
}

function asWritten({ name }: NamedPerson, index: number): string {
  const [first = '', ...rest] = Array.from(name);
  return index % 2 === 0 ? `${otherHands[first] ?? first}${rest.join('')}` : name;
}

/** Day and month turned round where both could be months. */
function birthAsWritten(birth: string, index: number): string {
  const [year, month = '', day = ''] = birth.split('-');
  return index === 1 && Number(day) <= 12 ? `${year}-${day}-${month}` : birth;
}
