// The members of an invented household: who lives together, how old they are, and how they stand to
// the head. A family is put together the way families come about (a couple, their children, their
// parents, a son's wife and children), until it has exactly the planned number of members.

import type { Sex } from '#domain/registry/identity-number.ts';
import { type Random, weighted } from './random.ts';

export type Relation =
  | 'HEAD'
  | 'SPOUSE'
  | 'SON'
  | 'DAUGHTER'
  | 'FATHER'
  | 'MOTHER'
  | 'DAUGHTER_IN_LAW'
  | 'GRANDSON'
  | 'GRANDDAUGHTER'
  | 'BROTHER'
  | 'OTHER';

export interface Relative {
  readonly relation: Relation;
  readonly sex: Sex;
  readonly age: number;
}

/** What the household's cause asks of its members. */
export interface FamilyWish {
  readonly members: number;
  /** Somebody of 15 to 21, so that schooling can be the cause. */
  readonly student: boolean;
  /** Nobody or hardly anybody who can work. */
  readonly withoutLabour: boolean;
}

const opposite = { male: 'female', female: 'male' } as const;

export function inventFamily(wish: FamilyWish, random: Random): readonly Relative[] {
  if (wish.members === 1) return [aloneOf(wish, random)];
  if (wish.withoutLabour) return withoutLabour(wish.members, random);
  const headAge = ageOfHead(wish, random);
  const head: Relative = {
    relation: 'HEAD',
    sex: random.chance(0.88) ? 'male' : 'female',
    age: headAge,
  };
  const family: Relative[] = [head];
  if (random.chance(wish.members === 2 ? 0.55 : 0.9)) {
    const age = Math.max(20, headAge + (head.sex === 'male' ? -1 : 1) * random.between(-1, 5));
    family.push({ relation: 'SPOUSE', sex: opposite[head.sex], age });
  }
  if (headAge >= 56 && !wish.student) addGrownSon(family, wish.members, random);
  else addChildrenAndParents(family, wish, random);
  while (family.length < wish.members) family.push(otherOf(headAge, random));
  return family;
}

function ageOfHead(wish: FamilyWish, random: Random): number {
  if (wish.student) return random.between(39, 52);
  const age = Math.round(46 + 11 * random.normal());
  return Math.min(78, Math.max(24, age));
}

function aloneOf(wish: FamilyWish, random: Random): Relative {
  const old = wish.withoutLabour || random.chance(0.6);
  return {
    relation: 'HEAD',
    sex: random.chance(old ? 0.55 : 0.85) ? 'male' : 'female',
    age: old ? random.between(62, 88) : random.between(32, 60),
  };
}

/** Old people, or one of them with a grandchild. */
function withoutLabour(members: number, random: Random): readonly Relative[] {
  const age = random.between(63, 80);
  const head: Relative = { relation: 'HEAD', sex: 'male', age };
  const family: Relative[] = [head];
  if (members > 2 || random.chance(0.7)) {
    family.push({ relation: 'SPOUSE', sex: 'female', age: age - random.between(0, 5) });
  }
  while (family.length < members) family.push(grandchildOf(random.between(3, 15), random));
  return family;
}

function addGrownSon(family: Relative[], members: number, random: Random): void {
  const headAge = family[0]?.age ?? 60;
  if (family.length >= members) return;
  const sonAge = Math.max(18, Math.min(headAge - 22, 45) - random.between(0, 6));
  family.push({ relation: 'SON', sex: 'male', age: sonAge });
  if (family.length < members && sonAge >= 22 && random.chance(0.75)) {
    family.push({ relation: 'DAUGHTER_IN_LAW', sex: 'female', age: Math.max(20, sonAge - 2) });
  }
  const married = family.some((each) => each.relation === 'DAUGHTER_IN_LAW');
  let age = Math.max(0, sonAge - random.between(21, 26));
  while (family.length < members) {
    if (married && family.length < 8) family.push(grandchildOf(age, random));
    else family.push(childOf(Math.max(10, sonAge - random.between(2, 8)), random));
    age = Math.max(0, age - random.between(1, 5));
  }
}

const parentsAtHome = weighted([
  [0, 62],
  [1, 28],
  [2, 10],
] as const);

function addChildrenAndParents(family: Relative[], wish: FamilyWish, random: Random): void {
  const head = family[0] ?? { age: 45, sex: 'male' as const };
  const room = () => wish.members - family.length;
  const parents = head.age <= 62 ? Math.min(parentsAtHome(random), Math.max(0, room() - 1)) : 0;
  const mother = family.find((each) => each.sex === 'female')?.age ?? head.age;
  const eldest = wish.student
    ? random.between(15, 21)
    : Math.max(0, mother - random.between(20, 29));
  let age = Math.min(eldest, 24);
  const children = Math.min(room() - parents, 4);
  for (let born = 0; born < children; born += 1) {
    family.push(childOf(age, random));
    age = Math.max(0, age - random.between(1, 6));
  }
  for (let index = 0; index < parents; index += 1) {
    const isMother = parents === 2 ? index === 1 : random.chance(0.65);
    family.push({
      relation: isMother ? 'MOTHER' : 'FATHER',
      sex: isMother ? 'female' : 'male',
      age: Math.min(96, head.age + random.between(20, 29)),
    });
  }
}

function childOf(age: number, random: Random): Relative {
  // Grown daughters have usually married into another household.
  const isSon = random.chance(age >= 23 ? 0.72 : 0.53);
  return { relation: isSon ? 'SON' : 'DAUGHTER', sex: isSon ? 'male' : 'female', age };
}

function grandchildOf(age: number, random: Random): Relative {
  const isBoy = random.chance(0.53);
  return {
    relation: isBoy ? 'GRANDSON' : 'GRANDDAUGHTER',
    sex: isBoy ? 'male' : 'female',
    age,
  };
}

function otherOf(headAge: number, random: Random): Relative {
  if (random.chance(0.6)) {
    return { relation: 'BROTHER', sex: 'male', age: Math.max(18, headAge - random.between(1, 9)) };
  }
  const sex: Sex = random.chance(0.5) ? 'male' : 'female';
  return { relation: 'OTHER', sex, age: random.between(5, 70) };
}
