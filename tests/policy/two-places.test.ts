// Two places with packs of their own in one database: each household is decided by its own.
import { beforeAll, expect, test } from 'vitest';
import { everything } from '#domain/access/scope.ts';
import { areaCode } from '#domain/kernel/area-code.ts';
import { plainDate } from '#domain/kernel/plain-date.ts';
import { decide } from '#domain/policy/pack/check-examples.ts';
import { inScope } from '#server/database/connect.ts';
import { installPack } from '#server/policy/pack-library.ts';
import { readPackFolders, shippedPacks } from '#server/policy/read-pack-folders.ts';
import { insertHouseholds } from '#server/registry/bulk.store.ts';
import { toHouseholdRows } from '#server/registry/to-household-rows.ts';
import { factsOf } from '#server/targeting/household-column.ts';
import { findHouseholdRow } from '#server/targeting/score.store.ts';
import { anApp } from '#tests/world/app.ts';
import { aHousehold, anId } from '#tests/world/household.ts';
import { holds } from '#tests/world/pack-rows.ts';
import { shipped } from '#tests/world/shipped-packs.ts';

const { platform } = await anApp({ empty: true, routes: [] });
const day = plainDate('2015-12-31');
const villages = { gansu: '620922101201', tongliao: '150525101201', elsewhere: '451225100201' };
const households = new Map<string, string>();

beforeAll(async () => {
  for (const { files, pack } of await readPackFolders(shippedPacks)) {
    if (pack !== undefined) await installPack(platform.db, files, pack);
  }
  await platform.packs.reload();
  const records = Object.entries(villages).map(([place, village]) => {
    const county = Number(village.slice(0, 6));
    const income = { id: anId(county), year: 2015, kind: 'dibao', amountFen: 280_800 } as const;
    const record = aHousehold(
      { areaCode: village, houseGrade: 'B', primaryCause: 'ILLNESS' },
      undefined,
      { incomes: [income], items: { 1: 2, 2: 1, 3: 1, 4: 1, 5: 1 } },
    );
    households.set(place, record.id);
    return record;
  });
  await inScope(platform.db, everything, (tx) =>
    insertHouseholds(
      tx,
      records.map((one) => toHouseholdRows(one, { secrets: platform.secrets, today: day })),
    ),
  );
}, 60_000);

async function decidedAt(place: keyof typeof villages) {
  const id = households.get(place) ?? '';
  const village = villages[place];
  const row = await inScope(platform.db, everything, (tx) =>
    findHouseholdRow(tx, { county: Number(village.slice(0, 6)), id }),
  );
  const pack = platform.packs.inForce(areaCode(village), day);
  if (row === undefined || pack === undefined) throw new Error('nothing is decided there');
  return { pack, facts: factsOf(pack, row) };
}

test('the same 2,808 yuan of dibao are an exit in Gansu and none in Tongliao, on the same day in one database [AT-GS-14]', async () => {
  const gansu = await decidedAt('gansu');
  const tongliao = await decidedAt('tongliao');

  expect([gansu.facts.incomePerHead, tongliao.facts.incomePerHead]).toEqual([2808, 2808]);
  expect([gansu.pack.id, tongliao.pack.id]).toEqual(['gansu-2015', 'tongliao-2015']);
  expect(holds(gansu.pack, 'meetsHouseholdExit', gansu.facts)).toBe(true);
  expect(holds(tongliao.pack, 'incomeOverLine', tongliao.facts)).toBe(false);
  expect(tongliao.pack.criteria.has('overAppliedLine')).toBe(false);
});

test('each place has its own tables: the kind of exit in Gansu, measures by cause in Tongliao [GS-50, TL-06]', async () => {
  const gansu = await decidedAt('gansu');
  const tongliao = await decidedAt('tongliao');
  const kind = gansu.pack.tables.get('exitKind');
  const cause = tongliao.pack.tables.get('byCause');

  expect(kind && decide(kind, gansu.facts).row).toBe('byPolicy');
  expect(cause && decide(cause, tongliao.facts).row).toBe('illness');
  expect(gansu.pack.tables.has('byCause')).toBe(false);
  expect(tongliao.pack.tables.has('exitKind')).toBe(false);
});

test('a place without a pack of its own goes on by the national one, and nothing was in force in Gansu before its pack began', async () => {
  const elsewhere = await decidedAt('elsewhere');

  expect(elsewhere.pack.id).toBe('china-2014');
  expect(holds(elsewhere.pack, 'incomeOverLine', elsewhere.facts)).toBe(false);
  const before = platform.packs.inForce(areaCode(villages.gansu), plainDate('2014-12-31'));
  expect(before?.id).toBe('china-2014');
});

test.each(['gansu-2015', 'tongliao-2015'])(
  'what %s calls verified cites a text that was read, never one it only heard of',
  (id) => {
    const cited = new Set<string>();
    const visit = (value: unknown): void => {
      if (typeof value !== 'object' || value === null) return;
      const { verified, source } = value as { verified?: unknown; source?: { document: string } };
      if (verified === true && source !== undefined) cited.add(source.document);
      for (const inner of Object.values(value)) visit(inner);
    };
    for (const rows of Object.values(shipped.get(id)?.rows ?? {})) {
      for (const { row } of rows) visit(row);
    }

    const heardOf = shipped
      .get(id)
      ?.manifest.documents.filter(({ note }) => note?.zh.includes('只见转述'))
      .map((one) => one.id);
    expect(heardOf?.length).toBeGreaterThan(3);
    expect(heardOf?.filter((one) => cited.has(one))).toEqual([]);
    expect(cited).toContain('article');
  },
);
