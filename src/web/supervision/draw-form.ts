// What the wizard holds, and the parts of a plan it makes of it.
import type { PackDesign } from '#contract/supervision.ts';
import type { ChosenArea } from '#web/ui/area-field.tsx';

export interface DrawForm {
  readonly title: string;
  readonly area: ChosenArea;
  /** Empty for stages of one's own. */
  readonly design: string;
  readonly sizes: readonly (number | null)[];
  readonly chosen: readonly ChosenArea[];
  readonly manner: 'simple' | 'strata' | 'clusters';
  readonly total: number;
  readonly villages: number;
  readonly perVillage: number;
  readonly population: 'all' | 'listed' | 'unlisted' | 'exited';
  readonly right: number;
  readonly confidence: number;
  readonly teams: string;
  readonly askedAgain: readonly string[];
}

export const emptyForm: DrawForm = {
  title: '',
  area: { code: '', name: '' },
  design: '',
  sizes: [],
  chosen: [],
  manner: 'simple',
  total: 30,
  villages: 10,
  perVillage: 5,
  population: 'all',
  right: 98,
  confidence: 95,
  teams: '',
  askedAgain: [],
};

export function planPartsOf(form: DrawForm, design: PackDesign | undefined) {
  const claim = { right: form.right / 100, confidence: form.confidence / 100 };
  const { population } = form;
  if (design === undefined) return { stages: ownStagesOf(form), population, claim };
  return {
    design: design.id,
    sizes: design.stages.map((stage, at) => form.sizes[at] ?? stage.most),
    chosen: form.chosen.map(({ code }) => code),
    population,
    claim,
  };
}

function ownStagesOf({ manner, total, villages, perVillage }: DrawForm) {
  const household = { unit: 'household' as const, how: 'random' as const };
  if (manner === 'simple') return [{ ...household, take: { total } }];
  if (manner === 'strata') {
    return [
      { unit: 'township' as const, how: 'all' as const, take: { share: 1 } },
      { ...household, take: { total } },
    ];
  }
  return [
    { unit: 'village' as const, how: 'proportional' as const, take: { count: villages } },
    { ...household, take: { count: perVillage } },
  ];
}
