// The address of exploring: everything that is asked stands in it, so that a link shows the same.
import { text } from '#web/shell/address-query.ts';

/** Conditions on features, which another indicator may not know. */
export const features = [
  'stage',
  'cause',
  'attribute',
  'measure',
  'band',
  'size',
  'grade',
  'rule',
  'process',
  'purpose',
  'source',
] as const;

/** Names of the query of GET /api/insight/explore, all as text. */
const names = [
  'area',
  'indicator',
  'rows',
  'columns',
  'from',
  'to',
  'form',
  'masked',
  ...features,
  'shared',
] as const;

export type ExploreSearch = Readonly<Partial<Record<(typeof names)[number], string>>>;

export function readExploreSearch(search: Record<string, unknown>): ExploreSearch {
  return Object.fromEntries(names.map((name) => [name, text(search[name])]));
}

export interface MovedSearch {
  readonly area?: string;
  readonly what?: string;
  readonly from?: string;
  readonly to?: string;
}

export function readMovedSearch(search: Record<string, unknown>): MovedSearch {
  return {
    area: text(search.area),
    what: text(search.what),
    from: text(search.from),
    to: text(search.to),
  };
}

export type Feature = (typeof features)[number];

export function isFeature(name: string): name is Feature {
  return (features as readonly string[]).includes(name);
}
