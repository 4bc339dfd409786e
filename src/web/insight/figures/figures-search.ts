// The address of the page of figures: one pack or one's own, one verdict or all, the claim that is open.

import type { ClaimSummary } from '#contract/insight-figures.ts';

export interface FiguresSearch {
  readonly pack?: string;
  readonly verdict?: ClaimSummary['verdict'];
  /** `huanjiang-2016.oneBaseForThree` */
  readonly claim?: string;
}

/** Worst first, as the list is ordered. */
export const verdictOrder = [
  'DISAGREE',
  'SUSPECT',
  'OVERLAP',
  'DIFFERENT_MEASURES',
  'UNDETERMINED',
  'AGREE_CONDITIONAL',
  'DESIGN_BOUND',
  'AGREE',
  'PLAUSIBLE',
  'DERIVED',
] as const satisfies readonly ClaimSummary['verdict'][];

export function readFiguresSearch(search: Record<string, unknown>): FiguresSearch {
  const { pack, verdict, claim } = search;
  return {
    pack: typeof pack === 'string' && /^[a-z0-9-]{1,60}$/.test(pack) ? pack : undefined,
    verdict: verdictOrder.find((one) => one === verdict),
    claim:
      typeof claim === 'string' && /^[a-z0-9-]{1,60}\.[A-Za-z0-9]{1,60}$/.test(claim)
        ? claim
        : undefined,
  };
}

export function claimKey({ pack, id }: { readonly pack: string; readonly id: string }): string {
  return `${pack}.${id}`;
}
