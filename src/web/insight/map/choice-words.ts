// What is chosen, in words and as the filter of the household list.
import type { LinkedView } from '#contract/insight-map.ts';
import { useText } from '#web/text/catalogue.ts';
import { exactNumber } from '#web/text/number.ts';
import type { ListFilter } from '../list-link.tsx';
import { chosenDimensions } from './linked-counts.ts';
import { type Dimension, type Indicator, keyOf, type MapSearch } from './map-search.ts';
import { mapTexts } from './texts.ts';

export type ChoiceWords = (by: Dimension, key: string) => string;

export function useChoiceWords(view: LinkedView): ChoiceWords {
  const text = useText(mapTexts);
  return (by, key) => {
    if (key === '') return text('unwritten');
    if (by === 'stage') return text.has(key) ? text(key) : key;
    if (by === 'band')
      return text('bandOf', { from: exactNumber(Number(key)), to: exactNumber(Number(key) + 500) });
    const named = view.names[by][key];
    return named === undefined ? key : text.pick(named);
  };
}

/** The list of what is chosen; of an indicator, where one filter says it. */
export function choiceFilter(
  search: MapSearch,
  asks: Indicator | 'chosen',
  view: LinkedView,
): ListFilter | undefined {
  if (asks === 'late') return undefined;
  const filter: Record<string, string> = { registered: 'true' };
  for (const one of chosenDimensions(search)) {
    const key = keyOf(search[one] ?? '');
    if (one === 'band') Object.assign(filter, bandFilter(key));
    else filter[one] = key === '' ? 'none' : key;
  }
  if (asks === 'poor') filter.stage = 'LISTED,EXIT_APPLIED,EXIT_VERIFIED,EXIT_STANDARD';
  if (asks === 'waiting') filter.stage = 'EXIT_APPLIED';
  if (asks === 'announced') filter.stage = 'EXIT_ANNOUNCED';
  if (asks === 'belowLine') {
    filter.incomeBelow = String(Math.floor((view.povertyLineYuan ?? 0) / 500) * 500);
  }
  return filter;
}

function bandFilter(key: string): Readonly<Record<string, string>> {
  if (key === '') return { incomeUnknown: 'true' };
  return { incomeFrom: key, incomeBelow: String(Number(key) + 500) };
}
