// One household of the plan becomes a record like any other: people with names and numbers, a house,
// a ledger, and the events that brought it to where it stands. The same plan and seed make the same
// record, ids included. Refuses nothing: what it makes must pass every rule that a real record passes.

import { countyNumberOf } from '#domain/kernel/area-code.ts';
import { type Id, makeId } from '#domain/kernel/id.ts';
import { plainDate } from '#domain/kernel/plain-date.ts';
import type { FieldChange } from '#domain/registry/event.ts';
import type {
  HouseholdRecord,
  HouseholdValues,
  IncomeRecord,
  LaterEvent,
  PersonRecord,
} from '#domain/registry/household.ts';
import { isRegistered } from '#domain/registry/stage.ts';
import type { Calibration } from './calibration.ts';
import { inventDwelling } from './dwelling.ts';
import type { NumberGiver } from './identity.ts';
import {
  type Failing,
  failingOf,
  type IncomeLine,
  inventIncomes,
  surveyYearOf,
} from './income-years.ts';
import { type Items, type ItemWish, inventItems } from './items.ts';
import { moveOf } from './move.ts';
import type { NameGiver } from './name.ts';
import { inventPeople, isExitMet } from './people.ts';
import type { Hamlet, Staff } from './place.ts';
import type { Slot } from './plan.ts';
import { type Random, weighted } from './random.ts';
import { type Dates, inventDates, inventSteps, millisecondsOf, recordedAt } from './timeline.ts';

export interface Surroundings {
  readonly calibration: Calibration;
  readonly peoples: (random: Random) => string;
  readonly names: NameGiver;
  readonly numbers: NumberGiver;
  readonly hamlet: Hamlet;
  readonly staff: Staff;
  readonly random: Random;
}

export function inventHousehold(slot: Slot, around: Surroundings): HouseholdRecord {
  const { calibration, random, staff } = around;
  const { today } = calibration;
  const registered = isRegistered(slot.stage);
  const means = registered ? -0.95 + 0.42 * random.normal() : 0.85 + 0.6 * random.normal();
  const dates = inventDates(slot.stage, today, random);
  const attribute = registered ? attributeOf(slot, random) : null;
  const registration = recordedAt(dates.surveyed, { random, today, daysLate: 3 });
  const newId = idsOf(slot, random);
  const atSurvey = millisecondsOf(registration);
  const people = inventPeople(
    {
      slot,
      means,
      attribute,
      today,
      known: plainDate(registration.slice(0, 10)),
      peoples: around.peoples,
      names: around.names,
      numbers: around.numbers,
      newId: () => newId(atSurvey),
    },
    random,
  );
  const persons = people.map((person) => person.record);
  const failing = failingOf(slot, random);
  const home = inventHome({ slot, means, failing }, around);
  const { dwelling, move } = home;
  const incomes = inventIncomes(
    {
      slot,
      members: people,
      dwelling,
      failing: failing === 'INCOME',
      verified: dates.verified,
    },
    { calibration, random },
  );
  const values = householdValues(slot, { attribute, dates, failing }, around);
  const steps = inventSteps(
    { dates, stage: slot.stage, staff, today, newId, ...settledOf(slot, values, persons) },
    random,
  );
  const verification = steps.find((step) => step.changes.some(({ to }) => to === 'EXIT_VERIFIED'));
  const beside = [...birthsOf(persons, staff, newId), ...(move === undefined ? [] : [move.event])];
  return {
    id: newId(atSurvey),
    values: Object.assign(values, dwelling),
    items: itemsOf({ slot, means, members: people }, home, around),
    persons,
    incomes: incomes.map((line) => {
      const later = line.year > surveyYearOf(today) ? verification : undefined;
      return incomeRecord(line, newId(atSurvey), persons, later);
    }),
    registration: {
      id: newId(atSurvey),
      kind: 'household.registered',
      trueFrom: dates.surveyed,
      recordedAt: registration,
      author: null,
      authorName: staff.surveyors[0],
      source: 'visit',
    },
    events: beside.length === 0 ? steps : inOrderRecorded([...steps, ...beside]),
  };
}

/** The house somebody was surveyed in, and the one they moved into since. */
function inventHome(
  { slot, means, failing }: { slot: Slot; means: number; failing: Failing | null },
  around: Surroundings,
) {
  const surveyed = inventDwelling(
    {
      means,
      members: slot.members,
      stage: slot.stage,
      cause: slot.cause,
      isRelocating: slot.measure === 'RELOCATION',
      lacking: failing === 'WATER' || failing === 'HOUSE' ? failing : null,
    },
    around.random,
  );
  const move = moveOf({ slot, failing, surveyed }, around);
  return { surveyed, move, dwelling: { ...surveyed, ...move?.house } };
}

function itemsOf(
  asked: Pick<ItemWish, 'slot' | 'means' | 'members'>,
  { surveyed, move }: ReturnType<typeof inventHome>,
  { calibration, random }: Surroundings,
): Items {
  if (calibration.invented.items === 'none') return {};
  const { slot } = asked;
  const wish = { registered: isRegistered(slot.stage), met: isExitMet(slot), dwelling: surveyed };
  return { ...inventItems({ ...asked, ...wish }, random), ...move?.items };
}

function idsOf(slot: Slot, random: Random): (milliseconds: number) => Id {
  const county = countyNumberOf(slot.township) ?? 0;
  return (milliseconds) => makeId({ county, milliseconds, random: random.bytes(7) });
}

const otherAttribute = weighted([
  ['GENERAL', 80],
  ['DIBAO_POOR', 20],
] as const);

function attributeOf(slot: Slot, random: Random): string {
  if (slot.measure === 'DIBAO') return random.chance(0.6) ? 'DIBAO' : 'DIBAO_POOR';
  return otherAttribute(random);
}

/** What was asked about a later year was recorded when somebody came to verify, not before. */
function incomeRecord(
  line: IncomeLine,
  id: Id,
  persons: readonly PersonRecord[],
  later: LaterEvent | undefined,
): IncomeRecord {
  const { year, kind, amountFen, note, observedFrom, observedTo, member } = line;
  return {
    id,
    year,
    kind,
    amountFen,
    note,
    observedFrom,
    observedTo,
    person: member === undefined ? undefined : persons[member]?.id,
    recordedAt: later?.recordedAt,
    source: later?.source,
  };
}

type Values = { -readonly [Field in keyof HouseholdValues]: HouseholdValues[Field] };

function householdValues(
  slot: Slot,
  known: { attribute: string | null; dates: Dates; failing: Failing | null },
  { hamlet, random, calibration }: Surroundings,
): Values {
  const serial = String(slot.serial).padStart(4, '0');
  const values: Values = {
    householdNo: slot.village + serial,
    areaCode: hamlet.code,
    address: `${hamlet.name}${slot.serial}号`,
    // No telephone number begins with 120, and no account with six zeros.
    phone: `120${String(random.below(1e8)).padStart(8, '0')}`,
    stage: slot.stage,
    surveyedOn: known.dates.surveyed,
  };
  if (!isRegistered(slot.stage)) return values;
  values.bank = '农村信用社';
  values.bankAccount = `000000${slot.village.slice(6)}${serial}${random.between(100, 999)}`;
  values.standard = 'NATIONAL';
  values.attribute = known.attribute;
  values.povertyStatus = slot.stage === 'EXIT_ANNOUNCED' ? 'NEWLY_EXITED' : 'POOR';
  values.primaryCause = slot.cause;
  values.otherCauses = otherCausesOf(slot, calibration, random);
  values.primaryMeasure = slot.measure;
  values.listedOn = known.dates.listed;
  values.exitedOn = known.dates.announced;
  if (slot.stage === 'EXIT_VERIFIED') {
    values.notExitedReason = known.failing === 'INCOME' ? 'INCOME_UNSTABLE' : 'GUARANTEE_MISSING';
  }
  return values;
}

function otherCausesOf(
  slot: Slot,
  { invented }: Calibration,
  random: Random,
): readonly string[] | null {
  const count = random.below(3);
  if (count === 0) return null;
  const others = invented.causes
    .slice(0, 6)
    .map((each) => each.cause)
    .filter((cause) => cause !== slot.cause);
  return random.shuffled(others).slice(0, count);
}

/** What later steps settled, so that the register can be asked what was known before them. */
function settledOf(slot: Slot, values: HouseholdValues, persons: readonly PersonRecord[]) {
  const measures = persons.flatMap(({ id, values: { primaryMeasure: to } }): FieldChange[] =>
    to === undefined || to === null
      ? []
      : [{ field: 'primaryMeasure', person: id, from: null, to }],
  );
  const exited = slot.stage === 'EXIT_ANNOUNCED';
  const left: FieldChange = { field: 'povertyStatus', from: 'POOR', to: 'NEWLY_EXITED' };
  return {
    listing: [
      { field: 'povertyStatus', from: null, to: 'POOR' },
      ...set(values, 'standard'),
      ...set(values, 'attribute'),
      ...set(values, 'listedOn'),
    ],
    planning: [...set(values, 'primaryMeasure'), ...measures],
    verifying: set(values, 'notExitedReason'),
    exit: exited ? [left, ...set(values, 'exitedOn')] : [],
  };
}

function set(values: HouseholdValues, field: keyof HouseholdValues): readonly FieldChange[] {
  const to = values[field];
  return to === undefined || to === null ? [] : [{ field, from: null, to }];
}

/** A child born after the survey joined by an event of its own. */
function birthsOf(
  persons: readonly PersonRecord[],
  staff: Staff,
  newId: (milliseconds: number) => Id,
): readonly LaterEvent[] {
  return persons.flatMap((person): LaterEvent[] => {
    const born = person.values.joinedOn;
    if (typeof born !== 'string') return [];
    const instant = `${born}T08:00:00Z`;
    return [
      {
        id: newId(millisecondsOf(instant)),
        kind: 'person.joined',
        trueFrom: plainDate(born),
        recordedAt: instant,
        author: null,
        authorName: staff.secretary,
        source: 'householdBook',
        person: person.id,
        changes: Object.entries(person.values).flatMap(([field, to]): FieldChange[] =>
          to === null || to === undefined || field === 'primaryMeasure'
            ? []
            : [{ field, person: person.id, from: null, to }],
        ),
      },
    ];
  });
}

function inOrderRecorded(events: readonly LaterEvent[]): readonly LaterEvent[] {
  return [...events].sort((left, right) => {
    if (left.recordedAt === right.recordedAt) return 0;
    return left.recordedAt < right.recordedAt ? -1 : 1;
  });
}
