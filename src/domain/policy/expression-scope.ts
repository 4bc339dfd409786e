// What a rule may name on one day, and what the place where it stands asks of it.

import type { Bilingual } from '#domain/kernel/refusal.ts';
import type {
  BoundParameter,
  CheckedRule,
  FactDeclaration,
} from '#domain/policy/expression-rule.ts';
import type { Unit } from '#domain/policy/expression-unit.ts';
import type { ValueType } from '#domain/policy/expression-value.ts';

export interface Scope {
  readonly facts: ReadonlyMap<string, FactDeclaration>;
  readonly parameters: ReadonlyMap<string, BoundParameter>;
  readonly criteria: ReadonlyMap<string, CheckedRule>;
  /** Code lists by name, each with its codes. */
  readonly lists: ReadonlyMap<string, ReadonlySet<string>>;
  /** Fields that exist but no rule can use, with what they are: a date, a name, a sealed number. */
  readonly unusable: ReadonlyMap<string, Bilingual>;
}

export const emptyScope: Scope = {
  facts: new Map(),
  parameters: new Map(),
  criteria: new Map(),
  lists: new Map(),
  unusable: new Map(),
};

export interface Wanted {
  readonly type: ValueType;
  readonly unit?: Unit;
}
