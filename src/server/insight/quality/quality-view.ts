// Data quality of an area from the kept sums: by rule, by part, by day; and the households behind a
// number, looked up in the register as it stands.
import { z } from 'zod';
import type { getQuality, listFailing } from '#contract/insight-quality.ts';
import type { InputOf, OutputOf } from '#contract/route.ts';
import { narrowTo } from '#domain/access/actor.ts';
import { isInScope } from '#domain/access/scope.ts';
import { qualityListTooWide } from '#domain/insight/quality/refusals.ts';
import { type QualityRuleId, qualityRules } from '#domain/insight/quality/rules.ts';
import { countyDigits, spanOf } from '#domain/kernel/area-code.ts';
import { addDays } from '#domain/kernel/plain-date.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import type { Context } from '#server/http/context.ts';
import { pageFrom, readCursor } from '#server/http/cursor.ts';
import { listAreas } from '#server/registry/area.store.ts';
import { nameAreas } from '#server/registry/area-names.ts';
import { areaTiles } from '#server/registry/read-areas.ts';
import { standardOf } from './keep-quality.ts';
import {
  findCountedAt,
  listFailingRows,
  listQualityDays,
  type QualitySum,
  sumQuality,
} from './quality.store.ts';

type View = OutputOf<typeof getQuality>;

const trendDays = 90;

export async function qualityOf(context: Context): Promise<View> {
  const { tx, area, today, scope, actor } = context;
  const own = narrowTo(actor, area);
  const spans = own.map(spanOf);
  const map = await areaTiles(tx, area, today);
  const parts = map.tiles.filter((tile) => isInScope(tile.code, scope));
  const digits = parts[0]?.code.length ?? 12;
  // Below a village nothing is kept apart.
  const sums = digits > 12 ? [] : await sumQuality(tx, { spans, digits });
  const whole = addUp(digits > 12 ? await sumQuality(tx, { spans, digits: 12 }) : sums);
  const days = area.length < countyDigits ? [] : await daysOf(context);
  const [named] = await listAreas(tx, [area], today);
  const byKey = new Map(sums.map((one) => [`${one.area} ${one.rule}`, one]));
  return {
    area: named ?? { code: area, name: '全国', level: 'nation' },
    countedAt: await findCountedAt(tx, area, spanOf(area)),
    rules: qualityRules.map((rule) => ({
      ...rule,
      ...(whole.get(rule.id) ?? { checked: 0, failing: 0 }),
      byPart:
        digits > 12 ? [] : parts.map(({ code }) => countedOf(byKey.get(`${code} ${rule.id}`))),
      days: days
        .filter((one) => one.rule === rule.id)
        .map(({ day, checked, failing }) => ({ day, checked, failing })),
    })),
    parts: digits > 12 ? [] : parts.map(({ code, name }) => ({ code, name })),
  };
}

function daysOf({ tx, area, today }: Context) {
  return listQualityDays(tx, area, addDays(today, -trendDays));
}

function countedOf(sum: QualitySum | undefined) {
  return sum === undefined ? null : { checked: sum.checked, failing: sum.failing };
}

function addUp(sums: readonly QualitySum[]) {
  const whole = new Map<string, { checked: number; failing: number }>();
  for (const { rule, checked, failing } of sums) {
    const before = whole.get(rule) ?? { checked: 0, failing: 0 };
    whole.set(rule, { checked: before.checked + checked, failing: before.failing + failing });
  }
  return whole;
}

const Keys = z.tuple([z.string(), z.string(), z.string()]);

export async function failingOf(
  context: Context,
  { params, query }: InputOf<typeof listFailing>,
): Promise<OutputOf<typeof listFailing>> {
  const { tx, area, platform, actor, today } = context;
  if (area.length < countyDigits) {
    const [named] = await listAreas(tx, [area], today);
    refuse(qualityListTooWide, { area: named?.name ?? area });
  }
  const after = readCursor(query.cursor, Keys);
  const rows = await listFailingRows(tx, {
    rule: params.rule as QualityRuleId,
    standard: standardOf(platform, area.slice(0, countyDigits)),
    spans: narrowTo(actor, area).map(spanOf),
    limit: query.limit + 1,
    ...(after === undefined ? {} : { after }),
  });
  const { items, next } = pageFrom(rows, query.limit, (row) => [
    row.area_code,
    row.household_no,
    row.id,
  ]);
  const names = await nameAreas(
    tx,
    items.map((row) => row.area_code),
    today,
  );
  return {
    items: items.map((row) => ({
      id: row.id,
      householdNo: row.household_no,
      headName: row.head_name,
      areaCode: row.area_code,
      township: names(row.area_code).township,
      village: names(row.area_code).village,
      persons: [...row.persons],
    })),
    next,
  };
}
