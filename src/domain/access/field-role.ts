// Those who come by the light entry: on a phone, over a thin line, and for a few things.
import type { Role } from '#domain/access/permission.ts';

export const fieldRoles: readonly Role[] = ['household', 'helper'];

export function isFieldRole(role: Role): boolean {
  return fieldRoles.includes(role);
}
