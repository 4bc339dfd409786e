// The charts a reader may open: sets of the packs in force here first, then those of other places, whose
// form can be borrowed. Gaps are told from what this installation can give, before anything is read.
import type { ChartSets, ChartView, getChart } from '#contract/insight-charts.ts';
import type { InputOf } from '#contract/route.ts';
import { isInScope } from '#domain/access/scope.ts';
import { datumTitles } from '#domain/insight/charts/datum-words.ts';
import { levelOf } from '#domain/kernel/area-code.ts';
import type { Context } from '#server/http/context.ts';
import { listAreaPath, listAreas } from '#server/registry/area.store.ts';
import { areaTiles } from '#server/registry/read-areas.ts';
import { listApproved } from './chart.store.ts';
import { chartData } from './chart-data.ts';
import { versionsOf } from './chart-versions.ts';
import { sourceOf } from './making.ts';
import { packsOfHere } from './own-packs.ts';
import { dataOf, makeChart, type PackChart } from './read-chart.ts';

export async function chartSetsOf(context: Context): Promise<ChartSets> {
  const { tx, area, today, platform } = context;
  const [named] = await listAreas(tx, [area], today);
  const approved = await listApproved(tx, area);
  const own = packsOfHere(context);
  const packs = platform.packs
    .all()
    .filter(({ pack: { manifest } }) => own.has(manifest.id) || !isInvented(manifest.area))
    .flatMap(({ pack }) => platform.packs.resolve(pack.manifest.id, today) ?? []);
  const sets = packs.flatMap((pack) =>
    pack.rows.chartSets
      .filter((placed) => placed.pack === pack.id)
      .map(({ row }) => ({
        pack: { id: pack.id, title: pack.title, version: pack.version },
        own: own.has(pack.id),
        id: row.id,
        title: row.title,
        note: row.note ?? null,
        charts: row.charts.map((chart) => ({
          id: chart.id,
          title: chart.title,
          kind: chart.kind,
          level: chart.level,
          shows: chart.shows,
          verified: chart.verified,
          missing: missingOf(chart),
          approvedAt:
            approved.find((one) => one.pack === pack.id && one.chart === chart.id)?.approved_at ??
            null,
        })),
      })),
  );
  return {
    area: { code: area, name: named?.name ?? '全国', level: levelOf(area) },
    sets: sets.sort((left, right) => Number(right.own) - Number(left.own)),
  };
}

/** 99 is no province: a pack of an invented place tries the engine, and its charts are nobody's form. */
function isInvented(area: string): boolean {
  return area.startsWith('99');
}

export async function chartOf(
  context: Context,
  { params }: InputOf<typeof getChart>,
): Promise<ChartView> {
  const { tx, area, today, now, scope } = context;
  const { pack, set, chart, isOwn, content, hash } = await makeChart(context, params);
  const path = await listAreaPath(tx, area, today);
  const { tiles } = await areaTiles(tx, area, today);
  return {
    pack: { id: pack.id, title: pack.title, version: pack.version, edition: pack.edition },
    set: {
      id: set.id,
      title: set.title,
      charts: set.charts.map(({ id, title }) => ({ id, title })),
    },
    id: chart.id,
    kind: chart.kind,
    level: chart.level,
    own: isOwn,
    source: sourceOf(pack, chart.source ?? set.source),
    verified: chart.verified,
    note: chart.note ?? set.note ?? null,
    content,
    hash,
    asOf: now,
    today,
    parts: tiles
      .filter((tile) => isInScope(tile.code, scope))
      .map(({ code, name }) => ({ code, name })),
    path: path.map(({ code, name, level }) => ({ code, name, level })),
    versions: await versionsOf(context, params, hash),
    mayPropose: context.may('insight.report'),
  };
}

function missingOf(chart: PackChart) {
  const given = new Set<string>(chartData.map(({ id }) => id));
  return dataOf(chart)
    .filter((id) => !given.has(id))
    .map((id) => ({ ...datumTitles[id] }));
}
