// What kind of value a rule must give at the place where it stands: points are numbers, everything else
// is yes or no.

import type { Wanted } from '#domain/policy/expression-scope.ts';
import type { Path } from '#domain/policy/pack/read-yaml.ts';

export function wantedAt(path: Path): Wanted {
  const key = path.at(-1);
  if (key === 'by') return { type: 'number' };
  if (key === 'rule' && path.at(-2) === 'points') return { type: 'number', unit: { point: 1 } };
  return { type: 'boolean' };
}
