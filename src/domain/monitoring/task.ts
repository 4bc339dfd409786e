// Tasks and promises: whether somebody answers at every level the pack asks for, how late it is, and how
// much of it is done. A task without an owner at a level says so in a sentence.
import { daysBetween, type PlainDate } from '#domain/kernel/plain-date.ts';
import type { Bilingual } from '#domain/kernel/refusal.ts';
import type { ResolvedPack } from '#domain/policy/pack/resolve-pack.ts';

export interface OwnerLevel {
  readonly id: string;
  readonly title: Bilingual;
}

/** The row set of a pack by which responsibilities are asked for. */
const levelSet = 'responsibilityLevels';

/** None where the pack names no levels: then anybody named is enough. */
export function ownerLevels(pack: ResolvedPack): readonly OwnerLevel[] {
  const rows = pack.rows.organisation.find(({ row }) => row.id === levelSet)?.row.rows ?? [];
  return rows.map(({ id, title }) => ({ id, title }));
}

export interface Owner {
  readonly level: string;
  readonly name: string;
}

/** Levels at which nobody answers; where the pack names none, one owner is asked for. */
export function missingLevels(
  levels: readonly OwnerLevel[],
  owners: readonly Owner[],
): readonly OwnerLevel[] {
  const asked =
    levels.length > 0 ? levels : [{ id: '', title: { zh: '责任人', en: 'somebody who answers' } }];
  return asked.filter(({ id }) => !owners.some((owner) => id === '' || owner.level === id));
}

export function gapSentence(missing: readonly OwnerLevel[]): Bilingual | null {
  if (missing.length === 0) return null;
  return {
    zh: `还没有${missing.map(({ title }) => title.zh).join('、')}的责任人。`,
    en: `Nobody answers yet at: ${missing.map(({ title }) => title.en).join(', ')}.`,
  };
}

export interface TaskDays {
  readonly dueOn: string;
  readonly doneOn: string | null;
}

export function lateDays({ dueOn, doneOn }: TaskDays, today: PlainDate): number {
  return Math.max(0, daysBetween(dueOn as PlainDate, (doneOn ?? today) as PlainDate));
}

/** Null where no quantity was asked for. */
export function shareDone(target: number | null, done: number): number | null {
  return target === null ? null : Math.min(1, done / target);
}
