import { describe, expect, test } from 'vitest';
import { everything } from '#domain/access/scope.ts';
import { inScope } from '#server/database/connect.ts';
import { anApp } from '#tests/world/app.ts';
import { places } from '#tests/world/cast.ts';
import { aHousehold, aPerson, today } from '#tests/world/household.ts';
import { insertHouseholds } from './bulk.store.ts';
import { householdWriteRoutes } from './household-write.routes.ts';
import { toHouseholdRows } from './to-household-rows.ts';

const app = await anApp({ routes: householdWriteRoutes });
const { platform } = app;

async function stored(values: object, people = [aPerson()]) {
  const record = aHousehold({ areaCode: places.village, ...values }, people);
  const { secrets } = platform;
  await inScope(platform.db, everything, (tx) =>
    insertHouseholds(tx, [toHouseholdRows(record, { secrets, today })]),
  );
  return record;
}

describe('the list as a file', () => {
  test('holds the filtered rows in the reader’s area, masked, and runs no formula', async () => {
    const marked = await stored({ primaryCause: 'FUNERAL', address: '=1+1' }, [
      aPerson({ name: '=cmd' }),
    ]);

    const { status, text } = await app
      .as('chen')
      .get(
        '/api/registry/households/export?format=csv&cause=FUNERAL&rows=person&columns=householdNo,address,person.name,person.identity',
      );

    expect(status).toBe(200);
    const [, row = ''] = text.split('\r\n');
    expect(row).toContain(String(marked.values.householdNo));
    expect(row).toContain(`'=1+1,'=cmd,990000********`);
    expect(text.trim().split('\r\n')).toHaveLength(2);
  });

  test('is empty for the neighbour, refused without the right, and as .xlsx opens', async () => {
    const neighbour = await app.as('sun').get('/api/registry/households/export?format=csv');
    const village = await app.as('lin').get('/api/registry/households/export');
    const sheet = await app.as('chen').get('/api/registry/households/export');

    expect(neighbour.text.trim().split('\r\n')).toHaveLength(1);
    expect(village.status).toBe(403);
    expect(sheet.bytes.subarray(0, 2).toString()).toBe('PK');
  });
});
