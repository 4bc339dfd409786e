// The overview of an area: kept counts of the area and of its parts, put beside each other. Reads some
// hundreds of rows whatever the size of the area; nothing is scanned.

import type { getOverview } from '#contract/insight.ts';
import type { OutputOf } from '#contract/route.ts';
import { narrowTo } from '#domain/access/actor.ts';
import { isInScope } from '#domain/access/scope.ts';
import { type Counted, type FunnelStep, funnelOf } from '#domain/insight/funnel.ts';
import { type AreaCode, areaCode, isWithin, spanOf } from '#domain/kernel/area-code.ts';
import { yearOf } from '#domain/kernel/plain-date.ts';
import type { CountLine, CountMetric } from '#domain/registry/count.ts';
import type { stages } from '#domain/registry/stage.ts';
import type { Context } from '#server/http/context.ts';
import { povertyLineOf } from '#server/policy/poverty-line.ts';
import { listAreaPath, listAreas } from '#server/registry/area.store.ts';
import { hasBoundaries } from '#server/registry/area-own.store.ts';
import { countNow, countsOf, hasKeptCounts, listCounts } from '#server/registry/count.store.ts';
import { countOpenConflicts } from '#server/registry/open-conflicts.store.ts';
import { areaTiles } from '#server/registry/read-areas.ts';

type View = OutputOf<typeof getOverview>;

export async function overviewOf(context: Context): Promise<View> {
  const { tx, area, today, platform, scope } = context;
  const own = narrowTo(context.actor, area);
  const map = await areaTiles(tx, area, today);
  const seen = map.tiles.filter((tile) => isInScope(tile.code, scope));
  const [path, names] = [await listAreaPath(tx, area, today), await listAreas(tx, [area], today)];
  const lines = own.every(hasKeptCounts) ? await countsOf(tx, own) : await countNow(tx, own);
  const partLines = await countsOfParts(
    context,
    seen.map((tile) => tile.code),
  );
  const partNames = new Map(
    (
      await listAreas(
        tx,
        seen.map((tile) => tile.code),
        today,
      )
    ).map((row) => [row.code, row]),
  );
  const funnel = funnelOf(standing(lines));

  return {
    area: names[0] ?? { code: area, name: '全国', level: 'nation' },
    path: path.map(({ code, name, level }) => ({ code, name, level })),
    today,
    asOf: context.now,
    funnel: [...funnel],
    registered: stepOf(funnel, 'LISTED'),
    causes: group(lines, 'cause'),
    attributes: group(lines, 'attribute'),
    measures: group(lines, 'measure'),
    incomes: group(lines, 'incomeBand'),
    povertyLine: povertyLineOf(platform.packs, area, { year: yearOf(today), today }),
    sizes: group(lines, 'size'),
    parts: seen.map((tile) => {
      const own = partLines.filter((line) => line.area === tile.code);
      const { name, level } = partNames.get(tile.code) ?? { name: tile.name, level: '' };
      return {
        code: tile.code,
        name,
        level,
        tile: { column: tile.column, row: tile.row },
        funnel: [...funnelOf(standing(own))],
      };
    }),
    partLevel: partNames.get(seen[0]?.code ?? ('' as AreaCode))?.level ?? null,
    tilesPlaced: map.placement === 'authored',
    tilesNote: { ...map.note },
    boundaries: await hasBoundaries(
      tx,
      seen.map(({ code }) => code),
    ),
    conflictsOpen: await countOpenConflicts(tx, spanOf(area)),
    notes: platform.notes
      .filter((note) => isWithin(area, areaCode(note.area)) || isWithin(areaCode(note.area), area))
      .map(({ zh, en }) => ({ zh, en })),
  };
}

async function countsOfParts(
  { tx }: Context,
  parts: readonly AreaCode[],
): Promise<readonly CountLine[]> {
  if (parts.every(hasKeptCounts)) return listCounts(tx, parts, ['stage']);
  const counted = await Promise.all(
    parts.map(async (area) => (await countNow(tx, [area])).map((line) => ({ ...line, area }))),
  );
  return counted.flat();
}

function standing(lines: readonly CountLine[]): ReadonlyMap<string, Counted> {
  return new Map(lines.filter((line) => line.metric === 'stage').map((line) => [line.key, line]));
}

function stepOf(funnel: readonly FunnelStep[], stage: (typeof stages)[number]): Counted {
  const step = funnel.find((candidate) => candidate.stage === stage);
  return { households: step?.households ?? 0, persons: step?.persons ?? 0 };
}

/** One group of counts, the largest first; who has none recorded stands last. */
function group(lines: readonly CountLine[], metric: CountMetric): View['causes'] {
  return lines
    .filter((line) => line.metric === metric)
    .map(({ key, households, persons }) => ({ key, households, persons }))
    .sort(
      (left, right) =>
        Number(left.key === '') - Number(right.key === '') || right.households - left.households,
    );
}
