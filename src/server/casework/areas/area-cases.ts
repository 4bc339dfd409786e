// A process begins for a village or a county itself; which ones may, with the reason of those that may not.
import type { areaCases, beginAreaCase } from '#contract/casework-areas.ts';
import type { InputOf, OutputOf } from '#contract/route.ts';
import { type CaseRules, canBeRun, caseRulesOf } from '#domain/casework/case-rules.ts';
import { alreadyLeft, alreadyOpen, noSuchProcess } from '#domain/casework/refusals.ts';
import { countyNumberOf, levelOf } from '#domain/kernel/area-code.ts';
import { deny } from '#domain/kernel/deny.ts';
import { type RefusalKind, refuse } from '#domain/kernel/refusal.ts';
import type { ResolvedPack } from '#domain/policy/pack/resolve-pack.ts';
import { noPackInForce } from '#domain/policy/refusals.ts';
import { openCase } from '#server/casework/begin-case.ts';
import type { QueueRecord } from '#server/casework/case.store.ts';
import { ownWords, rowView } from '#server/casework/case-row-view.ts';
import { findRules, heldFor } from '#server/casework/load-case.ts';
import type { Context } from '#server/http/context.ts';
import { nameAreas, type PlaceNames } from '#server/registry/area-names.ts';
import { holdArea, listCasesOfAreas } from './area-case.store.ts';

export async function begin(
  context: Context,
  { body }: InputOf<typeof beginAreaCase>,
): Promise<OutputOf<typeof beginAreaCase>> {
  const { tx, area, today } = context;
  await holdArea(tx, area);
  const pack = packOf(context);
  const rules = (await processesOf(context, pack)).find((one) => one.process === body.process);
  if (rules === undefined) return refuse(noSuchProcess, { process: body.process });
  const place = (await nameAreas(tx, [area], today))(area);
  const denial = beginDenial(rules, await listCasesOfAreas(tx, [area]), place);
  if (denial !== undefined) refuse(denial);

  const county = countyNumberOf(area) ?? 0;
  return openCase(context, { pack, rules, place: { county, household_id: null, area_code: area } });
}

export async function casesOfArea(
  context: Context,
  _input: InputOf<typeof areaCases>,
): Promise<OutputOf<typeof areaCases>> {
  const { tx, area, today } = context;
  const rows = await listCasesOfAreas(tx, [area]);
  const place = (await nameAreas(tx, [area], today))(area);
  const mine = await ownWords(context);
  const processes = await processesOf(context, packOf(context));
  return {
    items: rows.map((row) =>
      rowView(context, row, { rules: findRules(context, row)?.rules, place, mine }),
    ),
    processes: processes.map((rules) => ({
      id: rules.process,
      title: rules.title,
      closed: beginDenial(rules, rows, place)?.message ?? null,
    })),
  };
}

function packOf({ platform, area, today }: Context): ResolvedPack {
  return platform.packs.inForce(area, today) ?? refuse(noPackInForce, { area, on: today });
}

/** Of the pack, those about an area of this level that somebody can run here. */
async function processesOf(context: Context, pack: ResolvedPack): Promise<readonly CaseRules[]> {
  const { area } = context;
  const { all } = await heldFor(context, area);
  return pack.rows.processes.flatMap(({ row }) => {
    const rules = caseRulesOf(pack, row.id);
    const isOfHere = rules !== undefined && rules.subject === levelOf(area);
    return isOfHere && canBeRun(rules, all) ? [rules] : [];
  });
}

/** One at a time, and none again once it came to what it was begun for. */
function beginDenial(
  { process, title, intendedEnd }: CaseRules,
  rows: readonly QueueRecord[],
  place: PlaceNames,
): RefusalKind | undefined {
  const own = rows.filter((row) => row.process === process);
  if (own.some(({ step }) => step !== null)) return deny(alreadyOpen);
  const done = own.find(({ end_id: end }) => end === intendedEnd);
  if (done === undefined) return undefined;
  return deny(alreadyLeft, {
    place: place.county || place.village,
    process: title,
    on: done.ended_on ?? '',
  });
}
