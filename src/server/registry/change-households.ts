// What a source says of many households that are known: compared value by value, written as one event
// each where something differs, and told what would change where nothing is to be written. Members the
// source does not mention stay; members it adds join. Used by imports.
import { countyOfId, type Id } from '#domain/kernel/id.ts';
import type { PlainDate } from '#domain/kernel/plain-date.ts';
import { type Comparison, compareStated, questioned } from '#domain/registry/compare-stated.ts';
import type {
  EventChange,
  EventValue,
  FieldChange,
  RegistryEvent,
} from '#domain/registry/event.ts';
import { type FoldedHousehold, foldEvents } from '#domain/registry/fold-events.ts';
import { householdFields, personFields } from '#domain/registry/form.ts';
import { formRule } from '#domain/registry/form-rule.ts';
import type {
  HouseholdValues,
  IncomeRecord,
  PersonValues,
  Signed,
} from '#domain/registry/household.ts';
import type { PeriodStartMonth } from '#domain/registry/income-year.ts';
import type { Secrets } from '#server/access/secrets.ts';
import type { Tx } from '#server/database/connect.ts';
import { replaceHouseholds } from './bulk.store.ts';
import { listOpenQuestions, openIdentityConflicts } from './conflict-write.store.ts';
import { listEventsOfMany } from './event.store.ts';
import { listHouseholds, type StoredHousehold } from './household.store.ts';
import { replacementRows } from './replacement-rows.ts';
import { type LedgerChange, listLedgers, restateIncomes } from './restate-incomes.ts';
import { ask, questionsOf } from './stated-questions.ts';
import { matchMember, statedValues } from './stated-values.ts';

export interface StatedHousehold {
  /** The household this is about. */
  readonly id: string;
  /** Only what the source says; derived fields are ignored. */
  readonly values: HouseholdValues;
  readonly persons: readonly { readonly values: PersonValues }[];
  readonly incomes: readonly Omit<IncomeRecord, 'id'>[];
  readonly contentDigest?: Uint8Array;
  readonly trueFrom: PlainDate;
}

export interface StatedContext {
  readonly secrets: Secrets;
  readonly today: PlainDate;
  readonly signed: Signed;
  readonly isDryRun: boolean;
  readonly periodStartMonth?: PeriodStartMonth;
  newId(county: number): Id;
}

export interface StatedFate {
  readonly household: string;
  /** Fields of the household, `<person id>.<field>` of a member, `income`; empty where nothing differs. */
  readonly changes: readonly string[];
  /** Questions opened, or that would be. */
  readonly conflicts: number;
}

/** The fate of each, in the same order; one of them for a household that is not in sight is refused by absence. */
export async function changeHouseholds(
  tx: Tx,
  stated: readonly StatedHousehold[],
  context: StatedContext,
): Promise<readonly (StatedFate | undefined)[]> {
  const fates = new Map<string, StatedFate>();
  for (const county of new Set(stated.map(({ id }) => countyOfId(id)))) {
    const own = stated.filter(({ id }) => countyOfId(id) === county);
    for (const fate of await changeInCounty(tx, county, own, context)) {
      fates.set(fate.household, fate);
    }
  }
  return stated.map(({ id }) => fates.get(id));
}

/** The number by which it was found, or another, does not change by being stated. */
const statedFields = householdFields.filter(
  (field) => field.derived !== true && field.name !== 'householdNo',
);

export interface Decided {
  readonly before: StoredHousehold;
  readonly stated: StatedHousehold;
  readonly values: Comparison;
  readonly persons: readonly DecidedPerson[];
  readonly ledger: LedgerChange;
}

export interface DecidedPerson {
  readonly id: string;
  readonly joins: Readonly<Record<string, EventValue>> | undefined;
  readonly comparison: Comparison;
}

async function changeInCounty(
  tx: Tx,
  county: number,
  stated: readonly StatedHousehold[],
  context: StatedContext,
): Promise<readonly StatedFate[]> {
  const ids = stated.map(({ id }) => id);
  const known = await listHouseholds(tx, county, ids, context.isDryRun ? 'shown' : 'locked');
  const events = await listEventsOfMany(tx, county, ids);
  const ledgers = await listLedgers(tx, county, ids);
  const open = await listOpenQuestions(tx, county, ids);

  const decided = known.flatMap((before) => {
    const said = stated.find(({ id }) => id === before.id);
    if (said === undefined) return [];
    const ledger = restateIncomes(ledgers.get(before.id) ?? [], said.incomes, context, county);
    return [decide(before, said, foldEvents(events.get(before.id) ?? []), ledger, context)];
  });
  const questions = decided.map((one) => questionsOf(one).filter(({ key }) => !open.has(key)));

  if (!context.isDryRun) {
    await store(tx, decided, context);
    await ask({ tx, context, decided, questions });
  }
  return decided.map((one, index) => ({
    household: one.before.id,
    changes: changedNames(one),
    conflicts: questions[index]?.length ?? 0,
  }));
}

function decide(
  before: StoredHousehold,
  stated: StatedHousehold,
  folded: FoldedHousehold,
  ledger: LedgerChange,
  context: StatedContext,
): Decided {
  const { source } = context.signed;
  const { trueFrom } = stated;
  const own = statedValues(statedFields, stated.values, before.values, context.secrets);
  const persons = stated.persons.map(({ values }): DecidedPerson => {
    const member = matchMember(before.persons, values, context.secrets);
    const said = statedValues(personFields, values, member?.values ?? {}, context.secrets);
    const nothing = { changes: [], historical: [], disagreements: [] };
    if (member === undefined) {
      return { id: context.newId(before.county), joins: said, comparison: nothing };
    }
    const held = folded.persons.get(member.id) ?? new Map();
    const comparison = compareStated(member.values, held, { values: said, trueFrom, source });
    return { id: member.id, joins: undefined, comparison };
  });
  const values = compareStated(before.values, folded.household, { values: own, trueFrom, source });
  return { before, stated, values, persons: withOneHead(before, persons, folded), ledger };
}

/** A household keeps its head until somebody says who else it is: two heads are a question. */
function withOneHead(
  before: StoredHousehold,
  persons: readonly DecidedPerson[],
  folded: FoldedHousehold,
): readonly DecidedPerson[] {
  const stays = before.persons.some(
    ({ id, values }) =>
      values.relation === formRule.head &&
      values.leftOn === null &&
      !persons.some((one) => one.id === id && one.comparison.changes.some(isRelation)),
  );
  if (!stays) return persons;
  return persons.map((person) => {
    const { id, joins, comparison } = person;
    if (joins?.relation === formRule.head) {
      return { ...person, joins: { ...joins, relation: otherRelation } };
    }
    const becomes = comparison.changes.find(isRelation);
    if (becomes?.to !== formRule.head) return person;
    const held = folded.persons.get(id)?.get('relation');
    return { ...person, comparison: questioned(comparison, 'relation', held) };
  });
}

function isRelation({ field }: FieldChange): boolean {
  return field === 'relation';
}

const otherRelation = 'OTHER';

function changedNames({ values, persons, ledger }: Decided): readonly string[] {
  return [
    ...values.changes.map(({ field }) => field),
    ...persons.flatMap(({ id, joins, comparison }) => [
      ...(joins === undefined ? [] : [`${id}.name`]),
      ...comparison.changes.map(({ field }) => `${id}.${field}`),
    ]),
    ...(ledger.entries.length === 0 ? [] : ['income']),
  ];
}

async function store(tx: Tx, decided: readonly Decided[], context: StatedContext): Promise<void> {
  const rows = decided.map((one) => {
    const event = changedNames(one).length === 0 ? undefined : eventOf(one, context);
    return replacementRows({ ...one, event, context });
  });
  if (rows.length === 0) return;
  const duplicates = await replaceHouseholds(tx, rows);
  const opening = { ...context, tx, now: context.signed.recordedAt };
  for (const { person, household } of duplicates) {
    const before = decided.find((one) => one.before.id === household)?.before;
    if (before !== undefined) await openIdentityConflicts(opening, before, [person]);
  }
}

function eventOf(decided: Decided, { signed, newId }: StatedContext): RegistryEvent {
  const { before, stated, values, persons, ledger } = decided;
  const changes: EventChange[] = [
    ...values.changes,
    ...persons.flatMap(({ id, joins, comparison }): EventChange[] => [
      ...(joins === undefined ? [] : [{ person: id, entered: joins }]),
      ...comparison.changes.map((change) => ({ ...change, person: id })),
    ]),
    ...ledger.marks,
  ];
  return {
    id: newId(before.county),
    kind: 'household.imported',
    person: null,
    trueFrom: stated.trueFrom,
    recordedAt: signed.recordedAt,
    author: signed.author,
    authorName: signed.authorName,
    typist: signed.typist ?? null,
    typistName: signed.typistName ?? null,
    source: signed.source,
    reason: signed.reason ?? '',
    version: before.version + 1,
    changes,
  };
}
