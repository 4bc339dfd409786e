// What somebody typed into an area search, and in which order the answers stand. Digits are a code,
// Latin letters are pinyin or its initials, everything else is part of a name; several words narrow
// one another (环江 中山). Nothing here looks at more than it is given.

import type { AreaLevel } from '#domain/kernel/area-code.ts';
import { foldLatin } from '#domain/registry/pinyin.ts';

export type AreaQuery =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'code'; readonly digits: string }
  | { readonly kind: 'latin'; readonly key: string }
  /** `name` must be in the area's own name, every word of `within` in its full name. */
  | { readonly kind: 'name'; readonly name: string; readonly within: readonly string[] };

export function areaQueryOf(text: string): AreaQuery {
  const typed = text.normalize('NFKC').trim();
  if (typed === '') return { kind: 'nothing' };
  if (/^\d+$/.test(typed)) return { kind: 'code', digits: typed };
  const latin = foldLatin(typed);
  if (latin !== '' && !/\p{Script=Han}/u.test(typed)) return { kind: 'latin', key: latin };
  const words = typed.split(/\s+/);
  const name = words.pop() ?? '';
  return { kind: 'name', name, within: words };
}

export interface FoundArea {
  readonly code: string;
  readonly name: string;
  readonly level: AreaLevel;
  readonly pinyin: string;
  readonly initials: string;
}

/** Exact before beginning before contained, higher levels first, then by code. */
export function rankAreas<Found extends FoundArea>(
  found: readonly Found[],
  query: AreaQuery,
): readonly Found[] {
  const place = (area: Found) => closeness(area, query) * 100 + area.code.length;
  return [...found].sort((left, right) => {
    const apart = place(left) - place(right);
    if (apart !== 0) return apart;
    return left.code < right.code ? -1 : 1;
  });
}

function closeness(area: FoundArea, query: AreaQuery): number {
  switch (query.kind) {
    case 'nothing':
      return 0;
    case 'code':
      return area.code === query.digits ? 0 : 1;
    case 'latin':
      if (area.pinyin === query.key || area.initials === query.key) return 0;
      return area.pinyin.startsWith(query.key) || area.initials.startsWith(query.key) ? 1 : 2;
    case 'name':
      if (area.name === query.name) return 0;
      return area.name.startsWith(query.name) ? 1 : 2;
  }
}
