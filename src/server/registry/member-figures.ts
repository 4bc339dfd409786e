// Derived columns of a household row from its members: figures of the form, and name and keys of the head.
import { type PlainDate, plainDate } from '#domain/kernel/plain-date.ts';
import { deriveFigures, headOf, isPresent, type MemberFacts } from '#domain/registry/derived.ts';
import { formRule } from '#domain/registry/form-rule.ts';
import type { FieldValue, PersonRecord } from '#domain/registry/household.ts';
import { nameKeyOf } from '#domain/registry/name-key.ts';
import { personKeys } from '#domain/registry/pinyin.ts';
import type { Columns } from './form-row.ts';

export function memberFacts(person: PersonRecord, index: number): MemberFacts {
  return memberFactsOf(person.values, index + 1);
}

export function memberFactsOf(
  values: Readonly<Partial<Record<string, FieldValue>>>,
  position: number,
): MemberFacts {
  const text = (value: FieldValue | undefined) => (typeof value === 'string' ? value : null);
  const day = (value: FieldValue | undefined) =>
    typeof value === 'string' ? plainDate(value) : null;
  return {
    position,
    name: text(values.name) ?? '',
    relation: text(values.relation),
    birthDate: day(values.birthDate),
    labour: text(values.labour),
    workPlace: text(values.workPlace),
    schoolStage: text(values.schoolStage),
    health: Array.isArray(values.health) ? values.health : null,
    dibao: typeof values.dibao === 'boolean' ? values.dibao : null,
    joinedOn: day(values.joinedOn),
    leftOn: day(values.leftOn),
  };
}

/** Name and search keys of the head. */
export function headColumns(members: readonly MemberFacts[], today: PlainDate): Columns {
  const head = headOf(
    members.filter((member) => isPresent(member, today)),
    formRule,
  );
  if (head === undefined) {
    return { head_name: null, head_key: null, head_pinyin: null, head_initials: null };
  }
  const keys = personKeys(head.name);
  return {
    head_name: head.name,
    head_key: nameKeyOf(head.name),
    head_pinyin: keys.full,
    head_initials: keys.initials,
  };
}

export function figureColumns(members: readonly MemberFacts[], today: PlainDate): Columns {
  const figures = deriveFigures(members, today, formRule);
  return {
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
  };
}
