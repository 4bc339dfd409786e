// Before somebody is entered: who of the county, as far as one sees it, has this name or one that sounds like
// it, with a day of birth that agrees. It warns and stops nobody.
import type { lookForDuplicates } from '#contract/registry-duplicates.ts';
import type { InputOf, OutputOf } from '#contract/route.ts';
import { plainDate, yearOf } from '#domain/kernel/plain-date.ts';
import { agreementsOf } from '#domain/registry/duplicates/name-likeness.ts';
import { nameKeyOf } from '#domain/registry/name-key.ts';
import type { Context } from '#server/http/context.ts';
import { nameAreas } from '../area-names.ts';
import { listLikePersons } from './candidate.store.ts';
import { listHouseholdsOfPairs } from './pair.store.ts';

type Answer = OutputOf<typeof lookForDuplicates>;
type Hit = Omit<Answer['found'][number], 'household'> & { readonly household: string };

export async function lookAround(
  { tx, today }: Context,
  { body }: InputOf<typeof lookForDuplicates>,
): Promise<Answer> {
  const asked = body.persons.map(({ name, birthDate }) => ({
    name,
    birthDate: birthDate === undefined ? undefined : plainDate(birthDate),
    place: '',
  }));
  const persons = await listLikePersons(tx, Number(body.area.slice(0, 6)), {
    keys: asked.map(({ name }) => nameKeyOf(name)),
    years: asked.flatMap(({ birthDate }) => (birthDate === undefined ? [] : [yearOf(birthDate)])),
  });
  const hits = asked.flatMap((one, index) =>
    persons.flatMap((person): readonly Hit[] => {
      const birthDate = person.birth_date === null ? undefined : plainDate(person.birth_date);
      const { name, birth } = agreementsOf(one, { name: person.name, birthDate, place: '' });
      if (name === 'other' || birth === 'other') return [];
      const found = { asked: index, name: person.name, birthDate: person.birth_date };
      return [{ ...found, agreement: name, birth, household: person.household_id }];
    }),
  );
  const best = hits.sort(byLikeness).slice(0, shownMost);
  const households = await listHouseholdsOfPairs(
    tx,
    best.map(({ household }) => household),
  );
  const places = await nameAreas(
    tx,
    [...households.values()].map((row) => row.area_code),
    today,
  );
  return {
    found: best.flatMap((hit) => {
      const row = households.get(hit.household);
      if (row === undefined) return [];
      const { id, household_no, head_name, area_code } = row;
      const { village } = places(area_code);
      const household = { id, householdNo: household_no, headName: head_name, village };
      return [{ ...hit, household }];
    }),
  };
}

const shownMost = 10;
const births = ['same', 'swapped', 'month', 'year', 'unknown', 'other'];
const names = ['same', 'variant', 'homophone', 'part'];

function byLikeness(left: Hit, right: Hit): number {
  const birth = births.indexOf(left.birth) - births.indexOf(right.birth);
  return birth !== 0 ? birth : names.indexOf(left.agreement) - names.indexOf(right.agreement);
}
