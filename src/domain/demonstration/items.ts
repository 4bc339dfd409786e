// The 39 items of the county that the national form does not ask, slot by slot as the pack's form
// forms/items.yaml numbers them. What follows from the members or the house is computed from them; the
// rest leans on the household's means. Hardly any registered household meets a veto, some others do.

import type { PersonRecord } from '#domain/registry/household.ts';
import type { Dwelling } from './dwelling.ts';
import type { MemberState } from './member.ts';
import type { Slot } from './plan.ts';
import type { Random } from './random.ts';

export interface ItemWish {
  readonly slot: Slot;
  readonly means: number;
  readonly registered: boolean;
  readonly met: boolean;
  readonly members: readonly {
    readonly age: number;
    readonly state: MemberState;
    readonly record: PersonRecord;
  }[];
  readonly dwelling: Dwelling;
}

/** By slot number from 1. */
export type Items = Readonly<Record<number, number>>;

export function inventItems(wish: ItemWish, random: Random): Items {
  const { dwelling, members, registered } = wish;
  const vehicle = vehicleOf(wish, random);
  const stock = stockOf(wish, random);
  const fields = fieldsOf(wish, random);
  const road = hamletRoadOf(wish, random);
  const insured = members.filter((each) => each.record.values.medicalInsurance === true).length;
  const pensioned = members.filter((each) => each.record.values.pensionInsurance === true);
  const skilled = members.filter((each) => each.state.labour === 'SKILLED').length;
  const away = random.chance(registered ? 0.002 : 0.03) ? random.between(1, 5) : 0;
  return {
    1: levelOf(rankOf(wish, random), [-0.45, 1.2]),
    2: storeysOf(dwelling, random),
    3: yes(random.chance(registered ? 0.001 : 0.05)),
    4: vehicle,
    5: machineryOf(vehicle, random),
    6: appliancesOf(wish, random),
    7: levelOf(rankOf(wish, random), [-0.7, 0.9]),
    8: yes(random.chance(registered ? 0.001 : 0.05)),
    9: yes(random.chance(registered ? 0.001 : 0.06)),
    10: away,
    11: yes(random.chance(wish.slot.cause === 'MOTIVATION' ? 0.02 : 0.001)),
    12: yes(random.chance(registered ? 0.002 : 0.01)),
    13: stock.pigs,
    14: stock.cattle,
    15: stock.poultry,
    16: fields.mulberry,
    17: fields.sugarcane,
    18: fields.fruit,
    19: fields.let,
    20: debtsOf(wish, random),
    21: schoolingOf(members),
    22: medicalOf(members, random),
    23: 0,
    24: insured,
    25: pensioned.length,
    26: dwelling.drinkingWater === 'TAP' ? 2 : yes(random.chance(0.7)),
    27: road,
    28: Math.min(members.filter((each) => each.age >= 14 && each.age < 60).length, random.below(5)),
    29: yes(rankOf(wish, random) > 0.9),
    30: wish.slot.cause === 'MOTIVATION' ? 0 : random.chance(0.4) ? 1 : 2,
    31: skilled + yes(random.chance(0.2)),
    32: yes(wish.met || random.chance(registered ? 0.35 : 0.9)),
    33: soundOf(dwelling),
    34: yes(insured === members.length),
    35: 1,
    36: yes(road > 0),
    37: yes(dwelling.waterSafe),
    38: yes(dwelling.electricity !== 'NONE'),
    39: yes(dwelling.television),
  };
}

function yes(holds: boolean): 0 | 1 {
  return holds ? 1 : 0;
}

function rankOf({ means, met }: ItemWish, random: Random): number {
  return means + 0.55 * random.normal() + (met ? 0.25 : 0);
}

/** How many of the bounds a rank has passed. */
function levelOf(rank: number, bounds: readonly number[]): number {
  return bounds.filter((bound) => rank > bound).length;
}

type House = Pick<Dwelling, 'houseStructure' | 'houseGrade'>;

/** What is asked about a house, of one that was moved into later. */
export function itemsOfHouse(house: House, random: Random): Items {
  return { 2: storeysOf(house, random), 33: soundOf(house) };
}

function soundOf({ houseGrade }: House): number {
  return yes(houseGrade === 'A' || houseGrade === 'B');
}

function storeysOf({ houseStructure }: House, random: Random): number {
  if (houseStructure === 'FRAME') return random.between(2, 4);
  if (houseStructure === 'BRICK_CONCRETE') return random.between(1, 3);
  return 1;
}

function vehicleOf(wish: ItemWish, random: Random): number {
  const level = levelOf(rankOf(wish, random), [-0.55, 0.6, 1.5]);
  return wish.registered ? Math.min(level, random.chance(0.004) ? 3 : 2) : level;
}

/** A car is worth 30,000 yuan more often than not; a farm vehicle of that worth is rare. */
function machineryOf(vehicle: number, random: Random): number {
  switch (vehicle) {
    case 0:
      return yes(random.chance(0.15));
    case 1:
      return 1;
    case 2:
      return random.chance(0.6) ? 1 : 2;
    default:
      return random.chance(0.7) ? 3 : 2;
  }
}

function appliancesOf(wish: ItemWish, random: Random): number {
  const count = Math.round(3 + 1.6 * rankOf(wish, random));
  const least = wish.dwelling.television ? 1 : 0;
  return Math.max(least, Math.min(9, count));
}

function stockOf(wish: ItemWish, random: Random) {
  const able = wish.members.some((each) => ['NORMAL', 'SKILLED'].includes(each.state.labour));
  const rank = rankOf(wish, random);
  return {
    pigs: able ? Math.max(0, Math.round(3.2 + 2.6 * rank + 1.5 * random.normal())) : 0,
    cattle: able && rank > -0.2 && random.chance(0.5) ? random.between(1, rank > 1 ? 5 : 2) : 0,
    poultry: Math.max(0, Math.round(12 + 8 * random.normal())),
  };
}

function fieldsOf({ dwelling }: ItemWish, random: Random) {
  const whole = Math.floor(dwelling.arableLand);
  const mulberry = random.chance(0.35) ? random.below(whole + 1) : 0;
  const sugarcane = random.chance(0.2) ? random.below(whole - mulberry + 1) : 0;
  return {
    mulberry,
    sugarcane,
    fruit: Math.floor(dwelling.orchardLand),
    let: random.chance(0.12) ? random.below(whole - mulberry - sugarcane + 1) : 0,
  };
}

function hamletRoadOf({ dwelling, met }: ItemWish, random: Random): number {
  const { roadSurface } = dwelling;
  if (roadSurface === 'CONCRETE' || roadSurface === 'ASPHALT') return 2;
  if (roadSurface === 'GRAVEL') return random.chance(0.35) ? 2 : 1;
  return met || random.chance(0.45) ? 1 : 0;
}

/** 0 is the heaviest debt, 3 none at all. */
function debtsOf(wish: ItemWish, random: Random): number {
  return levelOf(rankOf(wish, random) + 0.3 * random.normal(), [-1.5, -0.5, 0.6]);
}

function schoolingOf(members: ItemWish['members']): number {
  const stages = members.map((each) => each.state.schoolStage);
  if (stages.some((stage) => /^(COLLEGE|UNIVERSITY|POSTGRADUATE)/.test(stage))) return 0;
  if (stages.some((stage) => /^(SENIOR|VOCATIONAL|TECHNICAL)/.test(stage))) return 1;
  return stages.some((stage) => stage !== 'NOT_IN_SCHOOL') ? 2 : 3;
}

function medicalOf(members: ItemWish['members'], random: Random): number {
  const conditions = members.flatMap((each) => each.state.health);
  if (conditions.includes('SEVERE')) return yes(random.chance(0.6));
  if (conditions.includes('CHRONIC')) return random.between(1, 2);
  return random.chance(0.4) ? 2 : 3;
}
