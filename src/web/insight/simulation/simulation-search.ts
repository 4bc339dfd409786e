// The address of a simulation: two sets of changes beside the rules as they are, which of them is being
// changed, of which day the rules are, and how near is near. What stands in it can be sent to somebody.
import type { Change } from '#domain/insight/simulation/change.ts';

export const slots = ['b', 'c'] as const;
export type Slot = (typeof slots)[number];

export interface SimulationSearch {
  /** Changes as JSON, the way the address carries them. */
  readonly b?: string;
  readonly c?: string;
  readonly see?: Slot;
  /** A draft of a pack that the changes are laid over. */
  readonly draft?: string;
  readonly on?: string;
  readonly margin?: number;
}

export const usualMargin = 1;

export function readSimulationSearch(search: Record<string, unknown>): SimulationSearch {
  const margin = Number(search.margin);
  return {
    b: changesText(changesIn(search.b)),
    c: changesText(changesIn(search.c)),
    see: slots.find((slot) => slot === search.see),
    draft: typeof search.draft === 'string' && search.draft !== '' ? search.draft : undefined,
    on:
      typeof search.on === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(search.on)
        ? search.on
        : undefined,
    margin: Number.isFinite(margin) && margin > 0 && margin <= 50 ? margin : undefined,
  };
}

export function changesText(changes: readonly Change[]): string | undefined {
  return changes.length === 0 ? undefined : JSON.stringify(changes);
}

const kinds: readonly string[] = ['cutOff', 'parameter', 'weight', 'points', 'veto', 'benefit'];

/** Whether each change holds is for the server to say; here only what is no change at all is dropped. */
export function changesIn(value: unknown): readonly Change[] {
  const list = typeof value === 'string' ? listIn(value) : [];
  return list.filter(
    (one): one is Change =>
      typeof one === 'object' && one !== null && 'kind' in one && kinds.includes(String(one.kind)),
  );
}

function listIn(text: string): readonly unknown[] {
  try {
    const read: unknown = JSON.parse(text);
    return Array.isArray(read) ? read : [];
  } catch {
    return [];
  }
}
