import { expect, test } from 'vitest';
import { makeFieldRouter } from './field-router.ts';
import { router } from './router.tsx';

const fieldRouter = makeFieldRouter(async () => {});

/** What a router takes an address for. */
function placeOf(routes: { getMatchedRoutes: typeof router.getMatchedRoutes }, address: string) {
  const [, , found] = routes.getMatchedRoutes(address);
  return found?.fullPath;
}

test('the light entry takes an address for what the desk takes it for, or hands it to the desk', () => {
  const paths = Object.keys(router.routesByPath).filter((path) => !path.endsWith('$'));
  const addresses = paths.map((path) => path.replace(/\$\w+/g, 'x1'));
  const wrong = addresses.filter((address) => {
    const light = placeOf(fieldRouter, address);
    return light !== '/$' && light !== placeOf(router, address);
  });

  expect(paths.length).toBeGreaterThan(80);
  expect(wrong).toEqual([]);
});

test('what a household and its helper live in is there, the rest is handed over', () => {
  expect(placeOf(fieldRouter, '/households/x1/help')).toBe('/households/$id/$tab');
  expect(placeOf(fieldRouter, '/households/x1/sources')).toBe('/households/$id/sources');
  expect(placeOf(fieldRouter, '/visits')).toBe('/visits');
  expect(placeOf(fieldRouter, '/money')).toBe('/$');
});
