// What a village or a county has on a day, by the rules of that day: for whoever decides on it, such as
// an exit of the village. An indicator nobody entered is there with a null, never left out.
import { type AreaCode, spanOf } from '#domain/kernel/area-code.ts';
import type { PlainDate } from '#domain/kernel/plain-date.ts';
import type { Bilingual } from '#domain/kernel/refusal.ts';
import { holdsFor, type IndicatorRule, indicatorSetsOf } from '#domain/registry/indicator.ts';
import type { Tx } from '#server/database/connect.ts';
import type { Platform } from '#server/platform.ts';
import { listLatestIndicators } from './indicator.store.ts';

export interface IndicatorReading extends IndicatorRule {
  readonly set: string;
  readonly setTitle: Bilingual;
  /** Null where nobody has entered it, or the register counts it. */
  readonly value: number | null;
  /** Null while there is no value, and where no limit was published. */
  readonly holds: boolean | null;
  readonly asOf: string | null;
  readonly evidence: string | null;
  readonly by: string | null;
}

/** Of a village its village sets, of a county its county sets; nothing elsewhere. */
export async function readIndicators(
  { tx, platform }: { readonly tx: Tx; readonly platform: Pick<Platform, 'packs'> },
  area: AreaCode,
  day: PlainDate,
): Promise<readonly IndicatorReading[]> {
  const pack = platform.packs.inForce(area, day);
  const subject = area.length === 12 ? 'village' : 'county';
  if (pack === undefined || (area.length !== 12 && area.length !== 6)) return [];
  const span = { low: area, high: `${area}0` };
  const stored = await listLatestIndicators(tx, {
    span: area.length === 12 ? spanOf(area) : span,
    on: day,
  });
  const found = new Map(stored.map((one) => [`${one.set_id}.${one.indicator_id}`, one]));
  return indicatorSetsOf(pack)
    .filter((set) => set.subject === subject)
    .flatMap((set) =>
      set.indicators.map((rule) => {
        const entry = found.get(`${set.id}.${rule.id}`);
        const held = entry?.value == null ? undefined : entry;
        return {
          ...rule,
          set: set.id,
          setTitle: set.title,
          value: held?.value ?? null,
          holds: holdsFor(rule, held?.value ?? null),
          asOf: held?.as_of ?? null,
          evidence: held?.evidence ?? null,
          by: held?.account_name ?? null,
        };
      }),
    );
}
