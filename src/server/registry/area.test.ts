import { Client } from 'pg';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '#domain/access/actor.ts';
import { everything } from '#domain/access/scope.ts';
import { areaCode } from '#domain/kernel/area-code.ts';
import { makeId } from '#domain/kernel/id.ts';
import { plainDate } from '#domain/kernel/plain-date.ts';
import { inScope } from '#server/database/connect.ts';
import type { Context } from '#server/http/context.ts';
import { aDatabase } from '#tests/world/database.ts';
import { actAs, county, edition, file, national } from '#tests/world/dream-province.ts';
import { applyRevision } from './apply-area-revision.ts';
import { findArea, listAreaChildren } from './area.store.ts';
import { openEdition } from './area-edition.ts';
import { addOwnArea, renameOwnArea } from './keep-own-area.ts';
import { loadAreas } from './load-areas.ts';
import { getBoundaries, loadBoundaries } from './load-boundaries.ts';
import { getArea, getTiles, searchAreas } from './read-areas.ts';

const { db, ownerConnection, owner } = await aDatabase();

let ids = 0;
const as = <Result>(
  actor: Actor,
  options: { area?: string; today?: string; file?: unknown },
  work: (context: Context) => Promise<Result>,
) => actAs(db, actor, options, work);

async function aHouseholdIn(area: string): Promise<string> {
  ids += 1;
  const id = makeId({ county: 990101, milliseconds: ids, random: Uint8Array.of(9) });
  await owner.query(
    `insert into registry_household (county, id, household_no, area_code, members)
     values (990101, $1, $2, $3, 2)`,
    [id, `no-${ids}`, area],
  );
  await owner.query(
    `insert into registry_person (county, id, household_id, area_code, name, name_key)
     values (990101, $1, $2, $3, '马', '马')`,
    [makeId({ county: 990101, milliseconds: ids, random: Uint8Array.of(8) }), id, area],
  );
  return id;
}

beforeAll(async () => {
  const client = new Client(ownerConnection);
  await client.connect();
  await loadAreas(client, { edition, files: [file] });
  await client.end();
});

describe('loading areas', () => {
  test('an edition already loaded is not loaded again, and the indexes are all back', async () => {
    const client = new Client(ownerConnection);
    await client.connect();

    const again = await loadAreas(client, { edition, files: [file] });
    const { rows } = await client.query(
      `select indexname from pg_indexes where tablename = 'registry_area' order by 1`,
    );
    await client.end();

    expect(again.areas).toBe(0);
    expect(rows.map((row) => row.indexname)).toEqual([
      'registry_area_initials',
      'registry_area_name',
      'registry_area_parent',
      'registry_area_pinyin',
      'registry_area_pkey',
    ]);
  });

  test('a new edition replaces the published areas and keeps the hamlets of a county', async () => {
    const added = await as(county, { area: '990101100201' }, (context) =>
      addOwnArea(context, { params: { area: '' }, query: undefined, body: { name: '上屯' } }),
    );
    const client = new Client(ownerConnection);
    await client.connect();

    await loadAreas(client, { edition: { ...edition, source: 'edition 2024' }, files: [file] });
    await client.end();

    const kept = await inScope(db, everything, (tx) =>
      findArea(tx, areaCode(added.code), plainDate('2016-09-30')),
    );
    expect(kept).toMatchObject({ name: '上屯', fullName: '梦省梦河市梦江县老镇中山村委会上屯' });
  });

  test('the edition that ships has 620,573 village units below 41,352 townships', async () => {
    const counts: Record<string, number> = {};
    for (const level of ['county', 'township', 'village'] as const) {
      counts[level] = 0;
      for await (const batch of openEdition().areasOf(level)) counts[level] += batch.length;
    }

    expect(counts).toEqual({ county: 2978, township: 41_352, village: 620_573 });
  });
});

describe('areas on a day', () => {
  test.each([
    ['2016-09-30', ['990101100']],
    ['2023-12-31', ['990101001', '990101100']],
  ])('on %s the county shows the townships of that day', async (on, codes) => {
    const children = await inScope(db, everything, (tx) =>
      listAreaChildren(tx, areaCode('990101'), plainDate(on)),
    );

    expect(children.map((child) => child.code)).toEqual(codes);
  });

  test('an area tells its path and what became of it', async () => {
    const area = await as(county, { area: '990101100206' }, (context) =>
      getArea(context, { params: { area: '990101100206' }, query: {}, body: undefined }),
    );

    expect(area.path.map((each) => each.name)).toEqual([
      '梦省',
      '梦河市',
      '梦江县',
      '老镇',
      '安静村委会',
    ]);
    expect(area).toMatchObject({ validFrom: null, validTo: '2022-10-31', shortName: '安静村' });
    expect(area.successors).toEqual([
      {
        code: '990101001200',
        name: '安静村委会',
        revision: 'quiet',
        on: '2022-10-31',
        verified: true,
      },
    ]);
  });

  test('an area that did not exist on the day is refused, naming the day', async () => {
    const asking = as(county, { area: '990101001' }, (context) =>
      getArea(context, { params: { area: '990101001' }, query: {}, body: undefined }),
    );

    await expect(asking).rejects.toMatchObject({
      kind: { code: 'registry/no-such-area' },
      facts: { on: '2016-09-30' },
    });
  });

  test('tiles say whether somebody placed them, and a new township gets a tile of its own', async () => {
    const tiles = await as(county, { today: '2023-12-31' }, (context) =>
      getTiles(context, { params: { area: '990101' }, query: {}, body: undefined }),
    );
    const villages = await as(county, { area: '990101100' }, (context) =>
      getTiles(context, { params: { area: '' }, query: {}, body: undefined }),
    );

    expect(tiles).toMatchObject({ placement: 'grid' });
    expect(new Set(tiles.tiles.map((tile) => `${tile.column},${tile.row}`)).size).toBe(2);
    expect(villages.note.zh).toContain('不表示面积');
  });
});

describe('finding areas', () => {
  const search = (actor: Actor, text: string) =>
    as(actor, {}, async (context) => {
      const query = { search: text, limit: 20 };
      const { items } = await searchAreas(context, { params: undefined, query, body: undefined });
      return items.map((item) => item.code);
    });

  test.each([
    ['中山', ['990101100201', '990101100202']],
    ['zhongshan', ['990101100201', '990101100202']],
    ['zscwh', ['990101100201']],
    ['990101100', ['990101100', '990101100003', '990101100201', '990101100202', '990101100206']],
    ['梦江县 安静', ['990101100206']],
    ['邻', []],
    ["'; drop table", []],
    ['%', []],
  ])('%j finds, within one’s own county only, %j', async (text, codes) => {
    expect((await search(county, text)).filter((code) => code.length <= 12)).toEqual(codes);
  });

  test('nobody’s jurisdiction ends at the nation: every level is searched from the top', async () => {
    expect(await search(national, '梦')).toEqual(['99', '9901', '990101']);
    expect(await search(national, '中山')).toEqual(['990101100201', '990102100201']);
  });

  test('without a search the roots of one’s own are shown', async () => {
    expect(await search(county, '')).toEqual(['990101']);
    expect(await search(national, '')).toEqual(['98', '99']);
  });
});

describe('hamlets of a county', () => {
  const add = (area: string, name: string, ending?: string) =>
    as(county, { area }, (context) =>
      addOwnArea(context, { params: { area }, query: undefined, body: { name, ending } }),
    );

  test('a hamlet gets the next free digits, and a villager group stands below it', async () => {
    const hamlet = await add('990101100202', '下屯');
    const group = await add(hamlet.code, '第一组');

    expect(hamlet).toMatchObject({ code: '990101100202001', level: 'hamlet' });
    expect(group).toMatchObject({ code: '990101100202001001', level: 'group' });
    await expect(add(group.code, '更小')).rejects.toMatchObject({
      kind: { code: 'registry/no-own-area-here' },
    });
  });

  test('below a township no hamlet can be added', async () => {
    await expect(add('990101100', '屯')).rejects.toMatchObject({
      kind: { code: 'registry/no-own-area-here' },
    });
  });

  test('neither a name nor a code is given twice', async () => {
    await add('990101100202', '东屯', '007');

    await expect(add('990101100202', '东屯')).rejects.toMatchObject({
      kind: { code: 'registry/area-name-taken' },
    });
    await expect(add('990101100202', '西屯', '007')).rejects.toMatchObject({
      kind: { code: 'registry/area-code-taken' },
    });
  });

  test('a rename keeps the old name for the days before, and a stale one is refused', async () => {
    const hamlet = await add('990101100202', '旧屯');
    const rename = (from: string, to: string, today: string) =>
      as(county, { area: hamlet.code, today }, (context) =>
        renameOwnArea(context, { params: { area: '' }, query: undefined, body: { from, to } }),
      );

    await rename('旧屯', '新屯', '2016-12-01');

    const nameOn = (day: string) =>
      inScope(db, everything, (tx) => findArea(tx, areaCode(hamlet.code), plainDate(day)));
    expect((await nameOn('2016-11-30'))?.name).toBe('旧屯');
    expect((await nameOn('2016-12-01'))?.name).toBe('新屯');
    await expect(rename('旧屯', '别的屯', '2016-12-02')).rejects.toMatchObject({
      kind: { code: 'registry/area-renamed-since' },
    });
    await expect(
      as(county, { area: '990101100202' }, (context) =>
        renameOwnArea(context, {
          params: { area: '' },
          query: undefined,
          body: { from: '大中山村委会', to: '小中山村委会' },
        }),
      ),
    ).rejects.toMatchObject({ kind: { code: 'registry/area-not-own' } });
  });
});

describe('applying a revision', () => {
  const apply = (revisionId: string, body: object, today = '2023-12-31') =>
    as(county, { today }, (context) =>
      applyRevision(context, {
        params: { area: '990101', revision: revisionId },
        query: undefined,
        body: { dryRun: false, acceptUnverified: false, assignments: {}, ...body },
      }),
    );
  const areaOf = async (table: string, column: string, id: string) => {
    const { rows } = await owner.query(`select area_code from ${table} where ${column} = $1`, [id]);
    return rows.map((row) => row.area_code);
  };

  test('a dry run counts the households and moves none', async () => {
    const household = await aHouseholdIn('990101100206');

    const effect = await apply('quiet', { dryRun: true });

    expect(effect.applied).toBe(false);
    expect(effect.moved).toEqual([{ from: '990101100206', to: '990101001200', households: 1 }]);
    expect(await areaOf('registry_household', 'id', household)).toEqual(['990101100206']);
  });

  test('household, members, hamlet and counts go to the successor, and an event says so', async () => {
    const hamlet = await as(county, { area: '990101100206' }, (context) =>
      addOwnArea(context, { params: { area: '' }, query: undefined, body: { name: '静屯' } }),
    );
    const household = await aHouseholdIn(hamlet.code);
    const moved = hamlet.code.replace('990101100206', '990101001200');

    await apply('quiet', {});

    expect(await areaOf('registry_household', 'id', household)).toEqual([moved]);
    expect(await areaOf('registry_person', 'household_id', household)).toEqual([moved]);
    const { rows: events } = await owner.query(
      'select kind, author_name, reason, version, changes, area_code from registry_event where household_id = $1',
      [household],
    );
    expect(events).toEqual([
      {
        kind: 'household.moved',
        author_name: '林',
        reason: 'area-revision:quiet',
        version: 2,
        changes: [{ field: 'areaCode', from: hamlet.code, to: moved }],
        area_code: moved,
      },
    ]);
    const { rows: counts } = await owner.query(
      `select area_code, sum(households)::int as households, sum(persons)::int as persons
       from registry_count_delta where metric = 'total' group by 1 order by 1`,
    );
    expect(counts).toEqual([
      { area_code: '990101001200', households: 2, persons: 4 },
      { area_code: '990101100206', households: -2, persons: -4 },
    ]);
    const after = await inScope(db, everything, (tx) =>
      findArea(tx, areaCode(moved), plainDate('2023-12-31')),
    );
    expect(after).toMatchObject({ name: '静屯', fullName: '梦省梦河市梦江县新街道安静村委会静屯' });
  });

  test('applied again it moves nobody', async () => {
    expect((await apply('quiet', {})).moved).toEqual([
      { from: '990101100206', to: '990101001200', households: 0 },
    ]);
  });

  test('an abolished area without a known successor waits for a person to name one', async () => {
    const household = await aHouseholdIn('990101100003');

    await expect(apply('mine', {})).rejects.toMatchObject({
      kind: { code: 'registry/revision-open' },
      facts: { area: '990101100003', households: 1 },
    });
    await expect(
      apply('mine', { assignments: { '990101100003': '990102100201' } }),
    ).rejects.toMatchObject({ kind: { code: 'registry/wrong-assignment' } });
    await expect(
      apply('mine', { assignments: { '990101100003': '990101100201' } }),
    ).rejects.toMatchObject({ kind: { code: 'registry/revision-unverified' } });
    expect(await areaOf('registry_household', 'id', household)).toEqual(['990101100003']);

    await apply('mine', {
      assignments: { '990101100003': '990101100201' },
      acceptUnverified: true,
    });

    expect(await areaOf('registry_household', 'id', household)).toEqual(['990101100201']);
  });

  test('a revision of a later day, or of another county, is not applied', async () => {
    await expect(apply('quiet', {}, '2016-09-30')).rejects.toMatchObject({
      kind: { code: 'registry/revision-not-in-force' },
    });
    await expect(apply('nothing', {})).rejects.toMatchObject({
      kind: { code: 'registry/no-such-revision' },
    });
  });
});

describe('outlines', () => {
  const ring = [
    [108.1, 24.8],
    [108.2, 24.8],
    [108.2, 24.9],
    [108.1, 24.8],
  ];
  const load = (text: string | Buffer) =>
    as(county, { file: { fileName: 'a.geojson', stream: [Buffer.from(text)] } }, (context) =>
      loadBoundaries(context, {
        params: { area: '990101' },
        query: { coordinates: 'WGS84', source: 'county survey office' },
        body: undefined,
      }),
    );
  const feature = (code: string) => ({
    type: 'Feature',
    properties: { code },
    geometry: { type: 'Polygon', coordinates: [ring] },
  });

  test('a county’s own outlines come back with names, another county’s are left out', async () => {
    const features = [feature('990101100'), feature('990102100')];

    const report = await load(JSON.stringify({ type: 'FeatureCollection', features }));
    const shown = await as(county, {}, (context) =>
      getBoundaries(context, { params: { area: '990101' }, query: {}, body: undefined }),
    );

    expect(report.stored).toBe(1);
    expect(report.problems.map((problem) => problem.code)).toEqual(['990102100']);
    expect(shown.features.map((each) => each.properties)).toEqual([
      { code: '990101100', name: '老镇', source: 'county survey office' },
    ]);
  });

  test.each([
    ['no JSON at all', '{', 'registry/unreadable-boundaries'],
    ['JSON that is no GeoJSON', '{}', 'registry/unreadable-boundaries'],
    ['more than twenty megabytes', Buffer.alloc(21 << 20, 32), 'registry/boundaries-too-large'],
  ])('%s is refused', async (_title, content, code) => {
    await expect(load(content)).rejects.toMatchObject({ kind: { code } });
  });
});
