// The card of one household: the form as it stands, its people, its figures, its steps from survey to
// exit, what is open, and for every value where it came from.
import type { z } from 'zod';
import type { getHousehold as GetHousehold, HouseholdCard } from '#contract/registry-households.ts';
import { type FieldValues, type Provenance, Stage } from '#contract/registry-value.ts';
import type { InputOf } from '#contract/route.ts';
import { ageOn, type PlainDate } from '#domain/kernel/plain-date.ts';
import { isPresent } from '#domain/registry/derived.ts';
import { type RegistryEvent, shownValue } from '#domain/registry/event.ts';
import { foldEvents, type Held, type HeldValues } from '#domain/registry/fold-events.ts';
import { type FormField, householdFields, personFields } from '#domain/registry/form.ts';
import { formGroups } from '#domain/registry/form-groups.ts';
import { formRule } from '#domain/registry/form-rule.ts';
import { stageSteps } from '#domain/registry/stage-steps.ts';
import type { Context } from '#server/http/context.ts';
import { listAreaPath } from './area.store.ts';
import { listConflictRows } from './conflict-read.store.ts';
import { conflictViews } from './conflicts.ts';
import { listEvents } from './event.store.ts';
import { listExternalIds, type StoredPerson, type Values } from './household.store.ts';
import { factsOf, valuesAt } from './household-history.ts';
import { listIncomeYears } from './income.store.ts';
import { memberFactsOf } from './member-figures.ts';
import { getReadable } from './read-guard.ts';

type Member = HouseholdCard['members'][number];

const conflictsMost = 50;

export async function householdCard(
  context: Context,
  { params }: Pick<InputOf<typeof GetHousehold>, 'params'>,
): Promise<z.input<typeof HouseholdCard>> {
  const { tx, today } = context;
  const household = await getReadable(context, params.id);
  const events = await listEvents(tx, household);
  const folded = foldEvents(events);
  const stage = Stage.parse(household.values.stage);
  const conflicts = await listConflictRows(tx, {
    spans: [{ low: household.area, high: `${household.area}:` }],
    household: household.id,
    limit: conflictsMost,
  });
  const path = await listAreaPath(tx, household.area, today);
  const members = household.persons.map((person) => memberCard(person, today));
  const here = new Set(household.persons.map((person) => person.id));
  const gone = [...folded.persons].filter(([id]) => !here.has(id));
  context.note({ area: household.area, subject: `household:${household.id}` });

  return {
    id: household.id,
    version: household.version,
    areaCode: household.area,
    path: path
      .filter(({ level }) => level !== 'province' && level !== 'city')
      .map(({ code, name, level }) => ({ code, name, level })),
    stage,
    values: shown(householdFields, household.values),
    items: household.items,
    extras: household.extras,
    groups: formGroups.map(({ id, fields }) => ({ id, fields: [...fields] })),
    derived: householdFields.filter((field) => field.derived === true).map((field) => field.name),
    steps: [...stageSteps(stage, household.values, events)],
    members: members.filter(({ isHere }) => isHere).map(({ card }) => card),
    former: [
      ...members.filter(({ isHere }) => !isHere).map(({ card }) => card),
      ...gone.map(([id, values]) => formerCard(id, values, today)),
    ],
    incomeYears: [...(await listIncomeYears(tx, household))],
    conflicts: await conflictViews(context, conflicts),
    externalIds: [...(await listExternalIds(tx, household))],
    provenance: provenanceOf(folded.household, folded.persons),
    latestChange: latestOf(events),
  };
}

function memberCard(person: StoredPerson, today: PlainDate): { isHere: boolean; card: Member } {
  const facts = memberFactsOf(person.values, person.position);
  return {
    isHere: isPresent(facts, today),
    card: {
      id: person.id,
      version: person.version,
      values: shown(personFields, person.values),
      age: facts.birthDate === null ? null : ageOn(facts.birthDate, today),
      isHead: facts.relation === formRule.head,
      extras: { ...person.extras },
    },
  };
}

/** Somebody whose row went to another household, as this one knew them. */
function formerCard(id: string, values: HeldValues, today: PlainDate): Member {
  const facts = factsOf(values, 0);
  return {
    id,
    version: 1,
    values: valuesAt(values, personFields),
    age: facts.birthDate === null ? null : ageOn(facts.birthDate, today),
    isHead: facts.relation === formRule.head,
    extras: {},
  };
}

function shown(fields: readonly FormField[], values: Values): FieldValues {
  const all: Record<string, unknown> = {};
  for (const field of fields) all[field.name] = shownValue(values[field.name]);
  return all as FieldValues;
}

function provenanceOf(
  household: HeldValues,
  persons: ReadonlyMap<string, HeldValues>,
): Record<string, Provenance> {
  const sources: Record<string, Provenance> = {};
  for (const [field, held] of household) sources[field] = sourceOf(held);
  for (const [id, values] of persons) {
    for (const [field, held] of values) sources[`${id}.${field}`] = sourceOf(held);
  }
  return sources;
}

function sourceOf({ value: _, ...source }: Held): Provenance {
  return source;
}

function latestOf(events: readonly RegistryEvent[]): HouseholdCard['latestChange'] {
  const latest = events.at(-1);
  if (latest === undefined) return null;
  const { id, kind, recordedAt, authorName } = latest;
  return { event: id, kind, recordedAt, authorName };
}
