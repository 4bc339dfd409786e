import { expect, test } from 'vitest';
import { permissionsOf, type Role, roles } from '#domain/access/permission.ts';
import { entries, homeOf, isAt, placeAt, placesOf } from './entries.ts';

test('nobody has more than eight entries, and everybody reaches every page they may open', () => {
  for (const role of roles) {
    const places = placesOf(permissionsOf(role));
    const reached = places.flatMap(({ pages }) => pages.map(({ to }) => to));

    expect(places.length, role).toBeLessThanOrEqual(8);
    expect(new Set(reached).size, role).toBe(reached.length);
    for (const { to, needs } of entries) {
      expect(reached.includes(to), `${role} ${to}`).toBe(permissionsOf(role).includes(needs));
    }
  }
});

test('whoever may open one page of an entry alone is led to it under its own name', () => {
  const [place] = placesOf(['registry.areas']);

  expect(place).toMatchObject({ to: '/areas', text: 'areas' });
  expect(homeOf(['registry.areas'])).toBe('/areas');
  expect(homeOf([])).toBe('/security');
});

test('each role lands where its own work waits, and only where it may', () => {
  const landing = (role: Role) => homeOf(permissionsOf(role), role);

  expect(landing('county')).toBe('/overview');
  expect(landing('helper')).toBe('/visits');
  expect(landing('auditor')).toBe('/findings');
  expect(landing('supervisor')).toBe('/samples');
  expect(landing('admin')).toBe('/accounts');
  expect(landing('bank')).toBe('/loans');
  expect(homeOf(['registry.read'], 'helper')).toBe('/households');
});

test('a page below another stands in its entry', () => {
  const places = placesOf(permissionsOf('county'));

  expect(placeAt(places, '/households/abc/income')?.to).toBe('/households');
  expect(placeAt(places, '/areas')?.to).toBe('/accounts');
  expect(placeAt(places, '/conflicts')?.to).toBe('/households');
  expect(placeAt(places, '/villages/451226100001/plan')?.to).toBe('/helpers');
  expect(isAt({ to: '/plans' }, '/villages/451226100001/plan')).toBe(true);
  expect(placeAt(places, '/household')).toBeUndefined();
});
