import { expect, test } from 'vitest';
import { permissions, permissionsOf, roles } from '#domain/access/permission.ts';
import { allRoutes } from '#server/routes.ts';

const shapes = allRoutes.map(({ shape }) => shape);
const nameOf = ({ method, path }: { method: string; path: string }) => `${method} ${path}`;

test('a door is declared once, under the address of a capability', () => {
  const names = shapes.map(nameOf);

  expect(shapes.length).toBeGreaterThan(30);
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  expect(names.filter((name) => !/^[A-Z]+ \/api\/[a-z]+(\/[:a-zA-Z0-9-]+)*$/.test(name))).toEqual(
    [],
  );
});

test('a door asks for a permission that exists, or is public and then touches no area', () => {
  const known: readonly string[] = [...permissions, 'public'];
  const odd = shapes.filter(
    ({ permission, area }) =>
      !known.includes(permission) || (permission === 'public' && area !== 'none'),
  );

  expect(odd.map(nameOf)).toEqual([]);
});

test('only sign-in, the first visit, health, wall boards, notices, objections and slips are public', () => {
  const open = shapes.filter(({ permission }) => permission === 'public').map(nameOf);

  expect(open.sort()).toEqual([
    'GET /api/access/setup',
    'GET /api/health',
    'GET /api/insight/boards/:token',
    'GET /api/publicity/answers/:number',
    'GET /api/publicity/public/:code',
    'GET /api/publicity/slip/:code',
    'POST /api/access/sessions',
    'POST /api/access/setup',
    'POST /api/publicity/public/:code/objections',
    'POST /api/publicity/slip/:code/reports',
    'POST /api/publicity/slip/:code/reports/:number/picture',
  ]);
});

test('the area a door names is one of its inputs, and the thing it names by id is in its path', () => {
  const odd = shapes.filter((shape) => {
    const [part, name] = shape.area.split('.');
    if (shape.area === 'row') return !shape.path.includes('/:');
    if (name === undefined) return false;
    const schema = part === 'query' ? shape.query : part === 'params' ? shape.params : shape.body;
    const fields = schema !== undefined && 'shape' in schema ? (schema.shape ?? {}) : {};
    return !(name in (fields as object));
  });

  expect(odd.map(nameOf)).toEqual([]);
});

test('every placeholder of a path is a declared parameter', () => {
  const odd = shapes.filter((shape) => {
    const wanted = [...shape.path.matchAll(/:(\w+)/g)].map((match) => match[1] ?? '');
    const fields = shape.params !== undefined && 'shape' in shape.params ? shape.params.shape : {};
    return wanted.some((name) => !(name in (fields as object)));
  });

  expect(odd.map(nameOf)).toEqual([]);
});

test('whatever writes leaves an act in the audit trail', () => {
  const silent = shapes.filter(({ method, audit }) => method !== 'GET' && audit === null);
  const odd = shapes.filter(
    ({ audit }) => audit !== null && !/^[a-z]+\.[a-z]+(-[a-z]+)*$/.test(audit),
  );

  expect(silent.map(nameOf)).toEqual([]);
  expect(odd.map(nameOf)).toEqual([]);
});

test('every door says in a sentence what it does, and answers something declared', () => {
  const odd = shapes.filter(
    ({ summary, kind, output }) =>
      summary.length < 10 || (kind === 'download' && output !== undefined),
  );

  expect(odd.map(nameOf)).toEqual([]);
});

test('every permission opens a door and is held by a role', () => {
  const asked = new Set<string>(shapes.map(({ permission }) => permission));
  const held = new Set<string>(roles.flatMap(permissionsOf));

  expect(permissions.filter((permission) => !asked.has(permission))).toEqual([]);
  expect(permissions.filter((permission) => !held.has(permission))).toEqual([]);
});

test('doors of one’s own account that open early are about one’s own account', () => {
  const early = shapes.filter(({ opens }) => opens !== undefined);

  expect(early.length).toBeGreaterThan(4);
  expect(
    early.filter(
      ({ permission, path }) =>
        permission !== 'access.self' || !/^\/api\/access\/(me|sessions)/.test(path),
    ),
  ).toEqual([]);
});
