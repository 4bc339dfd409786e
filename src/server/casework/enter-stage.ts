// Where a process ends at a stage, the register says so by its own change: one event whose source names
// the case, in the same transaction. Nothing is written where the household stands there already.
import type { Context } from '#server/http/context.ts';
import { openHousehold, recordEvent } from '#server/registry/write-household.ts';
import type { LoadedCase } from './load-case.ts';

export async function enterStage(
  context: Context,
  { row, view }: LoadedCase,
  { end, reason }: { readonly end: string | null; readonly reason: string },
): Promise<string | null> {
  const { rules } = view;
  const stage = rules.ends.find(({ id }) => id === end)?.stage ?? null;
  if (stage === null || row.household_id === null) return null;
  const household = await openHousehold(context, row.household_id);
  const from = household.values.stage ?? null;
  if (from === stage) return null;
  const { event } = await recordEvent(context, household, {
    kind: 'household.stage',
    changes: [{ field: 'stage', from, to: stage }],
    testimony: {
      trueFrom: context.today,
      source: `case:${row.id}`,
      reason: reason === '' ? rules.title.zh : reason,
    },
  });
  return event;
}
