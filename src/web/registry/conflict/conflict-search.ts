// The address of the queue of disagreements: whose they are, and of which kind.

export const conflictOwners = ['village', 'township', 'county'] as const;
export const conflictKinds = ['value', 'identity', 'identity-elsewhere'] as const;

export interface ConflictSearch {
  readonly owner?: (typeof conflictOwners)[number];
  readonly kind?: (typeof conflictKinds)[number];
}

export function readConflictSearch(search: Record<string, unknown>): ConflictSearch {
  return {
    owner: conflictOwners.find((owner) => owner === search.owner),
    kind: conflictKinds.find((kind) => kind === search.kind),
  };
}
