// The households of an area with what two versions of a sheet say of each: the relation that every
// question about a trial reads from.
import type { AreaSpan } from '#domain/kernel/area-code.ts';
import { type TrialSql, totalOf, vetoedOf } from './compile-trial.ts';

/**
 * Every household of the area with its totals and outcomes by both versions. Each "offset 0" keeps the
 * planner from writing a layer back into the places that read it, which would compute it again. What
 * both versions have alike is added up where it is read, so that a changed line hands few columns on.
 */
export function decided(
  { parts, base, variant }: TrialSql,
  spans: readonly AreaSpan[],
  { more = '', join = '', keepsParts = false } = {},
): string {
  const name = (part: string) => part;
  const inline = (part: string) => `(${parts.get(part)})`;
  const isSameTotal = totalOf(base, name) === totalOf(variant, name);
  const isSameVeto = vetoedOf(base, name) === vetoedOf(variant, name);
  const kept = new Set([
    ...(keepsParts ? parts.keys() : []),
    ...(isSameTotal ? [] : [...base.points, ...variant.points]),
    ...(isSameVeto ? [] : [...base.vetoes, ...variant.vetoes]),
    ...base.unitParts,
    ...variant.unitParts,
  ]);
  const first = [
    ...[...kept].map((part) => `${parts.get(part)} as ${part}`),
    ...(isSameTotal ? [`${totalOf(base, inline)} as base_total`] : []),
    ...(isSameVeto ? [`${vetoedOf(base, inline)} as base_veto`] : []),
  ];
  const second = [
    ...(isSameTotal
      ? []
      : [`${totalOf(base, name)} as base_total`, `${totalOf(variant, name)} as own_total`]),
    ...(isSameVeto
      ? []
      : [`${vetoedOf(base, name)} as base_veto`, `${vetoedOf(variant, name)} as veto`]),
  ];
  const scored = `
    select area_code, members, primary_cause, ethnic_makeup ${more}, ${first.join(', ')}
    from registry_household ${join}
    where ${inSpans(spans)} offset 0`;
  const totalled =
    second.length === 0
      ? scored
      : `select *, ${second.join(', ')} from (${scored}) as scored offset 0`;
  const [total, vetoed] = [
    isSameTotal ? 'base_total' : 'own_total',
    isSameVeto ? 'base_veto' : 'veto',
  ];
  return `
    select *, ${base.outcomeOf('base_total', 'base_veto')} as base,
      ${variant.outcomeOf(total, vetoed)} as variant, ${total} as total
    from (${totalled}) as totalled offset 0`;
}

/** One span as two parameters, which the index reads; several as checked literals. */
export function inSpans(spans: readonly AreaSpan[]): string {
  if (spans.length === 1) return '(area_code >= $1 and area_code < $2)';
  const ranges = spans.map(
    ({ low, high }) => `area_code >= '${code(low)}' and area_code < '${code(high)}'`,
  );
  return `($1::text is not null and $2::text is not null and (${ranges.join(' or ')}))`;
}

function code(text: string): string {
  if (!/^[0-9:;]*$/.test(text)) throw new Error(`not a bound of area codes: ${text}`);
  return text;
}

export function parametersOf(
  { parameters }: TrialSql,
  spans: readonly AreaSpan[],
): readonly string[] {
  const [first] = spans;
  return [first?.low ?? '', first?.high ?? '', ...parameters];
}
