// Help in an area at a glance, and the lists behind each number.
import { z } from 'zod';
import type { AssistanceSummary, getAssistance, listPlans } from '#contract/assistance-summary.ts';
import type { InputOf, OutputOf } from '#contract/route.ts';
import {
  funnelOf,
  stagedKindNames,
  stagedKindOf,
  stagedKinds,
} from '#domain/assistance/delivery-stages.ts';
import { measureSums } from '#domain/assistance/measure-sums.ts';
import { levelOf, spanOf } from '#domain/kernel/area-code.ts';
import { codeTitle } from '#domain/policy/pack/document-shape.ts';
import type { ResolvedPack } from '#domain/policy/pack/resolve-pack.ts';
import type { Context } from '#server/http/context.ts';
import { pageFrom, readCursor } from '#server/http/cursor.ts';
import { nameAreas } from '#server/registry/area-names.ts';
import { countyOrBelow, digitsBelow } from '#server/workforce/coverage.ts';
import { namesOf } from '#server/workforce/helper-view.ts';
import type { HelpSum } from './help-sum.store.ts';
import { helpSums, villagesWithoutPlan } from './help-sums.ts';
import { measureTitle, packAt } from './rules-of-help.ts';
import { listPlanned, listWaiting } from './summary.store.ts';

export async function summaryOf(
  context: Context,
  _: InputOf<typeof getAssistance>,
): Promise<AssistanceSummary> {
  const { today } = context;
  const area = countyOrBelow(context.area);
  const pack = packAt(context, area);
  const help = await helpSums(context, { area, digits: digitsBelow(area) });
  const { plans } = help;
  const cells = help.of('cell').map(cellOf);
  const deliveries = help.of('delivery').map(deliveryOf);
  const details = help.of('detail').map(detailOf);
  const nameOf = await namesOf(context, [area, ...plans.map((one) => one.area)]);
  const sums = measureSums(
    cells,
    help.of('primary').map(({ key: [code = null], ...one }) => ({ ...one, code })),
  );
  const codes = codesOf(pack, cells);
  const counted = { households: 0, persons: 0 };
  const byArea = plans.map(({ area: code, ...one }) => ({
    code,
    name: nameOf(code),
    ...one,
    none: one.registered - one.planned,
  }));
  const total = (key: 'registered' | 'planned' | 'submitted' | 'none' | 'late') =>
    byArea.reduce((sum, one) => sum + one[key], 0);
  return {
    area: { code: area, name: nameOf(area) },
    today,
    registered: total('registered'),
    planned: total('planned'),
    submitted: total('submitted'),
    none: total('none'),
    late: total('late'),
    byArea: byArea.sort((left, right) => right.none + right.late - left.none - left.late),
    causes: causesOf(pack, cells),
    measures: codes.map((code) => ({
      code,
      title: measureTitle(pack, code),
      byBenefit: plain(sums.byBenefit.get(code) ?? counted),
      byPrimary: plain(sums.byPrimary.get(code) ?? counted),
      target: levelOf(area) === 'county' ? targetOf(pack, code) : null,
    })),
    cells: cells.map(({ cause, code, households, persons }) => ({
      cause: cause ?? 'none',
      code,
      households,
      persons,
    })),
    sumByBenefit: plain(sums.sumByBenefit),
    helped: plain(sums.helped),
    unattributed: plain(sums.unattributed),
    taxonomies: (pack?.rows.taxonomies ?? []).map(({ row }) => ({
      id: row.id,
      title: row.title,
      verified: row.verified,
      codes: row.measures.map(({ code }) => code),
    })),
    deliveries: deliveriesOf(pack, deliveries),
    funnels: funnelsOf(pack, deliveries, details),
    disputes: deliveries
      .filter(({ state }) => state === 'disputed')
      .reduce((sum, one) => sum + one.benefits, 0),
  };
}

function cellOf({ key: [cause = null, code], households, persons }: HelpSum) {
  return { cause, code: code ?? '', households, persons };
}
type CellCount = ReturnType<typeof cellOf>;

function deliveryOf({ key: [code, kind, state, stage], ...one }: HelpSum) {
  return {
    code: code ?? '',
    kind: kind ?? '',
    state: state ?? '',
    stage: stage ?? null,
    benefits: one.households,
    promised_fen: one.promised_fen,
    delivered_fen: one.delivered_fen,
  };
}
type DeliveryCount = ReturnType<typeof deliveryOf>;

function detailOf({ key: [code, kind, list, value], households, persons }: HelpSum) {
  return {
    code: code ?? '',
    kind: kind ?? '',
    list: list ?? '',
    value: value ?? '',
    households,
    persons,
  };
}
type DetailCount = ReturnType<typeof detailOf>;

function plain({ households, persons }: { households: number; persons: number }) {
  return { households, persons };
}

/** Measures of the rules in their order, then what else is planned here. */
function codesOf(pack: ResolvedPack | undefined, cells: readonly CellCount[]): readonly string[] {
  const list = pack?.rows.lists.find(({ row }) => row.id === 'measure')?.row.codes ?? [];
  const used = cells.map(({ code }) => code);
  const named = (pack?.rows.taxonomies ?? [])
    .filter(({ row }) => row.list === 'measure')
    .flatMap(({ row }) => row.measures.map(({ code }) => code));
  const known = list.map(({ code }) => code).filter((code) => used.includes(code));
  return [...new Set([...named, ...known, ...used])];
}

function targetOf(pack: ResolvedPack | undefined, code: string) {
  const rows = (pack?.rows.taxonomies ?? [])
    .filter(({ row }) => row.list === 'measure')
    .flatMap(({ row }) => row.measures);
  return rows.find((one) => one.code === code)?.target ?? null;
}

function causesOf(pack: ResolvedPack | undefined, cells: readonly CellCount[]) {
  const used = new Set(cells.map(({ cause }) => cause ?? 'none'));
  const order = pack?.rows.lists.find(({ row }) => row.id === 'cause')?.row.codes ?? [];
  const codes = [...order.map(({ code }) => code).filter((code) => used.has(code))];
  for (const code of used) if (!codes.includes(code)) codes.push(code);
  return codes.map((code) => ({
    code,
    title:
      code === 'none'
        ? { zh: '未填写', en: 'Not recorded' }
        : pack === undefined
          ? { zh: code, en: code }
          : codeTitle(pack, 'cause', code),
  }));
}

function deliveriesOf(pack: ResolvedPack | undefined, rows: readonly DeliveryCount[]) {
  const codes = [...new Set(rows.map(({ code }) => code))];
  return codes.map((code) => {
    const own = rows.filter((row) => row.code === code);
    const count = (state: string) =>
      own.filter((row) => row.state === state).reduce((sum, row) => sum + row.benefits, 0);
    const fen = (key: 'promised_fen' | 'delivered_fen') =>
      own.filter(({ state }) => state !== 'leftOut').reduce((sum, row) => sum + row[key], 0);
    return {
      code,
      title: measureTitle(pack, code),
      promised: count('promised'),
      delivered: count('delivered'),
      confirmed: count('confirmed'),
      disputed: count('disputed'),
      leftOut: count('leftOut'),
      promisedFen: fen('promised_fen'),
      deliveredFen: fen('delivered_fen'),
    };
  });
}

function funnelsOf(
  pack: ResolvedPack | undefined,
  rows: readonly DeliveryCount[],
  details: readonly DetailCount[],
): AssistanceSummary['funnels'] {
  return stagedKindNames.flatMap((id) => {
    const own = rows.filter((row) => row.state !== 'leftOut' && stagedKindOf(row) === id);
    if (own.length === 0) return [];
    const at = new Map<string, number>();
    for (const { stage, benefits } of own) {
      at.set(stage ?? '', (at.get(stage ?? '') ?? 0) + benefits);
    }
    const { title, stages } = stagedKinds[id];
    return [
      {
        id,
        title,
        waiting: at.get('') ?? 0,
        stages: funnelOf(stages, at).map(({ stage, count }) => ({ ...stage, count })),
        details: details
          .filter((one) => stagedKindOf(one) === id)
          .map(({ list, value, households, persons }) => ({
            list: pack?.rows.lists.find(({ row }) => row.id === list)?.row.title ?? {
              zh: list,
              en: list,
            },
            title: pack === undefined ? { zh: value, en: value } : codeTitle(pack, list, value),
            households,
            persons,
          })),
      },
    ];
  });
}

const Keys = z.tuple([z.string(), z.string()]);

export async function plansIn(
  context: Context,
  { query }: InputOf<typeof listPlans>,
): Promise<OutputOf<typeof listPlans>> {
  const { tx, today } = context;
  const area = countyOrBelow(context.area);
  const { show, measure, cause, limit } = query;
  const asked = {
    span: spanOf(area),
    today,
    measure,
    cause,
    after: readCursor(query.cursor, Keys),
    limit: limit + 1,
  };
  const villages = show === 'none' ? await villagesWithoutPlan(context, area) : undefined;
  const rows =
    show === 'waiting'
      ? await listWaiting(tx, asked)
      : await listPlanned(tx, { ...asked, show, villages });
  const { items, next } = pageFrom(rows, limit, (row) => [row.area_code, row.key]);
  const placeOf = await nameAreas(
    tx,
    items.map(({ area_code }) => area_code),
    today,
  );
  const pack = packAt(context, area);
  return {
    items: items.map((row) => ({
      household: row.household_id,
      plan: row.plan_id,
      householdNo: row.household_no,
      headName: row.head_name,
      areaCode: row.area_code,
      ...placeOf(row.area_code),
      members: row.members ?? 0,
      cause: row.cause === null || pack === undefined ? null : codeTitle(pack, 'cause', row.cause),
      measures: (row.codes ?? []).map((code) => measureTitle(pack, code)),
      number: row.number,
      state: row.state,
      submittedBy: row.submitted_by_name,
      submittedAt: row.submitted_at,
      lateSince: row.late_since,
    })),
    next,
  };
}
