// The address of the leads: which tab, where they stand, how late, which list's pairs.
import { type ClockColour, clockColours } from '#domain/casework/case-clock.ts';
import { type LeadState, leadStates } from '#domain/targeting/comparison/lead.ts';

export const comparisonTabs = ['leads', 'pairs', 'sources'] as const;
export type ComparisonTab = (typeof comparisonTabs)[number];

export interface ComparisonSearch {
  readonly section?: ComparisonTab;
  readonly stands?: LeadState;
  readonly colour?: ClockColour;
  readonly source?: string;
  readonly of?: string;
}

export function readComparisonSearch(search: Record<string, unknown>): ComparisonSearch {
  const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);
  return {
    section: comparisonTabs.find((one) => one === search.section),
    stands: leadStates.find((one) => one === search.stands),
    colour: clockColours.find((one) => one === search.colour),
    source: text(search.source),
    of: text(search.of),
  };
}
