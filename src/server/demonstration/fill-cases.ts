// Invented cases of the demonstration county, so that its queues are alive: every process of the pack in
// force, at each of its steps, on time and late, and some that ended. Done once, in an older installation
// too. Each is walked by acts and stands where the engine's fold puts it; the register is not touched.

import type { Role } from '#domain/access/permission.ts';
import { everything } from '#domain/access/scope.ts';
import { type CaseRules, canBeRun, caseRulesOf } from '#domain/casework/case-rules.ts';
import { rolesFor } from '#domain/casework/who-acts.ts';
import {
  type PlannedCase,
  planEndedCases,
  planOpenCases,
} from '#domain/demonstration/case-plan.ts';
import { nameGiverOf } from '#domain/demonstration/name.ts';
import { randomOf } from '#domain/demonstration/random.ts';
import { type AreaCode, spanOf } from '#domain/kernel/area-code.ts';
import { type PlainDate, plainDate } from '#domain/kernel/plain-date.ts';
import { stages } from '#domain/registry/stage.ts';
import type { DemonstrationPlaces } from '#server/access/demonstration-accounts.ts';
import { listHouseholdsOfVillage } from '#server/access/village-household.store.ts';
import { insertCases } from '#server/casework/case-bulk.store.ts';
import { inScope, type Tx } from '#server/database/connect.ts';
import { findSetting, saveSetting } from '#server/kernel/setting.store.ts';
import type { Platform } from '#server/platform.ts';
import { casePoolOf } from './case-pool.ts';
import { type CaseCandidate, listCaseCandidates } from './demonstration.store.ts';
import { type DayRules, type FillWorld, type InventedCase, inventCase } from './invent-case.ts';
import type { DemonstrationFiles } from './read-demonstration.ts';

export const casesMark = 'demonstration.casework';

/** The county listed its households under the rules of that winter. */
const listingWinter = plainDate('2015-11-15');

export interface CaseFill extends DemonstrationFiles {
  readonly places: DemonstrationPlaces;
}

/** How many cases were invented now; 0 when that was done before. */
export async function fillCases(
  { db, packs, clock }: Pick<Platform, 'db' | 'packs' | 'clock'>,
  { calibration, names, places }: CaseFill,
): Promise<number> {
  const county = calibration.county;
  const today = clock.today();
  return inScope(db, everything, async (tx) => {
    if ((await findSetting(tx, casesMark)) !== undefined) return 0;
    const rulesOn = (day: PlainDate) => rulesOf(packs, county, day);
    const world: FillWorld = {
      seed: calibration.seed,
      names: nameGiverOf(names),
      today,
      rulesOn,
    };
    const planned = planAll(world);
    const pool = await poolFor(tx, county, planned);
    const pinned = await pinnedOf(tx, places);
    const invented = inventAll(world, { planned, pool, pinned });
    // Together: the acts of a first few cases would have the database decide, on a table that is all but
    // empty, how it finds the case of an act, and it would go through all cases of the county for each.
    await insertCases(tx, invented);
    await saveSetting(tx, casesMark, invented.length);
    return invented.length;
  });
}

function rulesOf(packs: Platform['packs'], county: AreaCode, day: PlainDate): DayRules | undefined {
  const pack = packs.inForce(county, day);
  if (pack === undefined) return undefined;
  const processes = new Map<string, CaseRules>();
  for (const { row } of pack.rows.processes) {
    const rules = caseRulesOf(pack, row.id);
    if (rules?.subject === 'household' && canBeRun(rules)) processes.set(row.id, rules);
  }
  return { pack: pack.id, edition: pack.edition, processes };
}

interface Planned {
  readonly rules: CaseRules;
  readonly plan: PlannedCase;
}

function planAll({ seed, today, rulesOn }: FillWorld): readonly Planned[] {
  const planned: Planned[] = [];
  for (const rules of rulesOn(today)?.processes.values() ?? []) {
    const random = randomOf(`${seed} cases ${rules.process}`);
    const plans = [...planOpenCases(rules, random), ...planEndedCases(rules, random)];
    planned.push(
      ...plans.filter((plan) => !isListing(rules, plan)).map((plan) => ({ rules, plan })),
    );
  }
  for (const rules of rulesOn(listingWinter)?.processes.values() ?? []) {
    const random = randomOf(`${seed} winter ${rules.process}`);
    const plans = planEndedCases(rules, random);
    planned.push(
      ...plans.filter((plan) => isListing(rules, plan)).map((plan) => ({ rules, plan })),
    );
  }
  // Where households are few, every process still has some.
  return randomOf(`${seed} order`).shuffled(planned);
}

/** Households were listed in one winter: a case that listed one ended then. */
function isListing(rules: CaseRules, { ended, stage }: PlannedCase): boolean {
  return ended && rules.process === 'identification' && stage === 'LISTED';
}

async function poolFor(tx: Tx, county: AreaCode, planned: readonly Planned[]) {
  const candidates: CaseCandidate[] = [];
  for (const stage of stages) {
    const wanted = planned.filter(({ plan }) => plan.stage === stage).length;
    // The day of its application has to fit as well.
    const choice = stage.startsWith('EXIT') ? 8 : 2;
    const count = wanted * choice + 20;
    candidates.push(...(await listCaseCandidates(tx, { span: spanOf(county), stage, count })));
  }
  return casePoolOf(candidates);
}

/** Households that the accounts of a helper and of a household see. */
async function pinnedOf(
  tx: Tx,
  { village, county }: DemonstrationPlaces,
): Promise<readonly CaseCandidate[]> {
  const ids = await listHouseholdsOfVillage(tx, village, 12);
  const span = spanOf(county as AreaCode);
  const found = await listCaseCandidates(tx, { span, ids, count: ids.length });
  return ids.flatMap((id) => found.find((one) => one.id === id) ?? []);
}

function inventAll(
  world: FillWorld,
  {
    planned,
    pool,
    pinned,
  }: {
    readonly planned: readonly Planned[];
    readonly pool: ReturnType<typeof casePoolOf>;
    readonly pinned: readonly CaseCandidate[];
  },
): readonly InventedCase[] {
  const made: InventedCase[] = [];
  const used = new Set<string>();
  const keep = (invented: InventedCase | undefined) => {
    const household = invented?.row.household_id ?? null;
    if (invented === undefined || household === null || used.has(household)) return;
    used.add(household);
    made.push(invented);
  };
  const mine = planned.filter(
    ({ plan, rules }) =>
      !plan.ended && plan.lateness !== 'escalated' && rules.process !== 'identification',
  );
  pinned.forEach((candidate, index) => {
    const role = index === 0 ? 'household' : 'helper';
    const wanted = mine.filter(({ plan }) => waitsFor(plan, role) && suits(plan, candidate));
    const chosen = wanted[Math.floor((index * wanted.length) / Math.max(1, pinned.length))];
    if (chosen === undefined || candidate.stage === 'EXIT_ANNOUNCED') return;
    keep(inventCase(world, { ...chosen, pool, candidate, serial: made.length }));
  });
  for (const one of planned) keep(inventCase(world, { ...one, pool, serial: made.length }));
  return made;
}

function waitsFor({ stops }: PlannedCase, role: Role): boolean {
  return (stops.at(-1)?.step.actors ?? []).some((actor) => rolesFor(actor).includes(role));
}

/**
 * Until its case ends a household stands in the register where it stood: one that was verified may wait for both to sign.
 */
function suits({ stage, stops }: PlannedCase, candidate: CaseCandidate): boolean {
  if (stage === candidate.stage) return true;
  const signs = stage === 'EXIT_STANDARD' && stops.at(-1)?.step.kind === 'signOff';
  return signs && candidate.stage === 'EXIT_VERIFIED';
}
