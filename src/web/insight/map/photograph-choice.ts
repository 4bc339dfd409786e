// Photographs under what is chosen, and the place that a photograph chooses.
import type { LinkedView, MapPhotographs } from '#contract/insight-map.ts';
import { areaCode, parentOf } from '#domain/kernel/area-code.ts';
import { chosenDimensions, sharesOf } from './linked-counts.ts';
import type { MapSearch } from './map-search.ts';

export type Place = MapPhotographs['places'][number];
type Photograph = MapPhotographs['photographs'][number];

export interface ShownPhotograph extends Omit<Photograph, 'place'> {
  readonly place: Place;
}

/** Of the place, of the month, and where a household of the chosen kind lives. */
export function photographsUnder(
  { places, photographs }: MapPhotographs,
  view: LinkedView,
  search: MapSearch,
): readonly ShownPhotograph[] {
  const { part, month } = search;
  const living =
    chosenDimensions(search).length === 0
      ? undefined
      : new Set(
          sharesOf(view, { ...search, month: undefined } as MapSearch, 'listed').flatMap(
            ({ n }, index) => (n > 0 ? [view.parts[index]?.code] : []),
          ),
        );
  return photographs.flatMap((one) => {
    const place = places[one.place];
    if (place === undefined) return [];
    const isThere = part === undefined || place.code.startsWith(part);
    const isThen = month === undefined || one.on.startsWith(month);
    const isTheirs = living === undefined || place.part === null || living.has(place.part);
    return isThere && isThen && isTheirs ? [{ ...one, place }] : [];
  });
}

/** What of the address a place changes: the area one sees it in, and itself as the part that is chosen. */
export function placeChoice(area: string, place: string): Pick<MapSearch, 'area' | 'part'> {
  if (place === area) return { part: undefined };
  const above = parentOf(areaCode(place)) ?? area;
  return above === area ? { part: place } : { area: above, part: place };
}
