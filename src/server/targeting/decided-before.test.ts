import { beforeAll, expect, test } from 'vitest';
import type { DecisionExplanation, DecisionList } from '#contract/targeting-explain.ts';
import { everything } from '#domain/access/scope.ts';
import { areaCode } from '#domain/kernel/area-code.ts';
import { plainDate } from '#domain/kernel/plain-date.ts';
import { insertCase } from '#server/casework/case.store.ts';
import { inScope } from '#server/database/connect.ts';
import { insertHouseholds } from '#server/registry/bulk.store.ts';
import { toHouseholdRows } from '#server/registry/to-household-rows.ts';
import { anApp } from '#tests/world/app.ts';
import { county, places } from '#tests/world/cast.ts';
import { installHelpPack } from '#tests/world/help-pack.ts';
import { aHousehold, anId, aPerson, today } from '#tests/world/household.ts';
import { targetingRoutes } from './targeting.routes.ts';

const app = await anApp({ planted: true, routes: targetingRoutes });
const { platform } = app;
const leaving = anId();
const run = '00000001-a22a-85c6-8061-bea067c905af';

const stageEvent = (from: string, to: string, on: string, source: string) => ({
  id: anId(),
  kind: 'household.stage' as const,
  trueFrom: plainDate(on),
  recordedAt: `${on}T03:00:00.000Z`,
  author: null,
  authorName: '林桂英',
  source,
  reason: '',
  changes: [{ field: 'stage', from, to }],
});

/** Listed in January by the county, out in June by a case; a score of May is stored. */
const exited = aHousehold(
  {
    areaCode: places.village,
    houseArea: 40,
    television: true,
    stage: 'EXIT_ANNOUNCED',
    exitedOn: '2016-06-26',
  },
  [aPerson({ name: '谭永福' })],
  {
    events: [
      stageEvent('SURVEYED', 'LISTED', '2016-01-21', 'countyReview'),
      stageEvent('LISTED', 'EXIT_ANNOUNCED', '2016-06-26', `case:${leaving}`),
    ],
  },
);
const listed = aHousehold({ areaCode: places.village, stage: 'LISTED' });

beforeAll(async () => {
  await installHelpPack(platform);
  const rows = [exited, listed].map((one) =>
    toHouseholdRows(one, { secrets: platform.secrets, today }),
  );
  const edition = platform.packs.inForce(areaCode(places.village), today)?.edition ?? '';
  await inScope(platform.db, everything, async (tx) => {
    await insertHouseholds(tx, rows);
    await insertCase(tx, {
      county: Number(county),
      id: leaving,
      household_id: exited.id,
      area_code: places.village,
      pack: 'small-help',
      pack_edition: edition,
      process: 'leaving',
      begun_on: '2016-05-12',
      begun_by: anId(),
      position: 1,
      step: null,
      step_since: '2016-06-26',
      due_on: null,
      waits_for: [],
      end_id: 'left',
      ended_on: '2016-06-26',
      help_class: null,
    });
  });
  for (const [id, on] of [
    [run, '2016-05-01'],
    [anId(), '2016-09-30'],
  ]) {
    await app.owner.query(
      `insert into targeting_run (id, area_code, pack, pack_version, sheet, as_of, state, started_at)
       values ($1, $2, 'small-help', '1.0.0', 'house', $3, 'done', $4)`,
      [id, places.village, on, `${on}T03:00:00Z`],
    );
    await app.owner.query(
      `insert into targeting_score (county, run_id, household_id, area_code, total, items, vetoes, undetermined)
       values ($1, $2, $3, $4, 24, '{24}', '{}', false)`,
      [Number(county), id, exited.id, places.village],
    );
  }
});

async function read<Body>(id: string, rest = ''): Promise<Body> {
  const { body } = await app.as('lin').get(`/api/targeting/households/${id}/decisions${rest}`);
  return body as Body;
}

test('what rules come to for a household that has exited stands beside what was decided, when and by which case', async () => {
  const { decided } = await read<DecisionList>(exited.id);

  expect(decided?.steps.map(({ stage, on, source }) => [stage, on, source])).toEqual([
    ['LISTED', '2016-01-21', 'countyReview'],
    ['EXIT_ANNOUNCED', '2016-06-26', `case:${leaving}`],
  ]);
  expect(decided?.steps.map((step) => step.case?.id ?? null)).toEqual([null, leaving]);
  expect(decided?.steps[1]?.case?.title.zh).not.toBe('leaving');
  expect(decided?.score).toEqual({ run, decision: 'sheet.house', on: '2016-05-01', total: 24 });
});

test('one decision about it says the same, and so does its paper', async () => {
  const { decided } = await read<DecisionExplanation>(exited.id, '/criterion.waterGood');

  expect(decided).toEqual((await read<DecisionList>(exited.id)).decided);
});

test('as of a day before its exit, and of who has not exited, nothing was decided before', async () => {
  const before = await read<DecisionList>(exited.id, '?on=2016-06-25&known=now');

  expect(before.decided).toBeNull();
  expect((await read<DecisionList>(exited.id, '?on=2016-06-26&known=now')).decided).not.toBeNull();
  expect((await read<DecisionList>(listed.id)).decided).toBeNull();
});
