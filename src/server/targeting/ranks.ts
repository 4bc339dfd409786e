// Runs as lists: the runs of an area, one run with its distribution, and the rank list around the
// cut-off.
import { z } from 'zod';
import type { InputOf, OutputOf } from '#contract/route.ts';
import type { getRun, listRanks, listRuns, Run } from '#contract/targeting.ts';
import { narrowTo } from '#domain/access/actor.ts';
import {
  type AreaCode,
  areaCode,
  atLevel,
  levelOf,
  parentOf,
  pathOf,
  spanOf,
} from '#domain/kernel/area-code.ts';
import { plainDate } from '#domain/kernel/plain-date.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { noSuchRun } from '#domain/targeting/refusals.ts';
import type { Context } from '#server/http/context.ts';
import { pageFrom, readCursor } from '#server/http/cursor.ts';
import { packNameOf } from '#server/policy/pack-name.ts';
import { listAreas } from '#server/registry/area.store.ts';
import {
  findRun,
  listRanked,
  listRunRows,
  listTallies,
  type ScoreRun,
  tallyNow,
} from './score.store.ts';
import { nearPoints } from './score-area.ts';

export async function runsOf(context: Context): Promise<OutputOf<typeof listRuns>> {
  const { tx, area, today } = context;
  const rows = await listRunRows(tx, { span: spanOf(area), path: pathOf(area) });
  const names = await listAreas(tx, [...new Set(rows.map((row) => row.area_code))], today);
  return { items: rows.map((row) => runView(context, row, names)), next: null };
}

export async function runOf(
  context: Context,
  { params }: InputOf<typeof getRun>,
): Promise<OutputOf<typeof getRun>> {
  const { tx, today, actor, platform } = context;
  const run = await getRow(context, params.id);
  const area = areaWithin(context.area, run);
  const own = narrowTo(actor, area);
  const kept = own.every((code) => levelOf(code) !== 'village' && code.length <= 9);
  const tallies = kept
    ? await listTallies(tx, run.id, own)
    : await tallyNow(tx, {
        run: run.id,
        cutOff: run.cut_off,
        near: nearPoints,
        spans: own.map(spanOf),
      });
  const pack = platform.packs.resolve(run.pack, plainDate(run.as_of), run.pack_version);
  const vetoes = pack?.sheets.get(run.sheet)?.vetoes ?? [];
  const names = await listAreas(tx, [run.area_code], today);
  return {
    ...runView(context, run, names),
    scored: tallies.get('scored') ?? 0,
    undetermined: tallies.get('undetermined') ?? 0,
    vetoed: tallies.get('vetoed') ?? 0,
    distribution: [...tallies]
      .filter(([key]) => key.startsWith('points:'))
      .map(([key, households]) => ({ points: Number(key.slice(7)), households }))
      .sort((left, right) => left.points - right.points),
    within: tallies.get('within') ?? 0,
    beyond: tallies.get('beyond') ?? 0,
    nearMisses: tallies.get('near') ?? 0,
    vetoes: vetoes.map(({ row }, index) => ({
      id: row.id,
      title: row.title,
      households: tallies.get(`veto:${index + 1}`) ?? 0,
    })),
  };
}

const RankKeys = z.tuple([z.number(), z.string()]);

export async function ranksOf(
  context: Context,
  { params, query }: InputOf<typeof listRanks>,
): Promise<OutputOf<typeof listRanks>> {
  const { tx, today, platform } = context;
  const run = await getRow(context, params.id);
  const area = areaWithin(context.area, run);
  const after = readCursor(query.cursor, RankKeys);
  const { cut_off: cutOff } = run;
  const reach = query.within ?? nearPoints;
  const bounded = cutOff !== null && query.within !== undefined;
  const opensAtCutOff = cutOff !== null && query.around === 'cutOff';
  const rows = await listRanked(tx, {
    run: run.id,
    span: spanOf(area),
    limit: query.limit + 1,
    ...(after === undefined ? {} : { after }),
    ...(bounded || opensAtCutOff ? { from: (cutOff ?? 0) - reach } : {}),
    ...(bounded ? { to: (cutOff ?? 0) + reach } : {}),
    ...(query.side === 'beyond' && cutOff !== null ? { outOnlyAbove: cutOff } : {}),
  });
  const page = pageFrom(rows, query.limit, (row) => [row.total, row.household_id]);
  const pack = platform.packs.resolve(run.pack, plainDate(run.as_of), run.pack_version);
  const vetoes = pack?.sheets.get(run.sheet)?.vetoes ?? [];
  const names = await villageNames(
    context,
    page.items.map((row) => row.area_code),
    today,
  );
  return {
    items: page.items.map((row) => ({
      household: row.household_id,
      householdNo: row.household_no,
      headName: row.head_name ?? '',
      areaCode: row.area_code,
      areaName: names.get(row.area_code) ?? row.area_code,
      members: row.members,
      stage: row.stage,
      total: row.total,
      vetoes: row.vetoes.map((position) => vetoes[position - 1]?.row.id ?? String(position)),
      undetermined: row.undetermined,
      distance: row.total === null || cutOff === null ? null : row.total - cutOff,
    })),
    next: page.next,
  };
}

async function villageNames(
  { tx }: Context,
  codes: readonly string[],
  on: Context['today'],
): Promise<ReadonlyMap<string, string>> {
  const villages = new Map(codes.map((code) => [code, atLevel(areaCode(code), 'village')]));
  const wanted = [...villages.values()].filter((code): code is AreaCode => code !== undefined);
  const rows = await listAreas(
    tx,
    [...new Set(wanted.flatMap((code) => [code, parentOf(code) ?? code]))],
    on,
  );
  const names = new Map(rows.map((row) => [row.code as string, row.name]));
  return new Map(
    [...villages].map(([code, village]) => {
      const township = village === undefined ? undefined : parentOf(village);
      return [code, `${names.get(township ?? '') ?? ''}${names.get(village ?? '') ?? ''}`];
    }),
  );
}

async function getRow({ tx }: Context, id: string): Promise<ScoreRun> {
  return (await findRun(tx, id)) ?? refuse(noSuchRun);
}

/** The reader's area when it lies inside the run's, else the run's own. */
function areaWithin(area: AreaCode, run: ScoreRun): AreaCode {
  return area.startsWith(run.area_code) ? area : areaCode(run.area_code);
}

function runView(
  { platform }: Context,
  run: ScoreRun,
  names: readonly { readonly code: string; readonly name: string }[],
): Run {
  return {
    id: run.id,
    areaCode: run.area_code,
    areaName: names.find((area) => area.code === run.area_code)?.name ?? run.area_code,
    pack: packNameOf(platform.packs, run.pack, run.pack_version),
    sheet: run.sheet,
    asOf: run.as_of,
    state: run.state as Run['state'],
    job: run.job,
    cutOff: run.cut_off,
    scored: run.scored,
    undetermined: run.undetermined,
    vetoed: run.vetoed,
    startedAt: run.started_at,
    finishedAt: run.finished_at,
  };
}
