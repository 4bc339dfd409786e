// Rules about money of other places, for a place whose own pack has none: as they were printed there, with their
// source, and nothing of them is in force here.
import type { RuleExample } from '#contract/funds-rules.ts';
import type { PlainDate } from '#domain/kernel/plain-date.ts';
import { sourceOf } from '#domain/policy/pack/document-shape.ts';
import { fundRuleWords } from '#domain/policy/pack/document-words.ts';
import type { ResolvedPack } from '#domain/policy/pack/resolve-pack.ts';
import { shownFact } from '#domain/policy/pack/shown-fact.ts';
import type { PackLibrary } from '#server/policy/pack-library.ts';
import { limitValue } from './rule-money.ts';

/** No division code begins so: what holds there was invented to try the engine. */
const nowhere = '99';

export function examplesOf(packs: PackLibrary, on: PlainDate): RuleExample[] {
  return packs
    .all()
    .filter(({ manifest }) => manifest.area !== '' && !manifest.area.startsWith(nowhere))
    .flatMap(({ manifest }) => packs.resolve(manifest.id, on) ?? [])
    .flatMap(examplesIn);
}

/** What it takes over from the pack it extends is not its own. */
function examplesIn(pack: ResolvedPack): RuleExample[] {
  const own = pack.chain.at(-1)?.manifest;
  if (own === undefined) return [];
  return pack.rows.fundRules.map(({ row }) => {
    const cited = row.source === undefined ? null : sourceOf(pack, row.source);
    return {
      pack: own.id,
      packTitle: own.title,
      id: row.id,
      title: row.title,
      kindTitle: fundRuleWords[row.kind],
      measured: row.measured,
      against: row.base ?? null,
      verified: row.verified,
      limits: row.limits.map((limit) => ({
        title: limit.title,
        shown: shownFact(pack, limit.parameter, limitValue(pack, limit).value),
      })),
      source: cited === null ? null : { title: cited.title, place: cited.place },
    };
  });
}
