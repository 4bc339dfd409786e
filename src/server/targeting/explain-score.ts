// The score of one household as a person may dispute it: item by item, with the values it looked at,
// the rule in words, and the median of the village beside it.

import type { OutputOf } from '#contract/route.ts';
import type { explainScore } from '#contract/targeting.ts';
import { areaCode, atLevel, spanOf } from '#domain/kernel/area-code.ts';
import { countyOfId } from '#domain/kernel/id.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import type { Clause, Leaf } from '#domain/policy/expression-trace.ts';
import type { Constant } from '#domain/policy/expression-tree.ts';
import type { ResolvedPack } from '#domain/policy/pack/resolve-pack.ts';
import type { ScoreItem, Veto } from '#domain/policy/pack/rule-schemas.ts';
import { type SheetScore, scoreHousehold } from '#domain/policy/pack/score-sheet.ts';
import { labelOf, shownFact } from '#domain/policy/pack/shown-fact.ts';
import { noSuchHousehold } from '#domain/targeting/refusals.ts';
import type { Context } from '#server/http/context.ts';
import { refuseClosed } from '#server/registry/read-guard.ts';
import { factsOf } from './household-column.ts';
import { findHouseholdRow, mediansOf } from './score.store.ts';
import { getSheetInForce, sheetSqlOf } from './sheet-in-force.ts';

type Explanation = OutputOf<typeof explainScore>;

export async function explainScoreOf(context: Context, id: string): Promise<Explanation> {
  const { tx, today, scope, platform } = context;
  const key = { county: countyOfId(id), id };
  const row = await findHouseholdRow(tx, key);
  if (row === undefined) return refuse(noSuchHousehold);
  await refuseClosed(context, key);
  const area = areaCode(String(row.area_code));
  const inForce = getSheetInForce(platform.packs, area, today);
  const { pack, sheet } = inForce;
  const score = scoreHousehold(sheet, factsOf(pack, row), pack.wordings);
  const village = atLevel(area, 'village');
  // Who sees named households only has no village to be compared with.
  const medians =
    village === undefined || scope.households !== null
      ? { total: null, items: [], scored: 0 }
      : await mediansOf(tx, {
          span: spanOf(village),
          sheet: sheetSqlOf(inForce),
          items: sheet.items.length,
        });

  return {
    pack: { id: pack.id, version: pack.version, title: pack.title },
    sheet: {
      id: sheet.sheet.id,
      title: sheet.sheet.title,
      verified: sheet.sheet.verified,
      note: sheet.sheet.note ?? { zh: '', en: '' },
      max: sheet.sheet.max,
      direction: sheet.sheet.direction,
      cutOff: sheet.cutOff,
    },
    total: score.total,
    villageMedian: medians.total,
    villageScored: medians.scored,
    items: sheet.items.map(({ row: item }, index) => {
      const scored = score.items[index];
      return {
        ...rowView(pack, item, scored?.trace),
        points: scored?.points ?? null,
        max: item.max,
        villageMedian: medians.items[index] ?? null,
      };
    }),
    vetoes: sheet.vetoes.map(({ row: veto }, index) => ({
      ...rowView(pack, veto, score.vetoes[index]?.trace),
      holds: score.vetoes[index]?.holds ?? null,
    })),
    missing: score.missing.map((fact) => ({ fact, label: labelOf(pack, fact) })),
    decision: decisionOf(score, sheet.cutOff, sheet.sheet.direction),
  };
}

function decisionOf(
  score: SheetScore,
  cutOff: number | null,
  direction: 'lowerIsPoorer' | 'higherIsPoorer',
): Explanation['decision'] {
  if (score.vetoes.some((veto) => veto.holds === true)) return 'vetoed';
  if (score.undetermined || score.total === null) return 'undetermined';
  if (cutOff === null) return 'noCutOff';
  const within = direction === 'lowerIsPoorer' ? score.total <= cutOff : score.total >= cutOff;
  return within ? 'within' : 'beyond';
}

function rowView(pack: ResolvedPack, row: ScoreItem | Veto, trace: Clause | undefined) {
  return {
    id: row.id,
    title: row.title,
    rule: trace?.text ?? '',
    ruleText: 'guide' in row ? row.guide : (trace?.words ?? row.title),
    values: leavesOf(trace).map((leaf) => ({
      fact: leaf.name,
      label: leaf.label ?? labelOf(pack, leaf.name),
      value: scalarOf(leaf.value),
      shown: shownFact(pack, leaf.name, leaf.value),
    })),
    source: sourceOf(pack, row),
    verified: row.verified && row.sample !== true,
  };
}

/** Every fact the clause looked at, once, in the order of reading. */
function leavesOf(clause: Clause | undefined): readonly Leaf[] {
  if (clause === undefined) return [];
  const all = [...clause.leaves, ...clause.children.flatMap(leavesOf)];
  const facts = all.filter((leaf) => leaf.kind === 'fact');
  return facts.filter((leaf, index) => facts.findIndex((one) => one.name === leaf.name) === index);
}

function scalarOf(value: Constant): string | number | boolean | null {
  return Array.isArray(value) ? value.join(',') : (value as string | number | boolean | null);
}

function sourceOf(pack: ResolvedPack, row: ScoreItem | Veto): string {
  if (row.source === undefined) return '';
  const document = pack.chain
    .flatMap((one) => one.manifest.documents)
    .find((candidate) => candidate.id === row.source?.document);
  return [document?.title.zh ?? row.source.document, row.source.place].filter(Boolean).join(' ');
}
