// The other half of a split: the new household with the members who went, as a household of its own
// that remembers where it came from.

import type { splitHousehold } from '#contract/registry-changes.ts';
import type { InputOf } from '#contract/route.ts';
import { type AreaCode, atLevel } from '#domain/kernel/area-code.ts';
import { countyOfId, type Id, parseId } from '#domain/kernel/id.ts';
import { plainDate } from '#domain/kernel/plain-date.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import type { EventValue } from '#domain/registry/event.ts';
import { formRule } from '#domain/registry/form-rule.ts';
import type {
  FieldValue,
  HouseholdRecord,
  HouseholdValues,
  PersonValues,
} from '#domain/registry/household.ts';
import { householdNoTaken, wrongIdCounty } from '#domain/registry/refusals.ts';
import type { Context } from '#server/http/context.ts';
import { insertHouseholds } from './bulk.store.ts';
import { isNumberTaken, nextHouseholdNo } from './household-write.store.ts';
import type { HouseholdState, Member, Values } from './project-change.ts';
import { readValues } from './read-values.ts';
import { openField, type SealedField, sealedOf } from './sealing.ts';
import { toHouseholdRows } from './to-household-rows.ts';

export interface Split {
  readonly state: HouseholdState;
  readonly body: InputOf<typeof splitHousehold>['body'];
  readonly going: readonly Member[];
  readonly area: AreaCode;
}

/** What a household of its own does not take over from the one it left. */
const notInherited = new Set([
  'householdNo',
  'areaCode',
  'phone',
  'bankAccount',
  'bank',
  'headName',
]);

export async function storeSplit(context: Context, split: Split): Promise<string> {
  const { state, body, area } = split;
  const { county } = state;
  const village = atLevel(area, 'village') ?? area;
  const asked = body.householdNo;
  if (asked !== undefined && (await isNumberTaken(context.tx, county, asked))) {
    refuse(householdNoTaken, { householdNo: asked });
  }
  const number = asked ?? (await nextHouseholdNo(context.tx, county, village));
  await readValues(context, 'household', body.values);

  const record = recordOf(context, split, number);
  const { secrets } = context.platform;
  await insertHouseholds(context.tx, [toHouseholdRows(record, { secrets, today: context.today })]);
  return record.id;
}

function recordOf(
  context: Context,
  { state, body, going, area }: Split,
  number: string,
): HouseholdRecord {
  const { actor, now, platform } = context;
  const { county } = state;
  const inherited = Object.entries(state.values).filter(([field]) => !notInherited.has(field));
  return {
    id: ownId(context, county, body.id),
    values: {
      ...plainValues(context, Object.fromEntries(inherited)),
      ...body.values,
      householdNo: number,
      areaCode: area,
    } as HouseholdValues,
    // A person keeps one row for each household they belonged to; the older one says when they left.
    persons: going.map((member) => ({
      id: platform.newId(county),
      values: {
        ...plainValues(context, member.values),
        relation: member.id === body.head ? formRule.head : keptRelation(member),
        joinedOn: body.trueFrom,
        joinedReason: 'SPLIT',
        leftOn: null,
        leftReason: null,
      } as PersonValues,
    })),
    externalIds: [{ system: 'split-from', value: String(state.values.householdNo ?? state.id) }],
    registration: {
      id: platform.newId(county),
      kind: 'household.registered',
      trueFrom: plainDate(body.trueFrom),
      recordedAt: now,
      author: actor.account,
      authorName: body.authorName ?? actor.displayName,
      source: body.source,
      reason: body.reason,
    },
  };
}

function keptRelation(member: Member): EventValue {
  return member.values.relation === formRule.head ? 'OTHER' : (member.values.relation ?? 'OTHER');
}

/** Sealed values opened again, since the rows of the new household are sealed anew. */
function plainValues({ platform }: Context, values: Values): Record<string, FieldValue> {
  return Object.fromEntries(
    Object.entries(values).map(([field, value]) => {
      if (typeof value !== 'object' || value === null || Array.isArray(value)) {
        return [field, value as FieldValue];
      }
      const sealed = sealedOf(value as Exclude<EventValue, FieldValue>);
      return [
        field,
        sealed === undefined
          ? null
          : openField(platform.secrets, field as SealedField, sealed.sealed),
      ];
    }),
  );
}

function ownId({ platform }: Context, county: number, given: string | undefined): Id {
  if (given === undefined) return platform.newId(county);
  const id = parseId(given);
  if (id === undefined || countyOfId(id) !== county)
    return refuse(wrongIdCounty, { id: given, county });
  return id;
}
