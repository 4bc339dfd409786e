// The address of the planning board: what lies under it and which scenario is laid over it can be sent.
import { text } from '#web/shell/address-query.ts';

export interface BoardViewSearch {
  readonly area?: string;
  /** Squares or the ground, where the county has outlines and somebody wants the other one. */
  readonly base?: 'squares' | 'ground';
  /** The picture of the ground. */
  readonly layer?: string;
  /** The kept trial of the rules that is laid over the board. */
  readonly trial?: string;
}

export function readBoardViewSearch(search: Record<string, unknown>): BoardViewSearch {
  return {
    area: text(search.area),
    base: (['squares', 'ground'] as const).find((one) => one === search.base),
    layer: text(search.layer),
    trial: text(search.trial),
  };
}

/** Years one may plan for: this one and the four after it. */
export function plannedYears(today: string): readonly number[] {
  const year = Number(today.slice(0, 4));
  return [0, 1, 2, 3, 4].map((more) => year + more);
}

/** So many months after a day, as YYYY-MM. */
export function monthAhead(today: string, months: number): string {
  const [year = 0, month = 1] = today.split('-').map(Number);
  const counted = year * 12 + month - 1 + months;
  return `${Math.floor(counted / 12)}-${String((counted % 12) + 1).padStart(2, '0')}`;
}
