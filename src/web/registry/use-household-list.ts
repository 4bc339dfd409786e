// What the household list shows, read from its address: conditions, order, the place it is about, and
// the ways to change them.

import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMe } from '#web/access/me.ts';
import { usePages, useRead } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import type { ChosenArea } from '#web/ui/area-field.tsx';
import { segmentRows } from './household-list-end.tsx';
import { filtersOf, type HouseholdListSearch, withoutFilters } from './household-list-search.ts';
import { householdListTexts } from './household-list-texts.ts';

type Address = HouseholdListSearch & { readonly area?: string };

export function useHouseholdList() {
  const me = useMe();
  const navigate = useNavigate();
  const search = useSearch({ from: '/frame/households' });
  const { area, sort = 'householdNo', cursor } = search;
  const filters = filtersOf(search);
  const query = { ...filters, area, sort, limit: segmentRows, ...(cursor && { cursor }) };
  const households = usePages('GET /api/registry/households', { query });
  const count = useRead('GET /api/registry/households/count', { query: { ...filters, area } });
  const go = (next: Address, replace: boolean) =>
    void navigate({
      to: '/households',
      search: (before) => ({ ...before, ...next }),
      // What to look at is worth a step back; each row that was looked at is not.
      replace,
      resetScroll: !replace,
    });
  return {
    search,
    filters,
    sort,
    households,
    count,
    here: useHere(),
    /** Whether the area is one somebody chose, and not simply one's own. */
    narrowed: area !== undefined && area !== me.area.code,
    change: (next: Address) => go(next, false),
    open: (id: string | undefined) => go({ open: id }, true),
    /** One's own area is no area in the address. */
    enter: (code: string) =>
      go({ area: code === me.area.code ? '' : code, cursor: undefined }, false),
    clear: () => go({ ...withoutFilters(), area: '' }, false),
  };
}

export type HouseholdList = ReturnType<typeof useHouseholdList>;

/** The area the list is about, by name. */
function useHere(): ChosenArea {
  const me = useMe();
  const text = useText(householdListTexts);
  const { area } = useSearch({ from: '/frame/households' });
  const named = useRead(
    'GET /api/registry/areas/:area',
    { params: { area: area ?? '' }, query: {} },
    { enabled: area !== undefined, keep: true },
  );
  if (area === undefined) {
    const { areas } = me;
    if (areas.length < 2) return me.area;
    return { code: me.area.code, name: areas.map(({ name }) => name).join(text.marks.list) };
  }
  return { code: area, name: named.data?.name ?? (named.error === null ? '…' : area) };
}
