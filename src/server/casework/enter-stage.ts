// Where a process ends at a stage, the register says so by its own change: one event whose source names
// the case, in the same transaction, with the class the case put the household into. Nothing is written
// where the household stands there already.
import { type CaseState, classEntered } from '#domain/casework/case-state.ts';
import type { Context } from '#server/http/context.ts';
import { openHousehold, recordEvent } from '#server/registry/write-household.ts';
import type { LoadedCase } from './load-case.ts';

export async function enterStage(
  context: Context,
  { row, view }: LoadedCase,
  { state, reason }: { readonly state: CaseState; readonly reason: string },
): Promise<string | null> {
  const { rules } = view;
  const stage = rules.ends.find(({ id }) => id === state.end)?.stage ?? null;
  if (stage === null || row.household_id === null) return null;
  const household = await openHousehold(context, row.household_id);
  const { stage: from = null, helpClass: before = null } = household.values;
  const helpClass = classEntered(rules, state) ?? before;
  const changes = [
    { field: 'stage', from, to: stage },
    { field: 'helpClass', from: before, to: helpClass },
  ].filter((one) => one.from !== one.to);
  if (changes.length === 0) return null;
  const { event } = await recordEvent(context, household, {
    kind: 'household.stage',
    changes,
    testimony: {
      trueFrom: context.today,
      source: `case:${row.id}`,
      reason: reason === '' ? rules.title.zh : reason,
    },
  });
  return event;
}
