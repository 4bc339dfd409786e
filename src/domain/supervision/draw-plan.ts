// What is drawn, in stages: the plan of a campaign, made of a design of the pack with the sizes chosen
// within what it allows, or of one's own. A stage takes units inside each unit of the stage before it.
import { lengthOfLevel } from '#domain/kernel/area-code.ts';
import type { Bilingual } from '#domain/kernel/refusal.ts';
import type { SampleDesign } from '#domain/policy/pack/practice-schemas.ts';

export const areaUnits = ['city', 'county', 'township', 'village', 'hamlet', 'group'] as const;
export type AreaUnit = (typeof areaUnits)[number];
export type DrawUnit = AreaUnit | 'household';

export const digitsOf: Readonly<Record<AreaUnit, number>> = lengthOfLevel;

/** So many in each unit above, a share of them rounded up, or so many in all shared out by size. */
export type Take =
  | { readonly count: number }
  | { readonly share: number }
  | { readonly total: number };

export const drawManners = ['random', 'proportional', 'adjacent', 'all', 'chosen'] as const;
export type DrawManner = (typeof drawManners)[number];

export interface DrawStage {
  readonly unit: DrawUnit;
  readonly take: Take;
  readonly how: DrawManner;
  /** Codes, where people chose the units: the result then speaks of these alone. */
  readonly chosen?: readonly string[] | undefined;
}

/** Which households of the register are drawn from. */
export const populations = ['all', 'listed', 'unlisted', 'exited'] as const;
export type Population = (typeof populations)[number];

export interface DrawPlan {
  readonly area: string;
  readonly population: Population;
  readonly stages: readonly DrawStage[];
}

export interface PlanChoice {
  /** For each stage of the design a size; the most it allows where it is left out. */
  readonly sizes?: readonly (number | null)[] | undefined;
  readonly chosen?: readonly string[] | undefined;
}

export interface PlanProblem {
  readonly unit: DrawUnit;
  readonly least: number;
  readonly most: number;
  readonly given: number;
}

/** A design's stages as they are drawn. Units that people assign are those they name. */
export function stagesOf(
  design: SampleDesign,
  { sizes = [], chosen = [] }: PlanChoice,
): { readonly stages: readonly DrawStage[]; readonly problems: readonly PlanProblem[] } {
  const problems: PlanProblem[] = [];
  const stages = design.stages.map((stage, index): DrawStage => {
    const { unit, take, how } = stage;
    if ('share' in take) {
      return { unit, take, how: how === 'assigned' ? 'random' : manner(how, take.share) };
    }
    if (how === 'assigned' && unit !== 'household') {
      const given = chosen.length;
      if (given < 1) problems.push({ unit, least: 1, most: take.most, given });
      return { unit, take: { share: 1 }, how: 'chosen', chosen };
    }
    const count = sizes[index] ?? take.most;
    if (count < take.least || count > take.most) {
      problems.push({ unit, least: take.least, most: take.most, given: count });
    }
    return { unit, take: { count }, how: how === 'assigned' ? 'random' : how };
  });
  return { stages, problems };
}

/** Neighbours that swap are all of them: nothing is left to chance. */
function manner(how: 'random' | 'adjacent' | 'all', share: number): DrawManner {
  return how === 'adjacent' && share === 1 ? 'all' : how;
}

/** Whether the stages make a draw: areas from large to small, households last and once. */
export function planIsSound({ stages, area }: DrawPlan): boolean {
  const last = stages.at(-1);
  if (last === undefined || last.unit !== 'household') return false;
  let digits = area.length;
  for (const { unit, how, take } of stages.slice(0, -1)) {
    if (unit === 'household' || digitsOf[unit] < digits || 'total' in take) return false;
    if (digitsOf[unit] === digits && digits !== area.length) return false;
    if (how === 'proportional' && !('count' in take)) return false;
    digits = digitsOf[unit];
  }
  return last.how === 'random' || last.how === 'all';
}

export const unitWords: Readonly<Record<DrawUnit, Bilingual>> = {
  city: { zh: '市', en: 'city' },
  county: { zh: '县', en: 'county' },
  township: { zh: '乡镇', en: 'township' },
  village: { zh: '村', en: 'village' },
  hamlet: { zh: '屯', en: 'hamlet' },
  group: { zh: '村民小组', en: 'villager group' },
  household: { zh: '户', en: 'household' },
};
