import { join } from 'node:path';
import { Client } from 'pg';
import { beforeAll, describe, expect, test } from 'vitest';
import { canBeRun, caseRulesOf } from '#domain/casework/case-rules.ts';
import { parseCalibration } from '#domain/demonstration/calibration.ts';
import { areaCode } from '#domain/kernel/area-code.ts';
import { plainDate } from '#domain/kernel/plain-date.ts';
import { temporarySecrets } from '#server/access/secrets.ts';
import { installPack, openPackLibrary } from '#server/policy/pack-library.ts';
import { shippedPacks } from '#server/policy/read-pack-folders.ts';
import { type Edition, openEdition } from '#server/registry/area-edition.ts';
import { loadAreas, readAreaFiles } from '#server/registry/load-areas.ts';
import { aDatabase } from '#tests/world/database.ts';
import { shipped, shippedTexts } from '#tests/world/shipped-packs.ts';
import { demonstrations } from './demonstrations.ts';
import { fillCases } from './fill-cases.ts';
import { fillDemonstration, findFilled } from './fill-demonstration.ts';
import { readDemonstration } from './read-demonstration.ts';

const { names } = readDemonstration(join(shippedPacks, 'huanjiang-2016'));
const secrets = temporarySecrets();

/** Two townships with two villages each, fifty registered households. */
const small = parseCalibration({
  county: '990101',
  seed: 'small',
  today: '2016-09-30',
  source: { zh: '编造', en: 'made up' },
  published: {
    surveyedHouseholds: 120,
    registeredHouseholds: 50,
    registeredPersons: 180,
    batches: [
      { measure: 'INDUSTRY', households: 30, persons: 112 },
      { measure: 'DIBAO', households: 18, persons: 68 },
    ],
    funnel: [
      { stage: 'EXIT_APPLIED', households: 30 },
      { stage: 'EXIT_VERIFIED', households: 20 },
      { stage: 'EXIT_STANDARD', households: 10 },
      { stage: 'EXIT_ANNOUNCED', households: 4, persons: 15 },
    ],
  },
  incomeYearBegins: 10,
  povertyLines: { '2015': 2855, '2016': 2952 },
  invented: {
    incomes: {
      registered2015: { middle: 2150, spread: 0.3 },
      other2015: { middle: 5400, spread: 0.45 },
      failing2016: { middle: 2450, spread: 0.16 },
      met2016: { above: 620, spread: 0.75 },
    },
    payments: {
      pensionYear: 1080,
      dibaoMonth: [105, 190],
      forestMu: 15,
      schoolGrants: [1500, 3000],
    },
    unbatchedPersons: 8,
    bunchedHouseholds: 2,
    sizes: [
      { members: 2, registered: 1, other: 1 },
      { members: 4, registered: 2, other: 2 },
    ],
    causes: [
      { cause: 'ILLNESS', share: 1 },
      { cause: 'SCHOOLING', share: 1 },
    ],
    townships: ['990101100', '990101101'].map((code) => ({
      code,
      weight: 1,
      poor: 1,
      relocation: 1,
      applied: 1,
      verified: 1,
      standard: 1,
      announced: 1,
      peoples: { HAN: 1, MAONAN: 1 },
    })),
  },
  notes: [
    { zh: '演示。', en: 'Demonstration.', everywhere: true },
    { zh: '另有 {otherHouseholds} 户。', en: '{otherHouseholds} others.' },
  ],
});

const smallEdition: Edition = {
  source: 'made up',
  async *areasOf(level) {
    const area = (code: string) => ({ code: areaCode(code), name: `地${code}` });
    if (level === 'county') yield [area('990101')];
    if (level === 'township') yield [area('990101100'), area('990101101')];
    if (level === 'village') {
      yield ['990101100201', '990101100202', '990101101201', '990101101202'].map(area);
    }
  },
};

describe('filling a small demonstration', async () => {
  const { db, owner, ownerConnection } = await aDatabase();
  const request = { db, secrets, calibration: small, names, chunkHouseholds: 20 };
  const households = async () => {
    const { rows } = await owner.query('select id, area_code from registry_household order by id');
    return rows;
  };

  beforeAll(async () => {
    const client = new Client(ownerConnection);
    await client.connect();
    await loadAreas(client, { edition: smallEdition, files: [] });
    await client.end();
  });

  test('a fill stopped after its first chunk goes on from there and makes the same county', async () => {
    const killed = fillDemonstration({
      ...request,
      onProgress: () => {
        throw new Error('killed');
      },
    });
    await expect(killed).rejects.toThrow('killed');
    const partial = await households();
    expect(partial.length).toBeGreaterThan(0);
    expect(partial.length).toBeLessThan(120);
    expect((await findFilled(db))?.done).toBe(false);

    const filled = await fillDemonstration(request);

    const whole = await households();
    expect(filled).toMatchObject({ households: 120, done: true });
    expect(new Set(whole.map((row) => row.id)).size).toBe(120);
    expect(whole).toEqual(expect.arrayContaining(partial));
  });

  test('a second start finds it done and adds nothing', async () => {
    await fillDemonstration(request);

    expect(await households()).toHaveLength(120);
  });

  test('the installation says that it is a demonstration, what day it is, and what was invented', async () => {
    const { rows } = await owner.query('select key, value from kernel_setting');
    const settings = Object.fromEntries(rows.map((row) => [row.key, row.value]));

    expect(settings).toMatchObject({ demonstration: true, today: '2016-09-30' });
    expect(settings.notes).toEqual([
      { zh: '演示。', en: 'Demonstration.', area: '' },
      { zh: '另有 70 户。', en: '70 others.', area: '990101' },
    ]);
  });

  test('hamlets are areas below their villages, and households live in them', async () => {
    const { rows } = await owner.query(
      `select count(*)::int as lost from registry_household h
       where length(h.area_code) <> 15
         or not exists (select from registry_area a where a.code = h.area_code and a.level = 'hamlet')`,
    );

    expect(rows[0].lost).toBe(0);
  });

  test('a register that holds households already is never filled', async () => {
    await owner.query(`delete from kernel_setting where key = 'demonstration.filled'`);

    await expect(fillDemonstration(request)).rejects.toThrow(/holds households already/);
  });
});

/** The whole county, counted by SQL from the rows themselves. */
describe('the demonstration county', { timeout: 400_000 }, async () => {
  const { db, owner, ownerConnection } = await aDatabase();
  const one = async (text: string) => (await owner.query({ text, rowMode: 'array' })).rows[0];
  const registered = `stage <> 'SURVEYED'`;

  beforeAll(async () => {
    const client = new Client(ownerConnection);
    await client.connect();
    await loadAreas(client, { edition: guangxiOnly(), files: readAreaFiles(shippedPacks) });
    await client.end();
    const files = readDemonstration(join(shippedPacks, 'huanjiang-2016'));
    await fillDemonstration({ db, secrets, ...files });
  }, 400_000);

  test('45,700 households surveyed, 18,434 with 66,600 persons registered [HJ-47] [HJ-53]', async () => {
    expect(
      await one(`select count(*)::int, (count(*) filter (where ${registered}))::int,
        (sum(members) filter (where ${registered}))::int from registry_household`),
    ).toEqual([45_700, 18_434, 66_600]);
    expect(
      await one(`select count(*)::int from registry_person p join registry_household h
        on h.county = p.county and h.id = p.household_id
        where p.left_on is null and h.${registered}`),
    ).toEqual([66_600]);
  });

  test('8,565 applied, 5,083 verified, 3,688 met the standard, 1,097 with 4,210 persons announced [HJ-48] [HJ-49] [HJ-50] [HJ-51]', async () => {
    const { rows } = await owner.query(
      `select stage, count(*)::int as households, sum(members)::int as persons
       from registry_household group by 1`,
    );
    const standing = new Map(rows.map((row) => [row.stage, row]));
    const stages = ['EXIT_APPLIED', 'EXIT_VERIFIED', 'EXIT_STANDARD', 'EXIT_ANNOUNCED'];
    const passed = stages.map((_, index) =>
      stages.slice(index).reduce((sum, stage) => sum + standing.get(stage).households, 0),
    );

    expect(passed).toEqual([8565, 5083, 3688, 1097]);
    expect(standing.get('EXIT_ANNOUNCED').persons).toBe(4210);
  });

  test('the seven batches have their published households and persons [HJ-12]', async () => {
    const { rows } = await owner.query(
      `select m.measure,
         (select count(*)::int from registry_household h where h.primary_measure = m.measure) as households,
         (select count(*)::int from registry_person p where p.primary_measure = m.measure and p.left_on is null) as persons
       from (select distinct primary_measure as measure from registry_household) m
       where m.measure is not null order by 1`,
    );

    expect(rows.map((row) => Object.values(row))).toEqual([
      ['DIBAO', 1388, 5000],
      ['ECOLOGY', 55, 200],
      ['EDUCATION', 833, 3000],
      ['EMPLOYMENT', 1351, 5000],
      ['INDUSTRY', 4162, 15_400],
      ['MEDICAL', 555, 2000],
      ['RELOCATION', 9885, 36_000],
    ]);
    expect(
      await one(`select count(*)::int from registry_household
        where ${registered} and primary_measure is null`),
    ).toEqual([205]);
  });

  test('the kept counts say the same as the households themselves', async () => {
    const { rows } = await owner.query(
      `select metric, key, households::int, persons::int from registry_count
       where area_code = '451226' and metric in ('total', 'stage', 'measure') and key in ('', 'EXIT_ANNOUNCED', 'RELOCATION')
       order by 1, 2`,
    );

    expect(rows).toEqual([
      { metric: 'measure', key: '', households: 205, persons: 0 },
      { metric: 'measure', key: 'RELOCATION', households: 9885, persons: 36_000 },
      { metric: 'stage', key: 'EXIT_ANNOUNCED', households: 1097, persons: 4210 },
      { metric: 'total', key: '', households: 45_700, persons: expect.any(Number) },
    ]);
  });

  test('households live in all 148 village units of the 12 townships of 2016', async () => {
    expect(
      await one(`select count(distinct left(area_code, 9))::int, count(distinct left(area_code, 12))::int
        from registry_household`),
    ).toEqual([12, 148]);
  });

  test('every announced household is over the line of 2016 by its own ledger', async () => {
    expect(
      await one(`select count(*)::int, min(y.per_head_fen) > 295200 from registry_household h
        join registry_income_year y on y.county = h.county and y.household_id = h.id and y.year = 2016
        where h.stage in ('EXIT_STANDARD', 'EXIT_ANNOUNCED')`),
    ).toEqual([3688, true]);
  });

  test('identity numbers are unique but for one case, carry the code nobody has, and none is stored in the open', async () => {
    expect(
      await one(`select count(*) = count(distinct identity_hash) + 1, bool_and(identity_mask like '990000%'),
        bool_and(position('990000' in encode(identity_sealed, 'escape')) = 0)
        from registry_person where identity_hash is not null`),
    ).toEqual([true, true, true]);
  });

  test('every case of the list is in the register', async () => {
    const { rows } = await owner.query(
      `select value from kernel_setting where key = 'demonstration.cases'`,
    );
    const cases: { id: string; household: string }[] = rows[0].value;
    const { rows: found } = await owner.query(
      'select id from registry_household where id = any($1::uuid[])',
      [cases.map((each) => each.household)],
    );

    expect(cases.length).toBe(12);
    expect(found).toHaveLength(12);
  });

  test('two questions are open: a person registered twice, and a house two sources measure', async () => {
    const { rows } = await owner.query(
      `select kind, field, owner_role, jsonb_array_length(sides)::int as sides
       from registry_conflict where resolved_at is null order by kind`,
    );

    expect(rows).toEqual([
      { kind: 'identity', field: 'identity', owner_role: 'county', sides: 2 },
      { kind: 'value', field: 'houseArea', owner_role: 'township', sides: 2 },
    ]);
  });

  test('cases wait at every step of every process of households, on time and late', async () => {
    for (const id of ['china-2014', 'huanjiang-2016']) {
      const pack = shipped.get(id);
      if (pack !== undefined) await installPack(db, shippedTexts(id), pack);
    }
    const packs = await openPackLibrary(db);
    const files = readDemonstration(join(shippedPacks, 'huanjiang-2016'));
    const today = plainDate('2016-09-30');
    const now = () => '2016-09-30T02:00:00.000Z';
    const clock = { today: () => today, now, recordedAt: now };
    const { places } = demonstrations.huanjiang;
    await fillCases({ db, packs, clock }, { ...files, places });

    const pack = packs.inForce(files.calibration.county, today);
    const steps = (pack?.rows.processes ?? []).flatMap(({ row }) => {
      const rules = pack === undefined ? undefined : caseRulesOf(pack, row.id);
      return rules?.subject === 'household' && canBeRun(rules)
        ? rules.steps.map((step) => `${row.id} ${step.id}`)
        : [];
    });
    const { rows } = await owner.query(
      `select process || ' ' || step as at, count(*)::integer as cases,
         count(*) filter (where due_on >= '2016-09-30')::integer as timely,
         count(*) filter (where due_on < '2016-09-30')::integer as late
       from casework_case where step is not null group by 1`,
    );
    expect(steps.length).toBeGreaterThan(20);
    expect(new Set(rows.map(({ at }) => at))).toEqual(new Set(steps));
    expect(rows.filter(({ timely, late }) => timely === 0 || late === 0)).toEqual([]);
  });
});

/** The shipped edition without the other provinces, to keep the test short. */
function guangxiOnly(): Edition {
  const edition = openEdition();
  return {
    source: edition.source,
    async *areasOf(level) {
      for await (const areas of edition.areasOf(level)) {
        yield areas.filter((area) => area.code.startsWith('4512') || area.code === '45');
      }
    },
  };
}
