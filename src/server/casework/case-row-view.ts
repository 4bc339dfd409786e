// A case as one row of a queue: what, whose, which step, since when and until when.
import type { CaseRow } from '#contract/casework.ts';
import { isInForce } from '#domain/access/office.ts';
import { type CaseClock, colourOn } from '#domain/casework/case-clock.ts';
import type { CaseRules } from '#domain/casework/case-rules.ts';
import { withdrawn } from '#domain/casework/case-state.ts';
import { answersTo, levelAbove, officeOf } from '#domain/casework/who-acts.ts';
import { daysBetween, plainDate } from '#domain/kernel/plain-date.ts';
import type { Bilingual } from '#domain/kernel/refusal.ts';
import { listOfficesOf } from '#server/access/office.store.ts';
import type { Context } from '#server/http/context.ts';
import type { PlaceNames } from '#server/registry/area-names.ts';
import type { QueueRecord } from './case.store.ts';

const withdrawnTitle: Bilingual = { zh: '已撤回', en: 'Withdrawn' };

export interface RowSetting {
  readonly rules: CaseRules | undefined;
  readonly place: PlaceNames;
  /** What the reader answers to, see `ownWords`. */
  readonly mine: readonly string[];
}

/** Offices of the reader today, or else the role: whatever waits for one of these is theirs. */
export async function ownWords({ tx, actor, today }: Context): Promise<readonly string[]> {
  const held = await listOfficesOf(tx, actor.account);
  const offices = held.filter((one) => isInForce(one, today)).map(({ office }) => office);
  return answersTo({ role: actor.role, offices: [...new Set(offices)] });
}

export function rowView(
  { today }: Context,
  row: QueueRecord,
  { rules, place, mine }: RowSetting,
): CaseRow {
  const known = rules?.steps.find(({ id }) => id === row.step);
  const step =
    row.step === null
      ? undefined
      : (known ?? { id: row.step, title: untitled(row.step), actors: [] });
  const dueOn = row.due_on === null ? null : plainDate(row.due_on);
  const colour = step === undefined ? 'noClock' : colourOn(dueOn, today);
  const since = plainDate(row.step_since);
  const lateDays = dueOn !== null && colour === 'overdue' ? daysBetween(dueOn, today) : 0;
  const levels = dueOn !== null && lateDays > Math.max(1, daysBetween(since, dueOn)) ? 2 : 1;
  const told =
    step === undefined || lateDays === 0 ? null : levelAbove(officeOf(step.actors), levels);
  const clock: CaseClock = { since, dueOn, colour, lateDays, told };
  return {
    id: row.id,
    household: row.household_id,
    areaName: row.household_id === null ? place.county || place.village : null,
    householdNo: row.household_no ?? '',
    headName: row.head_name,
    areaCode: row.area_code,
    township: place.township,
    village: place.village,
    process: { id: row.process, title: rules?.title ?? untitled(row.process) },
    step: step === undefined ? null : { id: step.id, title: step.title },
    end: row.end_id === null ? null : { id: row.end_id, title: endTitle(rules, row.end_id) },
    begunOn: row.begun_on,
    endedOn: row.ended_on,
    clock,
    isMine: row.waits_for.some((one) => mine.includes(one)),
  };
}

/** What the case began with is not installed any more: its name is all that is left. */
export function untitled(id: string): Bilingual {
  return { zh: id, en: id };
}

export function endTitle(rules: CaseRules | undefined, id: string): Bilingual {
  if (id === withdrawn) return withdrawnTitle;
  return rules?.ends.find((end) => end.id === id)?.title ?? untitled(id);
}
