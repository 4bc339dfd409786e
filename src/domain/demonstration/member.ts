// What is recorded of each invented member: school by age, health, labour, migrant work and insurance,
// so that they agree with one another and with the household's cause. A child is in the class of its
// age; nobody under 16 works; who is severely ill has lost the ability to.

import type { PlainDate } from '#domain/kernel/plain-date.ts';
import type { Relative } from './family.ts';
import { type Random, weighted } from './random.ts';

export interface MemberState {
  readonly education: string;
  readonly schoolStage: string;
  readonly health: readonly string[];
  readonly labour: string;
  readonly workPlace: string | null;
  readonly workMonths: number | null;
}

export interface MemberWish {
  /** Standard deviations from the middle of the county: negative is poorer. */
  readonly means: number;
  readonly cause: string | null;
  readonly birth: PlainDate;
  /** The one the cause is about: the patient, the disabled member, the student. */
  readonly afflicted: boolean;
}

export function inventState(relative: Relative, wish: MemberWish, random: Random): MemberState {
  const schoolStage = schoolStageOf(relative.age, wish, random);
  const health = healthOf(relative.age, wish, random);
  const labour = labourOf(relative, schoolStage, health, random);
  const work = workOf(relative, labour, wish, random);
  return {
    education: educationOf(relative, wish.birth, schoolStage, random),
    schoolStage,
    health,
    labour,
    ...work,
  };
}

/** Classes of September 2016 by completed years of age. */
const classOfAge: Readonly<Record<number, string>> = {
  12: 'JUNIOR_7',
  13: 'JUNIOR_8',
  14: 'JUNIOR_9',
};

function schoolStageOf(age: number, wish: MemberWish, random: Random): string {
  if (age < 3 || age > 23) return 'NOT_IN_SCHOOL';
  if (age < 6) return random.chance(0.7) ? 'PRESCHOOL' : 'NOT_IN_SCHOOL';
  if (age < 12) return 'PRIMARY';
  const fixed = classOfAge[age];
  if (fixed !== undefined) return fixed;
  if (wish.afflicted && wish.cause === 'SCHOOLING') return higherStage(age, random);
  const stays = age <= 17 ? 0.72 + 0.08 * wish.means : 0.22 + 0.1 * wish.means;
  return random.chance(stays) ? higherStage(age, random) : 'NOT_IN_SCHOOL';
}

function higherStage(age: number, random: Random): string {
  if (age <= 17) {
    const kind = random.chance(0.6) ? 'SENIOR' : 'VOCATIONAL';
    return `${kind}_${age - 14}`;
  }
  const year = age - 17;
  if (random.chance(0.5) && year <= 3) return `COLLEGE_${year}`;
  return year <= 5 ? `UNIVERSITY_${year}` : 'POSTGRADUATE';
}

function healthOf(age: number, wish: MemberWish, random: Random): readonly string[] {
  const poorer = Math.max(0, -wish.means);
  const conditions: string[] = [];
  if (wish.afflicted && wish.cause === 'ILLNESS') {
    conditions.push(random.chance(0.55) ? 'SEVERE' : 'CHRONIC');
  } else if (wish.afflicted && wish.cause === 'DISABILITY') {
    conditions.push('DISABLED');
  } else {
    const old = age >= 60 ? 0.22 : age >= 40 ? 0.05 : 0.006;
    if (random.chance(old * (1 + 0.5 * poorer))) conditions.push('CHRONIC');
    if (random.chance(0.004 + 0.006 * poorer)) conditions.push('SEVERE');
    if (random.chance(0.008 + 0.01 * poorer)) conditions.push('DISABLED');
  }
  return conditions.length === 0 ? ['HEALTHY'] : conditions;
}

function labourOf(
  { age }: Relative,
  schoolStage: string,
  health: readonly string[],
  random: Random,
): string {
  if (age < 16 || schoolStage !== 'NOT_IN_SCHOOL') return 'NONE';
  if (health.includes('SEVERE')) return random.chance(0.75) ? 'LOST' : 'WEAK';
  if (age >= 75) return 'NONE';
  if (age >= 65) return random.chance(0.45) ? 'WEAK' : 'NONE';
  if (health.includes('DISABLED')) return random.chance(0.5) ? 'LOST' : 'WEAK';
  if (health.includes('CHRONIC') || age >= 60) return random.chance(0.55) ? 'WEAK' : 'NORMAL';
  return random.chance(0.07) ? 'SKILLED' : 'NORMAL';
}

const place = weighted([
  ['ELSEWHERE', 52],
  ['PROVINCE', 22],
  ['COUNTY', 16],
  ['TOWNSHIP', 10],
] as const);

function workOf(relative: Relative, labour: string, wish: MemberWish, random: Random) {
  const able = labour === 'NORMAL' || labour === 'SKILLED';
  const young = relative.age >= 18 && relative.age <= 52;
  const leaves = (relative.relation === 'HEAD' ? 0.24 : 0.42) + 0.06 * wish.means;
  if (!able || !young || !random.chance(leaves)) return { workPlace: null, workMonths: null };
  const workPlace = place(random);
  return {
    workPlace,
    workMonths: workPlace === 'TOWNSHIP' ? random.between(2, 6) : random.between(5, 12),
  };
}

/** What people of an age had of school, by the year they were born. */
const schooling: readonly (readonly [number, (random: Random) => string])[] = [
  [
    1946,
    weighted([
      ['ILLITERATE', 42],
      ['PRIMARY', 48],
      ['JUNIOR', 10],
    ] as const),
  ],
  [
    1961,
    weighted([
      ['ILLITERATE', 14],
      ['PRIMARY', 55],
      ['JUNIOR', 28],
      ['SENIOR', 3],
    ] as const),
  ],
  [
    1981,
    weighted([
      ['ILLITERATE', 3],
      ['PRIMARY', 35],
      ['JUNIOR', 53],
      ['SENIOR', 8],
      ['COLLEGE', 1],
    ] as const),
  ],
  [
    1993,
    weighted([
      ['PRIMARY', 11],
      ['JUNIOR', 64],
      ['SENIOR', 17],
      ['COLLEGE', 6],
      ['UNIVERSITY', 2],
    ] as const),
  ],
  [
    9999,
    weighted([
      ['JUNIOR', 62],
      ['SENIOR', 28],
      ['COLLEGE', 8],
      ['UNIVERSITY', 2],
    ] as const),
  ],
];

function educationOf(
  { age }: Relative,
  birth: PlainDate,
  schoolStage: string,
  random: Random,
): string {
  if (age < 6) return 'PRESCHOOL';
  const reached = reachedBy(schoolStage);
  if (reached !== undefined) return reached;
  const year = Number(birth.slice(0, 4));
  const row = schooling.find(([before]) => year < before);
  const education = row?.[1](random) ?? 'JUNIOR';
  return age < 22 && (education === 'COLLEGE' || education === 'UNIVERSITY') ? 'SENIOR' : education;
}

/** The level a pupil attends counts as theirs, as the form has it. */
function reachedBy(stage: string): string | undefined {
  if (stage === 'NOT_IN_SCHOOL' || stage === 'PRESCHOOL') return undefined;
  if (stage === 'PRIMARY') return 'PRIMARY';
  if (stage.startsWith('JUNIOR')) return 'JUNIOR';
  if (stage.startsWith('SENIOR') || stage.startsWith('VOCATIONAL')) return 'SENIOR';
  return stage.startsWith('COLLEGE') ? 'COLLEGE' : 'UNIVERSITY';
}
