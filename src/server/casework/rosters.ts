// Rosters of a step: what waits, with the households that carry doubts first, and the sheets that were signed.
import {
  type getOpenRoster,
  type listRosters,
  type RosterLine,
  rosterMost,
} from '#contract/casework-rosters.ts';
import type { InputOf, OutputOf } from '#contract/route.ts';
import { type Held, heldAt } from '#domain/access/office.ts';
import type { StepRule } from '#domain/casework/case-rules.ts';
import { foldCase, standingSignatures } from '#domain/casework/case-state.ts';
import { doubtsOf } from '#domain/casework/doubts.ts';
import { type CaseView, capacitiesOf, standingDenial } from '#domain/casework/permit.ts';
import { notARoster } from '#domain/casework/signing-refusals.ts';
import { type AreaCode, areaCode } from '#domain/kernel/area-code.ts';
import { deny } from '#domain/kernel/deny.ts';
import { plainDate } from '#domain/kernel/plain-date.ts';
import { type Bilingual, refuse } from '#domain/kernel/refusal.ts';
import { codeTitle } from '#domain/policy/pack/document-shape.ts';
import { listOfficesOver } from '#server/access/office.store.ts';
import type { Context } from '#server/http/context.ts';
import { nameAreas } from '#server/registry/area-names.ts';
import type { HouseholdQueueRecord } from './case.store.ts';
import { ownWords } from './case-row-view.ts';
import { wordsOf } from './case-view.ts';
import { findRules } from './load-case.ts';
import { countWaiting, listActsOf, listRostersIn, listWaiting } from './roster.store.ts';
import { rosterTitles, unitName } from './signatures.ts';
import { signatureView } from './signing-view.ts';

const shownSheets = 50;
const digitsOf: Readonly<Record<string, number>> = { township: 9, county: 6, city: 4, province: 2 };

export async function rosters(context: Context): Promise<OutputOf<typeof listRosters>> {
  const { tx, area } = context;
  const words = await ownWords(context);
  const open = new Map<string, OutputOf<typeof listRosters>['open'][number]>();
  for (const row of await countWaiting(tx, { area, words })) {
    const rules = findRules(context, row)?.rules;
    const step = rules?.steps.find(({ id }) => id === row.step);
    if (rules === undefined || step?.isRoster !== true) continue;
    const unit = row.place.slice(0, digitsOf[step.level] ?? 9);
    const key = `${row.process}.${row.step}.${unit}`;
    open.set(key, {
      process: { id: row.process, title: rules.title },
      step: { id: step.id, title: step.title },
      area: unit,
      areaName: await unitName(context, unit),
      households: (open.get(key)?.households ?? 0) + row.households,
    });
  }
  const sheets = await listRostersIn(tx, area, shownSheets);
  const signed = [];
  for (const sheet of sheets) {
    const { step, capacity } = rosterTitles(context, sheet);
    signed.push({
      id: sheet.id,
      step,
      capacity,
      areaName: await unitName(context, sheet.area_code),
      by: sheet.account_name,
      on: plainDate(sheet.signed_on),
      signed: sheet.signed,
      leftOut: sheet.left_out,
    });
  }
  return { open: [...open.values()], signed };
}

export async function openRoster(
  context: Context,
  { query }: InputOf<typeof getOpenRoster>,
): Promise<OutputOf<typeof getOpenRoster>> {
  const { tx, area, today } = context;
  const asked = { area, process: query.process, step: query.step, limit: rosterMost };
  const { total, rows } = await listWaiting(tx, asked);
  const views = await viewsOf(context, rows);
  const placeOf = await nameAreas(
    tx,
    rows.map((row) => areaCode(row.area_code)),
    today,
  );
  const capacities = new Map<string, Bilingual>();
  let step: StepRule | null = null;
  const items: RosterLine[] = [];
  for (const { row, view } of views) {
    const open = view.state.step;
    if (open?.isRoster !== true) refuse(deny(notARoster, { step: open?.title ?? query.step }));
    step = open;
    for (const code of capacitiesOf(view)) capacities.set(code, view.titleOf(code));
    items.push(lineOf(row, view, placeOf(row.area_code).village));
  }
  const back = step?.outcomes.find(({ needsReason }) => needsReason);
  return {
    step: step?.title ?? stepTitle(context, query),
    areaName: await unitName(context, area),
    capacities: [...capacities].map(([code, title]) => ({ code, title })),
    leftOut: back?.title ?? null,
    total,
    items,
  };
}

/** Of a roster on which nobody waits, by the rules in force; what they do not know is not repeated. */
function stepTitle(
  { platform, area, today }: Context,
  { process, step }: InputOf<typeof getOpenRoster>['query'],
): Bilingual {
  const pack = platform.packs.inForce(area, today);
  const known = pack?.rows.processes.find(({ row }) => row.id === process)?.row;
  return known?.steps.find(({ id }) => id === step)?.title ?? { zh: '', en: '' };
}

function lineOf(row: HouseholdQueueRecord, view: CaseView, village: string): RosterLine {
  const { state, rules } = view;
  const { step } = state;
  return {
    case: row.id,
    household: row.household_id,
    householdNo: row.household_no,
    headName: row.head_name,
    village,
    position: state.position,
    doubts: doubtsOf(rules, state).map(({ kind, text }) => ({ kind, text })),
    signatures: standingSignatures(state).map((one) => signatureView(view, one.step, one.act)),
    barred: step === null ? null : wordsOf(standingDenial(view, step, undefined)),
  };
}

/** Each case as it stands, without what only its conditions need. */
async function viewsOf(
  context: Context,
  rows: readonly HouseholdQueueRecord[],
): Promise<readonly { readonly row: HouseholdQueueRecord; readonly view: CaseView }[]> {
  const { tx, actor, today } = context;
  const acts = await listActsOf(tx, rows);
  const areas = [...new Set(rows.map((row) => areaCode(row.area_code)))];
  const offices = await listOfficesOver(tx, areas, today);
  const held = new Map<string, Held>();
  const heldIn = (area: AreaCode): Held => {
    const known = held.get(area) ?? heldAt(offices, { account: actor.account, area, on: today });
    held.set(area, known);
    return known;
  };
  return rows.flatMap((row) => {
    const named = findRules(context, row);
    if (named === undefined) return [];
    const { pack, rules } = named;
    const view: CaseView = {
      rules,
      state: foldCase(rules, acts.get(row.id) ?? []),
      today,
      asker: { account: actor.account, role: actor.role, held: heldIn(areaCode(row.area_code)) },
      conditions: new Map(),
      titleOf: (code) => codeTitle(pack, 'actor', code),
    };
    return [{ row, view }];
  });
}
