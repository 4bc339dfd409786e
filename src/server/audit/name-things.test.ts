import { expect, test } from 'vitest';
import { everything } from '#domain/access/scope.ts';
import { areaCode } from '#domain/kernel/area-code.ts';
import { inScope } from '#server/database/connect.ts';
import { anApp } from '#tests/world/app.ts';
import { county, places } from '#tests/world/cast.ts';
import { auditRoutes } from './audit.routes.ts';
import { recordAct } from './record-act.ts';
import { namedKinds, nameThings } from './thing.store.ts';

const app = await anApp({ routes: auditRoutes });
const { platform, owner, db } = app;
const newId = () => platform.newId(Number(county));

const record = (subject: string, facts: Readonly<Record<string, string>> = {}) =>
  inScope(db, everything, (tx) =>
    recordAct(tx, platform.secrets.auditKey, {
      id: newId(),
      at: platform.clock.now(),
      account: app.accounts.chen.id,
      act: 'exchange.map',
      area: areaCode(county),
      subject,
      facts,
    }),
  );
const namesOf = async (subject: string) =>
  (await app.as('chen').get('/api/audit/entries', { subject })).body.items[0].names;

async function anImport(area: string): Promise<string> {
  const id = newId();
  await owner.query(
    `insert into exchange_import (id, area_code, account, account_name, file_name, file_bytes, file_digest,
       format, sheets, sheet, heading_row, columns, sample, income_year, created_at)
     values ($1, $2, $3, '陈', 'households.xlsx', 1, '', 'xlsx', '[]', '', 1, '[]', '[]', 2016,
       '2016-09-29T23:30:00+08:00')`,
    [id, area, app.accounts.chen.id],
  );
  return id;
}

async function aMeeting(title: string): Promise<string> {
  const id = newId();
  await owner.query(
    `insert into workforce_meeting (county, id, area_code, kind, title, held_on, chair, agenda, called_by,
       called_by_name)
     values ($1, $2, $3, 'joint', $4, '2016-09-29', '', '{}', $5, '陈')`,
    [Number(county), id, county, title, app.accounts.chen.id],
  );
  return id;
}

test('an import is named by its file and the day it came, and one outside the area by nothing', async () => {
  const own = await anImport(places.village);
  const beyond = await anImport(places.neighbourVillage);
  await record(`import:${own}`);
  await record(`import:${beyond}`);

  const name = 'households.xlsx 2016-09-29';
  expect(await namesOf(`import:${own}`)).toEqual({ [own]: { zh: name, en: name } });
  expect(await namesOf(`import:${beyond}`)).toEqual({});
});

test('what a fact refers to is named as the subject is', async () => {
  const meeting = await aMeeting('九月例会');
  const other = await aMeeting('十月例会');
  await record('job:7', { meeting, of: `meeting:${other}` });

  expect(await namesOf('job:7')).toEqual({
    [meeting]: { zh: '九月例会', en: '九月例会' },
    [other]: { zh: '十月例会', en: '十月例会' },
  });
});

test('things of every kind are named by one statement', async () => {
  const asked = new Map(namedKinds.map((kind) => [kind, new Set([newId()])]));

  expect(await inScope(db, everything, (tx) => nameThings(tx, asked))).toEqual([]);
});
