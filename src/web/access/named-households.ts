// Households somebody pasted, one a line: codes, or addresses of household pages that hold one.

const id = /[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/;

export interface NamedHouseholds {
  readonly ids: readonly string[];
  /** First line that holds none, counted from one. */
  readonly bad?: { readonly line: number; readonly text: string };
}

export function readNamedHouseholds(pasted: string): NamedHouseholds {
  const ids = new Set<string>();
  let bad: NamedHouseholds['bad'];
  for (const [index, raw] of pasted.split('\n').entries()) {
    const text = raw.trim();
    const found = id.exec(text.toLowerCase())?.[0];
    if (found !== undefined) ids.add(found);
    else if (text !== '') bad ??= { line: index + 1, text };
  }
  return { ids: [...ids], ...(bad === undefined ? {} : { bad }) };
}
