// Who may open which accounts. A role is granted by those above it in the same line, never by one of
// its own rank elsewhere; supervisors, auditors and the levels above a county stand outside that line,
// so only an administrator grants them. The area decides the rest: nobody grants what they do not see.

import { type AreaCode, type AreaLevel, isWithin, levelOf } from '#domain/kernel/area-code.ts';
import type { RefusalFacts, RefusalKind } from '#domain/kernel/refusal.ts';
import * as refusals from './access-refusals.ts';
import { type Actor, mayEnter } from './actor.ts';
import { type Role, roles } from './permission.ts';

const local: readonly Role[] = ['village', 'helper', 'household'];

const grantedBy: Readonly<Partial<Record<Role, readonly Role[]>>> = {
  admin: roles,
  county: ['county', 'township', ...local, 'department', 'bank'],
  township: ['township', ...local],
};

const levelOfRole: Readonly<Partial<Record<Role, readonly AreaLevel[]>>> = {
  province: ['province'],
  city: ['city'],
  county: ['county'],
  township: ['township'],
  village: ['village'],
  helper: ['county', 'township', 'village'],
  household: ['village', 'hamlet', 'group'],
};

/** Roles that see named households only. */
export const householdRoles: readonly Role[] = ['helper', 'household'];

export function mayGrant(actor: Actor, role: Role): boolean {
  return grantableRoles(actor).includes(role);
}

export function grantableRoles(actor: Pick<Actor, 'role'>): readonly Role[] {
  return grantedBy[actor.role] ?? [];
}

export interface Grant {
  readonly role: Role;
  /** Home area. */
  readonly area: AreaCode;
  readonly areas: readonly AreaCode[];
  readonly households: readonly string[] | null;
}

export interface GrantProblem {
  readonly kind: RefusalKind;
  readonly facts: RefusalFacts;
}

/** The first reason why this actor may not give an account these rights, or undefined. */
export function grantProblem(actor: Actor, grant: Grant): GrantProblem | undefined {
  if (!mayGrant(actor, grant.role)) {
    return { kind: refusals.roleAboveOwn, facts: { role: grant.role } };
  }
  const outside = [grant.area, ...grant.areas].find((area) => !mayEnter(actor, area));
  if (outside !== undefined) return { kind: refusals.areaNotOwn, facts: { area: outside } };
  const apart = grant.areas.find((area) => !isWithin(area, grant.area));
  if (apart !== undefined) {
    return { kind: refusals.areaOutsideHome, facts: { area: apart, home: grant.area } };
  }
  const levels = levelOfRole[grant.role];
  if (levels !== undefined && !levels.includes(levelOf(grant.area))) {
    return {
      kind: refusals.areaNotForRole,
      facts: { area: grant.area, role: grant.role, levels: levels.join(', ') },
    };
  }
  const namesHouseholds = householdRoles.includes(grant.role);
  if (namesHouseholds !== (grant.households !== null)) {
    const kind = namesHouseholds ? refusals.householdsNeeded : refusals.householdsNotForRole;
    return { kind, facts: { role: grant.role } };
  }
  return undefined;
}
