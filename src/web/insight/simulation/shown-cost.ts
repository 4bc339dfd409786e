// Money of a whole area: Chinese in units of ten thousand yuan, as budgets write it, English in whole yuan.
import type { Language } from '#domain/kernel/refusal.ts';
import { exactNumber } from '#web/text/number.ts';

export function shownCost(fen: number | null, language: Language): string {
  if (fen === null) return '—';
  return language === 'en' ? exactNumber(Math.round(fen / 100)) : exactNumber(fen / 1_000_000, 2);
}
