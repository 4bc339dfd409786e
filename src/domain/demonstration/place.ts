// Hamlets of a real village and the people who work there, all invented: thirty-odd households to a
// hamlet, two surveyors to a village, two reviewers to a township, two officers for the county: whoever
// judged a step of a case has a colleague for the next.

import { type AreaCode, areaCode } from '#domain/kernel/area-code.ts';
import type { NameGiver } from './name.ts';
import { randomOf } from './random.ts';

export interface Hamlet {
  readonly code: AreaCode;
  readonly name: string;
}

export interface Staff {
  readonly surveyors: readonly [string, string];
  readonly secretary: string;
  readonly reviewer: string;
  readonly officer: string;
  /** Who judges what the reviewer, or the officer, did before. */
  readonly secondReviewer: string;
  readonly secondOfficer: string;
}

const householdsOfHamlet = 34;

export function hamletsOf(
  village: AreaCode,
  households: number,
  { seed, names }: { readonly seed: string; readonly names: NameGiver },
): readonly Hamlet[] {
  const random = randomOf(`${seed} hamlets ${village}`);
  const count = Math.max(1, Math.round(households / householdsOfHamlet));
  const taken = new Set<string>();
  while (taken.size < count) taken.add(names.hamlet(random));
  return [...taken].map((name, index) => ({
    code: areaCode(village + String(index + 1).padStart(3, '0')),
    name,
  }));
}

/** Neighbours live in the same hamlet: serial numbers run through one hamlet after another. */
export function hamletOf(hamlets: readonly Hamlet[], serial: number, households: number): Hamlet {
  const index = Math.min(
    hamlets.length - 1,
    Math.floor(((serial - 1) * hamlets.length) / Math.max(1, households)),
  );
  const hamlet = hamlets[index];
  if (hamlet === undefined) throw new Error('a village without hamlets');
  return hamlet;
}

export function staffOf(
  village: AreaCode,
  { seed, names }: { readonly seed: string; readonly names: NameGiver },
): Staff {
  const person = (place: string, index: number) => {
    const random = randomOf(`${seed} staff ${place} ${index}`);
    const sex = random.chance(0.7) ? 'male' : 'female';
    return names.staff(random) + names.given(sex, random.between(1962, 1992), random);
  };
  return {
    surveyors: [person(village, 1), person(village, 2)],
    secretary: person(village, 3),
    reviewer: person(village.slice(0, 9), 1),
    officer: person(village.slice(0, 6), 1),
    secondReviewer: person(village.slice(0, 9), 2),
    secondOfficer: person(village.slice(0, 6), 2),
  };
}
