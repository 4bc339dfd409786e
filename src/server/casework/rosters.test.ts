import { beforeAll, describe, expect, test } from 'vitest';
import { anApp } from '#tests/world/app.ts';
import { county, places } from '#tests/world/cast.ts';
import { answerChecklist } from '#tests/world/checklist.ts';
import { type Exit, gansuExits } from '#tests/world/gansu-exit.ts';
import { caseworkRoutes } from './casework.routes.ts';

const app = await anApp({ routes: caseworkRoutes });
const world = gansuExits(app);
const { by, read, act, anExit, villageSigns, pastNotice } = world;
const township = {
  area: places.township,
  process: 'householdExit',
  step: 'townshipRoster',
} as const;
let exits: readonly Exit[] = [];

interface Line {
  readonly case: string;
  readonly position: number;
  readonly doubts: readonly { readonly text: string }[];
}

beforeAll(async () => {
  await world.assemble();
  const made: Exit[] = [];
  for (let index = 0; index < 4; index += 1) {
    world.setDay('2016-09-01');
    const exit = await anExit();
    if (index === 3) {
      await act(exit.id, by('leader'), 'somebodyRefuses', { reason: '房子漏雨' });
      await answerChecklist(by('leader'), exit.id);
      await act(exit.id, by('leader'), 'meets');
    }
    await villageSigns(exit);
    await pastNotice(exit.id);
    made.push(exit);
  }
  exits = made;
}, 120_000);

const open = async (who: string): Promise<readonly Line[]> =>
  (await by(who).get('/api/casework/rosters/open', township)).body.items;

const lineOf = (lines: readonly Line[], id: string, more: object = {}) => ({
  case: id,
  seen: lines.find((line) => line.case === id)?.position ?? 1,
  verdict: 'sign',
  ...more,
});

const signs = (who: string, lines: readonly object[], more: object = {}) =>
  by(who).post('/api/casework/rosters', { ...township, lines, ...more });

describe('a roster', () => {
  test('[GS-68] waits for who holds the office, with doubts first and what the village signed', async () => {
    const { body } = await by('town0').get('/api/casework/rosters', { area: places.township });
    expect(body.open).toMatchObject([
      { step: { title: { zh: '乡级3方签名册' } }, area: places.township, households: 4 },
    ]);
    const lines = (await by('town0').get('/api/casework/rosters/open', township)).body;

    expect(lines).toMatchObject({
      total: 4,
      capacities: [{ code: 'TOWNSHIP_SECRETARY' }],
      leftOut: { zh: '退回核实' },
    });
    expect(lines.items[0]).toMatchObject({ case: exits[3]?.id, doubts: [{ text: '房子漏雨' }] });
    expect(lines.items[1].signatures).toHaveLength(3);
    expect(lines.items[1].barred).toBeNull();
    expect((await by('office').get('/api/casework/rosters', { area: county })).body.open).toEqual(
      [],
    );
  });

  test('[GS-68] [GS-71] is signed in one go with a verdict for each: signed, left out with its reason, refused', {
    timeout: 90_000,
  }, async () => {
    const [a, b, c, d] = exits.map(({ id }) => id) as [string, string, string, string];
    const lines = await open('town0');
    expect((await signs('town0', [])).code).toBe('casework/roster-empty');

    const done = await signs('town0', [
      lineOf(lines, a),
      lineOf(lines, b, { verdict: 'leaveOut' }),
      lineOf(lines, c, { seen: 3 }),
      lineOf(lines, d, { verdict: 'leaveOut', reason: '漏雨没有修' }),
    ]);

    expect(done.body).toMatchObject({ signed: 1, leftOut: 1 });
    const refused = new Map(
      done.body.refused.map((one: { case: string; code: string }) => [one.case, one.code]),
    );
    expect(refused).toEqual(
      new Map([
        [b, 'casework/reason-missing'],
        [c, 'casework/acted-meanwhile'],
      ]),
    );
    expect((await read(d)).open.id).toBe('homeCheck');
    expect((await read(b)).open.signed).toEqual([]);
    const again = await signs('town0', [lineOf(await open('town0'), a)]);
    expect(again.body.refused[0].code).toBe('casework/signed-already');
    expect(
      (await signs('town1', [{ case: d, seen: 1, verdict: 'sign' }])).body.refused,
    ).toMatchObject([{ code: 'casework/not-at-this-step' }]);
  });

  test('[GS-71] every household is reached from the sheet, and the sheet from the household', async () => {
    const { body } = await by('office').get('/api/casework/rosters', { area: county });
    const [sheet] = body.signed;
    expect(sheet).toMatchObject({ by: 'town0某', signed: 1, leftOut: 1 });

    const opened = (await by('office').get(`/api/casework/rosters/${sheet.id}`)).body;
    expect(opened).toMatchObject({
      capacity: { zh: '乡镇党委书记' },
      step: { zh: '乡级3方签名册' },
    });
    expect(new Set(opened.items.map((one: { case: string }) => one.case))).toEqual(
      new Set([exits[0]?.id, exits[3]?.id]),
    );
    const signed = await read(exits[0]?.id ?? '');
    expect(signed.open.signed).toMatchObject([{ roster: sheet.id }]);
    expect((await app.as('sun').get(`/api/casework/rosters/${sheet.id}`)).code).toBe(
      'casework/no-such-roster',
    );
    expect((await exits[0]?.own.get(`/api/casework/rosters/${sheet.id}`))?.code).toBe(
      'casework/no-such-roster',
    );
  });

  test('is refused at a step that is signed household by household', async () => {
    world.setDay('2016-09-01');
    const { id } = await anExit();
    const asked = { ...township, area: places.village, step: 'villageSignatures' };
    expect((await by('both').get('/api/casework/rosters/open', asked)).code).toBe(
      'casework/not-a-roster',
    );
    const { position } = await read(id);
    const tried = await signs('both', [{ case: id, seen: position, verdict: 'sign' }], asked);
    expect(tried.body.refused).toMatchObject([{ code: 'casework/not-a-roster' }]);
  });
});

describe('who vouched for whom', () => {
  const asked = async (query: object, who = by('office')) =>
    (await who.get('/api/casework/signatures', { area: county, limit: 100, ...query })).body.items;
  const totalOf = async (query: object) =>
    (await by('office').get('/api/casework/signatures', { area: county, limit: 1, ...query })).body
      .total;

  test('[GS-71] is asked by person, office, household and year, for ever', async () => {
    expect(await asked({ person: 'town0某' })).toHaveLength(1);
    const secretaries = await asked({ office: 'VILLAGE_DIRECTOR' });
    expect(secretaries.length).toBeGreaterThanOrEqual(4);
    expect(secretaries[0]).toMatchObject({
      capacity: { zh: '村党支部书记' },
      also: [{ zh: '村委会主任' }],
    });
    expect(await totalOf({ office: 'VILLAGE_DIRECTOR' })).toEqual({
      signatures: secretaries.length,
      households: new Set(secretaries.map((one: { householdNo: string }) => one.householdNo)).size,
    });
    const { householdNo } = secretaries[0];
    const own = await asked({ household: householdNo });
    expect(own.every((one: { householdNo: string }) => one.householdNo === householdNo)).toBe(true);
    expect(await asked({ year: 2015 })).toEqual([]);
    expect((await asked({ year: 2016 })).length).toBeGreaterThan(10);
  });

  test('[GS-71] is answered to a household for itself alone, and leaves as a spreadsheet', async () => {
    const own = exits[0];
    const seen = await asked({ area: places.village }, own?.own);
    expect(new Set(seen.map((one: { household: string }) => one.household))).toEqual(
      new Set([own?.household]),
    );
    const file = await by('office').get('/api/casework/signatures/export', { area: county });
    expect(file.status).toBe(200);
    expect(await asked({ area: '451225' }, app.as('sun'))).toEqual([]);
  });
});
