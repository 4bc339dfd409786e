// The stages of areas of a draw, one after another: the database counts the units of a level, the domain
// picks among them. Serves the preview, the draw and its proof.
import { areaCode } from '#domain/kernel/area-code.ts';
import {
  type Allotted,
  allot,
  spread,
  sumUnits,
  unitDigits,
} from '#domain/supervision/draw-households.ts';
import { type DrawPlan, digitsOf } from '#domain/supervision/draw-plan.ts';
import { type Picked, pickUnits, type Unit, wholeOf } from '#domain/supervision/draw-units.ts';
import type { Tx } from '#server/database/connect.ts';
import { countUnitsOf } from './draw.store.ts';

export interface Selected {
  readonly units: readonly Allotted[];
  readonly digits: number;
  readonly frame: number;
  /** Villages whose households have to be known one by one to draw again. */
  readonly listed: readonly string[];
  readonly stages: readonly {
    readonly unit: string;
    readonly taken: number;
    readonly of: number;
  }[];
}

/** Counts the units of a level inside areas: of the register as it is, or of a frame that was kept. */
export type CountUnits = (digits: number, within: readonly string[]) => Promise<readonly Unit[]>;

export async function selectUnits(
  plan: DrawPlan,
  { seed, villages, count }: SelectAsked,
): Promise<Selected> {
  const frame = villages.reduce((sum, { households }) => sum + households, 0);
  let picked: readonly Picked[] = [wholeOf(plan.area, frame)];
  let listed: readonly string[] | undefined;
  const stages: { unit: string; taken: number; of: number }[] = [];
  for (const stage of plan.stages.slice(0, -1)) {
    if (stage.unit === 'household') continue;
    const digits = digitsOf[stage.unit];
    if (digits > digitsOf.village) listed ??= villagesIn(picked, villages);
    const units =
      digits <= digitsOf.village
        ? sumUnits(villages, digits)
        : await count(
            digits,
            picked.map(({ code }) => code),
          );
    const among = pickUnits({ ...stage, how: 'all' }, picked, { units, seed });
    picked = stage.how === 'all' ? among : pickUnits(stage, picked, { units, seed });
    stages.push({ unit: stage.unit, taken: picked.length, of: among.length });
  }
  const units = spread(allot(plan, picked), { villages, seed });
  const taken = units.reduce((sum, { take }) => sum + take, 0);
  const of = picked.reduce((sum, { households }) => sum + households, 0);
  stages.push({ unit: 'household', taken, of });
  listed ??= units.map(({ code }) => code.slice(0, digitsOf.village));
  return { units, digits: unitDigits(plan), frame, stages, listed: [...new Set(listed)] };
}

export interface SelectAsked {
  readonly seed: string;
  readonly villages: readonly Unit[];
  readonly count: CountUnits;
}

/** As the register stands now. */
export function countNow(tx: Tx, plan: DrawPlan): CountUnits {
  const asked = { area: areaCode(plan.area), population: plan.population };
  return (digits, within) => countUnitsOf(tx, asked, { digits, within });
}

function villagesIn(picked: readonly Picked[], villages: readonly Unit[]): readonly string[] {
  const every = { unit: 'village', take: { share: 1 }, how: 'all' } as const;
  return pickUnits(every, picked, { units: villages, seed: '' }).map(({ code }) => code);
}
