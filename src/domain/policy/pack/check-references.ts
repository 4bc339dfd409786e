// The part of the pack check that follows names from row to row: code lists, criteria of sets, designs,
// parameters behind a deadline or a cap, actors, purposes; and packs' areas inside one another.

import { nearest } from '#domain/policy/nearest-name.ts';
import { figuresOf } from '#domain/policy/pack/figure-schemas.ts';
import type { Pack, Placed, RowKind, Rows } from '#domain/policy/pack/pack.ts';
import { type PackProblem, type Place, packProblem } from '#domain/policy/pack/pack-problem.ts';
import type { Path } from '#domain/policy/pack/read-yaml.ts';
import { rowWords } from '#domain/policy/pack/row-words.ts';

/** One name a row mentions, and what kind of row it should be. */
export interface Reference {
  readonly kind: RowKind | 'code';
  readonly id: string;
  /** Code list, where a code is meant. */
  readonly list?: string;
  readonly field: string;
  readonly place: Place;
}

/** Names are looked up in the whole chain, whatever the day. */
export function checkReferences(pack: Pack, chain: readonly Pack[]): readonly PackProblem[] {
  const known = knownNames(chain);
  return referencesOf(pack).flatMap((reference) => {
    const { kind, id, list, field, place } = reference;
    const names = known(kind, list);
    if (names === undefined || names.has(id)) return [];
    const guess = nearest(id, [...names]);
    const words =
      kind === 'code' ? { zh: `代码（代码表 ${list}）`, en: `code of ${list}` } : rowWords[kind];
    return [
      packProblem('reference-missing', place, {
        field,
        id,
        kind: words.zh,
        kindEn: words.en,
        hint: guess === undefined ? '' : `是否想写“${guess}”？`,
        hintEn: guess === undefined ? '' : `Did you mean "${guess}"?`,
      }),
    ];
  });
}

function knownNames(
  chain: readonly Pack[],
): (kind: Reference['kind'], list?: string) => ReadonlySet<string> | undefined {
  const cache = new Map<string, ReadonlySet<string>>();
  return (kind, list) => {
    const key = `${kind} ${list}`;
    const found = cache.get(key);
    if (found !== undefined) return found;
    const names = kind === 'code' ? codesOf(chain, list) : namesOf(chain, kind);
    if (names !== undefined) cache.set(key, names);
    return names;
  };
}

function namesOf(chain: readonly Pack[], kind: RowKind): ReadonlySet<string> {
  return new Set(
    chain.flatMap(({ rows }) => {
      const all: readonly Placed<{ readonly id: string }>[] = rows[kind];
      return all.map(({ row }) => row.id);
    }),
  );
}

/** Undefined when the list itself is missing, which is reported by itself. */
function codesOf(
  chain: readonly Pack[],
  list: string | undefined,
): ReadonlySet<string> | undefined {
  const all = chain.flatMap(({ rows }) => rows.lists.filter(({ row }) => row.id === list));
  if (all.length === 0) return undefined;
  return new Set(all.flatMap(({ row }) => row.codes.map(({ code }) => code)));
}

/** Every name the pack's own rows mention. */
export function referencesOf({ rows }: Pack): readonly Reference[] {
  return [
    ...rows.parameters.flatMap((one) => optional(one, 'lists', 'list', one.row.list)),
    ...rows.mappings.flatMap((one) => [
      ...optional(one, 'lists', 'list', one.row.list),
      ...one.row.pairs.map(({ code }, index) =>
        codeOf(one, one.row.list, code, ['pairs', index, 'code']),
      ),
    ]),
    ...rows.fields.flatMap((one) => [
      ...optional(one, 'lists', 'list', one.row.list),
      ...optional(one, 'purposes', 'purpose', one.row.purpose),
      ...optional(one, 'retentions', 'retention', one.row.retention),
    ]),
    ...rows.items.flatMap((one) => [
      ...optional(one, 'purposes', 'purpose', one.row.purpose),
      ...optional(one, 'retentions', 'retention', one.row.retention),
    ]),
    ...rows.criterionSets.flatMap((one) => several(one, 'criteria', 'criteria', one.row.criteria)),
    ...rows.sheets.flatMap((one) => optional(one, 'parameters', 'cutOff', one.row.cutOff)),
    ...rows.tables.flatMap((one) =>
      one.row.rows.flatMap(({ gives }, index) =>
        gives.map((code, at) => codeOf(one, 'measure', code, ['rows', index, 'gives', at])),
      ),
    ),
    ...rows.taxonomies.flatMap((one) => [
      ...optional(one, 'lists', 'list', one.row.list),
      ...one.row.measures.map(({ code }, index) =>
        codeOf(one, one.row.list, code, ['measures', index, 'code']),
      ),
    ]),
    ...rows.sampleSets.flatMap((one) => several(one, 'sampleDesigns', 'designs', one.row.designs)),
    ...rows.sampleDesigns.flatMap((one) =>
      one.row.by.map((code, index) => codeOf(one, 'actor', code, ['by', index])),
    ),
    ...rows.quotas.flatMap((one) =>
      one.row.ranks.map(({ rank }, index) => codeOf(one, 'rank', rank, ['ranks', index, 'rank'])),
    ),
    ...deliveryReferences(rows),
    ...rows.figures.flatMap((one) => [
      ...optional(one, 'figures', 'numerator', one.row.numerator),
      ...optional(one, 'figures', 'denominator', one.row.denominator),
      ...optional(one, 'claims', 'impliedBy', one.row.impliedBy),
    ]),
    ...rows.claims.flatMap(claimReferences),
    ...rows.processes.flatMap(processReferences),
  ];
}

function claimReferences(one: Rows['claims'][number]): readonly Reference[] {
  return one.row.relations.flatMap((relation, index) => {
    const at = (path: Path) => ['relations', index, ...path];
    const named = figuresOf(relation).flatMap(({ id, path }) =>
      inner(one, 'figures', id, at(path)),
    );
    if (relation.kind === 'threshold') {
      return [...named, ...inner(one, 'parameters', relation.parameter, at(['parameter']))];
    }
    if (relation.kind === 'count' && relation.list !== undefined) {
      const { kind, id } = relation.list;
      return [...named, ...inner(one, kind, id, at(['list', 'id']))];
    }
    return named;
  });
}

function deliveryReferences(rows: Rows): readonly Reference[] {
  return [
    ...rows.benefits.flatMap((one) => [
      ...optional(one, 'parameters', 'amount', one.row.amount),
      ...optional(one, 'parameters', 'amountMost', one.row.amountMost),
      ...(one.row.measure === undefined
        ? []
        : [codeOf(one, 'measure', one.row.measure, ['measure'])]),
    ]),
    ...rows.fundSources.flatMap((one) => [
      ...optional(one, 'fundSources', 'within', one.row.within),
      ...several(one, 'figures', 'figures', one.row.figures ?? []),
    ]),
    ...rows.fundRules.flatMap((one) =>
      one.row.limits.flatMap(({ parameter }, index) =>
        inner(one, 'parameters', parameter, ['limits', index, 'parameter']),
      ),
    ),
    ...rows.fundRules.flatMap((one) =>
      (['selects', 'against'] as const).flatMap((side) => [
        ...(one.row[side]?.sources ?? []).flatMap((source, index) =>
          inner(one, 'fundSources', source, [side, 'sources', index]),
        ),
        ...(one.row[side]?.purposes ?? []).map((purpose, index) =>
          codeOf(one, 'fundUse', purpose, [side, 'purposes', index]),
        ),
      ]),
    ),
    ...rows.riskFunds.flatMap((one) => [
      ...one.row.shares.flatMap(({ share }, index) =>
        inner(one, 'parameters', share, ['shares', index, 'share']),
      ),
      ...optional(one, 'parameters', 'leverageLeast', one.row.leverageLeast),
      ...optional(one, 'parameters', 'leverageMost', one.row.leverageMost),
    ]),
    ...rows.indicators.flatMap((one) =>
      one.row.indicators.flatMap(({ least, most, below }, index) => [
        ...inner(one, 'parameters', least, ['indicators', index, 'least']),
        ...inner(one, 'parameters', most, ['indicators', index, 'most']),
        ...inner(one, 'parameters', below, ['indicators', index, 'below']),
      ]),
    ),
    ...rows.assessments.flatMap((one) =>
      one.row.items.flatMap(({ weight }, index) =>
        inner(one, 'parameters', weight, ['items', index, 'weight']),
      ),
    ),
    ...rows.triggers.flatMap((one) => [
      ...optional(one, 'parameters', 'within', one.row.within),
      ...(one.row.kind === undefined ? [] : [codeOf(one, 'monitoredKind', one.row.kind, ['kind'])]),
    ]),
    ...rows.products.flatMap((one) => [
      ...optional(one, 'parameters', 'capYuan', one.row.capYuan),
      ...optional(one, 'parameters', 'termYears', one.row.termYears),
      ...optional(one, 'parameters', 'subsidyShare', one.row.subsidyShare),
      ...optional(one, 'parameters', 'yield', one.row.yield),
    ]),
  ];
}

function processReferences(one: Rows['processes'][number]): readonly Reference[] {
  return [
    ...one.row.ends.flatMap(({ stage }, index) =>
      stage === undefined ? [] : [codeOf(one, 'stage', stage, ['ends', index, 'stage'])],
    ),
    ...one.row.steps.flatMap((step, index) => {
      const path = ['steps', index];
      const to = (kind: RowKind, field: string, id: string | undefined) =>
        id === undefined ? [] : [{ kind, id, field, place: one.at([...path, field]) }];
      return [
        ...step.actors.map((code, at) => codeOf(one, 'actor', code, [...path, 'actors', at])),
        ...step.outcomes.flatMap((outcome, at) =>
          outcome.class === undefined
            ? []
            : [codeOf(one, 'difficultyClass', outcome.class, [...path, 'outcomes', at, 'class'])],
        ),
        ...to('parameters', 'within', step.within),
        ...to('sheets', 'sheet', step.sheet),
        ...to('verification', 'verification', step.verification),
        ...to('sampleDesigns', 'design', step.design),
        ...to('signOffs', 'matrix', step.matrix),
        ...(step.shows ?? []).flatMap((id) => to('fields', 'shows', id)),
      ];
    }),
  ];
}

type Any = Placed<{ readonly id: string }>;

function optional(one: Any, kind: RowKind, field: string, id: string | undefined): Reference[] {
  return id === undefined ? [] : [{ kind, id, field, place: one.at([field]) }];
}

function inner(one: Any, kind: RowKind, id: string | undefined, path: Path): Reference[] {
  return id === undefined ? [] : [{ kind, id, field: String(path.at(-1)), place: one.at(path) }];
}

function several(one: Any, kind: RowKind, field: string, ids: readonly string[]): Reference[] {
  return ids.map((id, index) => ({ kind, id, field, place: one.at([field, index]) }));
}

function codeOf(one: Any, list: string, code: string, path: Path): Reference {
  return { kind: 'code', id: code, list, field: String(path.at(-1)), place: one.at(path) };
}
