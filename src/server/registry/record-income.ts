// Entries of the income ledger: entered once, never changed; what was wrong is reversed and entered anew.
// Each leaves an event, so that the timeline tells it, and the yearly figures are computed at once.

import type { recordIncome, reverseIncome } from '#contract/registry-income.ts';
import type { InputOf } from '#contract/route.ts';
import { yearOf } from '#domain/kernel/plain-date.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import {
  noSuchEntry,
  noSuchPerson,
  reversedAlready,
  yearOutOfRange,
} from '#domain/registry/refusals.ts';
import type { Context } from '#server/http/context.ts';
import { findIncomeEntry, insertIncomeEntry, isEntryReversed } from './income-write.store.ts';
import { openHousehold, recordEvent } from './write-household.ts';

/** Years an entry may be for, back from today: older ones come in by import. */
export const incomeYearsBack = 10;

export async function enterIncome(
  context: Context,
  { params, body }: InputOf<typeof recordIncome>,
): Promise<void> {
  const { tx, today, actor, now } = context;
  const state = await openHousehold(context, params.id);
  const to = yearOf(today);
  if (body.year > to || body.year < to - incomeYearsBack) {
    refuse(yearOutOfRange, { year: body.year, from: to - incomeYearsBack, to });
  }
  if (body.person !== undefined && !state.members.some((member) => member.id === body.person)) {
    refuse(noSuchPerson);
  }
  const id = body.id ?? context.newId(state.county);
  if ((await findIncomeEntry(tx, { county: state.county, id })) !== undefined) return;

  await insertIncomeEntry(tx, state, {
    id,
    person: body.person ?? null,
    year: body.year,
    kind: body.kind,
    amountFen: body.amountFen,
    note: body.note,
    observedFrom: body.observedFrom ?? null,
    observedTo: body.observedTo ?? null,
    source: body.source,
    author: actor.account,
    recordedAt: now,
    reverses: null,
  });
  const { year, kind, amountFen } = body;
  await recordEvent(context, state, {
    // The entry is signed by the event of the same id.
    id,
    kind: 'income.recorded',
    changes: [{ income: { entry: id, year, kind, amountFen } }],
    testimony: {
      trueFrom: today,
      source: body.source,
      reason: body.note,
      authorName: body.authorName,
    },
    ...(body.person === undefined ? {} : { person: body.person }),
  });
}

export async function takeBackIncome(
  context: Context,
  { params, body }: InputOf<typeof reverseIncome>,
): Promise<void> {
  const { tx, today, actor, now } = context;
  const state = await openHousehold(context, params.id);
  const key = { county: state.county, id: params.entry };
  const entry = await findIncomeEntry(tx, key);
  if (entry === undefined || entry.household !== state.id) return refuse(noSuchEntry);
  if (entry.reverses !== null || (await isEntryReversed(tx, key))) refuse(reversedAlready);

  const id = context.newId(state.county);
  await insertIncomeEntry(tx, state, {
    ...entry,
    id,
    note: body.reason,
    author: actor.account,
    recordedAt: now,
    reverses: params.entry,
  });
  await recordEvent(context, state, {
    id,
    kind: 'income.reversed',
    changes: [
      { income: { entry: id, year: entry.year, kind: entry.kind, amountFen: -entry.amountFen } },
    ],
    testimony: {
      trueFrom: today,
      source: entry.source,
      reason: body.reason,
      authorName: body.authorName,
    },
  });
}
