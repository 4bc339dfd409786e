// The planning board of a county or a township, and the live network of whatever lies below an area.
import type { Board, BoardVillage, getBoard } from '#contract/insight-board.ts';
import type { InputOf, OutputOf } from '#contract/route.ts';
import { isInScope } from '#domain/access/scope.ts';
import { forecastOf, standingOf } from '#domain/insight/board/forecast.ts';
import { middleOfOutline } from '#domain/insight/layers/outline-spots.ts';
import { monthsOf } from '#domain/insight/map/months.ts';
import {
  areaCode,
  countyDigits,
  levelOf,
  spanOf,
  villageDigits,
} from '#domain/kernel/area-code.ts';
import { shortNameOf } from '#domain/registry/area.ts';
import { stages } from '#domain/registry/stage.ts';
import type { Tx } from '#server/database/connect.ts';
import type { Context } from '#server/http/context.ts';
import { listAreas } from '#server/registry/area.store.ts';
import { hasBoundaries, listBoundaries } from '#server/registry/area-own.store.ts';
import { listCounts } from '#server/registry/count.store.ts';
import { areaTiles } from '#server/registry/read-areas.ts';
import { listMonths } from '../charts/movement.store.ts';
import { networkOf } from './network.ts';
import { projectsOf, teamsOf, unitsOf } from './pieces.ts';
import { listPlacements, type PlacementRow } from './placement.store.ts';
import { scenariosOf } from './scenarios.ts';

export async function boardOf(
  context: Context,
  _: InputOf<typeof getBoard>,
): Promise<OutputOf<typeof getBoard>> {
  const { tx, area, today, now, scope } = context;
  const isWide = area.length < countyDigits;
  const map = await areaTiles(tx, area, today);
  const tiles = map.tiles.filter((tile) => isInScope(tile.code, scope));
  const [named] = await listAreas(tx, [area], today);
  const placements = isWide ? [] : await listPlacements(tx, spanOf(area));
  const villages = isWide ? [] : await villagesOf(context, placements);
  return {
    area: { code: area, name: named?.name ?? '全国', level: levelOf(area) },
    today,
    asOf: now,
    isWide,
    townships:
      area.length === countyDigits
        ? tiles.map(({ code, name, column, row }) => ({ code, name, column, row }))
        : [],
    villages,
    units: isWide ? [] : await unitsOf(context, placements),
    teams: isWide ? [] : await teamsOf(context, placements),
    projects: isWide ? [] : await projectsOf(context, placements),
    scenarios: isWide ? [] : await scenariosOf(context),
    positions: isWide
      ? []
      : await positionsOf(
          tx,
          villages.map(({ code }) => code),
        ),
    boundaries: await hasBoundaries(
      tx,
      tiles.map(({ code }) => code),
    ),
    network: await networkOf(context),
    mayPlace: context.may('monitoring.steer') && !isWide,
  };
}

async function villagesOf(
  context: Context,
  placements: readonly PlacementRow[],
): Promise<BoardVillage[]> {
  const { tx, area, today } = context;
  const span = spanOf(area);
  const moved = await listMonths(tx, { span, kept: villageDigits, digits: villageDigits });
  const codes = [...new Set(moved.map((one) => one.area))].sort();
  const months = monthsOf(moved, { parts: codes, today });
  const names = new Map(
    (await listAreas(tx, codes, today)).map((one) => [String(one.code), one.name]),
  );
  const counted = await listCounts(tx, codes.map(areaCode), ['stage']);
  const years = new Map(
    placements.filter(({ kind }) => kind === 'village').map((one) => [one.subject, one]),
  );
  return codes.map((code, at) => {
    const history = historyOf(months.map(({ standing }) => standing[at] ?? []));
    const placed = years.get(code);
    const year = placed?.year ?? null;
    const registered = counted
      .filter((line) => line.area === code && line.key !== 'SURVEYED')
      .reduce((sum, line) => sum + line.households, 0);
    return {
      code,
      name: shortNameOf(names.get(code) ?? code),
      township: code.slice(0, 9),
      registered,
      history,
      year,
      placedBy: placed?.account_name ?? null,
      placedAt: placed?.placed_at ?? null,
      forecast: forecastOf(history),
      state: standingOf(history, year, today),
    };
  });
}

/** By month: still poor, of them applied, and announced as having left. */
function historyOf(months: readonly (readonly number[])[]) {
  const sum = (byStage: readonly number[], isCounted: (stage: string) => boolean) =>
    byStage.reduce((all, n, stage) => (isCounted(stages[stage] ?? '') ? all + n : all), 0);
  const exit = 'EXIT_ANNOUNCED';
  return {
    poor: months.map((month) => sum(month, (stage) => stage !== 'SURVEYED' && stage !== exit)),
    underWay: months.map((month) =>
      sum(month, (stage) => !['', 'SURVEYED', 'LISTED', exit].includes(stage)),
    ),
    exited: months.map((month) => sum(month, (stage) => stage === exit)),
  };
}

/** Middles of the villages whose outlines the county loaded. */
async function positionsOf(tx: Tx, codes: readonly string[]): Promise<Board['positions']> {
  const outlines = await listBoundaries(tx, codes);
  return outlines.flatMap(({ code, geometry }) => {
    const middle = middleOfOutline(geometry);
    return middle === undefined ? [] : [{ code, ...middle }];
  });
}
