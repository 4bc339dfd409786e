// The planning board of a county or a township, and the live network of whatever lies below an area.
import type { Board, BoardVillage, getBoard, placeOnBoard } from '#contract/insight-board.ts';
import type { InputOf, OutputOf } from '#contract/route.ts';
import { isInScope } from '#domain/access/scope.ts';
import { forecastOf, standingOf } from '#domain/insight/board/forecast.ts';
import { boardNeedsVillage, noSuchPiece } from '#domain/insight/board/refusals.ts';
import { monthsOf } from '#domain/insight/map/months.ts';
import { areaCode, countyNumberOf, levelOf, spanOf } from '#domain/kernel/area-code.ts';
import { countyOfId } from '#domain/kernel/id.ts';
import { addDays, daysBetween, plainDate } from '#domain/kernel/plain-date.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { shortNameOf } from '#domain/registry/area.ts';
import { stages } from '#domain/registry/stage.ts';
import type { Context } from '#server/http/context.ts';
import { listAreas } from '#server/registry/area.store.ts';
import { listCounts } from '#server/registry/count.store.ts';
import { areaTiles } from '#server/registry/read-areas.ts';
import { findUnit, listUnitRows } from '#server/workforce/unit.store.ts';
import { listLastDays, listMonths, sumMovements } from '../charts/movement.store.ts';
import { insertPlacement, listPlacements, type PlacementRow } from './placement.store.ts';

const countyDigits = 6;
const villageDigits = 12;

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
  return {
    area: { code: area, name: named?.name ?? '全国', level: levelOf(area) },
    today,
    asOf: now,
    isWide,
    townships:
      area.length === countyDigits
        ? tiles.map(({ code, name, column, row }) => ({ code, name, column, row }))
        : [],
    villages: isWide ? [] : await villagesOf(context, placements),
    units: isWide ? [] : await unitsOf(context, placements),
    network: await networkOf(
      context,
      tiles.map(({ code, name }) => ({ code, name })),
    ),
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

/** By month: still poor, and announced as having left. */
function historyOf(months: readonly (readonly number[])[]) {
  const sum = (byStage: readonly number[], isCounted: (stage: string) => boolean) =>
    byStage.reduce((all, n, stage) => (isCounted(stages[stage] ?? '') ? all + n : all), 0);
  const exit = 'EXIT_ANNOUNCED';
  return {
    poor: months.map((month) => sum(month, (stage) => stage !== 'SURVEYED' && stage !== exit)),
    exited: months.map((month) => sum(month, (stage) => stage === exit)),
  };
}

async function unitsOf(
  { tx, area }: Context,
  placements: readonly PlacementRow[],
): Promise<Board['units']> {
  const county = areaCode(area.slice(0, countyDigits));
  const rows = await listUnitRows(tx, { span: spanOf(county), kind: undefined });
  const places = new Map(
    placements.filter(({ kind }) => kind === 'unit').map((one) => [one.subject, one.area_code]),
  );
  // Co-operatives and mutual funds are of their villages already; nobody sends them to one.
  const sent = rows.filter(({ kind }) => kind !== 'cooperative' && kind !== 'fund');
  return sent.map(({ id, name, kind }) => {
    const place = places.get(id);
    return { id, name, kind, village: place?.length === villageDigits ? place : null };
  });
}

async function networkOf(
  { tx, area, today }: Context,
  parts: readonly { readonly code: string; readonly name: string }[],
): Promise<Board['network']> {
  const [first] = parts;
  if (first === undefined || first.code.length > villageDigits) return [];
  const span = spanOf(area);
  const digits = first.code.length;
  const kept = Math.max(digits, countyDigits);
  const from = addDays(today, -6);
  const week = await sumMovements(tx, { span, kept, digits, from, to: today });
  const now = await sumMovements(tx, { span, kept, digits, from: today, to: today });
  const last = await listLastDays(tx, { span, kept, digits });
  const sum = (rows: typeof week, code: string) =>
    rows.filter((one) => one.area === code).reduce((all, one) => all + one.households, 0);
  return parts.map(({ code, name }) => {
    const lastOn = last.get(code) ?? null;
    return {
      code,
      name,
      today: sum(now, code),
      week: sum(week, code),
      lastOn,
      silentDays: lastOn === null ? null : Math.max(0, daysBetween(plainDate(lastOn), today)),
    };
  });
}

export async function placedOnBoard(
  context: Context,
  { body }: InputOf<typeof placeOnBoard>,
): Promise<undefined> {
  const { tx, actor, area, now } = context;
  const isVillage = levelOf(area) === 'village';
  const isTakenOff = body.unit !== undefined && levelOf(area) === 'county';
  if (!isVillage && !isTakenOff) refuse(boardNeedsVillage, { area });
  if (body.unit !== undefined) {
    const unit = await findUnit(tx, { county: countyOfId(body.unit), id: body.unit });
    if (unit === undefined || countyOfId(body.unit) !== countyNumberOf(area)) refuse(noSuchPiece);
  }

  const county = countyNumberOf(area) ?? 0;
  const id = context.newId(county);

  await insertPlacement(tx, {
    county,
    id,
    area_code: area,
    kind: body.unit === undefined ? 'village' : 'unit',
    subject: body.unit ?? area,
    year: body.unit === undefined ? body.year : null,
    account: actor.account,
    account_name: actor.displayName,
    placed_at: now,
  });
  const facts = body.unit === undefined ? { year: body.year } : {};
  context.note({ area, subject: `placement:${id}`, facts });
}
