// Which lists a place asks of its departments, what a lead can be answered with, and how many working
// days an answer may take: all of it rows and parameters of the pack in force.
import type { Calendar } from '#domain/casework/calendar.ts';
import { addWorkdays } from '#domain/casework/calendar.ts';
import type { PlainDate } from '#domain/kernel/plain-date.ts';
import type { Bilingual } from '#domain/kernel/refusal.ts';
import type { RowSet } from '#domain/policy/pack/practice-schemas.ts';
import type { ResolvedPack } from '#domain/policy/pack/resolve-pack.ts';

export interface NamedChoice {
  readonly id: string;
  readonly title: Bilingual;
  readonly text: Bilingual;
  readonly verified: boolean;
}

/** A place's own rows stand before those of the pack it extends. */
export function choicesOf(
  { rows }: Pick<ResolvedPack, 'rows'>,
  use: NonNullable<RowSet['use']>,
): readonly NamedChoice[] {
  const chosen = new Map<string, NamedChoice>();
  const sets = rows.verification.map(({ row }) => row).filter((set) => set.use === use);
  for (const set of sets.toReversed()) {
    for (const { id, title, text, verified } of set.rows) {
      if (!chosen.has(id)) chosen.set(id, { id, title, text, verified });
    }
  }
  return [...chosen.values()];
}

/** The last day for an answer or a decision; null where the pack names no days. */
export function dueAfter(pack: ResolvedPack, since: PlainDate): PlainDate | null {
  const days = pack.scope.parameters.get('stepWorkdays')?.value;
  return typeof days === 'number' ? addWorkdays(since, days, calendarOf(pack)) : null;
}

function calendarOf(pack: ResolvedPack): Calendar {
  return {
    holidays: daysOf(pack, 'holidays'),
    workingWeekends: daysOf(pack, 'workingWeekends'),
  };
}

function daysOf({ rows }: ResolvedPack, name: string): ReadonlySet<string> {
  const values = rows.parameters.find(({ row }) => row.id === name)?.row.values ?? [];
  return new Set(values.flatMap(({ value }) => (Array.isArray(value) ? value.map(String) : [])));
}
