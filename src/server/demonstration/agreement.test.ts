// The demonstration county with everything its first start fills, on a clock that stands ten years later, and in it
// no day that contradicts another: nothing invented bears a day to come, nothing comes before what it follows,
// nobody judges what they did themselves.
import { beforeAll, describe, expect, test } from 'vitest';
import { everything } from '#domain/access/scope.ts';
import type { Calibration } from '#domain/demonstration/calibration.ts';
import { areaCode, levelOf, parentOf } from '#domain/kernel/area-code.ts';
import { plainDate } from '#domain/kernel/plain-date.ts';
import {
  ensureDemonstrationAccounts,
  huanjiangPlaces as places,
} from '#server/access/demonstration-accounts.ts';
import { inScope } from '#server/database/connect.ts';
import type { Clock } from '#server/platform.ts';
import { anApp } from '#tests/world/app.ts';
import { contradictions } from '#tests/world/contradictions.ts';
import { installForPlace } from '#tests/world/place-pack.ts';
import { onItsDay } from './demonstration-clock.ts';
import { demonstrations, filesOf } from './demonstrations.ts';
import { fillDemonstration } from './fill-demonstration.ts';
import { fillSteps, hasOpenSteps } from './fill-steps.ts';
import { areasOf } from './generate.ts';

const app = await anApp({ empty: true });
const { platform, owner } = app;
const demonstration = demonstrations.huanjiang;
const files = filesOf(demonstration);

/** Three townships in which people sign in, some villages of each, a twentieth of the households. */
const townships = ['451226100', places.township, places.supervised];
const villagesOfEach = 7;
const calibration = aTwentieth(files.calibration);

function aTwentieth({ published, invented, ...rest }: Calibration): Calibration {
  const some = (number: number) => Math.round(number / 20);
  const sums = <Sum extends { households: number; persons?: number | undefined }>(
    sum: Sum,
  ): Sum => ({
    ...sum,
    households: some(sum.households),
    ...(sum.persons === undefined ? {} : { persons: some(sum.persons) }),
  });
  return {
    ...rest,
    published: {
      surveyedHouseholds: some(published.surveyedHouseholds),
      registeredHouseholds: some(published.registeredHouseholds),
      registeredPersons: some(published.registeredPersons),
      batches: published.batches.map(sums),
      funnel: published.funnel.map(sums),
    },
    invented: {
      ...invented,
      unbatchedPersons: some(invented.unbatchedPersons),
      bunchedHouseholds: some(invented.bunchedHouseholds),
      townships: invented.townships.filter(({ code }) => townships.includes(code)),
    },
  };
}

async function insertAreas(): Promise<void> {
  const { villages, nameOf } = await areasOf(calibration.county, files);
  const own = townships.flatMap((township) =>
    villages
      .filter(({ code }) => code.startsWith(township))
      .toSorted(
        ({ code }, other) =>
          Number(other.code === places.village) - Number(code === places.village),
      )
      .slice(0, villagesOfEach)
      .map(({ code }) => code),
  );
  const above = ['45', '4512', calibration.county, '451225', ...townships].map(areaCode);
  const rows = [...above, ...own].map((code) => ({
    code,
    name: nameOf(code),
    parent: parentOf(code) ?? '',
    level: levelOf(code),
    full_name: nameOf(code),
    source: 'test',
  }));
  await inScope(platform.db, everything, (tx) =>
    tx.insertInto('registry_area').values(rows).execute(),
  );
}

const now = () => new Date().toISOString();
const machine: Clock = { now, recordedAt: now, today: () => plainDate('2016-09-30') };

beforeAll(async () => {
  Object.assign(platform, { clock: onItsDay(machine) });
  await installForPlace(platform, 'huanjiang-2016');
  await insertAreas();
  await fillDemonstration({ db: platform.db, secrets: platform.secrets, ...files, calibration });
  await platform.reloadSettings();
  await ensureDemonstrationAccounts(platform, {
    places,
    password: 'agreement-2016',
    isPasswordGiven: true,
  });
  await fillSteps(platform, demonstration);
  await app.runJobs();
}, 300_000);

/** What is the machine’s own, and days that people plan for. */
const ofTheMachine =
  /^(access|audit|jobs)_|^kernel_(migration|setting)$|_mark$|^policy_pack$|^registry_area/;
const toCome =
  /^(due_.*|until|.*_until|until_.*|hangs_until|to_on|.*_to|last_day|takes_effect|mend_by|expires_at|reached_until)$/;
/** A meeting is called beforehand; who is away without an end is away for good. */
const planned = /^(workforce_meeting\.held_on|workforce_count.*\.away_from)$/;

describe('the days of the demonstration', () => {
  test('nothing that happened bears a day after its own', async () => {
    const { rows: columns } = await owner.query(
      `select table_name, column_name from information_schema.columns
       join information_schema.tables using (table_schema, table_name)
       where table_schema = 'public' and table_type = 'BASE TABLE'
         and (data_type = 'date' or data_type like 'timestamp%') order by 1, 2`,
    );
    const late: string[] = [];
    let told = 0;
    for (const { table_name: table, column_name: column } of columns) {
      if (ofTheMachine.test(table) || toCome.test(column)) continue;
      if (planned.test(`${table}.${column}`)) continue;
      const { rows } = await owner.query(
        `select count(*)::integer as told, max(${column})::text as last from "${table}"`,
      );
      told += rows[0].told > 0 ? 1 : 0;
      if (rows[0].last >= '2016-10-01') late.push(`${table}.${column} ${rows[0].last}`);
    }
    expect(late).toEqual([]);
    expect(told).toBeGreaterThan(150);
  });

  test('the audit trail says when its rows were written', async () => {
    const { rows } = await owner.query(`select min(at)::text as first from audit_entry`);
    expect(rows[0].first > machine.today()).toBe(true);
    expect(rows[0].first.slice(0, 4)).toBe(now().slice(0, 4));
  });

  test('every step was filled', async () => {
    expect(await hasOpenSteps(platform.db, 'huanjiang')).toBe(false);
  });

  for (const [sentence, sql] of Object.entries(contradictions)) {
    test(sentence, async () => {
      const { rows } = await owner.query(`${sql} limit 3`);
      expect(rows).toEqual([]);
    });
  }
});
