import { beforeAll, describe, expect, test } from 'vitest';
import { everything } from '#domain/access/scope.ts';
import { qualityRuleIds } from '#domain/insight/quality/rules.ts';
import type { HouseholdValues } from '#domain/registry/household.ts';
import { inScope } from '#server/database/connect.ts';
import { installPack } from '#server/policy/pack-library.ts';
import { insertHouseholds } from '#server/registry/bulk.store.ts';
import { toHouseholdRows } from '#server/registry/to-household-rows.ts';
import { anApp } from '#tests/world/app.ts';
import { places } from '#tests/world/cast.ts';
import { aHousehold, aPerson, today } from '#tests/world/household.ts';
import { shipped, shippedTexts } from '#tests/world/shipped-packs.ts';
import { keepAllQuality, standardOf } from './keep-quality.ts';
import { qualityRoutes } from './quality.routes.ts';
import { keepQuality, writtenRules } from './quality.store.ts';

const app = await anApp({ routes: qualityRoutes });
const { platform } = app;

const at = (
  areaCode: string,
  values: HouseholdValues,
  persons: Parameters<typeof aHousehold>[1] = undefined,
) => aHousehold({ areaCode, surveyedOn: '2016-08-01', ...values }, persons);

const ill = at(places.village, { stage: 'LISTED', primaryCause: 'ILLNESS' });
const child = at(places.village, { stage: 'LISTED', primaryCause: 'WATER' }, [
  aPerson(),
  aPerson({
    name: '韦小妹',
    relation: 'SON',
    sex: 'FEMALE',
    birthDate: '2008-05-01',
    labour: 'SKILLED',
  }),
]);
const danger = at(places.otherVillage, {
  stage: 'EXIT_ANNOUNCED',
  primaryCause: 'WATER',
  houseGrade: 'D',
});
const far = at(places.farVillage, { stage: 'LISTED' });

beforeAll(async () => {
  for (const id of ['china-2014', 'huanjiang-2016']) {
    const pack = shipped.get(id);
    if (pack !== undefined) await installPack(platform.db, shippedTexts(id), pack);
  }
  await platform.packs.reload();
  const rows = [
    ill,
    child,
    danger,
    far,
    at(places.village, { stage: 'SURVEYED' }),
    at(places.neighbourVillage, { stage: 'LISTED', primaryCause: 'ILLNESS' }),
  ].map((record) => toHouseholdRows(record, { secrets: platform.secrets, today }));
  await inScope(platform.db, everything, (tx) => insertHouseholds(tx, rows));
  await keepAllQuality(platform);
});

const ruleOf = (body: { rules: { id: string }[] }, id: string) =>
  body.rules.find((one) => one.id === id) as unknown as {
    checked: number;
    failing: number;
    days: { day: string; failing: number }[];
    byPart: ({ failing: number } | null)[];
  };

describe('data quality', () => {
  test('every rule that has words has a text, and no other', () => {
    expect([...writtenRules].sort()).toEqual([...qualityRuleIds].sort());
  });

  test('registered households are held against the rules; surveyed ones and neighbours are not counted', async () => {
    const { body } = await app.as('chen').get('/api/insight/quality');

    expect(ruleOf(body, 'causeBlank')).toMatchObject({ checked: 4, failing: 1 });
    expect(ruleOf(body, 'illnessWithoutIll')).toMatchObject({ checked: 4, failing: 1 });
    expect(ruleOf(body, 'exitedInDangerousHouse')).toMatchObject({ checked: 1, failing: 1 });
    expect(ruleOf(body, 'childAsLabour')).toMatchObject({ failing: 1 });
    expect(ruleOf(body, 'relationAgainstSex')).toMatchObject({ failing: 1 });
    expect(ruleOf(body, 'noHead').failing).toBe(0);
    expect(body.countedAt).not.toBeNull();
  });

  test('the sums of the parts are the sum of the area, at every level one may look from', async () => {
    for (const [who, area] of [
      ['lu', '45'],
      ['chen', '451226'],
      ['chen', places.village.slice(0, 9)],
      ['chen', places.village],
    ] as const) {
      const { body } = await app.as(who).get(`/api/insight/quality?area=${area}`);
      for (const { byPart, failing } of body.rules) {
        if (byPart.length === 0) continue;
        const parts = byPart.reduce(
          (sum: number, part: { failing: number } | null) => sum + (part?.failing ?? 0),
          0,
        );
        expect(parts, area).toBe(failing);
      }
    }
  });

  test('a number leads to the households behind it, with the members it speaks of', async () => {
    const { body } = await app.as('chen').get('/api/insight/quality/relationAgainstSex/households');

    expect(body.items).toMatchObject([{ id: child.id, persons: ['韦小妹'] }]);
    const causes = await app.as('chen').get('/api/insight/quality/causeBlank/households');
    expect(causes.body.items.map(({ id }: { id: string }) => id)).toEqual([far.id]);
    const exited = await app
      .as('chen')
      .get('/api/insight/quality/exitedInDangerousHouse/households');
    expect(exited.body.items).toMatchObject([{ id: danger.id, persons: [] }]);
  });

  test('a list goes on where it ended', async () => {
    const first = await app.as('chen').get('/api/insight/quality/staleSurvey/households?limit=1');
    expect(first.body.items).toEqual([]);
    const ids: string[] = [];
    let next: string | null = '';
    while (next !== null) {
      const { body } = await app
        .as('chen')
        .get(
          `/api/insight/quality/incomeUnknown/households?limit=1${next === '' ? '' : `&cursor=${next}`}`,
        );
      ids.push(...body.items.map(({ id }: { id: string }) => id));
      next = body.next;
    }
    expect(new Set(ids).size).toBe(ids.length);
    const { body } = await app.as('chen').get('/api/insight/quality');
    expect(ids.length).toBe(ruleOf(body, 'incomeUnknown').failing);
  });

  test('above a county households are not listed, and the answer says what to do', async () => {
    const { status, body } = await app
      .as('lu')
      .get('/api/insight/quality/causeBlank/households?area=45');

    expect(status).toBe(422);
    expect(body.error.code).toBe('insight/quality-list-too-wide');
  });

  test('a village sees its own, and the neighbouring county nothing of it', async () => {
    const own = await app.as('lin').get('/api/insight/quality');
    expect(ruleOf(own.body, 'causeBlank').checked).toBe(2);

    const neighbour = await app.as('sun').get('/api/insight/quality');
    expect(ruleOf(neighbour.body, 'illnessWithoutIll')).toMatchObject({ checked: 1, failing: 1 });
    const asked = await app.as('sun').get(`/api/insight/quality?area=${places.village}`);
    expect(asked.status).toBeGreaterThanOrEqual(403);
  });

  test('what is mended is gone at the next count, and a day keeps one number', async () => {
    const now = platform.clock.now();
    const standard = standardOf(platform, '451226');
    await inScope(platform.db, everything, async (tx) => {
      await tx
        .updateTable('registry_household')
        .set({ primary_cause: 'WATER' })
        .where('id', '=', far.id)
        .execute();
      await keepQuality(tx, 451226, { ...standard, now });
    });

    const { body } = await app.as('chen').get('/api/insight/quality');
    expect(ruleOf(body, 'causeBlank')).toMatchObject({ checked: 4, failing: 0 });
    expect(ruleOf(body, 'causeBlank').days).toHaveLength(1);
    expect(await keepAllQuality(platform)).toBe(0);
  });
});
