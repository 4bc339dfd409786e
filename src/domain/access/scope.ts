// What one request may see: a bounding range of area codes, and inside it either several spans (a
// supervisor of two townships) or an explicit set of households (a helper, a household). The
// database applies it to every row; the application never widens it. Design section 4a.

import { type AreaCode, type AreaSpan, isInSpan, spanOf } from '#domain/kernel/area-code.ts';

export interface Scope {
  readonly low: string;
  readonly high: string;
  /** Empty when the bounding range is the scope itself. */
  readonly spans: readonly AreaSpan[];
  /** Null when every household of the area may be seen. */
  readonly households: readonly string[] | null;
  readonly account: string | null;
}

/** The scope of areas given as codes; no codes means nothing at all. */
export function scopeOfAreas(codes: readonly AreaCode[], account: string | null): Scope {
  const spans = codes.map(spanOf).sort((left, right) => (left.low < right.low ? -1 : 1));
  const first = spans[0];
  if (first === undefined) return { low: ':', high: ':', spans: [], households: null, account };
  const high = spans.reduce((max, span) => (span.high > max ? span.high : max), first.high);
  return {
    low: first.low,
    high,
    spans: spans.length === 1 ? [] : spans,
    households: null,
    account,
  };
}

/** The work of the system itself: migrations, compaction, sealing. Never taken from a request. */
export const everything: Scope = { low: '', high: ':', spans: [], households: null, account: null };

export function isInScope(code: string, scope: Scope): boolean {
  if (!isInSpan(code, scope)) return false;
  return scope.spans.length === 0 || scope.spans.some((span) => isInSpan(code, span));
}
