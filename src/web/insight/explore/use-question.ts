// The address as the query of GET /api/insight/explore: what the address holds that no question knows is
// told by the server's refusal, in words.
import type { Sent } from '#web/client/api.ts';
import type { ExploreSearch } from './explore-search.ts';

type Query = NonNullable<Sent<'GET /api/insight/explore'>['query']>;

export function questionOf({ shared: _shared, ...question }: ExploreSearch): Query {
  return question as Query;
}

/** What a view keeps: the question without the area it is asked of. */
export function keptQuestion(search: ExploreSearch): Record<string, string> {
  const { shared: _shared, area: _area, masked: _masked, ...question } = search;
  return Object.fromEntries(
    Object.entries(question).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value]],
    ),
  );
}
