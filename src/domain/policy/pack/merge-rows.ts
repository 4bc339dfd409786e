// The rows in force on a day: base pack first, each pack above it replacing rows of the same id. Of a
// parameter the values before the upper pack's first one are kept, so that an old case is still
// decided by the old number. A row outside its own dates is left out.

import type { PlainDate } from '#domain/kernel/plain-date.ts';
import type { Pack, Placed, Rows } from '#domain/policy/pack/pack.ts';
import type { Parameter } from '#domain/policy/pack/rule-schemas.ts';

interface Dated {
  readonly id: string;
  readonly of?: string;
  readonly from?: string;
  readonly until?: string;
}

export function mergeRows(chain: readonly Pack[], on: PlainDate): Rows {
  const of = <Row extends Dated>(pick: (rows: Rows) => readonly Placed<Row>[]) =>
    mergeLayers(
      chain.map((pack) => pick(pack.rows)),
      on,
    );
  return {
    parameters: mergeParameters(chain.map(({ rows }) => rows.parameters)),
    criteria: of((rows) => rows.criteria),
    criterionSets: of((rows) => rows.criterionSets),
    sheets: of((rows) => rows.sheets),
    tables: of((rows) => rows.tables),
    lists: of((rows) => rows.lists),
    mappings: of((rows) => rows.mappings),
    purposes: of((rows) => rows.purposes),
    retentions: of((rows) => rows.retentions),
    fields: of((rows) => rows.fields),
    items: of((rows) => rows.items),
    processes: of((rows) => rows.processes),
    taxonomies: of((rows) => rows.taxonomies),
    verification: of((rows) => rows.verification),
    sampleDesigns: of((rows) => rows.sampleDesigns),
    sampleSets: of((rows) => rows.sampleSets),
    signOffs: of((rows) => rows.signOffs),
    quotas: of((rows) => rows.quotas),
    staffing: of((rows) => rows.staffing),
    visits: of((rows) => rows.visits),
    organisation: of((rows) => rows.organisation),
    benefits: of((rows) => rows.benefits),
    plans: of((rows) => rows.plans),
    fundSources: of((rows) => rows.fundSources),
    fundRules: of((rows) => rows.fundRules),
    products: of((rows) => rows.products),
    riskFunds: of((rows) => rows.riskFunds),
    indicators: of((rows) => rows.indicators),
    triggers: of((rows) => rows.triggers),
    assessments: of((rows) => rows.assessments),
    chartSets: of((rows) => rows.chartSets),
    listSets: of((rows) => rows.listSets),
    catalogue: of((rows) => rows.catalogue),
    figures: of((rows) => rows.figures),
    claims: of((rows) => rows.claims),
    texts: of((rows) => rows.texts),
  };
}

/** Household and person have fields of the same name; everything else is known by its id. */
export function keyOf({ id, of }: Dated): string {
  return of === undefined ? id : `${of}.${id}`;
}

export function isInForce({ from, until }: Dated, on: PlainDate): boolean {
  return (from === undefined || from <= on) && (until === undefined || on < until);
}

function mergeLayers<Row extends Dated>(
  layers: readonly (readonly Placed<Row>[])[],
  on: PlainDate,
): readonly Placed<Row>[] {
  const merged = new Map<string, Placed<Row>>();
  for (const placed of layers.flat()) {
    if (isInForce(placed.row, on)) merged.set(keyOf(placed.row), placed);
  }
  return [...merged.values()];
}

function mergeParameters(
  layers: readonly (readonly Placed<Parameter>[])[],
): readonly Placed<Parameter>[] {
  const merged = new Map<string, Placed<Parameter>>();
  for (const placed of layers.flat()) {
    const below = merged.get(placed.row.id);
    const first = placed.row.values[0]?.from ?? '';
    const kept = below?.row.values.filter(({ from }) => from < first) ?? [];
    const values = [...kept, ...placed.row.values];
    merged.set(placed.row.id, { ...placed, row: { ...placed.row, values } });
  }
  return [...merged.values()];
}
