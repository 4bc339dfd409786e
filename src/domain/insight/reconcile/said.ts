// A sentence and the question that follows from it, in both languages.

import type { Bilingual } from '#domain/kernel/refusal.ts';

export interface ReasonWords {
  readonly says: Bilingual;
  readonly asks: Bilingual | null;
}

export function said(zh: string, en: string, askZh?: string, askEn?: string): ReasonWords {
  const asks = askZh === undefined || askEn === undefined ? null : { zh: askZh, en: askEn };
  return { says: { zh, en }, asks };
}
