// Where the facts of a rule are stored: fields of the national form by their column, a pack's own
// items by their slot. The one place that knows both, so that scoring one household and scoring a
// province read the same.
import type { FactDeclaration } from '#domain/policy/expression-rule.ts';
import { type Column, readStored } from '#domain/policy/expression-sql-column.ts';
import type { Facts } from '#domain/policy/expression-value.ts';
import type { ResolvedPack } from '#domain/policy/pack/resolve-pack.ts';
import { type FieldType, householdField, itemColumn, numberRange } from '#domain/registry/form.ts';

const storageOf: Readonly<Record<FieldType, Column['storage'] | undefined>> = {
  code: 'text',
  codes: 'textArray',
  integer: 'integer',
  number: 'double',
  boolean: 'boolean',
  fen: 'bigint',
  text: undefined,
  date: undefined,
  area: undefined,
  sealed: undefined,
};

export type HouseholdColumns = (fact: FactDeclaration) => Column;

export function householdColumns(pack: ResolvedPack): HouseholdColumns {
  const slots = new Map(pack.rows.items.map(({ row }) => [row.id, row]));
  return ({ name }) => {
    const item = slots.get(name);
    if (item !== undefined) {
      const sql = itemColumn(item.slot);
      return item.type === 'boolean'
        ? { sql: `(${sql} <> 0)`, storage: 'boolean' }
        : { sql, storage: 'smallint' };
    }
    const field = householdField(name);
    const storage = field === undefined ? undefined : storageOf[field.type];
    if (field === undefined || storage === undefined) {
      throw new Error(`the pack ${pack.id} names ${name}, which no rule can read`);
    }
    return {
      sql: field.column,
      storage,
      known: field.name === 'members' || field.name === 'stage',
      // Check constraints of the columns hold this range.
      ...(storage === 'double' ? { promised: numberRange } : {}),
      ...(field.type === 'fen' ? { divisor: 100 } : {}),
    };
  };
}

/** Facts of one household from its row, by the columns' own names. */
export function factsOf(pack: ResolvedPack, row: Readonly<Record<string, unknown>>): Facts {
  const columns = householdColumns(pack);
  const slots = new Map(pack.rows.items.map(({ row: item }) => [item.id, item]));
  return Object.fromEntries(
    [...pack.scope.facts.values()].map((fact) => {
      const item = slots.get(fact.name);
      if (item !== undefined) {
        const stored = row[itemColumn(item.slot)] as number | null;
        return [fact.name, item.type === 'boolean' && stored !== null ? stored !== 0 : stored];
      }
      const column = columns(fact);
      return [fact.name, readStored(column, row[column.sql] as never)];
    }),
  );
}
