// Figures of a household that follow from its members on a day and are never typed. Counting is
// three-valued: as long as a member's state is unknown the count is unknown, because a score that
// rests on a guess cannot be defended. Blank work place means no migrant work, as the form has it.
// The same rule as SQL stands in server/registry/derived.store.ts; a test proves them equal.

import { ageOn, type PlainDate } from '#domain/kernel/plain-date.ts';

/** What the derived figures look at. */
export interface MemberFacts {
  readonly name: string;
  readonly position: number;
  readonly relation: string | null;
  readonly birthDate: PlainDate | null;
  readonly labour: string | null;
  readonly workPlace: string | null;
  readonly schoolStage: string | null;
  readonly health: readonly string[] | null;
  readonly dibao: boolean | null;
  readonly ethnicity: string | null;
  readonly joinedOn: PlainDate | null;
  readonly leftOn: PlainDate | null;
}

/** Codes and ages the figures are defined by. */
export interface DerivationRule {
  readonly head: string;
  readonly labour: readonly string[];
  readonly notInSchool: string;
  readonly chronic: string;
  readonly severe: string;
  readonly disabled: string;
  /** Younger than this is a child, who needs no labour code to be no labourer. */
  readonly childBelow: number;
  readonly elderlyFrom: number;
}

export interface DerivedFigures {
  readonly headName: string | null;
  readonly members: number;
  readonly labourers: number | null;
  readonly migrantWorkers: number | null;
  readonly students: number | null;
  readonly chronicallyIll: number | null;
  readonly severelyIll: number | null;
  readonly disabled: number | null;
  readonly elderly: number | null;
  readonly children: number | null;
  readonly dibaoMembers: number | null;
  /** Members by ethnic group, `HAN:2,ZHUANG:1`; null when nobody is there. */
  readonly ethnicMakeup: string | null;
}

/** What of its members a figure is counted from, beside who is there on the day. */
export const countedFrom: Readonly<Record<keyof DerivedFigures, readonly (keyof MemberFacts)[]>> = {
  headName: ['name', 'relation'],
  members: [],
  labourers: ['labour', 'birthDate'],
  migrantWorkers: ['workPlace'],
  students: ['schoolStage'],
  chronicallyIll: ['health'],
  severelyIll: ['health'],
  disabled: ['health'],
  elderly: ['birthDate'],
  children: ['birthDate'],
  dibaoMembers: ['dibao'],
  ethnicMakeup: ['ethnicity'],
};

export function isPresent(
  member: Pick<MemberFacts, 'joinedOn' | 'leftOn'>,
  day: PlainDate,
): boolean {
  const joined = member.joinedOn === null || member.joinedOn <= day;
  return joined && (member.leftOn === null || member.leftOn > day);
}

export function deriveFigures(
  all: readonly MemberFacts[],
  day: PlainDate,
  rule: DerivationRule,
): DerivedFigures {
  const members = all.filter((member) => isPresent(member, day));
  const age = (member: MemberFacts) =>
    member.birthDate === null ? null : ageOn(member.birthDate, day);
  const under = (years: number) => (member: MemberFacts) => {
    const years_ = age(member);
    return years_ === null ? null : years_ < years;
  };
  const ill = (code: string) => (member: MemberFacts) =>
    member.health === null || member.health.length === 0 ? null : member.health.includes(code);
  return {
    headName: headOf(members, rule)?.name ?? null,
    members: members.length,
    labourers: count(members, (member) => {
      if (member.labour !== null) return rule.labour.includes(member.labour);
      return under(rule.childBelow)(member) === true ? false : null;
    }),
    migrantWorkers: count(members, (member) => member.workPlace !== null),
    students: count(members, (member) =>
      member.schoolStage === null ? null : member.schoolStage !== rule.notInSchool,
    ),
    chronicallyIll: count(members, ill(rule.chronic)),
    severelyIll: count(members, ill(rule.severe)),
    disabled: count(members, ill(rule.disabled)),
    elderly: count(members, (member) => {
      const younger = under(rule.elderlyFrom)(member);
      return younger === null ? null : !younger;
    }),
    children: count(members, under(rule.childBelow)),
    dibaoMembers: count(members, (member) => member.dibao),
    ethnicMakeup: ethnicMakeupOf(members),
  };
}

/** Codes in order; a member whose group nobody wrote down counts under an empty code. */
export function ethnicMakeupOf(members: readonly Pick<MemberFacts, 'ethnicity'>[]): string | null {
  const persons = new Map<string, number>();
  for (const { ethnicity } of members) {
    const code = ethnicity ?? '';
    persons.set(code, (persons.get(code) ?? 0) + 1);
  }
  const parts = [...persons].sort(([left], [right]) => (left < right ? -1 : 1));
  return parts.length === 0 ? null : parts.map(([code, count]) => `${code}:${count}`).join(',');
}

/** The head among members present; the first by position where a file named two. */
export function headOf<Member extends Pick<MemberFacts, 'relation' | 'position'>>(
  members: readonly Member[],
  rule: DerivationRule,
): Member | undefined {
  return members
    .filter((member) => member.relation === rule.head)
    .sort((left, right) => left.position - right.position)[0];
}

function count(
  members: readonly MemberFacts[],
  holds: (member: MemberFacts) => boolean | null,
): number | null {
  let found = 0;
  for (const member of members) {
    const answer = holds(member);
    if (answer === null) return null;
    if (answer) found += 1;
  }
  return found;
}
