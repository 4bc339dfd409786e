// Money of a whole area: in units of ten thousand yuan, as budgets write it.
import { exactNumber } from '#web/text/number.ts';

export function shownTenThousand(fen: number | null): string {
  return fen === null ? '—' : exactNumber(fen / 1_000_000, 2);
}
