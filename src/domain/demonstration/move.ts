// The move of an invented household that is relocated: the day it came into a new house, what that house is, and the
// event that tells it. By a chance of its own, so that the rest of the village is the same whoever moves.

import { countyNumberOf } from '#domain/kernel/area-code.ts';
import { makeId } from '#domain/kernel/id.ts';
import { addDays, type PlainDate, plainDate, yearOf } from '#domain/kernel/plain-date.ts';
import type { FieldChange } from '#domain/registry/event.ts';
import type { LaterEvent } from '#domain/registry/household.ts';
import type { Calibration } from './calibration.ts';
import type { Dwelling } from './dwelling.ts';
import type { Failing } from './income-years.ts';
import { type Items, itemsOfHouse } from './items.ts';
import { isExitMet } from './people.ts';
import type { Staff } from './place.ts';
import type { Slot } from './plan.ts';
import { type Random, randomOf } from './random.ts';
import { millisecondsOf, recordedAt } from './timeline.ts';

type NewHouse = Pick<Dwelling, 'houseArea' | 'houseStructure' | 'houseBuiltYear' | 'houseGrade'>;

interface Move {
  readonly house: NewHouse;
  readonly items: Items;
  readonly event: LaterEvent;
}

interface MoveWish {
  readonly slot: Slot;
  readonly failing: Failing | null;
  /** What was lived in before. */
  readonly surveyed: Dwelling;
}

/** Who is to be relocated and meets the standard has moved, and half of the others; nobody whose house was found wanting. */
export function moveOf(
  { slot, failing, surveyed }: MoveWish,
  {
    calibration: { seed, today },
    staff,
  }: { readonly calibration: Calibration; readonly staff: Staff },
): Move | undefined {
  if (slot.measure !== 'RELOCATION' || failing === 'HOUSE') return undefined;
  const random = randomOf(`${seed} moving ${slot.village} ${slot.serial}`);
  if (!isExitMet(slot) && !random.chance(0.5)) return undefined;
  const on = dayOfMove(today, random);
  const house = inventNewHouse(slot.members, yearOf(on), random);
  const recorded = recordedAt(on, { random, today, daysLate: 2 });
  const event: LaterEvent = {
    id: makeId({
      county: countyNumberOf(slot.township) ?? 0,
      milliseconds: millisecondsOf(recorded),
      random: random.bytes(7),
    }),
    kind: 'household.changed',
    trueFrom: on,
    recordedAt: recorded,
    author: null,
    authorName: staff.secretary,
    source: 'visit',
    changes: changesOf(surveyed, house),
  };
  return { house, items: itemsOfHouse(house, random), event };
}

/** After the measures were planned, and before anybody applies for exit. */
function dayOfMove(today: PlainDate, random: Random): PlainDate {
  return addDays(plainDate(`${yearOf(today)}-04-01`), random.between(0, 34));
}

/** New, sound, and no larger than 25 square metres a head. */
function inventNewHouse(members: number, builtYear: number, random: Random): NewHouse {
  return {
    houseArea: members * random.between(20, 25),
    houseStructure: random.chance(0.7) ? 'BRICK_CONCRETE' : 'FRAME',
    houseBuiltYear: builtYear,
    houseGrade: 'A',
  };
}

function changesOf(before: Dwelling, after: NewHouse): readonly FieldChange[] {
  return (Object.keys(after) as (keyof NewHouse)[])
    .filter((field) => before[field] !== after[field])
    .map((field) => ({ field, from: before[field], to: after[field] }));
}
