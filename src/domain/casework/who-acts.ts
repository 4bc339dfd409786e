// Which accounts stand for an actor of the code list `actor`: a pack names offices, accounts have roles.
// A code that is not known here, such as a pack's own, and one that no account stands for yet, such as
// a bank, leaves the step to nobody; a process that has such a step cannot be begun.
import type { Role } from '#domain/access/permission.ts';
import type { AreaLevel } from '#domain/kernel/area-code.ts';

const rolesOf: Readonly<Record<string, readonly Role[]>> = {
  HOUSEHOLD: ['household'],
  VILLAGE_GROUP: ['village'],
  VILLAGE_MEETING: ['village'],
  VILLAGE_COMMITTEE: ['village'],
  VILLAGE_SECRETARY: ['village'],
  VILLAGE_DIRECTOR: ['village'],
  FIRST_SECRETARY: ['village'],
  TEAM_LEADER: ['village'],
  WORK_TEAM: ['village', 'helper'],
  HELPER: ['helper', 'village'],
  IDENTIFICATION_TEAM: ['village', 'helper', 'township'],
  NEIGHBOUR_TEAM: ['township'],
  TOWNSHIP: ['township'],
  TOWNSHIP_SECRETARY: ['township'],
  TOWNSHIP_HEAD: ['township'],
  TOWNSHIP_STATION: ['township'],
  TOWNSHIP_SUPERVISORS: ['township'],
  COUNTY_OFFICE: ['county'],
  COUNTY_GOVERNMENT: ['county'],
  COUNTY_SECRETARY: ['county'],
  COUNTY_HEAD: ['county'],
  COUNTY_OFFICE_HEAD: ['county'],
  COUNTY_STATISTICS: ['county'],
  COUNTY_SUPERVISORS: ['county'],
  COMMAND: ['county'],
  DATA_DEPARTMENT: ['county'],
  DEPARTMENT: ['county'],
  CITY: ['city'],
  CITY_SECRETARY: ['city'],
  CITY_MAYOR: ['city'],
};

/** Roles that write down what a household says, where it has no account: it applies by their hand. */
const clerks: readonly Role[] = ['village', 'helper', 'township'];

export function rolesFor(actor: string): readonly Role[] {
  return rolesOf[actor] ?? [];
}

/** A household's application may be written down for it; its signature never. */
export function mayWriteFor(actor: string, kind: string, role: Role): boolean {
  return actor === 'HOUSEHOLD' && kind === 'application' && clerks.includes(role);
}

const officeOfRole: Readonly<Partial<Record<Role, AreaLevel>>> = {
  village: 'village',
  helper: 'village',
  township: 'township',
  county: 'county',
  city: 'city',
};

/** The office whose clock runs; where only the household is awaited, the village that must ask it. */
export function officeOf(actors: readonly string[]): AreaLevel {
  const offices = actors.flatMap((actor) => rolesFor(actor).map((role) => officeOfRole[role]));
  return offices.find((office) => office !== undefined) ?? 'village';
}

const ladder: readonly AreaLevel[] = ['village', 'township', 'county', 'city', 'province'];

/** So many levels above an office, the province at most. */
export function levelAbove(office: AreaLevel, steps: number): AreaLevel {
  return ladder[Math.min(ladder.indexOf(office) + steps, ladder.length - 1)] ?? 'province';
}
