// Households that lists of departments find, and lists on their way from file to leads.
import { expect } from 'vitest';
import { everything } from '#domain/access/scope.ts';
import { checkCharacterOf } from '#domain/registry/identity-number.ts';
import { inScope } from '#server/database/connect.ts';
import { insertHouseholds } from '#server/registry/bulk.store.ts';
import { toHouseholdRows } from '#server/registry/to-household-rows.ts';
import type { TestApp } from './app.ts';
import type { Caller } from './caller.ts';
import { county, places } from './cast.ts';
import { aHousehold, aPerson, today } from './household.ts';

export const heading = '姓名,身份证号,车牌号,登记日期';

/** An invented number, the same for the same serial. */
export function numberOf(serial: number): string {
  const digits = `99000019${String(60 + (serial % 30))}0102${String(serial).padStart(3, '0')}`;
  return digits + checkCharacterOf(digits);
}

interface Member {
  readonly serial: number;
  readonly name: string;
  readonly birthDate?: string;
}

export const csv = (lines: readonly string[]) => ({
  name: '名单.csv',
  bytes: Buffer.from(lines.join('\n')),
});

export function comparisonWorld(app: TestApp) {
  const chen = app.as('chen');
  async function aListedHousehold(
    members: readonly Member[],
    area: string = places.village,
  ): Promise<string> {
    const record = aHousehold(
      { areaCode: area, stage: 'LISTED', listedOn: '2015-12-01' },
      members.map(({ serial, name, birthDate }, index) =>
        aPerson({
          name,
          identity: numberOf(serial),
          relation: index === 0 ? '01' : '02',
          ...(birthDate === undefined ? {} : { birthDate }),
        }),
      ),
    );
    await inScope(app.platform.db, everything, (tx) =>
      insertHouseholds(tx, [toHouseholdRows(record, { secrets: app.platform.secrets, today })]),
    );
    return record.id;
  }

  async function aList(
    kind = 'vehicles',
    by: Caller = chen,
    title = '机动车登记 2016',
  ): Promise<string> {
    const { body, code } = await by.post('/api/targeting/lists', { area: county, kind, title });
    expect(code).toBeUndefined();
    return body.id;
  }

  async function deliver(id: string, lines: readonly string[], by: Caller = chen) {
    return by.upload(`/api/targeting/lists/${id}/file`, csv(lines));
  }

  async function carryOut(id: string, act: 'check' | 'run', by: Caller = chen) {
    const begun = await by.post(`/api/targeting/lists/${id}/${act}`);
    await app.runJobs();
    return { begun, list: (await by.get(`/api/targeting/lists/${id}`)).body };
  }

  async function compared(lines: readonly string[], kind = 'vehicles', title?: string) {
    const id = await aList(kind, chen, title);
    expect((await deliver(id, lines)).code).toBeUndefined();
    await carryOut(id, 'check');
    const { list } = await carryOut(id, 'run');
    expect(list.failure).toBeNull();
    return list;
  }

  async function leadOf(household: string, by: Caller = chen) {
    const { body } = await by.get(`/api/targeting/households/${household}/leads`);
    const [row] = body.items;
    return row === undefined ? undefined : (await by.get(`/api/targeting/leads/${row.id}`)).body;
  }

  async function rowOf(household: string) {
    const { rows } = await app.owner.query('select * from registry_household where id = $1', [
      household,
    ]);
    return rows[0];
  }

  return { aListedHousehold, aList, deliver, carryOut, compared, leadOf, rowOf };
}
