// The words of the pack in force in an area: what fields and codes are called, what each is for, how
// long it is kept, and the poverty line of each year.
import type { getForm } from '#contract/policy.ts';
import type { OutputOf } from '#contract/route.ts';
import { type Bilingual, refuse } from '#domain/kernel/refusal.ts';
import { parseUnit, unitText } from '#domain/policy/expression-unit.ts';
import { markOf, same } from '#domain/policy/pack/document-shape.ts';
import type { ResolvedPack } from '#domain/policy/pack/resolve-pack.ts';
import { noPackInForce } from '#domain/policy/refusals.ts';
import type { Context } from '#server/http/context.ts';
import { dayOf } from './read-packs.ts';

type View = OutputOf<typeof getForm>;

export async function formOf(
  { platform, area, today }: Context,
  { on }: { readonly on?: string },
): Promise<View> {
  const day = dayOf(on, today);
  const pack = platform.packs.inForce(area, day);
  if (pack === undefined) return refuse(noPackInForce, { area: area || '0', on: day });
  const { rows } = pack;
  const purposes = new Map(rows.purposes.map(({ row }) => [row.id, row.title]));
  const retentions = new Map(rows.retentions.map(({ row }) => [row.id, row.title]));
  return {
    pack: { id: pack.id, version: pack.version, title: pack.title },
    fields: rows.fields.map(({ row }) => ({
      of: row.of,
      name: row.id,
      title: row.title,
      type: row.type,
      unit: unitWords(row.unit),
      list: row.list ?? null,
      mark: row.mark ?? null,
      help: row.help ?? null,
      purpose: purposes.get(row.purpose) ?? same(row.purpose),
      retention: retentions.get(row.retention) ?? same(row.retention),
      sensitive: row.sensitive ?? false,
      derived: row.derived ?? false,
    })),
    items: rows.items.map(({ row }) => ({
      name: row.id,
      slot: row.slot,
      title: row.title,
      type: row.type,
      unit: unitWords(row.unit),
      counted: row.unit === 'item' ? null : (row.unit ?? null),
      options: row.options ?? [],
      help: row.help ?? null,
      purpose: purposes.get(row.purpose) ?? same(row.purpose),
      retention: retentions.get(row.retention) ?? same(row.retention),
      verified: row.verified,
      sample: row.sample ?? false,
    })),
    lists: rows.lists.map(({ row }) => ({
      id: row.id,
      title: row.title,
      codes: row.codes.map(({ code, title }) => ({ code, title })),
    })),
    povertyLines: povertyLinesOf(pack),
  };
}

function unitWords(unit: string | undefined): Bilingual | null {
  const parsed = unit === undefined ? undefined : parseUnit(unit);
  return parsed === undefined || Object.keys(parsed).length === 0 ? null : unitText(parsed);
}

/** One line for every year from the first to the last that has a value; a year without one keeps the last. */
function povertyLinesOf(pack: ResolvedPack): View['povertyLines'] {
  const values = pack.rows.parameters.find(({ row }) => row.id === 'povertyLine')?.row.values ?? [];
  const years = values.map(({ from }) => Number(from.slice(0, 4)));
  const [first = 0] = years;
  const last = years.at(-1) ?? -1;
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index).flatMap(
    (year) => {
      const inForce = values.findLast(({ from }) => from <= `${year}-12-31`);
      if (typeof inForce?.value !== 'number') return [];
      const { source, note } = markOf(pack, inForce);
      const place = source?.place ?? '';
      const words =
        source === null
          ? (note ?? { zh: '没有出处', en: 'no source' })
          : { zh: `${source.title.zh} ${place}`.trim(), en: `${source.title.en} ${place}`.trim() };
      return [
        { year, fen: Math.round(inForce.value * 100), verified: inForce.verified, source: words },
      ];
    },
  );
}
