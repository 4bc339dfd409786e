// The linked view of an area, and its households as points. Counts of a county are crossed when asked for;
// those of a province are the kept ones. Months come from the kept movements.
import type { getLinkedView, getMapPoints } from '#contract/insight-map.ts';
import type { OutputOf } from '#contract/route.ts';
import { narrowTo } from '#domain/access/actor.ts';
import { isInScope } from '#domain/access/scope.ts';
import { monthsOf } from '#domain/insight/map/months.ts';
import { mapTooWide } from '#domain/insight/map/refusals.ts';
import {
  type AreaCode,
  areaCode,
  countyDigits,
  levelOf,
  spanOf,
  villageDigits,
} from '#domain/kernel/area-code.ts';
import { yearOf } from '#domain/kernel/plain-date.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { stages } from '#domain/registry/stage.ts';
import type { Context } from '#server/http/context.ts';
import { povertyLineOf } from '#server/policy/poverty-line.ts';
import { listAreaPath, listAreas } from '#server/registry/area.store.ts';
import { hasBoundaries } from '#server/registry/area-own.store.ts';
import { hasKeptCounts, listCounts } from '#server/registry/count.store.ts';
import { areaTiles } from '#server/registry/read-areas.ts';
import { countCasesByArea } from '../charts/case-count.store.ts';
import { titleOfCode } from '../charts/making.ts';
import { listMonths } from '../charts/movement.store.ts';
import { type CubeRow, listCube, listPoints } from './cube.store.ts';

type View = OutputOf<typeof getLinkedView>;
const pointsMost = 40_000;

export async function linkedViewOf(context: Context): Promise<View> {
  const { tx, area, today, now, scope, platform, actor } = context;
  const map = await areaTiles(tx, area, today);
  const tiles = map.tiles.filter((tile) => isInScope(tile.code, scope));
  const codes = tiles.map(({ code }) => code);
  const names = new Map((await listAreas(tx, codes, today)).map((row) => [row.code, row.name]));
  const [named] = await listAreas(tx, [area], today);
  const kept = codes.every(hasKeptCounts);
  const cases = kept ? await countCasesByArea(tx, codes, today) : [];
  const counted = await countsOf(context, codes);
  const path = await listAreaPath(tx, area, today);
  const pack = platform.packs.inForce(narrowTo(actor, area)[0] ?? area, today);
  const title = (list: string, keys: readonly string[]) =>
    Object.fromEntries(
      keys.map((key) => [key, pack === undefined ? unnamed(key) : titleOfCode(pack, list, key)]),
    );
  const line = povertyLineOf(platform.packs, area, { year: yearOf(today), today });
  return {
    area: { code: area, name: named?.name ?? '全国', level: levelOf(area) },
    path: path.map(({ code, name, level }) => ({ code, name, level })),
    today,
    asOf: now,
    parts: tiles.map((tile) => {
      const own = cases.find((one) => one.area === tile.code);
      return {
        code: tile.code,
        name: names.get(tile.code) ?? tile.name,
        column: tile.column,
        row: tile.row,
        openCases: own?.open ?? 0,
        lateCases: own?.late ?? 0,
      };
    }),
    partLevel: codes[0] === undefined ? null : levelOf(codes[0]),
    tilesNote: { ...map.note },
    boundaries: await hasBoundaries(tx, codes),
    povertyLineYuan: line === null ? null : line.fen / 100,
    names: {
      cause: title('cause', counted.keys.cause),
      measure: title('measure', counted.keys.measure),
    },
    ...counted,
    months: await readMonths(context, codes),
  };
}

type Keys = View['keys'];

async function countsOf(
  context: Context,
  codes: readonly AreaCode[],
): Promise<Pick<View, 'keys' | 'counts'>> {
  const { tx, area } = context;
  const [first] = codes;
  if (area.length >= countyDigits) {
    const cube = await listCube(tx, { span: spanOf(area), digits: first?.length ?? area.length });
    const keys = keysOf(cube);
    const parts = first === undefined ? [area] : codes;
    return { keys, counts: { kind: 'cube', rows: cubeRows(cube, parts, keys) } };
  }
  const lines = await listCounts(tx, codes, ['stage', 'cause', 'measure', 'incomeBand']);
  const of = (metric: string) =>
    lines.filter((line) => line.metric === metric).map(({ key }) => key);
  const keys = {
    stage: [...stages],
    cause: unique(of('cause')),
    measure: unique(of('measure')),
    band: byNumber(of('incomeBand')),
  };
  return {
    keys,
    counts: {
      kind: 'kept',
      lines: lines.flatMap((line) => {
        const metric = line.metric === 'incomeBand' ? 'band' : (line.metric as keyof Keys);
        const key = (keys[metric] as readonly string[]).indexOf(line.key);
        const part = codes.indexOf(areaCode(line.area));
        const { households, persons } = line;
        return key < 0 || part < 0 ? [] : [{ part, metric, key, households, persons }];
      }),
    },
  };
}

function keysOf(cube: readonly CubeRow[]): Keys {
  return {
    stage: [...stages],
    cause: unique(cube.map(({ cause }) => cause)),
    measure: unique(cube.map(({ measure }) => measure)),
    band: byNumber(cube.map(({ band }) => band)),
  };
}

function cubeRows(cube: readonly CubeRow[], parts: readonly string[], keys: Keys): number[][] {
  const place = (list: readonly string[]) => new Map(list.map((one, index) => [one, index]));
  const at = {
    part: place(parts),
    stage: place(keys.stage),
    cause: place(keys.cause),
    measure: place(keys.measure),
    band: place(keys.band),
  };
  return cube.flatMap((row) => {
    const part = at.part.get(row.part);
    if (part === undefined) return [];
    return [
      [
        part,
        at.stage.get(row.stage) ?? 0,
        at.cause.get(row.cause) ?? 0,
        at.measure.get(row.measure) ?? 0,
        at.band.get(row.band) ?? 0,
        row.households,
        row.persons,
      ],
    ];
  });
}

async function readMonths({ tx, area, today }: Context, codes: readonly AreaCode[]) {
  const [first] = codes;
  if (first === undefined || first.length > villageDigits) return [];
  const moved = await listMonths(tx, {
    span: spanOf(area),
    kept: Math.max(first.length, countyDigits),
    digits: first.length,
  });
  return monthsOf(moved, { parts: codes, today });
}

export async function mapPointsOf(context: Context): Promise<OutputOf<typeof getMapPoints>> {
  const { tx, area, today } = context;
  if (area.length < countyDigits) return refuse(mapTooWide, { area });
  const rows = await listPoints(tx, { span: spanOf(area), most: pointsMost + 1 });
  const shown = rows.slice(0, pointsMost);
  const villages = [...new Set(shown.map(({ village }) => village))];
  const named = new Map((await listAreas(tx, villages, today)).map((row) => [row.code, row]));
  const cube = shown.map((row) => ({ ...row, part: '', households: 1, persons: 0 }));
  const keys = keysOf(cube);
  const partDigits = area.length === countyDigits ? 9 : villageDigits;
  return {
    placement: 'schematic',
    villages: villages.map((code) => ({
      code,
      name: named.get(areaCode(code))?.name ?? code,
      part: code.slice(0, partDigits),
    })),
    points: shown.map((row) => [
      villages.indexOf(row.village),
      keys.stage.indexOf(row.stage),
      keys.cause.indexOf(row.cause),
      keys.measure.indexOf(row.measure),
      keys.band.indexOf(row.band),
      row.id,
    ]),
    keys,
    capped: rows.length > pointsMost,
  };
}

function unique(keys: readonly string[]): string[] {
  return [...new Set(keys)].sort(
    (left, right) => Number(left === '') - Number(right === '') || (left < right ? -1 : 1),
  );
}

function byNumber(keys: readonly string[]): string[] {
  return [...new Set(keys)].sort(
    (left, right) => Number(left === '') - Number(right === '') || Number(left) - Number(right),
  );
}

function unnamed(key: string) {
  return { zh: key, en: key };
}
