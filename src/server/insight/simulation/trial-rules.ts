// What of the rules in force can be tried differently, with the values they have now: the line, the
// parameters the sheet reads, its items and vetoes, the entitlements. Where no sheet is in force, the
// places of the reader's that have one.
import type { getTrialRules, TrialRules } from '#contract/insight-simulation.ts';
import type { InputOf } from '#contract/route.ts';
import { mayEnter } from '#domain/access/actor.ts';
import { assumedHelp } from '#domain/insight/simulation/cost.ts';
import { areaCode, isWithin } from '#domain/kernel/area-code.ts';
import type { PlainDate } from '#domain/kernel/plain-date.ts';
import type { Bilingual } from '#domain/kernel/refusal.ts';
import { parseExpression } from '#domain/policy/expression-parse.ts';
import { printExpression } from '#domain/policy/expression-print.ts';
import { leavesOf } from '#domain/policy/expression-rule.ts';
import { unitAfter, unitText } from '#domain/policy/expression-unit.ts';
import type { CompiledSheet } from '#domain/policy/pack/compile-sheet.ts';
import type { ResolvedPack } from '#domain/policy/pack/resolve-pack.ts';
import type { Points, ScoreItem } from '#domain/policy/pack/rule-schemas.ts';
import type { Context } from '#server/http/context.ts';
import { listAreas } from '#server/registry/area.store.ts';
import { dayOf } from './asked-trial.ts';

export async function trialRulesOf(
  context: Context,
  { query }: InputOf<typeof getTrialRules>,
): Promise<TrialRules> {
  const { tx, area, today, platform } = context;
  const on = dayOf(context, query.on);
  const pack = platform.packs.inForce(area, on);
  const sheet = pack?.sheets.values().next().value;
  const [named] = await listAreas(tx, [area], today);

  return {
    area: { code: area, name: named?.name ?? area, level: named?.level ?? '' },
    on,
    today,
    pack:
      pack === undefined ? null : { id: pack.id, version: pack.version, title: { ...pack.title } },
    sheet: pack === undefined || sheet === undefined ? null : sheetView(pack, sheet),
    parameters: pack === undefined || sheet === undefined ? [] : parametersOf(pack, sheet),
    benefits: pack === undefined || sheet === undefined ? [] : benefitsOf(pack),
    places: sheet === undefined ? await placesWithSheet(context, on) : [],
  };
}

const markOf = (row: Pick<ScoreItem, 'title' | 'verified' | 'sample'>) => ({
  title: { ...row.title },
  verified: row.verified,
  sample: row.sample === true,
});

function sheetView(
  pack: ResolvedPack,
  { sheet, cutOff }: CompiledSheet,
): NonNullable<TrialRules['sheet']> {
  return {
    id: sheet.id,
    ...markOf(sheet),
    note: sheet.note === undefined ? null : { ...sheet.note },
    max: sheet.max,
    direction: sheet.direction,
    cutOff,
    items: sheet.items.map((item) => ({
      id: item.id,
      ...markOf(item),
      max: item.max,
      points: pointsView(pack, item.points),
    })),
    vetoes: sheet.vetoes.map((veto) => ({
      id: veto.id,
      ...markOf(veto),
      rule: veto.rule,
      words: inWords(pack, veto.rule),
    })),
  };
}

type Band = NonNullable<TrialRules['sheet']>['items'][number]['points'][number];

/** Bands or cases in the order they are tried; the last is what is given otherwise. */
function pointsView(pack: ResolvedPack, points: Points): Band[] {
  if ('rule' in points) return [];
  const band = (when: string, given: number): Band => ({
    when,
    words: when === '' ? { zh: '', en: '' } : inWords(pack, when),
    points: given,
  });
  if ('by' in points) {
    const bands = points.bands.map(({ below, points: given }) =>
      band(`${points.by} < ${below}`, given),
    );
    return [...bands, band('', points.above)];
  }
  const cases = points.cases.map(({ when, points: given }) => band(when, given));
  return [...cases, band('', points.otherwise)];
}

/** A rule as people read it; the rule itself where it cannot be read. */
function inWords({ wordings }: ResolvedPack, rule: string): Bilingual {
  const parsed = parseExpression(rule);
  if (!parsed.ok) return { zh: rule, en: rule };
  return {
    zh: printExpression(parsed.tree, wordings.zh),
    en: printExpression(parsed.tree, wordings.en),
  };
}

/** Those the sheet reads first; the cut-off has its own place. */
function parametersOf(pack: ResolvedPack, sheet: CompiledSheet): TrialRules['parameters'] {
  const read = new Set(
    [...sheet.items, ...sheet.vetoes].flatMap(({ rule }) =>
      leavesOf(rule).parameters.map(({ name }) => name),
    ),
  );
  const shown = pack.rows.parameters.filter(({ row }) => row.id !== sheet.sheet.cutOff);
  return shown
    .map(({ row }) => {
      const bound = pack.scope.parameters.get(row.id);
      const inForce = row.values.findLast(({ from }) => from <= pack.on);
      const value = bound?.value ?? null;
      return {
        id: row.id,
        title: { ...row.title },
        verified: inForce?.verified === true,
        sample: inForce?.sample === true,
        unit: { ...unitAfter(2, bound?.unit ?? {}) },
        unitOfOne: { ...unitAfter(1, bound?.unit ?? {}) },
        value: Array.isArray(value)
          ? [...value]
          : (value as TrialRules['parameters'][number]['value']),
        ofSheet: read.has(row.id) || row.id === assumedHelp,
      };
    })
    .sort((left, right) => Number(right.ofSheet) - Number(left.ofSheet));
}

function benefitsOf(pack: ResolvedPack): TrialRules['benefits'] {
  return pack.rows.benefits.map(({ row }) => {
    const amount = row.amount === undefined ? undefined : pack.scope.parameters.get(row.amount);
    return {
      id: row.id,
      ...markOf(row),
      who: { ...row.who },
      amount: typeof amount?.value === 'number' ? amount.value : null,
      unit: { ...unitText(amount?.unit ?? {}) },
      eligible: row.eligible ?? null,
    };
  });
}

async function placesWithSheet(
  { tx, actor, area, today, platform }: Context,
  on: PlainDate,
): Promise<TrialRules['places']> {
  const inside = platform.packs.all().flatMap(({ pack }) => {
    const place = areaCode(pack.manifest.area);
    if (!isWithin(place, area) || !mayEnter(actor, place)) return [];
    const resolved = platform.packs.inForce(place, on);
    return resolved === undefined || resolved.sheets.size === 0 ? [] : [{ place, resolved }];
  });
  const unique = [...new Map(inside.map((one) => [one.place, one])).values()];
  const named = await listAreas(
    tx,
    unique.map(({ place }) => place),
    today,
  );
  return unique.map(({ place, resolved }) => {
    const row = named.find(({ code }) => code === place);
    return {
      code: place,
      name: row?.name ?? place,
      level: row?.level ?? '',
      pack: { ...resolved.title },
    };
  });
}
