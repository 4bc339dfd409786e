// A household enters the register by hand, with its members and what they earn, in one event.

import type { registerHousehold } from '#contract/registry-households.ts';
import type { InputOf } from '#contract/route.ts';
import { atLevel } from '#domain/kernel/area-code.ts';
import { countyOfId, type Id, parseId } from '#domain/kernel/id.ts';
import { plainDate } from '#domain/kernel/plain-date.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { formRule } from '#domain/registry/form-rule.ts';
import type {
  HouseholdRecord,
  HouseholdValues,
  PersonRecord,
  PersonValues,
} from '#domain/registry/household.ts';
import {
  householdNoTaken,
  inTheFuture,
  oneHead,
  wrongIdCounty,
} from '#domain/registry/refusals.ts';
import type { Context } from '#server/http/context.ts';
import { insertHouseholds } from './bulk.store.ts';
import { getHomeArea, refuseNamedOnly } from './change-members.ts';
import { openIdentityConflicts } from './conflict-write.store.ts';
import { isNumberTaken, nextHouseholdNo } from './household-write.store.ts';
import { incomePeriodOf } from './income-period.ts';
import { readValues } from './read-values.ts';
import { toHouseholdRows } from './to-household-rows.ts';
import type { Answer } from './write-household.ts';

type Body = InputOf<typeof registerHousehold>['body'];

export async function registerByHand(context: Context, body: Body): Promise<Answer> {
  refuseNamedOnly(context);
  const { tx, today, platform } = context;
  const county = Number(body.area.slice(0, 6));
  const area = await getHomeArea(context, body.area, county);
  if (body.trueFrom > today) refuse(inTheFuture, { date: body.trueFrom, today });
  const heads = body.persons.filter((person) => person.values.relation === formRule.head).length;
  if (heads !== 1) refuse(oneHead, { count: heads });
  const number = await numberFor(
    context,
    county,
    atLevel(area, 'village') ?? area,
    body.householdNo,
  );
  const record = await recordOf(context, body, { area, number, county });

  await insertHouseholds(tx, [
    toHouseholdRows(record, {
      secrets: platform.secrets,
      today,
      periodStartMonth: incomePeriodOf(platform.packs, area, today),
    }),
  ]);
  const persons = record.persons.map((person) => person.id);
  const conflicts = await openIdentityConflicts(context, { county, id: record.id, area }, persons);
  context.note({ area, subject: `household:${record.id}` });

  return {
    household: record.id,
    version: 1,
    event: record.registration.id,
    applied: Object.keys(record.values),
    historical: [],
    conflicts: [...conflicts],
  };
}

async function numberFor(
  { tx }: Context,
  county: number,
  village: string,
  asked: string | undefined,
): Promise<string> {
  if (asked === undefined) return nextHouseholdNo(tx, county, village);
  if (await isNumberTaken(tx, county, asked)) refuse(householdNoTaken, { householdNo: asked });
  return asked;
}

async function recordOf(
  context: Context,
  body: Body,
  { area, number, county }: { area: string; number: string; county: number },
): Promise<HouseholdRecord> {
  const { actor, now } = context;
  // Checked for their form here; sealed only where the rows are made, which takes them plain.
  await readValues(context, 'household', body.values);
  for (const person of body.persons) await readValues(context, 'person', person.values);
  const isTypedForAnother = body.authorName !== undefined && body.authorName !== actor.displayName;
  return {
    id: ownId(context, county, body.id),
    values: {
      stage: 'SURVEYED',
      ...body.values,
      householdNo: number,
      areaCode: area,
    } as HouseholdValues,
    persons: body.persons.map(
      (person): PersonRecord => ({
        id: ownId(context, county, person.id),
        values: person.values as PersonValues,
      }),
    ),
    incomes: body.incomes.map((income) => ({
      id: context.newId(county),
      year: income.year,
      kind: income.kind,
      amountFen: income.amountFen,
      note: income.note,
    })),
    registration: {
      id: context.newId(county),
      kind: 'household.registered',
      trueFrom: plainDate(body.trueFrom),
      recordedAt: now,
      author: isTypedForAnother ? null : actor.account,
      authorName: body.authorName ?? actor.displayName,
      source: body.source,
      reason: body.reason,
      ...(isTypedForAnother ? { typist: actor.account, typistName: actor.displayName } : {}),
    },
  };
}

/** An id made by a device must carry the county it registers in. */
function ownId(context: Context, county: number, given: string | undefined): Id {
  if (given === undefined) return context.newId(county);
  const id = parseId(given);
  if (id === undefined || countyOfId(id) !== county)
    return refuse(wrongIdCounty, { id: given, county });
  return id;
}
