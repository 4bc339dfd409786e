// The address of the planning board.
import { text } from '#web/shell/address-query.ts';

export function readBoardViewSearch(search: Record<string, unknown>): { readonly area?: string } {
  const area = text(search.area);
  return area === undefined ? {} : { area };
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
