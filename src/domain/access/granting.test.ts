import { expect, test } from 'vitest';
import { areaCode } from '#domain/kernel/area-code.ts';
import type { Actor } from './actor.ts';
import { type Grant, grantableRoles, grantProblem } from './granting.ts';
import { permissionsOf, type Role, roles } from './permission.ts';

const anActor = (role: Role, area: string): Actor => ({
  account: '06e2aa00-0000-8000-8000-000000000000',
  username: role,
  displayName: role,
  title: '',
  role,
  area: areaCode(area),
  areas: [areaCode(area)],
  households: null,
  language: 'zh',
});
const county = anActor('county', '451226');
const township = anActor('township', '451226201');
const admin = anActor('admin', '451226');

const aGrant = (role: Role, area: string, more: Partial<Grant> = {}): Grant => ({
  role,
  area: areaCode(area),
  areas: [areaCode(area)],
  households: role === 'helper' || role === 'household' ? [] : null,
  ...more,
});

test.each([
  { actor: township, grant: aGrant('village', '451226201200'), code: 'none' },
  { actor: township, grant: aGrant('township', '451226201'), code: 'none' },
  { actor: township, grant: aGrant('county', '451226201'), code: 'access/role-above-own' },
  { actor: township, grant: aGrant('village', '451226202200'), code: 'access/area-not-own' },
  { actor: county, grant: aGrant('township', '451226201'), code: 'none' },
  { actor: county, grant: aGrant('auditor', '451226'), code: 'access/role-above-own' },
  { actor: county, grant: aGrant('admin', '451226'), code: 'access/role-above-own' },
  { actor: county, grant: aGrant('county', '451225'), code: 'access/area-not-own' },
  { actor: county, grant: aGrant('county', '45'), code: 'access/area-not-own' },
  { actor: county, grant: aGrant('county', '451226201'), code: 'access/area-not-for-role' },
  { actor: county, grant: aGrant('village', '451226'), code: 'access/area-not-for-role' },
  {
    actor: county,
    grant: aGrant('village', '451226201200', { households: [] }),
    code: 'access/households-not-for-role',
  },
  {
    actor: county,
    grant: aGrant('helper', '451226201200', { households: null }),
    code: 'access/households-needed',
  },
  {
    actor: admin,
    grant: aGrant('supervisor', '451226', { areas: ['451226201', '451226202'].map(areaCode) }),
    code: 'none',
  },
  {
    actor: admin,
    grant: aGrant('supervisor', '451226201', { areas: ['451226202'].map(areaCode) }),
    code: 'access/area-outside-home',
  },
  { actor: admin, grant: aGrant('admin', ''), code: 'access/area-not-own' },
])('$actor.role granting $grant.role in “$grant.area” gives $code', ({ actor, grant, code }) => {
  expect(grantProblem(actor, grant)?.kind.code ?? 'none').toBe(code);
});

test('whoever manages accounts grants no permission that they do not hold themselves', () => {
  for (const role of roles.filter((one) => one !== 'admin')) {
    const own = permissionsOf(role);
    const granted = grantableRoles(anActor(role, '451226')).flatMap((one) => permissionsOf(one));

    expect(granted.filter((permission) => !own.includes(permission))).toEqual([]);
  }
});

test('only a role with access.manage grants anything', () => {
  const managing = roles.filter((role) => permissionsOf(role).includes('access.manage'));
  const granting = roles.filter((role) => grantableRoles(anActor(role, '451226')).length > 0);

  expect(granting).toEqual(managing.filter((role) => granting.includes(role)));
  expect(granting.length).toBe(managing.length);
});
