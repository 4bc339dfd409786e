// Which accounts stand for an actor of the code list `actor`. A pack names offices; whoever holds one for
// the place acts in it, and nobody else. Where nobody holds it, an account of a role for it that holds no
// office there may act. A code without a role here, such as a pack's own, is for those who hold it.
import { type Held, noOffices } from '#domain/access/office.ts';
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
  PROVINCE: ['province'],
  // The group of the State has no account here: the province enters what it found.
  STATE_GROUP: ['province'],
};

/** Roles that write down what a household says, where it has no account: it applies by their hand. */
const clerks: readonly Role[] = ['village', 'helper', 'township'];

/** Codes a role stands for. */
export const knownActors: readonly string[] = Object.keys(rolesOf);

export interface Standing {
  readonly role: Role;
  readonly held?: Held | undefined;
}

export function standsFor(actor: string, { role, held = noOffices }: Standing): boolean {
  if (held.all.has(actor)) return held.own.includes(actor);
  return held.own.length === 0 && rolesFor(actor).includes(role);
}

/** What a case may wait for that is this account's to do: its offices, or else its role. */
export function answersTo({
  role,
  offices,
}: {
  readonly role: Role;
  readonly offices: readonly string[];
}): readonly string[] {
  return offices.length > 0 ? offices : [role];
}

export function rolesFor(actor: string): readonly Role[] {
  return rolesOf[actor] ?? [];
}

/** A household's word on a sign-off is entered for it only with a proof of it. */
export function mayConfirmFor(actor: string, kind: string, role: Role): boolean {
  return actor === 'HOUSEHOLD' && kind === 'signOff' && clerks.includes(role);
}

/** A household's application may be written down for it. */
export function mayWriteFor(actor: string, kind: string, role: Role): boolean {
  return actor === 'HOUSEHOLD' && kind === 'application' && clerks.includes(role);
}

const officeOfRole: Readonly<Partial<Record<Role, AreaLevel>>> = {
  village: 'village',
  helper: 'village',
  township: 'township',
  county: 'county',
  city: 'city',
  province: 'province',
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
