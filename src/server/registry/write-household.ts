// One change to one household, whole: the event that says so, the rows it projects onto, the derived
// figures, the yearly incomes, the kept counts and the identity keys, in the caller's transaction. What
// is true later than the change already stays as it stands; the change then enters history only.
import type { z } from 'zod';
import type { Written } from '#contract/registry-value.ts';
import { type AreaCode, areaCode } from '#domain/kernel/area-code.ts';
import { type Fen, fenToNumber } from '#domain/kernel/fen.ts';
import { countyOfId } from '#domain/kernel/id.ts';
import { type PlainDate, plainDate } from '#domain/kernel/plain-date.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { isPresent, type MemberFacts } from '#domain/registry/derived.ts';
import {
  type EventChange,
  type EventKind,
  type EventValue,
  isSealed,
  type RegistryEvent,
} from '#domain/registry/event.ts';
import { householdFields, personFields } from '#domain/registry/form.ts';
import { formRule } from '#domain/registry/form-rule.ts';
import { incomeYears } from '#domain/registry/income-year.ts';
import { nameKeyOf } from '#domain/registry/name-key.ts';
import { inTheFuture, oneHead } from '#domain/registry/refusals.ts';
import type { Context } from '#server/http/context.ts';
import { markVillages } from '#server/kernel/changed-village.store.ts';
import { openIdentityConflicts } from './conflict-write.store.ts';
import { appendCountDeltas, listCountLines } from './count.store.ts';
import { insertEvent, listEvents } from './event.store.ts';
import { followHouseholds } from './follow-households.store.ts';
import { type Columns, columnsOfEvent, valuesOfRow } from './form-row.ts';
import { refuseAbsent } from './household.store.ts';
import {
  findHouseholdRow,
  insertPerson,
  listPersonRows,
  replacePersonKey,
  updateHousehold,
  updatePerson,
} from './household-write.store.ts';
import { incomePeriodOf } from './income-period.ts';
import { listLedger, replaceIncomeYears } from './income-write.store.ts';
import { figuresOf, memberFactsOf } from './member-figures.ts';
import { type HouseholdState, type Member, type Projection, project } from './project-change.ts';

export type Answer = z.input<typeof Written>;

/** Reads a household for a change and holds it; refuses one that is not there or not theirs. */
export async function openHousehold(
  { tx }: Context,
  id: string,
  lock: 'locked' | 'shown' = 'locked',
): Promise<HouseholdState> {
  const key = { county: countyOfId(id), id };
  const row = await findHouseholdRow(tx, key, lock);
  if (row === undefined) return refuseAbsent(tx, id);
  const persons = await listPersonRows(tx, key);
  return {
    ...key,
    version: Number(row.version),
    area: areaCode(String(row.area_code)),
    row,
    values: valuesOfRow(householdFields, row),
    members: persons.map((person) => ({
      id: String(person.id),
      position: Number(person.position),
      values: valuesOfRow(personFields, person),
    })),
    events: await listEvents(tx, key),
  };
}

export interface Testimony {
  readonly trueFrom: string;
  readonly source: string;
  readonly reason: string;
  readonly authorName?: string | undefined;
}

export interface NewEvent {
  readonly kind: EventKind;
  readonly person?: string;
  readonly changes: readonly EventChange[];
  readonly testimony: Testimony;
  /** Made by a device. */
  readonly id?: string;
  readonly baseVersion?: number;
}

/** Stores the event and everything that follows from it. */
export async function recordEvent(
  context: Context,
  state: HouseholdState,
  event: NewEvent,
): Promise<Answer> {
  const { tx, now } = context;
  const before = await listCountLines(tx, state.county, [state.id]);
  const recorded = asRecorded(context, state, event);
  const next = project(state, recorded);
  if (next.membersChanged) refuseWrongHead(next.members, context.today);
  const place = { county: state.county, id: state.id, area: next.area };

  await insertEvent(tx, place, { ...recorded, baseVersion: event.baseVersion ?? null });
  await storeMembers(context, state, next);
  await updateHousehold(tx, place, {
    ...next.columns,
    ...figuresOf(next.members.map(factsOf), context.today),
    ...(await storeIncomes(context, place, next.members, event.kind)),
    version: recorded.version,
    changed_at: now,
  });
  if (next.area !== state.area) {
    await markVillages(tx, [state.area]);
    await followHouseholds(tx, state.county, [state.id]);
  }
  const after = await listCountLines(tx, state.county, [state.id]);
  await appendCountDeltas(tx, before, after);
  const conflicts = await openIdentityConflicts(context, place, next.identities);

  context.note({
    area: next.area,
    subject: `household:${state.id}`,
    facts: { event: recorded.id },
  });
  return {
    household: state.id,
    version: recorded.version,
    event: recorded.id,
    applied: [...next.applied],
    historical: [...next.historical],
    conflicts: [...conflicts],
  };
}

function asRecorded(context: Context, state: HouseholdState, event: NewEvent): RegistryEvent {
  const { actor, now, today } = context;
  const { trueFrom, source, reason, authorName } = event.testimony;
  const day = plainDate(trueFrom);
  if (day > today) refuse(inTheFuture, { date: day, today });
  const isTypedForAnother = authorName !== undefined && authorName !== actor.displayName;
  return {
    id: event.id ?? context.newId(state.county),
    kind: event.kind,
    person: event.person ?? null,
    trueFrom: day,
    recordedAt: now,
    author: isTypedForAnother ? null : actor.account,
    authorName: authorName ?? actor.displayName,
    typist: isTypedForAnother ? actor.account : null,
    typistName: isTypedForAnother ? actor.displayName : null,
    source,
    reason,
    version: state.version + 1,
    changes: event.changes,
  };
}

function factsOf(member: Member): MemberFacts {
  return memberFactsOf(member.values, member.position);
}

/** Whoever is left has exactly one head; an empty household has none. */
function refuseWrongHead(members: readonly Member[], today: PlainDate): void {
  const present = members.map(factsOf).filter((member) => isPresent(member, today));
  const heads = present.filter((member) => member.relation === formRule.head).length;
  if (present.length > 0 && heads !== 1) refuse(oneHead, { count: heads });
}

async function storeMembers(
  { tx, now, today }: Context,
  state: HouseholdState,
  next: Projection,
): Promise<void> {
  const { county } = state;
  for (const [id, values] of next.changedMembers) {
    const member = next.members.find((one) => one.id === id);
    if (member === undefined) throw new Error(`no member ${id} in the household ${state.id}`);
    const columns: Columns = {
      ...columnsOfEvent(personFields, values),
      ...('name' in values ? { name_key: nameKeyOf(String(values.name ?? '')) } : {}),
      changed_at: now,
    };
    if (next.newMembers.has(id)) {
      const place = { county, household_id: state.id, area_code: next.area };
      await insertPerson(tx, {
        ...place,
        id,
        position: member.position,
        created_at: now,
        ...columns,
      });
    } else {
      await updatePerson(tx, { county, id }, columns);
    }
    if (!next.identities.includes(id)) continue;
    const hash = isPresent(factsOf(member), today) ? hashOf(member.values.identity) : null;
    await replacePersonKey(tx, state, { person: id, hash });
  }
}

function hashOf(identity: EventValue | undefined): Buffer | null {
  return isSealed(identity) && identity.hash !== undefined
    ? Buffer.from(identity.hash, 'hex')
    : null;
}

/** Yearly figures follow the ledger and the members; other changes leave them alone. */
async function storeIncomes(
  context: Context,
  place: { readonly county: number; readonly id: string; readonly area: AreaCode },
  members: readonly Member[],
  kind: EventKind,
): Promise<Columns> {
  if (!/^(person|income)\.|merged$/.test(kind)) return {};
  const { tx, today, platform } = context;
  const years = incomeYears(await listLedger(tx, place), members.map(factsOf), {
    today,
    startMonth: incomePeriodOf(platform.packs, place.area, today),
  });
  await replaceIncomeYears(tx, place, years);
  const latest = years.at(-1);
  // Undone, a merge may leave a ledger without any year.
  if (latest === undefined) {
    return kind === 'household.unmerged' ? { income_year: null, income_per_head_fen: null } : {};
  }
  return { income_year: latest.year, income_per_head_fen: fenOrNull(latest.perHead) };
}

function fenOrNull(fen: Fen | undefined): number | null {
  return fen === undefined ? null : fenToNumber(fen);
}
