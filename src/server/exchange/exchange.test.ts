import { existsSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { everything } from '#domain/access/scope.ts';
import { inScope } from '#server/database/connect.ts';
import { installPack } from '#server/policy/pack-library.ts';
import { readPackFolders, shippedPacks } from '#server/policy/read-pack-folders.ts';
import { inventedNumber } from '#tests/fixtures/survey-sheet.ts';
import { anApp } from '#tests/world/app.ts';
import { county, places } from '#tests/world/cast.ts';
import { surveyCsv, surveyHeadings } from '#tests/world/survey-sheet.ts';
import { exchangeRoutes } from './exchange.routes.ts';
import { importFilePath } from './import-file.ts';
import { importJob, inThisProcess } from './import-job.ts';

const app = await anApp({
  demonstration: true,
  routes: exchangeRoutes,
  jobKinds: (platform) => [importJob(platform, inThisProcess)],
});
const chen = app.as('chen');

beforeAll(async () => {
  for (const { files, pack } of await readPackFolders(shippedPacks)) {
    if (pack !== undefined) await installPack(app.platform.db, files, pack);
  }
  await app.platform.packs.reload();
});

async function upload(bytes: Buffer, who = chen, area = county) {
  return who.upload(`/api/exchange/imports?area=${area}`, { name: '花名册.csv', bytes });
}

async function run(id: string, act: 'check' | 'commit') {
  const begun = await chen.post(`/api/exchange/imports/${id}/${act}`);
  expect(begun.status).toBe(200);
  await app.runJobs();
  return (await chen.get(`/api/exchange/imports/${id}`)).body;
}

const households = (no: string) =>
  inScope(app.platform.db, everything, (tx) =>
    tx.selectFrom('registry_household').where('household_no', '=', no).selectAll().execute(),
  );

describe('a spreadsheet comes in', () => {
  test('nobody uploads without a session, a village cadre may not, a neighbour not here', async () => {
    const bytes = surveyCsv([{ no: 'A1', name: '韦大山' }]);

    expect((await upload(bytes, app.nobody)).status).toBe(401);
    expect((await upload(bytes, app.as('lin'))).code).toBe('access/not-permitted');
    expect((await upload(bytes, app.as('sun'))).status).toBe(403);
  });

  test('an upload is described and nothing of it is in the register', async () => {
    const answer = await upload(surveyCsv([{ no: 'B1', name: '韦大山' }]));

    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({
      state: 'uploaded',
      format: 'csv',
      encoding: 'utf-8',
      headingRow: 1,
      missingColumns: [],
      incomeYear: 2015,
      fileKept: true,
    });
    expect(answer.body.columns.map((column: { field: string }) => column.field)).toEqual([
      'household.householdNo',
      'area.code',
      'person.name',
      'person.identity',
      'person.birthDate',
      'person.relation',
      'household.houseArea',
      'income.otherWage',
    ]);
    expect(answer.text).not.toMatch(/990000\d{8}/);
    expect(await households('B1')).toEqual([]);
  });

  test('a dry run says row by row what would happen and changes nothing', async () => {
    const rows = [
      { no: 'C1', name: '韦大山' },
      { no: 'C1', name: '覃美花', relation: '配偶' },
      { no: 'C2', name: '卢春生', identity: '990000197001010000' },
      { no: 'C2', name: '谭秀英', relation: '配偶' },
    ];
    const { id } = (await upload(surveyCsv(rows))).body;

    const checked = await run(id, 'check');

    expect(checked.state).toBe('checked');
    expect(checked.counts).toMatchObject({
      rows: 4,
      households: 2,
      persons: 4,
      accepted: 2,
      refused: 2,
      newHouseholds: 1,
      refusedHouseholds: 1,
    });
    expect(checked.problemCounts).toMatchObject([
      { code: 'registry/identity-checksum', severity: 'error', count: 1 },
    ]);
    const told = (await chen.get(`/api/exchange/imports/${id}/rows`)).body.items;
    expect(told.map((row: { row: number; outcome: string }) => [row.row, row.outcome])).toEqual([
      [2, 'new'],
      [3, 'new'],
      [4, 'refused'],
      [5, 'refused'],
    ]);
    expect(told[2].problems[0]).toMatchObject({
      row: 4,
      field: 'person.identity',
      value: '990000********0000',
      code: 'registry/identity-checksum',
    });
    expect(await households('C1')).toEqual([]);
  });

  test('a commit stores the sound households, with event, income, counts and audit', async () => {
    const rows = [
      { no: 'D1', name: '韦大山', wage: '9000' },
      { no: 'D1', name: '覃美花', relation: '配偶' },
      { no: 'D2', name: '' },
    ];
    const { id } = (await upload(surveyCsv(rows))).body;

    const done = await run(id, 'commit');

    expect(done.state).toBe('done');
    expect(done.counts).toMatchObject({ accepted: 2, refused: 1, newHouseholds: 1 });
    const [stored] = await households('D1');
    expect(stored).toMatchObject({
      head_name: '韦大山',
      members: 2,
      area_code: places.village,
      house_area: 80,
      income_year: 2015,
      income_per_head_fen: 450_000,
      stage: 'SURVEYED',
    });
    const acts = await app.owner.query(
      `select facts from audit_entry where act = 'exchange.import' and subject = $1`,
      [`import:${id}`],
    );
    expect(acts.rows).toMatchObject([{ facts: { new: 1, refused: 1, fromRow: 2, toRow: 4 } }]);
    const events = await app.owner.query(
      'select kind, source, reason, author_name from registry_event where household_id = $1',
      [stored?.id],
    );
    expect(events.rows).toEqual([
      {
        kind: 'household.imported',
        source: 'spreadsheet',
        reason: '花名册.csv',
        author_name: '陈国强',
      },
    ]);
  });

  test('repeating the same file changes nothing', async () => {
    const bytes = surveyCsv([{ no: 'E1', name: '韦大山' }]);
    const first = (await upload(bytes)).body;
    await run(first.id, 'commit');
    const [before] = await households('E1');

    const again = (await upload(bytes)).body;
    const done = await run(again.id, 'commit');

    expect(done.counts).toMatchObject({ newHouseholds: 0, unchangedHouseholds: 1 });
    const after = await households('E1');
    expect(after).toHaveLength(1);
    expect(after[0]).toEqual(before);
  });

  test('a household that is known is changed where the file says otherwise, and gains members', async () => {
    const head = inventedNumber('1970-01-01', 901);
    const first = { no: 'P1', name: '韦大山', identity: head };
    await run((await upload(surveyCsv([first]))).body.id, 'commit');
    const spouse = { no: 'P1', name: '覃美花', relation: '配偶', house: '95', wage: '12000' };
    const changed = surveyCsv([{ ...first, house: '95', wage: '12000' }, spouse]);
    const { id } = (await upload(changed)).body;

    const checked = await run(id, 'check');
    const done = await run(id, 'commit');

    for (const { counts } of [checked, done]) {
      expect(counts).toMatchObject({ newHouseholds: 0, changedHouseholds: 1, conflicts: 0 });
    }
    const [row] = (await chen.get(`/api/exchange/imports/${id}/rows`)).body.items;
    expect(row.outcome).toBe('changed');
    expect(row.changes).toEqual(expect.arrayContaining(['houseArea', 'income']));
    expect(await households('P1')).toMatchObject([
      { version: 2, members: 2, house_area: 95, income_per_head_fen: 600_000 },
    ]);
  });

  test('what somebody else wrote on the same day is not overwritten but asked about', async () => {
    const first = { no: 'Q1', name: '韦大山', identity: inventedNumber('1970-01-01', 903) };
    await run((await upload(surveyCsv([first]))).body.id, 'commit');
    await app.owner.query(
      `update registry_event e set source = 'visit' from registry_household h
       where h.household_no = 'Q1' and e.household_id = h.id`,
    );

    const done = await run(
      (await upload(surveyCsv([{ ...first, house: '120' }]))).body.id,
      'commit',
    );

    expect(done.counts).toMatchObject({ changedHouseholds: 0, conflicts: 1 });
    expect(await households('Q1')).toMatchObject([{ house_area: 80 }]);
    const open = await app.owner.query(
      `select c.field, c.kind from registry_conflict c join registry_household h on h.id = c.household_id
       where h.household_no = 'Q1'`,
    );
    expect(open.rows).toEqual([{ field: 'houseArea', kind: 'value' }]);
  });

  test('a person who is registered elsewhere in the county is taken, and a question is opened', async () => {
    const identity = inventedNumber('1970-01-01', 905);
    const first = await upload(surveyCsv([{ no: 'R1', name: '韦大山', identity }]));
    await run(first.body.id, 'commit');
    const other = surveyCsv([
      { no: 'R2', name: '蒙老大' },
      { no: 'R2', name: '韦大山', identity, relation: '其他' },
    ]);

    const done = await run((await upload(other)).body.id, 'commit');

    expect(done.counts).toMatchObject({ newHouseholds: 1, conflicts: 1, refused: 0 });
    const open = await app.owner.query(
      `select c.kind from registry_conflict c join registry_household h on h.id = c.household_id
       where h.household_no = 'R2'`,
    );
    expect(open.rows).toEqual([{ kind: 'identity' }]);
  });

  test('refused rows come back as a file with the reason beside each', async () => {
    const rows = [
      { no: 'F1', name: '韦大山' },
      { no: 'F2', name: "=cmd|' /C calc'!A0" },
      { no: 'F2', name: '覃美花', relation: '配偶' },
    ];
    const { id } = (await upload(surveyCsv(rows))).body;
    await run(id, 'commit');

    const csv = await chen.get(`/api/exchange/imports/${id}/refused?format=csv`);
    const xlsx = await chen.get(`/api/exchange/imports/${id}/refused`);

    const lines = csv.bytes.toString('utf8').replace('\ufeff', '').trim().split('\r\n');
    expect(lines).toHaveLength(3);
    expect(lines[0]).toBe(`${surveyHeadings},原行号,未导入原因`);
    expect(lines[1]).toContain("'=cmd|' /C calc'!A0");
    expect(lines[1]).toMatch(/,3,.*公式/);
    expect(lines[2]).toMatch(/,4,同一户第 3 行有误，整户未导入。$/);
    expect(xlsx.bytes.subarray(0, 2).toString()).toBe('PK');
  });

  test('the refused file, mended, is taken as it is', async () => {
    const { id } = (await upload(surveyCsv([{ no: 'G1', name: '' }]))).body;
    await run(id, 'commit');
    const refused = await chen.get(`/api/exchange/imports/${id}/refused?format=csv`);
    const mended = refused.bytes
      .toString('utf8')
      .replace(`,${places.village},,`, `,${places.village},韦大山,`);

    const again = (await upload(Buffer.from(mended))).body;
    const done = await run(again.id, 'commit');

    expect(done.counts).toMatchObject({ accepted: 1, refused: 0, newHouseholds: 1 });
    expect(done.notices).toEqual([]);
  });

  test('a file of which nothing was refused is deleted once it is stored', async () => {
    const { id } = (await upload(surveyCsv([{ no: 'H1', name: '韦大山' }]))).body;
    const path = importFilePath(app.platform.dataFolder, id);
    expect(existsSync(path)).toBe(true);

    const done = await run(id, 'commit');

    expect(done.fileKept).toBe(false);
    expect(existsSync(path)).toBe(false);
    const again = await chen.post(`/api/exchange/imports/${id}/commit`);
    expect(again.code).toBe('exchange/file-gone');
  });

  test('a household whose rows are scattered is brought together', async () => {
    const rows = [
      { no: 'S1', name: '韦大山' },
      { no: 'S2', name: '卢春生' },
      { no: 'S1', name: '覃美花', relation: '配偶' },
    ];
    const { id } = (await upload(surveyCsv(rows))).body;

    const done = await run(id, 'commit');

    expect(done.counts).toMatchObject({ newHouseholds: 2, accepted: 3, refused: 0 });
    expect(await households('S1')).toMatchObject([{ members: 2, version: 1 }]);
  });

  test('a household without a number gets the next one of its village', async () => {
    const text = `姓名,与户主关系,村代码\n韦一,户主,${places.village}\n韦二,户主,${places.village}\n`;
    const { id } = (await upload(Buffer.from(text))).body;

    await run(id, 'commit');

    const numbers = await app.owner.query(
      `select household_no from registry_household where head_name in ('韦一', '韦二') order by 1`,
    );
    expect(numbers.rows).toEqual([
      { household_no: `${places.village}0001` },
      { household_no: `${places.village}0002` },
    ]);
  });
});

describe('what columns mean', () => {
  test('is corrected, saved under a name, and found again by the headings', async () => {
    const text = `户编号,村代码,当家人,电话,贫困帽子\nJ1,${places.village},韦大山,13877812345,一般贫困户\n`;
    const first = (await upload(Buffer.from(text))).body;
    expect(first.missingColumns).toEqual(['姓名']);
    const refused = await chen.post(`/api/exchange/imports/${first.id}/check`);
    expect(refused.code).toBe('exchange/column-missing');

    const mapped = await chen.put(`/api/exchange/imports/${first.id}/mapping`, {
      columns: [
        { column: 2, field: 'head.name' },
        { column: 4, field: 'household.attribute' },
      ],
      saveProfileAs: '县里的表',
    });
    const second = (await upload(Buffer.from(text))).body;

    expect(mapped.body.missingColumns).toEqual([]);
    expect(second.profile).toBe('县里的表');
    expect(second.columns.map((column: { field: string }) => column.field)).toEqual([
      'household.householdNo',
      'area.code',
      'head.name',
      'household.phone',
      'household.attribute',
    ]);
    const profiles = (await chen.get('/api/exchange/profiles')).body.items;
    expect(profiles).toMatchObject([{ name: '县里的表', areaCode: county }]);
    const forget = `/api/exchange/profiles/${encodeURIComponent('县里的表')}`;
    expect((await chen.delete(forget)).status).toBe(204);
    expect((await chen.delete(forget)).code).toBe('exchange/no-such-profile');
  });

  test('is refused where a field is given twice or nobody knows it', async () => {
    const { id } = (await upload(surveyCsv([{ no: 'K1', name: '韦大山' }]))).body;

    const twice = await chen.put(`/api/exchange/imports/${id}/mapping`, {
      columns: [{ column: 7, field: 'household.houseArea' }],
    });
    const unknown = await chen.put(`/api/exchange/imports/${id}/mapping`, {
      columns: [{ column: 7, field: 'household.colour' }],
    });

    expect([twice.code, unknown.code]).toEqual([
      'exchange/mapping-wrong',
      'exchange/mapping-wrong',
    ]);
  });
});

describe('whose imports', () => {
  test('the neighbour and the levels below see nothing of them', async () => {
    const { id } = (await upload(surveyCsv([{ no: 'L1', name: '韦大山' }]))).body;

    for (const name of ['sun', 'zhao'] as const) {
      const who = app.as(name);
      expect((await who.get(`/api/exchange/imports/${id}`)).code).toBe('exchange/no-such-import');
      expect((await who.get(`/api/exchange/imports/${id}/rows`)).code).toBe(
        'exchange/no-such-import',
      );
      const list = await who.get('/api/exchange/imports');
      expect(list.text).not.toContain(id);
    }
  });

  test('an import under way is neither mapped nor discarded nor begun again', async () => {
    const { id } = (await upload(surveyCsv([{ no: 'M1', name: '韦大山' }]))).body;
    await chen.post(`/api/exchange/imports/${id}/check`);

    const answers = [
      await chen.put(`/api/exchange/imports/${id}/mapping`, {}),
      await chen.post(`/api/exchange/imports/${id}/commit`),
      await chen.delete(`/api/exchange/imports/${id}`),
    ];
    await app.runJobs();

    expect(answers.map((answer) => answer.code)).toEqual(Array(3).fill('exchange/import-busy'));
    expect((await chen.delete(`/api/exchange/imports/${id}`)).status).toBe(204);
    expect((await chen.get(`/api/exchange/imports/${id}`)).status).toBe(404);
  });
});
