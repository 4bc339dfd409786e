// One invented case: its household, the days of its steps, and its acts, folded by the engine. Undefined
// where no household fits, or where the fold does not come to where the plan wanted it.
import type { CaseAct } from '#domain/casework/case-act.ts';
import type { CaseRules } from '#domain/casework/case-rules.ts';
import { foldCase, withdrawn } from '#domain/casework/case-state.ts';
import {
  anchored,
  daysOpen,
  type Stay,
  staysOf,
  workdayBefore,
} from '#domain/demonstration/case-days.ts';
import type { PlannedCase } from '#domain/demonstration/case-plan.ts';
import { type CasePeople, walkCase } from '#domain/demonstration/case-walk.ts';
import type { NameGiver } from '#domain/demonstration/name.ts';
import { staffOf } from '#domain/demonstration/place.ts';
import { type Random, randomOf } from '#domain/demonstration/random.ts';
import { areaCode } from '#domain/kernel/area-code.ts';
import { makeId } from '#domain/kernel/id.ts';
import { addDays, dayNumberOf, daysBetween, type PlainDate } from '#domain/kernel/plain-date.ts';
import type { CaseRecord } from '#server/casework/case.store.ts';
import { projectionOf } from '#server/casework/projection.ts';
import { type CasePool, dayOf, type KnownStep, knownSteps } from './case-pool.ts';
import type { CaseCandidate } from './demonstration.store.ts';

/** Rules of every process that can be run on a day, with the pack they are of. */
export interface DayRules {
  readonly pack: string;
  readonly edition: string;
  readonly processes: ReadonlyMap<string, CaseRules>;
}

export interface FillWorld {
  readonly seed: string;
  readonly names: NameGiver;
  readonly today: PlainDate;
  rulesOn(day: PlainDate): DayRules | undefined;
}

export interface InventedCase {
  readonly row: CaseRecord;
  readonly acts: readonly CaseAct[];
}

export interface CaseOrder {
  readonly rules: CaseRules;
  readonly plan: PlannedCase;
  readonly pool: CasePool;
  /** The household it must be about. */
  readonly candidate?: CaseCandidate;
  readonly serial: number;
}

const milliseconds = 86_400_000;

export function inventCase(world: FillWorld, order: CaseOrder): InventedCase | undefined {
  const { seed, today, rulesOn } = world;
  const { rules, plan } = order;
  const random = randomOf(`${seed} case ${rules.process} ${order.serial}`);
  const placed = placeCase(world, order, random);
  if (placed === undefined) return undefined;
  const { candidate, stays } = placed;
  const begun = stays[0]?.since;
  const under = begun === undefined ? undefined : rulesOn(begun);
  const ruling = under?.processes.get(rules.process);
  if (begun === undefined || under === undefined || ruling === undefined) return undefined;

  const people = peopleOf(world, candidate);
  const last = stays.at(-1);
  const acts = walkCase(
    {
      ...plan,
      rules: ruling,
      stays,
      people,
      today,
      withdrawnOn: plan.withdrawn ? (last?.since ?? begun) : null,
    },
    random,
  );
  const state = foldCase(ruling, acts);
  const target = plan.ended ? null : (plan.stops.at(-1)?.step.id ?? null);
  const isMeant = plan.withdrawn ? state.end === withdrawn : (state.step?.id ?? null) === target;
  if (!isMeant || acts.some(({ on }) => on > today)) return undefined;
  const row = {
    county: candidate.county,
    id: idOf(candidate.county, begun, random),
    household_id: candidate.id,
    area_code: candidate.area_code,
    pack: under.pack,
    pack_edition: under.edition,
    process: rules.process,
    begun_on: begun,
    begun_by: people.secretary.account,
    ...projectionOf(ruling, state, acts.at(-1)?.on ?? begun),
  };
  return { row, acts };
}

interface Placed {
  readonly candidate: CaseCandidate;
  readonly stays: readonly Stay[];
}

/** The household and the days go together: what the register says of it holds in the case too. */
function placeCase(world: FillWorld, order: CaseOrder, random: Random): Placed | undefined {
  const { plan } = order;
  return plan.ended && !plan.withdrawn
    ? placeEnded(world, order, random)
    : placeOpen(world, order, random);
}

function placeOpen({ today }: FillWorld, order: CaseOrder, random: Random): Placed | undefined {
  const { rules, plan, pool } = order;
  const open = plan.stops.at(-1);
  if (open === undefined) return undefined;
  const { lateness, underWay } = plan;
  const posted = open.step.kind === 'notice' && underWay;
  const days = daysOpen(rules, open.step, { today, lateness, posted });
  if (days.length === 0) return undefined;
  const last = plan.withdrawn ? addDays(today, -random.between(20, 90)) : random.pick(days);
  const stays = staysOf(rules, plan.stops, { last, random });
  const steps = stepsKnown(plan);
  const step = steps.at(-1);
  const left = stays[steps.length - 1]?.left ?? null;
  const candidate =
    order.candidate ??
    (step === undefined || left === null ? undefined : pool.takeStepped(plan.stage, step, left)) ??
    pool.take(plan.stage);
  if (candidate === undefined) return undefined;
  return { candidate, stays: anchored(stays, daysOf(candidate, steps)) };
}

/**
 * Steps of a case that the register tells of as well: an exit that was applied for, then found to meet its conditions,
 * then signed by both sides.
 */
function stepsKnown({ stage, stops }: PlannedCase): readonly KnownStep[] {
  if (!stage.startsWith('EXIT')) return [];
  const passed = stops.findIndex(({ outcome }) => outcome === null);
  const left = passed === -1 ? stops.length : passed;
  const isMet = stops[1]?.outcome?.isConditional === true;
  return knownSteps.slice(0, Math.min(left, isMet ? knownSteps.length : 1));
}

/** As far as the household has come. */
function daysOf(candidate: CaseCandidate, steps: readonly KnownStep[]): readonly PlainDate[] {
  return steps.flatMap((step) => dayOf(candidate[step]) ?? []);
}

function placeEnded({ today }: FillWorld, order: CaseOrder, random: Random): Placed | undefined {
  const { rules, plan, pool } = order;
  if (plan.stage === 'EXIT_ANNOUNCED') {
    const steps = stepsKnown(plan);
    const shape = staysOf(rules, plan.stops, { last: today, random });
    const signed = shape[steps.length - 1]?.left ?? today;
    const candidate = pool.takeExited((one) => {
      const [from, to] = [daysOf(one, steps)[steps.length - 1], dayOf(one.announced_on)];
      return (
        from !== undefined && to !== null && daysBetween(from, to) >= daysBetween(signed, today)
      );
    });
    const to = dayOf(candidate?.announced_on ?? null);
    if (candidate === undefined || to === null) return undefined;
    return { candidate, stays: anchored(staysBefore(to), daysOf(candidate, steps)) };
  }
  const candidate = order.candidate ?? pool.take(plan.stage);
  if (candidate === undefined) return undefined;
  const listed = dayOf(candidate.listed_on);
  const isListing = rules.process === 'identification' && plan.stage === 'LISTED';
  if (isListing && listed !== null) return { candidate, stays: staysBefore(listed) };
  return {
    candidate,
    stays: staysBefore(workdayBefore(rules, today, random.between(1, 120))),
  };

  function staysBefore(last: PlainDate) {
    return staysOf(rules, plan.stops, { last, random });
  }
}

export function peopleOf(
  { seed, names }: Pick<FillWorld, 'seed' | 'names'>,
  {
    county,
    area_code,
    id,
    head_name,
  }: Pick<CaseCandidate, 'county' | 'area_code' | 'id' | 'head_name'>,
) {
  const village = areaCode(area_code.slice(0, 12));
  const staff = staffOf(village, { seed, names });
  const person = (name: string, place: string) => ({
    account: accountOf(county, place + name),
    name,
  });
  const ofTownship = (name: string) => person(name, village.slice(0, 9));
  const ofCounty = (name: string) => person(name, village.slice(0, 6));
  return {
    household: person(head_name ?? '', id),
    secretary: person(staff.secretary, village),
    surveyors: [person(staff.surveyors[0], village), person(staff.surveyors[1], village)],
    reviewers: [ofTownship(staff.reviewer), ofTownship(staff.secondReviewer)],
    officers: [ofCounty(staff.officer), ofCounty(staff.secondOfficer)],
  } satisfies CasePeople;
}

/** Invented people have no accounts; the id only tells one from another. */
function accountOf(county: number, seed: string) {
  return makeId({ county, milliseconds: 0, random: randomOf(`account ${seed}`).bytes(8) });
}

export function idOf(county: number, day: PlainDate, random: Random) {
  return makeId({ county, milliseconds: dayNumberOf(day) * milliseconds, random: random.bytes(8) });
}
