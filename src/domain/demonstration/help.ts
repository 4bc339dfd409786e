// Invented helpers of the demonstration: for every village as many as its households need by the quota,
// with units, ranks and languages, and the households each one has, in the order of the village.
import type { NameGiver } from './name.ts';
import { type Random, randomOf, weighted } from './random.ts';

export interface HelpedHousehold {
  readonly id: string;
  readonly area: string;
}

export interface InventedHelper {
  readonly name: string;
  readonly rank: 'DIVISION' | 'SECTION' | 'STAFF';
  readonly title: string;
  /** Place in the list of units. */
  readonly unit: number;
  readonly area: string;
  readonly home: string | null;
  readonly languages: readonly string[];
  readonly households: readonly HelpedHousehold[];
}

export const inventedUnits = [
  '县林业局',
  '县农业局',
  '县水利局',
  '县教育局',
  '县卫生计生局',
  '县民政局',
  '县财政局',
  '县住建局',
  '县交通运输局',
  '县人社局',
  '县国土资源局',
  '县发展改革局',
  '县文体广电局',
  '县审计局',
  '县统计局',
  '县供销社',
  '县水产畜牧局',
  '县科技局',
  '县民宗局',
  '县妇联',
  '团县委',
  '县残联',
  '县总工会',
  '县市场监管局',
  '县安监局',
  '县公安局',
  '县司法局',
  '县移民局',
  '县农村信用社',
  '县供电公司',
] as const;

const numbers = { DIVISION: 10, SECTION: 8, STAFF: 6 } as const;
const titles = { DIVISION: '调研员', SECTION: '副局长', STAFF: '干部' } as const;

const pickRank = weighted<InventedHelper['rank']>([
  ['DIVISION', 1],
  ['SECTION', 5],
  ['STAFF', 14],
]);
const pickPeople = weighted<string>([
  ['ZHUANG', 70],
  ['MAONAN', 16],
  ['HAN', 10],
  ['YAO', 2],
  ['MULAO', 2],
]);

/** @param households Of one village, in its order. */
export function inventHelpers(
  village: string,
  households: readonly HelpedHousehold[],
  { names, seed }: { readonly names: NameGiver; readonly seed: string },
): readonly InventedHelper[] {
  const random = randomOf(`${seed} help ${village}`);
  const helpers: InventedHelper[] = [];
  for (let at = 0; at < households.length; ) {
    const rank = pickRank(random);
    const given = households.slice(at, at + numbers[rank] - (random.chance(0.15) ? 1 : 0));
    helpers.push({
      ...person(random, names, village),
      rank,
      title: titles[rank],
      households: given,
    });
    at += given.length;
  }
  return helpers;
}

function person(
  random: Random,
  names: NameGiver,
  village: string,
): Omit<InventedHelper, 'rank' | 'title' | 'households'> {
  const people = pickPeople(random);
  const born = random.between(1962, 1991);
  const sex = random.chance(0.36) ? 'female' : 'male';
  return {
    name: names.surname(people === 'HAN' ? 'HAN' : people, random) + names.given(sex, born, random),
    unit: random.below(inventedUnits.length),
    area: village,
    home: random.chance(0.3) ? village : null,
    languages: people === 'HAN' ? [] : [people],
  };
}
