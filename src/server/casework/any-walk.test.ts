import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { everything } from '#domain/access/scope.ts';
import { foldCase } from '#domain/casework/case-state.ts';
import { areaCode } from '#domain/kernel/area-code.ts';
import { plainDate } from '#domain/kernel/plain-date.ts';
import { listOfficesOver } from '#server/access/office.store.ts';
import { inScope } from '#server/database/connect.ts';
import { anApp } from '#tests/world/app.ts';
import type { Caller } from '#tests/world/caller.ts';
import { aColleague, aRegistered, movableDay } from '#tests/world/casework-world.ts';
import { places } from '#tests/world/cast.ts';
import { installForPlace } from '#tests/world/place-pack.ts';
import { findCase, listActs } from './case.store.ts';
import { caseworkRoutes } from './casework.routes.ts';
import { colleaguesOver } from './colleagues.ts';
import { compactCaseCounts } from './fold-cases.ts';
import { findRules } from './load-case.ts';
import { projectionOf } from './projection.ts';

const app = await anApp({ routes: caseworkRoutes });
const setDay = movableDay(app);
const vote = { due: 30, present: 24, for: 20, against: 3, abstained: 1, secret: true };
const people: Caller[] = (['lin', 'zhao', 'chen', 'fang'] as const).map((name) => app.as(name));

beforeAll(async () => {
  await installForPlace(app.platform, 'huaihua-2015');
  const village = { role: 'village', area: places.village } as const;
  const wei = { username: 'wei', displayName: '韦主任', title: '村委会主任', ...village };
  people.push(await aColleague(app, wei));
});

const step = fc.record({
  who: fc.nat({ max: 4 }),
  // Mostly what leads on, or no walk would come far.
  what: fc.constantFrom('decide', 'decide', 'decide', 'post', 'object', 'answer', 'withdraw'),
  outcome: fc.constantFrom(0, 0, 0, 1),
  asHousehold: fc.boolean(),
  days: fc.constantFrom(0, 1, 8),
});
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

/** Tries one thing; what the rules forbid is refused and changes nothing. */
async function take(id: string, { who, what, outcome, asHousehold }: Step): Promise<void> {
  const by = people[who] ?? app.as('chen');
  const { body } = await app.as('chen').get(`/api/casework/cases/${id}`);
  const seen = body.position;
  const address = `/api/casework/cases/${id}`;
  const open = body.open ?? { id: '', outcomes: [] };
  if (what === 'post') await by.post(`${address}/posting`, { seen, place: '村公示栏' });
  if (what === 'object') await by.post(`${address}/objections`, { text: '他家有小汽车' });
  if (what === 'withdraw') await by.post(`${address}/withdrawal`, { seen, reason: '不办了' });
  if (what === 'answer') {
    const at = body.objections.find((one: { answer: unknown }) => one.answer === null)?.position;
    const verdict = outcome === 0 ? 'rejected' : 'upheld';
    await by.post(`${address}/objections/${at ?? 1}/answer`, { seen, verdict, reason: '查过' });
  }
  if (what !== 'decide') return;
  const chosen = open.outcomes[outcome] ?? open.outcomes[0];
  const answer = await by.post(`${address}/acts`, {
    seen,
    step: open.id,
    outcome: chosen?.id ?? 'none',
    reason: '已核',
    ...(asHousehold ? { capacity: 'HOUSEHOLD' } : {}),
    ...(open.kind === 'meeting' ? { meeting: vote } : {}),
  });
  expect(answer.status).toBeLessThan(500);
}

/** Both who stand for the committee did earlier work of the case, so that the township takes its review over. */
const takenOver: Step[] = (
  [
    [4, 'decide', 0, true, 0],
    [3, 'decide', 0, true, 8],
    [4, 'decide', 0, false, 8],
    [1, 'decide', 0, true, 0],
    [4, 'object', 0, true, 8],
    [1, 'answer', 1, true, 0],
    [2, 'post', 0, false, 0],
    [0, 'post', 1, true, 1],
    [3, 'object', 0, false, 0],
    [0, 'decide', 0, false, 8],
  ] as const
).map(([who, what, outcome, asHousehold, days]) => ({ who, what, outcome, asHousehold, days }));

/** The row of a case, its acts, what the acts come to by the rules it began with, and who works for its place. */
async function standing(id: string) {
  return inScope(app.db, everything, async (tx) => {
    const row = await findCase(tx, { county: 451226, id }, 'shown');
    if (row === undefined) throw new Error('the case is gone');
    const rules = findRules(app, row)?.rules;
    if (rules === undefined) throw new Error('its rules are gone');
    const acts = await listActs(tx, row);
    const state = foldCase(rules, acts);
    const area = areaCode(row.area_code);
    const on = acts.at(-1)?.on ?? plainDate(row.begun_on);
    const offices = await listOfficesOver(tx, [area], on);
    const people = await colleaguesOver(tx, [area], { offices, on })(area, state);
    return { row, rules, acts, state, people };
  });
}

test('whatever is tried by whomever, a case is the fold of its acts, the queue says the same, and nobody approves their own work', async () => {
  const cases: string[] = [];
  let ended = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 6, maxLength: 16 }), async (steps) => {
      let day = plainDate('2016-09-01');
      setDay(day);
      const household = await aRegistered(app, { stage: 'SURVEYED' });
      const address = `/api/casework/households/${household}/cases`;
      const begun = await app.as('lin').post(address, { process: 'identification' });
      const { id } = begun.body;
      cases.push(id);
      for (const one of steps) {
        await take(id, one);
        day = plainDate(
          new Date(Date.parse(day) + one.days * 86_400_000).toISOString().slice(0, 10),
        );
        setDay(day);
      }

      const { row, rules, acts, state, people } = await standing(id);
      const lastDay = acts.at(-1)?.on ?? day;
      expect(row).toMatchObject(projectionOf(rules, state, lastDay, people));
      expect(acts.map(({ position }) => position)).toEqual(acts.map((_, index) => index + 1));
      const stage = rules.ends.find((end) => end.id === state.end)?.stage ?? 'SURVEYED';
      const { rows } = await app.owner.query('select stage from registry_household where id = $1', [
        household,
      ]);
      expect(rows[0].stage).toBe(stage);
      if (state.end !== null) ended += 1;
      for (const [index, act] of acts.entries()) {
        if (index === 0) continue;
        const before = foldCase(rules, acts.slice(0, index));
        const approving = act.kind === 'decide' && before.step?.approves === true;
        const own = before.passed
          .filter(({ step: at }, place) => {
            const isLatest = before.passed.findLastIndex((one) => one.step === at) === place;
            return isLatest && at !== before.step?.id;
          })
          .filter((one) => one.act.account === act.account && !one.act.isTyped);
        expect(approving ? own.map((one) => one.step) : []).toEqual([]);
      }
    }),
    { numRuns: 14, examples: [[takenOver]] },
  );

  await compactCaseCounts(app.platform.db);
  const open = await Promise.all(cases.map(async (id) => (await standing(id)).state.step?.id));
  const waiting = open.filter((id) => id !== undefined).length;
  const { rows } = await app.owner.query(
    "select coalesce(sum(cases), 0)::integer as counted from casework_count where area_code = '451226'",
  );
  expect([rows[0].counted, waiting + ended]).toEqual([waiting, cases.length]);
}, 240_000);
