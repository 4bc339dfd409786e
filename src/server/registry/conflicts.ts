// Questions of the register as a list, and their answers. An answer about a value is an ordinary change
// to that field, with the reason; an answer about an identity number says which record is right.
import { z } from 'zod';
import type { Conflict, listConflicts, resolveConflict } from '#contract/registry-conflicts.ts';
import type { InputOf, OutputOf } from '#contract/route.ts';
import { narrowTo } from '#domain/access/actor.ts';
import { areaCode, levelOf, spanOf } from '#domain/kernel/area-code.ts';
import { countyOfId } from '#domain/kernel/id.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { type EventValue, shownValue } from '#domain/registry/event.ts';
import {
  choiceUnfit,
  noSuchConflict,
  notYoursToDecide,
  settledAlready,
} from '#domain/registry/refusals.ts';
import type { Context } from '#server/http/context.ts';
import { cursorOf, readCursor } from '#server/http/cursor.ts';
import { nameAreas } from './area-names.ts';
import {
  type ConflictRow,
  findConflictRow,
  listConflictNames,
  listConflictRows,
} from './conflict-read.store.ts';
import { settleConflict } from './conflict-write.store.ts';
import { fieldOf, readValue } from './read-values.ts';
import { openHousehold, recordEvent } from './write-household.ts';

type View = z.input<typeof Conflict>;

const Keys = z.tuple([z.string(), z.string()]);

export async function conflictsOf(
  context: Context,
  { query }: InputOf<typeof listConflicts>,
): Promise<OutputOf<typeof listConflicts>> {
  const { owner, kind, household, limit } = query;
  const after = readCursor(query.cursor, Keys);
  const rows = await listConflictRows(context.tx, {
    spans: narrowTo(context.actor, context.area).map(spanOf),
    limit: limit + 1,
    ...(owner === undefined ? {} : { owner }),
    ...(kind === undefined ? {} : { kind }),
    ...(household === undefined ? {} : { household }),
    ...(after === undefined ? {} : { after }),
  });
  const last = rows[limit - 1];
  return {
    items: await conflictViews(context, rows.slice(0, limit)),
    next: rows.length > limit && last !== undefined ? cursorOf([last.opened_at, last.id]) : null,
  } as OutputOf<typeof listConflicts>;
}

/** Rows as a list shows them; the other side of a number is named only where one may see it. */
export async function conflictViews(
  context: Context,
  rows: readonly ConflictRow[],
): Promise<View[]> {
  const names = await nameAreas(
    context.tx,
    rows.map((row) => row.area_code),
    context.today,
  );
  const sides = rows.flatMap((row) => row.sides);
  const others = await listConflictNames(context.tx, rows[0]?.county ?? 0, {
    households: sides.flatMap((side) => side.household ?? []),
    persons: sides.flatMap((side) => side.person ?? []),
  });
  return rows.map((row) => {
    const field = fieldOf(row.person_id === null ? 'household' : 'person', row.field);
    return {
      id: row.id,
      kind: row.kind,
      household: { id: row.household_id, householdNo: row.household_no, headName: row.head_name },
      areaCode: row.area_code,
      township: names(row.area_code).township,
      village: names(row.area_code).village,
      person: row.person_id === null ? null : { id: row.person_id, name: row.person_name ?? '' },
      field: row.field,
      type: field?.type ?? 'text',
      list: field?.list ?? null,
      unit: field?.unit ?? null,
      sides: row.sides.map((side) => {
        const household = others.households.get(side.household ?? '');
        return {
          value: listed(shownValue(side.value)),
          source: side.source,
          observedOn: side.observedOn,
          authorName: side.authorName,
          recordedAt: side.recordedAt,
          current: side.current,
          household: household === undefined ? null : { id: side.household ?? '', ...household },
          personName: others.persons.get(side.person ?? '') ?? null,
        };
      }),
      ownerRole: row.owner_role,
      dueOn: row.due_on,
      openedAt: row.opened_at,
      resolvedAt: row.resolved_at,
      resolution: (row.resolution as View['resolution']) ?? null,
    };
  });
}

function listed(value: ReturnType<typeof shownValue>): View['sides'][number]['value'] {
  return Array.isArray(value) ? [...value] : (value as View['sides'][number]['value']);
}

export async function resolve(
  context: Context,
  { params, body }: InputOf<typeof resolveConflict>,
): Promise<OutputOf<typeof resolveConflict>> {
  const key = { county: countyOfId(params.id), id: params.id };
  const row = (await findConflictRow(context.tx, key)) ?? refuse(noSuchConflict);
  if (row.resolved_at !== null) refuse(settledAlready, { by: authorOf(row) });
  refuseBelowOwner(context, row);

  const value = row.kind === 'value' ? await chosenValue(context, row, body) : undefined;
  if (value !== undefined) await writeChoice(context, row, value, body.reason);
  if (row.kind !== 'value' && body.choice !== 'confirmed') {
    const problem = { zh: '身份证号只能确认本户的正确', en: 'a number can only be confirmed here' };
    refuse(choiceUnfit, { problem: problem[context.language] });
  }
  await settleConflict(context, key, {
    choice: body.choice,
    reason: body.reason,
    authorName: context.actor.displayName,
  });
  context.note({
    area: areaCode(row.area_code),
    subject: `household:${row.household_id}`,
    facts: { conflict: row.id, choice: body.choice },
  });

  const settled = (await findConflictRow(context.tx, key)) ?? refuse(noSuchConflict);
  const [view] = await conflictViews(context, [settled]);
  return view as OutputOf<typeof resolveConflict>;
}

function authorOf(row: ConflictRow): string {
  const resolution = row.resolution as { authorName?: string } | null;
  return resolution?.authorName ?? '';
}

const reach = { village: 12, township: 9, county: 6 } as const;

/** A question that reaches beyond one's own level is decided above. */
function refuseBelowOwner({ actor }: Context, row: ConflictRow): void {
  const most = reach[row.owner_role as keyof typeof reach] ?? 6;
  if (actor.area.length <= most) return;
  refuse(notYoursToDecide, { level: levelOf(actor.area), owner: row.owner_role });
}

async function chosenValue(
  context: Context,
  row: ConflictRow,
  body: InputOf<typeof resolveConflict>['body'],
): Promise<EventValue> {
  const of = row.person_id === null ? 'household' : 'person';
  if (body.choice === 'value' && body.value !== undefined) {
    return readValue(context, of, { field: row.field, value: body.value });
  }
  const side = body.choice === 'side' ? row.sides[body.side ?? -1] : undefined;
  if (side !== undefined) return side.value;
  const problem = { zh: '没有选定的一方，或没有给出值', en: 'no side or value was chosen' };
  return refuse(choiceUnfit, { problem: problem[context.language] });
}

async function writeChoice(
  context: Context,
  row: ConflictRow,
  to: EventValue,
  reason: string,
): Promise<void> {
  const state = await openHousehold(context, row.household_id);
  const { person_id: person } = row;
  const values =
    person === null ? state.values : state.members.find((member) => member.id === person)?.values;
  await recordEvent(context, state, {
    kind: 'conflict.resolved',
    changes: [
      {
        field: row.field,
        from: values?.[row.field] ?? null,
        to,
        ...(person === null ? {} : { person }),
      },
    ],
    testimony: { trueFrom: context.today, source: 'conflict', reason },
    ...(person === null ? {} : { person }),
  });
}
