// Derived columns of a household row from its members: figures of the form, and name and keys of the head.
import { type PlainDate, plainDate } from '#domain/kernel/plain-date.ts';
import { deriveFigures, headOf, isPresent, type MemberFacts } from '#domain/registry/derived.ts';
import type { EventValue } from '#domain/registry/event.ts';
import { formRule } from '#domain/registry/form-rule.ts';
import type { PersonRecord } from '#domain/registry/household.ts';
import { nameKeyOf } from '#domain/registry/name-key.ts';
import { personKeys } from '#domain/registry/pinyin.ts';

export const figureColumnNames = [
  'head_name',
  'head_key',
  'head_pinyin',
  'head_initials',
  'members',
  'labourers',
  'migrant_workers',
  'students',
  'chronically_ill',
  'severely_ill',
  'disabled',
  'elderly',
  'children',
  'dibao_members',
  'ethnic_makeup',
] as const;

export type FigureColumns = Readonly<
  Record<(typeof figureColumnNames)[number], string | number | null>
>;

export function memberFacts(person: PersonRecord, index: number): MemberFacts {
  return memberFactsOf(person.values, index + 1);
}

export function memberFactsOf(
  values: Readonly<Partial<Record<string, EventValue>>>,
  position: number,
): MemberFacts {
  return {
    position,
    name: text(values.name) ?? '',
    relation: text(values.relation),
    birthDate: day(values.birthDate),
    labour: text(values.labour),
    workPlace: text(values.workPlace),
    schoolStage: text(values.schoolStage),
    health: Array.isArray(values.health) ? values.health : null,
    ethnicity: text(values.ethnicity),
    dibao: typeof values.dibao === 'boolean' ? values.dibao : null,
    joinedOn: day(values.joinedOn),
    leftOn: day(values.leftOn),
  };
}

export function figuresOf(members: readonly MemberFacts[], today: PlainDate): FigureColumns {
  const figures = deriveFigures(members, today, formRule);
  const present = members.filter((member) => isPresent(member, today));
  const head = headOf(present, formRule);
  const keys = head === undefined ? undefined : personKeys(head.name);
  return {
    head_name: figures.headName,
    head_key: head === undefined ? null : nameKeyOf(head.name),
    head_pinyin: keys?.full ?? null,
    head_initials: keys?.initials ?? null,
    members: figures.members,
    labourers: figures.labourers,
    migrant_workers: figures.migrantWorkers,
    students: figures.students,
    chronically_ill: figures.chronicallyIll,
    severely_ill: figures.severelyIll,
    disabled: figures.disabled,
    elderly: figures.elderly,
    children: figures.children,
    dibao_members: figures.dibaoMembers,
    ethnic_makeup: figures.ethnicMakeup,
  };
}

function text(value: EventValue | undefined): string | null {
  return typeof value === 'string' ? value : null;
}

function day(value: EventValue | undefined): PlainDate | null {
  return typeof value === 'string' ? plainDate(value) : null;
}
