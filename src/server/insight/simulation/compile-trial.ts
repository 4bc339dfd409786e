// Two versions of a score sheet as parts of one statement: items and vetoes that read alike in both are
// computed once, totals and outcomes follow for both, so that a trial costs little more than a scoring.

import type { Costing } from '#domain/insight/simulation/cost.ts';
import { outcomes } from '#domain/insight/simulation/outcome.ts';
import type { Rule } from '#domain/policy/expression-rule.ts';
import { openSqlStatement } from '#domain/policy/expression-sql.ts';
import type { ColumnOf } from '#domain/policy/expression-sql-column.ts';
import type { CompiledSheet } from '#domain/policy/pack/compile-sheet.ts';
import type { ResolvedPack } from '#domain/policy/pack/resolve-pack.ts';
import { householdColumns } from '#server/targeting/household-column.ts';

export interface Version {
  readonly pack: ResolvedPack;
  readonly sheet: CompiledSheet;
  readonly costing: Costing;
}

/** Names of columns and expressions over them, one layer above another. */
export interface VersionSql {
  /** Names of the first layer, in the order of the sheet. */
  readonly points: readonly string[];
  readonly vetoes: readonly string[];
  /** Over `total` and `vetoed` by their own names: the position of the outcome in `outcomes`. */
  readonly outcomeOf: (total: string, vetoed: string) => string;
  readonly line: number | null;
  /** Units an entitlement is paid for where its rule holds, over the first layer. */
  readonly units: readonly string[];
  /** Names of the first layer that the units read. */
  readonly unitParts: readonly string[];
}

export interface TrialSql {
  /** The first layer by name: expressions over the columns of a household. */
  readonly parts: ReadonlyMap<string, string>;
  readonly base: VersionSql;
  readonly variant: VersionSql;
  readonly parameters: readonly string[];
}

export function compileTrial(base: Version, variant: Version, firstParameter: number): TrialSql {
  const statement = openSqlStatement(columnsOfBoth(base, variant), firstParameter);
  const names = new Map<string, { readonly name: string; readonly sql: string }>();
  const place = (rule: Rule): string => {
    const sql = statement.compile(rule);
    // Sub-selects are numbered through the statement; two that differ by that alone are one.
    const key = sql.replace(/\bonce_\d+/g, 'once');
    const known = names.get(key);
    if (known !== undefined) return known.name;
    const name = `part_${names.size + 1}`;
    names.set(key, { name, sql });
    return name;
  };
  const [first, second] = [versionSql(base, place), versionSql(variant, place)];
  const parts = new Map([...names.values()].map(({ name, sql }) => [name, sql]));
  return { parts, base: first, variant: second, parameters: statement.parameters };
}

/** A fact is read where the pack that names it stores it: a draft may have put an item elsewhere. */
function columnsOfBoth({ pack: base }: Version, { pack: variant }: Version): ColumnOf {
  const [ofBase, ofVariant] = [householdColumns(base), householdColumns(variant)];
  return (fact) => (base.scope.facts.get(fact.name) === fact ? ofBase(fact) : ofVariant(fact));
}

function versionSql({ sheet, costing }: Version, place: (rule: Rule) => string): VersionSql {
  const points = sheet.items.map(({ rule }) => place(rule));
  const vetoes = sheet.vetoes.map(({ rule }) => place(rule));
  const line = sheet.cutOff;
  const within = sheet.sheet.direction === 'lowerIsPoorer' ? '<=' : '>=';
  const entitled = costing.lines.map(({ eligible, per }) => ({
    units: per === 'person' ? 'members' : '1',
    part: eligible === undefined ? undefined : place(eligible),
  }));
  const number = (name: (typeof outcomes)[number]) => outcomes.indexOf(name);
  return {
    points,
    vetoes,
    line,
    outcomeOf: (total, vetoed) =>
      `case when ${vetoed} then ${number('vetoed')} ` +
      `when ${vetoed} is null or ${total} is null then ${number('undetermined')} ` +
      (line === null ? '' : `when ${total} ${within} '${line}'::float8 then ${number('listed')} `) +
      `else ${number('beyond')} end`,
    units: entitled.map(({ units, part }) =>
      part === undefined ? units : `case when ${part} then ${units} else 0 end`,
    ),
    unitParts: entitled.flatMap(({ part }) => part ?? []),
  };
}

/** What the items add up to, and whether some veto holds, with each part written by `write`. */
export function totalOf({ points }: VersionSql, write: (part: string) => string): string {
  return `(${points.map(write).join(' + ')})`;
}

export function vetoedOf({ vetoes }: VersionSql, write: (part: string) => string): string {
  return vetoes.length === 0 ? 'false' : `(${vetoes.map(write).join(' or ')})`;
}
