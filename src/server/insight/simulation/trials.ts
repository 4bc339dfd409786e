// Saved trials: what was changed and why, by whom, and the numbers as they came out that day. The
// numbers are computed here once more when it is saved; nobody sends them in.
import { z } from 'zod';
import {
  type deleteTrial,
  type getTrial,
  type listTrials,
  Simulation,
  type saveTrial,
  type Trial,
  type TrialHead,
} from '#contract/insight-simulation.ts';
import type { InputOf, OutputOf } from '#contract/route.ts';
import { noSuchTrial, notYourTrial } from '#domain/insight/refusals.ts';
import { Changes } from '#domain/insight/simulation/change.ts';
import { areaCode, countyNumberOf, spanOf } from '#domain/kernel/area-code.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import type { Context } from '#server/http/context.ts';
import { pageFrom, readCursor } from '#server/http/cursor.ts';
import { packNameOf } from '#server/policy/pack-name.ts';
import { readTrial } from './asked-trial.ts';
import { simulationOf } from './simulated.ts';
import {
  deleteTrialRecord,
  findTrial,
  insertTrial,
  listTrialRecords,
  type TrialRecord,
} from './trial.store.ts';

export async function keepTrial(
  context: Context,
  { body }: InputOf<typeof saveTrial>,
): Promise<OutputOf<typeof saveTrial>> {
  const { tx, actor, now, area } = context;
  const { name, reasons, changes, margin, on } = body;
  const asked = await readTrial(context, { on, changes, margin });

  const result = await simulationOf(context, asked);

  const id = context.newId(countyNumberOf(area) ?? 0);
  await insertTrial(tx, {
    id,
    area_code: area,
    account: actor.account,
    author_name: actor.displayName,
    name,
    reasons,
    on_date: asked.on,
    saved_at: now,
    pack: asked.base.id,
    pack_version: asked.base.version,
    margin,
    changes,
    result,
  });
  context.note({
    area,
    subject: `trial:${id}`,
    facts: {
      pack: asked.base.id,
      version: asked.base.version,
      changes: changes.length,
      enters: result.enters.households,
      leaves: result.leaves.households,
    },
  });

  return { id };
}

const PlaceKeys = z.tuple([z.string(), z.string()]);

export async function savedTrials(
  context: Context,
  { query }: InputOf<typeof listTrials>,
): Promise<OutputOf<typeof listTrials>> {
  const after = readCursor(query.cursor, PlaceKeys);
  const rows = await listTrialRecords(context.tx, {
    span: spanOf(context.area),
    after,
    limit: query.limit + 1,
  });
  const page = pageFrom(rows, query.limit, (row) => [row.saved_at, row.id]);
  return { items: page.items.map((row) => headOf(context, row)), next: page.next };
}

export async function savedTrial(
  context: Context,
  { params }: InputOf<typeof getTrial>,
): Promise<Trial> {
  const row = await getRecord(context, params.id);
  return { ...headOf(context, row), result: Simulation.parse(row.result) };
}

export async function removeTrial(
  context: Context,
  { params }: InputOf<typeof deleteTrial>,
): Promise<undefined> {
  const row = await getRecord(context, params.id);
  if (row.account !== context.actor.account) return refuse(notYourTrial);
  await deleteTrialRecord(context.tx, row.id);
  context.note({ area: areaCode(row.area_code), subject: `trial:${row.id}` });
  return undefined;
}

async function getRecord({ tx }: Context, id: string): Promise<TrialRecord> {
  return (await findTrial(tx, id)) ?? refuse(noSuchTrial);
}

function headOf({ actor, platform }: Context, row: TrialRecord): TrialHead {
  const result = Simulation.parse(row.result);
  return {
    id: row.id,
    name: row.name,
    reasons: row.reasons,
    area: result.area,
    author: row.author_name,
    own: row.account === actor.account,
    savedAt: row.saved_at,
    on: row.on_date,
    pack: packNameOf(platform.packs, row.pack, row.pack_version),
    margin: row.margin,
    changes: Changes.parse(row.changes),
    enters: result.enters,
    leaves: result.leaves,
    listed: result.variant.listed,
    costFen: result.cost.variantFen,
  };
}
