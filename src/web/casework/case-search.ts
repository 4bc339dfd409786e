// The address of the queue: whose, which process and step, how late.
import { type ClockColour, clockColours } from '#domain/casework/case-clock.ts';

export interface CaseSearch {
  readonly whose?: 'all';
  readonly process?: string;
  readonly step?: string;
  readonly colour?: ClockColour;
}

export function readCaseSearch(search: Record<string, unknown>): CaseSearch {
  const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);
  return {
    whose: search.whose === 'all' ? 'all' : undefined,
    process: text(search.process),
    step: text(search.step),
    colour: clockColours.find((one) => one === search.colour),
  };
}

/** The address of the pipeline: which process is drawn. */
export function readPipelineSearch(search: Record<string, unknown>): { readonly process?: string } {
  const { process } = search;
  return { process: typeof process === 'string' && process !== '' ? process : undefined };
}
