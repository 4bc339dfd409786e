// The address of an explanation: the day it is read as of, by which knowledge, and the stored run whose
// score is meant.

export interface WhySearch {
  readonly on?: string | undefined;
  readonly known?: 'then' | 'now' | undefined;
  readonly run?: string | undefined;
}

export function readWhySearch(search: Record<string, unknown>): WhySearch {
  const { on, known, run } = search;
  return {
    on: typeof on === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(on) ? on : undefined,
    known: known === 'now' ? 'now' : undefined,
    run: typeof run === 'string' && /^[0-9a-f-]{36}$/.test(run) ? run : undefined,
  };
}
