// The members of an invented household as person records: named by generation and people, numbered,
// schooled and employed by age, one of them bearing the household's cause where it has to be somebody.

import type { Id } from '#domain/kernel/id.ts';
import {
  addDays,
  makePlainDate,
  type PlainDate,
  plainDate,
  yearOf,
} from '#domain/kernel/plain-date.ts';
import type { PersonRecord } from '#domain/registry/household.ts';
import type { NameParts, TownshipCalibration } from './calibration.ts';
import { inventFamily, type Relative } from './family.ts';
import type { NumberGiver } from './identity.ts';
import { inventState, type MemberState } from './member.ts';
import { hasHeadsSurname, type NameGiver } from './name.ts';
import type { Slot } from './plan.ts';
import { type Random, weighted } from './random.ts';

export interface PeopleWish {
  readonly slot: Slot;
  readonly means: number;
  readonly attribute: string | null;
  readonly today: PlainDate;
  /** The day the survey was recorded: who is born later joins by an event. */
  readonly known: PlainDate;
  readonly peoples: (random: Random) => string;
  readonly names: NameGiver;
  readonly numbers: NumberGiver;
  readonly newId: () => Id;
}

export interface InventedPerson {
  readonly age: number;
  readonly state: MemberState;
  readonly dibao: boolean;
  readonly record: PersonRecord;
}

/** Draws a people of a township; made once for each. */
export function peoplesOf({ peoples }: TownshipCalibration, names: NameParts) {
  const nameless = Object.keys(peoples).find((people) => names.surnames[people] === undefined);
  if (nameless !== undefined) throw new Error(`no surnames of ${nameless}`);
  return weighted(Object.entries(peoples));
}

export function inventPeople(wish: PeopleWish, random: Random): readonly InventedPerson[] {
  const { slot, names } = wish;
  const relatives = inventFamily(
    {
      members: slot.members,
      student: slot.cause === 'SCHOOLING',
      withoutLabour:
        slot.cause === 'LABOUR' || (wish.attribute === 'DIBAO' && slot.cause !== 'SCHOOLING'),
    },
    random,
  );
  const people = wish.peoples(random);
  const family: Family = {
    people,
    surname: names.surname(people, random),
    shared: random.chance(0.4) ? names.generation(yearOf(wish.today) - 20, random) : undefined,
    afflicted: afflictedOf(relatives, slot.cause, random),
    names: new Set(),
  };
  const persons: InventedPerson[] = [];
  for (const [index, relative] of relatives.entries()) {
    persons.push(inventPerson(relative, index, family, wish, random));
  }
  return persons;
}

interface Family {
  readonly people: string;
  readonly surname: string;
  readonly shared: string | undefined;
  readonly afflicted: number | undefined;
  /** Given so far: two of one household never have the same name. */
  readonly names: Set<string>;
}

function inventPerson(
  relative: Relative,
  index: number,
  family: Family,
  wish: PeopleWish,
  random: Random,
): InventedPerson {
  const { slot, attribute } = wish;
  const birth = birthOf(relative.age, wish.today, random);
  const state = inventState(
    relative,
    { means: wish.means, cause: slot.cause, birth, afflicted: index === family.afflicted },
    random,
  );
  const dibao =
    attribute === 'DIBAO' || (attribute === 'DIBAO_POOR' && (index === 0 || random.chance(0.5)));
  const people = relative.relation === 'SPOUSE' ? wish.peoples(random) : family.people;
  const bornSince = birth > wish.known;
  const hasCertificate = state.health.includes('DISABLED') && random.chance(0.6);
  const number = bornSince ? null : wish.numbers.next(birth, relative.sex);
  const marks = hasCertificate ? `${random.between(1, 7)}${random.between(1, 4)}` : '';
  return {
    age: relative.age,
    state,
    dibao,
    record: {
      id: wish.newId(),
      values: {
        name: nameOf(relative, birth, people, family, wish.names, random),
        sex: relative.sex === 'male' ? 'MALE' : 'FEMALE',
        // A disability certificate is the identity number with kind and grade behind it.
        identity: number === null ? null : number + marks,
        identityKind: number === null ? null : hasCertificate ? 'DISABILITY_CERT' : 'ID',
        birthDate: birth,
        relation: relative.relation,
        ethnicity: people,
        education: state.education,
        schoolStage: state.schoolStage,
        health: state.health,
        labour: state.labour,
        workPlace: state.workPlace,
        workMonths: state.workMonths,
        dibao,
        medicalInsurance: isExitMet(slot) || random.chance(0.97),
        pensionInsurance: relative.age >= 16 && random.chance(relative.age >= 60 ? 0.98 : 0.7),
        primaryMeasure: slot.measure ?? slot.memberMeasures[index] ?? null,
        joinedOn: bornSince ? birth : null,
        joinedReason: bornSince ? 'BORN' : null,
      },
    },
  };
}

export function isExitMet({ stage }: Slot): boolean {
  return stage === 'EXIT_STANDARD' || stage === 'EXIT_ANNOUNCED';
}

function nameOf(
  { relation, sex }: Relative,
  birth: PlainDate,
  people: string,
  family: Family,
  names: NameGiver,
  random: Random,
): string {
  const isSibling = relation === 'SON' || relation === 'DAUGHTER';
  const last = hasHeadsSurname(relation) ? family.surname : names.surname(people, random);
  let shared = isSibling ? family.shared : undefined;
  let name = last + names.given(sex, yearOf(birth), random, shared);
  while (family.names.has(name)) {
    shared = undefined;
    name = last + names.given(sex, yearOf(birth), random, shared);
  }
  family.names.add(name);
  return name;
}

/** Whom the cause is about: an adult falls ill, a young one costs school fees. */
function afflictedOf(
  relatives: readonly Relative[],
  cause: string | null,
  random: Random,
): number | undefined {
  if (cause !== 'SCHOOLING' && cause !== 'ILLNESS' && cause !== 'DISABILITY') return undefined;
  const [from, to] = cause === 'SCHOOLING' ? [15, 22] : [30, 120];
  const able = relatives.flatMap(({ age }, index) => (age >= from && age <= to ? [index] : []));
  return able.length === 0 ? 0 : random.pick(able);
}

function birthOf(age: number, today: PlainDate, random: Random): PlainDate {
  const year = yearOf(today) - age;
  const birthday = makePlainDate(year, Number(today.slice(5, 7)), Number(today.slice(8)));
  return addDays(birthday ?? plainDate(`${year}-03-01`), -random.below(365));
}
