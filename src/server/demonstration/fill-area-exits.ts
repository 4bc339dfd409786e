// Exits of villages under way, lists of candidates at several steps, and what the visits of exiting households
// found item by item. Invented people, real rules: each stands where the engine's fold puts it.
import { everything } from '#domain/access/scope.ts';
import { type CaseRules, canBeRun, caseRulesOf } from '#domain/casework/case-rules.ts';
import { foldCase } from '#domain/casework/case-state.ts';
import { checklistOf } from '#domain/casework/checks/checklist.ts';
import { daysOpen, staysOf, workdayBefore } from '#domain/demonstration/case-days.ts';
import { pathTo } from '#domain/demonstration/case-path.ts';
import { walkCase } from '#domain/demonstration/case-walk.ts';
import { nameGiverOf } from '#domain/demonstration/name.ts';
import { randomOf } from '#domain/demonstration/random.ts';
import { type AreaCode, spanOf } from '#domain/kernel/area-code.ts';
import { addDays } from '#domain/kernel/plain-date.ts';
import type { ResolvedPack } from '#domain/policy/pack/resolve-pack.ts';
import { areaRegisterSide, poorPersonsOf } from '#server/casework/areas/area-register.ts';
import { insertCases } from '#server/casework/case-bulk.store.ts';
import { insertChecks, type NewCheckRow } from '#server/casework/checks/check.store.ts';
import { projectionOf } from '#server/casework/projection.ts';
import { inScope } from '#server/database/connect.ts';
import { findSetting, saveSetting } from '#server/kernel/setting.store.ts';
import type { Platform } from '#server/platform.ts';
import { listAreasInSpan } from '#server/registry/area.store.ts';
import { insertIndicators } from '#server/registry/indicator.store.ts';
import { type ExitWorld, placeIn } from './exit-world.ts';
import { fillLists } from './fill-candidate-lists.ts';
import { idOf, peopleOf } from './invent-case.ts';
import { householdChecks } from './invent-checks.ts';
import type { DemonstrationFiles } from './read-demonstration.ts';

export const areaExitsMark = 'demonstration.area-exits';

/** How many answers to checklists were invented now; 0 when that was done before. */
export async function fillAreaExits(
  platform: Platform,
  { calibration, names }: DemonstrationFiles,
): Promise<number> {
  const { county, seed } = calibration;
  const today = platform.clock.today();
  const pack = platform.packs.inForce(county, today);
  return inScope(platform.db, everything, async (tx) => {
    if ((await findSetting(tx, areaExitsMark)) !== undefined) return 0;
    const world = { tx, platform, county, seed, today, names: nameGiverOf(names) };
    const checks = pack === undefined ? [] : await fillAll({ ...world, pack });
    await insertChecks(tx, checks);
    await saveSetting(tx, areaExitsMark, checks.length);
    return checks.length;
  });
}

async function fillAll(world: ExitWorld): Promise<readonly NewCheckRow[]> {
  const villages = await villagesByPoor(world);
  const rules = areaRules(world.pack);
  const ofVillages = rules === undefined ? [] : await fillVillages(world, rules, villages);
  await fillLists(
    world,
    villages.map(({ code }) => code),
  );
  return [...ofVillages, ...(await householdChecks(world))];
}

function areaRules(pack: ResolvedPack): CaseRules | undefined {
  return pack.rows.processes
    .map(({ row }) => caseRulesOf(pack, row.id))
    .find((rules) => rules?.subject === 'village' && canBeRun(rules));
}

interface Village {
  readonly code: AreaCode;
  /** Persons still poor. */
  readonly poor: number;
}

/** Those with the fewest poor first. */
async function villagesByPoor({ tx, county, today }: ExitWorld): Promise<readonly Village[]> {
  const areas = await listAreasInSpan(tx, spanOf(county), today);
  const villages = areas.filter(({ level }) => level === 'village').map(({ code }) => code);
  const poor = await poorPersonsOf({ tx }, villages);
  return villages
    .map((code) => ({ code, poor: poor.get(code) ?? 0 }))
    .toSorted((one, other) => one.poor - other.poor || one.code.localeCompare(other.code));
}

/**
 * Two at every step, one that has left, one that stays. Who passed the check has a rural population that the
 * police put right upwards: no village of the county lies below the limit by the first numbers.
 */
async function fillVillages(
  world: ExitWorld,
  rules: CaseRules,
  villages: readonly Village[],
): Promise<readonly NewCheckRow[]> {
  const checkAt = rules.steps.findIndex(({ checks }) => (checks ?? null) !== null);
  const passed = [
    rules.intendedEnd,
    ...rules.steps.slice(checkAt + 1).flatMap(({ id }) => [id, id]),
  ];
  const others = [
    ...rules.steps.slice(0, checkAt + 1).flatMap(({ id }) => [id, id]),
    ...rules.ends.flatMap(({ id }) => (id === rules.intendedEnd ? [] : [id])),
  ];
  const goals = [...passed, ...others];
  const chosen = villages.slice(0, goals.length);
  await enterIndicators(world, chosen, chosen.slice(0, passed.length));
  const checks: NewCheckRow[] = [];
  const cases: Parameters<typeof insertCases>[1][number][] = [];
  for (const [index, { code: village }] of chosen.entries()) {
    const goal = goals[index] ?? rules.start;
    const made = inventExit(world, rules, { goal, village, index });
    if (made === undefined) continue;
    cases.push(made);
    checks.push(...(await checksOf(world, rules, made)));
  }
  await insertCases(world.tx, cases);
  return checks;
}

interface Goal {
  readonly goal: string;
  readonly village: AreaCode;
  readonly index: number;
}

function inventExit(world: ExitWorld, rules: CaseRules, { goal, village, index }: Goal) {
  const { pack, county, today, seed } = world;
  const random = randomOf(`${seed} village exit ${village}`);
  const stops = pathTo(rules, goal);
  if (stops === undefined) return undefined;
  const open = stops.at(-1);
  const isOpen = open?.outcome === null;
  const lateness = index % 2 === 0 ? ('onTime' as const) : ('overdue' as const);
  const days = isOpen ? daysOpen(rules, open.step, { today, lateness, posted: false }) : [];
  const last = isOpen ? days[0] : workdayBefore(rules, today, random.between(3, 40));
  if (last === undefined) return undefined;
  const stays = staysOf(rules, stops, { last, random });
  const acts = walkCase(
    {
      rules,
      stops,
      stays,
      people: peopleOf(world, placeIn(world, village)),
      today,
      dispute: 'none',
      // Nothing was posted yet: it waits among the notices to be prepared.
      underWay: false,
      withdrawnOn: null,
    },
    random,
  );
  const begun = stays[0]?.since ?? today;
  const number = Number(county);
  const row = {
    county: number,
    id: idOf(number, begun, random),
    household_id: null,
    area_code: village,
    pack: pack.id,
    pack_edition: pack.edition,
    process: rules.process,
    begun_on: begun,
    begun_by: acts[0]?.account ?? '',
    ...projectionOf(rules, foldCase(rules, acts), acts.at(-1)?.on ?? begun),
  };
  return { row, acts };
}

/** What the township found of the village, where its check was passed. */
async function checksOf(
  { tx, platform, pack, today }: ExitWorld,
  rules: CaseRules,
  { row, acts }: Parameters<typeof insertCases>[1][number],
): Promise<readonly NewCheckRow[]> {
  const step = rules.steps.find(({ checks }) => checks !== undefined && checks !== null);
  const decided = acts.find((act) => act.kind === 'decide' && act.step === step?.id);
  if (step === undefined || decided === undefined) return [];
  const registerOf = await areaRegisterSide({ tx, platform, today }, row);
  const meets = decided.outcome === step.outcomes[0]?.id;
  return checklistOf(pack, step, 'village').map((item, at): NewCheckRow => {
    const { figure, holds, values } = registerOf(item);
    return {
      ...placeOf(row),
      place: at + 1,
      step: step.id,
      item: item.id,
      seen: decided.position - 1,
      holds: holds ?? meets,
      value: figure,
      note: '',
      computed: holds,
      register: values,
      paper: `核查记录第 ${at + 1} 号（虚构）`,
      seen_on: decided.on,
      account: decided.account,
      account_name: decided.accountName,
      recorded_at: decided.at,
    };
  });
}

function placeOf(row: {
  readonly county: number;
  readonly id: string;
  readonly household_id: string | null;
  readonly area_code: string;
}) {
  const { county, id, household_id, area_code } = row;
  return { county, case_id: id, household_id, area_code };
}

const haves: Readonly<Record<string, number>> = {
  specialIndustry: 1,
  safeHouses: 98,
  insured: 99,
  inSchool: 1,
  villageRoad: 4,
  safeWater: 97,
  power: 100,
  publicServices: 1,
  television: 99,
  collectiveIncome: 32000,
  goodCommittee: 1,
};

async function enterIndicators(
  { tx, county, seed, today }: ExitWorld,
  chosen: readonly Village[],
  passed: readonly Village[],
): Promise<void> {
  const number = Number(county);
  const random = randomOf(`${seed} haves`);
  const row = (
    area: AreaCode,
    [set_id, indicator_id]: readonly [string, string],
    value: number,
    [evidence, account_name]: readonly [string, string],
  ) => ({
    county: number,
    id: idOf(number, today, random),
    area_code: area,
    set_id,
    indicator_id,
    value,
    part: null,
    whole: null,
    as_of: addDays(today, -25),
    evidence,
    account: null,
    account_name,
    entered_at: `${addDays(today, -24)}T02:00:00.000Z`,
  });
  await insertIndicators(tx, [
    ...chosen.flatMap(({ code }) =>
      Object.entries(haves).map(([indicator, value]) =>
        row(code, ['elevenHaves', indicator], value, ['乡镇核查表（虚构）', '乡镇扶贫站（虚构）']),
      ),
    ),
    ...passed.map(({ code, poor }) =>
      row(
        code,
        ['villageIncidence', 'ruralPopulation'],
        Math.ceil(Math.max(1, poor) / (0.021 + random.next() * 0.008)),
        ['公安户籍年报更正（虚构）', '县公安局（虚构）'],
      ),
    ),
  ]);
}
