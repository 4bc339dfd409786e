// Pairs of a list without numbers and the register: blocked by reading, so that 张伟 meets 章伟 and not
// everybody, weighed, and kept where a person should look. Refuses a list that would give more pairs than
// anybody can look at.
import { plainDate } from '#domain/kernel/plain-date.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import {
  type Agreements,
  agreementsOf,
  blocksOf,
  frequenciesOf,
  leastWeight,
  weightOf,
} from '#domain/registry/duplicates/name-likeness.ts';
import { tooManyPairs } from '#domain/targeting/comparison/comparison-refusals.ts';
import type { ListEntry } from '#domain/targeting/comparison/read-list-row.ts';
import type { NamedPerson } from './match.store.ts';

export interface FoundPair {
  readonly entry: ListEntry;
  readonly person: NamedPerson;
  readonly agreements: Agreements;
  readonly weight: number;
}

const mostPairs = 20_000;

/** Gives pairs row by row, so that the caller can pause and report. */
export function pairFinder(
  persons: readonly NamedPerson[],
  placeOf: (area: string) => string,
): (entry: ListEntry) => readonly FoundPair[] {
  const frequencies = frequenciesOf(persons.map(({ name }) => name));
  const blocks = new Map<string, NamedPerson[]>();
  for (const person of persons) {
    for (const block of blocksOf(person.name)) {
      const others = blocks.get(block);
      if (others === undefined) blocks.set(block, [person]);
      else others.push(person);
    }
  }
  let found = 0;
  return (entry) => {
    const candidates = new Set(blocksOf(entry.name).flatMap((block) => blocks.get(block) ?? []));
    const pairs: FoundPair[] = [];
    for (const person of candidates) {
      const agreements = agreementsOf(entry, {
        name: person.name,
        birthDate: person.birth_date === null ? undefined : plainDate(person.birth_date),
        place: placeOf(person.area_code),
      });
      const weight = weightOf(agreements, person.name, frequencies);
      if (agreements.name !== 'other' && weight >= leastWeight) {
        pairs.push({ entry, person, agreements, weight });
      }
    }
    found += pairs.length;
    if (found > mostPairs) refuse(tooManyPairs, { most: mostPairs });
    return pairs;
  };
}
