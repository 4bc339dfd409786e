// Invented names: a surname of the family's people, given names of the generation, one character of
// which brothers and sisters may share. Nobody's name is copied; any likeness is chance.

import type { Sex } from '#domain/registry/identity-number.ts';
import type { NameParts } from './calibration.ts';
import type { Relation } from './family.ts';
import { type Random, weighted } from './random.ts';

export interface NameGiver {
  /** A surname of a people. */
  surname(people: string, random: Random): string;
  /** A surname of those who work there. */
  staff(random: Random): string;
  given(sex: Sex, birthYear: number, random: Random, shared?: string): string;
  /** A character that brothers and sisters of a family share. */
  generation(birthYear: number, random: Random): string;
  hamlet(random: Random): string;
  rare(random: Random): string;
  long(random: Random): string;
}

export function nameGiverOf(parts: NameParts): NameGiver {
  const pickers = new Map(
    Object.entries(parts.surnames).map(([people, shares]) => [
      people,
      weighted(Object.entries(shares)),
    ]),
  );
  const surname = (people: string, random: Random) => {
    const pick = pickers.get(people);
    if (pick === undefined) throw new Error(`no surnames of ${people}`);
    return pick(random);
  };
  const charactersOf = (sex: Sex, birthYear: number) => {
    const { old, middle, young } = parts.given[sex];
    if (birthYear < 1958) return old;
    return birthYear < 1990 ? middle : young;
  };
  return {
    surname,
    staff: (random) => surname(parts.staff, random),
    given(sex, birthYear, random, shared) {
      const characters = charactersOf(sex, birthYear);
      const last = random.pick(characters);
      if (shared !== undefined) return shared === last ? last : shared + last;
      if (random.chance(0.12)) return last;
      const first = random.pick(characters);
      return first === last ? last : first + last;
    },
    generation: (birthYear, random) => random.pick(charactersOf('male', birthYear)),
    hamlet: (random) =>
      random.pick(parts.hamlets.heads) + random.pick(parts.hamlets.bodies) + parts.hamlets.ending,
    rare: (random) => random.pick(parts.rare),
    long: (random) => random.pick(parts.long),
  };
}

/** Whose surname a member carries: the father's line keeps the head's, who marries in brings one. */
export function hasHeadsSurname(relation: Relation): boolean {
  return !['SPOUSE', 'MOTHER', 'DAUGHTER_IN_LAW', 'OTHER'].includes(relation);
}
