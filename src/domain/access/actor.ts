// Who acts: an account with its role, its jurisdiction and its language. Scope follows from it.

import { type AreaCode, areaCode, isWithin } from '#domain/kernel/area-code.ts';
import type { Language } from '#domain/kernel/refusal.ts';
import { type Permission, permissionsOf, type Role } from './permission.ts';
import { type Scope, scopeOfAreas } from './scope.ts';

export interface Actor {
  readonly account: string;
  readonly username: string;
  readonly displayName: string;
  readonly title: string;
  readonly role: Role;
  /** Home area: the root of what the account sees, and where its acts are audited. */
  readonly area: AreaCode;
  readonly areas: readonly AreaCode[];
  /** Null unless the account sees named households only. */
  readonly households: readonly string[] | null;
  readonly language: Language;
}

export function may(actor: Actor, permission: Permission): boolean {
  return permissionsOf(actor.role).includes(permission);
}

export function scopeOf(actor: Actor): Scope {
  const areas = scopeOfAreas(actor.areas, actor.account);
  return actor.households === null ? areas : { ...areas, households: actor.households };
}

/** True when an area lies wholly inside the jurisdiction. */
export function mayEnter(actor: Actor, area: AreaCode): boolean {
  return actor.areas.some((own) => isWithin(area, own));
}

/** The part of a jurisdiction that lies in an area: the area itself, or the own areas below it. */
export function narrowTo(actor: Actor, area: AreaCode): readonly AreaCode[] {
  if (mayEnter(actor, area)) return [area];
  return actor.areas.filter((own) => isWithin(own, area)).map((own) => areaCode(own));
}
