// Walks every door of the API as every kind of outsider, with real ids of places they may not see, and
// looks for a word that was planted there: in bodies, files, counts and choices.
import { read, utils } from '@e965/xlsx';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { type Permission, permissionsOf } from '#domain/access/permission.ts';
import { allRoutes } from '#server/routes.ts';
import { anApp } from '#tests/world/app.ts';
import type { Answer } from '#tests/world/caller.ts';
import { type CastName, cast, castNames } from '#tests/world/cast.ts';
import { leaksIn, type Side } from '#tests/world/markers.ts';
import { type Filling, fillingsOf, knock, type Probe } from './probe.ts';
import { probes } from './probes.ts';

const app = await anApp({ planted: true });
/** Nobody has walked these two: what they answer differs by the other county alone. */
const together = await anApp({ planted: true });
const alone = await anApp({ planted: true, only: 'neighbour' });

const doors = allRoutes.map(({ shape }) => ({
  shape,
  name: `${shape.method} ${shape.path}`,
  probe: probes[`${shape.method} ${shape.path}`],
}));
const probed = doors.flatMap((door) =>
  door.probe === undefined ? [] : [{ ...door, probe: door.probe as Probe }],
);
const guarded = probed.filter(({ shape }) => shape.permission !== 'public');

/** Who may not see which places. */
const blindTo: Readonly<Partial<Record<CastName, readonly Side[]>>> = {
  sun: ['home', 'strange', 'beside'],
  chen: ['neighbour'],
  fang: ['neighbour'],
  wu: ['neighbour'],
  gu: ['neighbour'],
  yang: ['neighbour'],
  qian: ['neighbour'],
  zhao: ['beside', 'neighbour'],
  lin: ['beside', 'neighbour'],
  du: ['beside', 'neighbour'],
  he: ['strange', 'beside', 'neighbour'],
  ma: ['strange', 'beside', 'neighbour'],
};
const outsiders = Object.entries(blindTo) as [CastName, readonly Side[]][];

const mayKnock = (name: CastName, permission: Permission | 'public') =>
  permission === 'public' || permissionsOf(cast[name].role).includes(permission);

/** Everything an answer says, spreadsheets unpacked. */
function textOf(answer: Answer): string {
  const isZip = answer.bytes.subarray(0, 2).toString('latin1') === 'PK';
  if (!isZip) return answer.text;
  // A package of evidence is no workbook: its parts are text as they are.
  const parts = unzipSync(answer.bytes);
  if (parts['manifest.json'] !== undefined)
    return Object.values(parts)
      .map((part) => strFromU8(part))
      .join('\n');
  const book = read(answer.bytes, { type: 'buffer' });
  return Object.values(book.Sheets)
    .map((sheet) => utils.sheet_to_csv(sheet))
    .concat(book.SheetNames)
    .join('\n');
}

/** What the rows of a place add up to, to show that nobody outside changed them. */
async function fingerprint(): Promise<string> {
  const tables = [
    'registry_household',
    'registry_person',
    'registry_event',
    'registry_income_entry',
    'registry_conflict',
    'access_account',
    'exchange_import',
    'exchange_profile',
    'registry_area',
    'monitoring_problem',
    'monitoring_problem_act',
    'monitoring_order',
    'monitoring_order_part',
    'monitoring_order_act',
    'monitoring_circular',
    'workforce_posting',
    'workforce_pledge',
    'workforce_unit',
    'workforce_supervisor',
    'workforce_meeting',
    'workforce_tie',
    'workforce_market',
    'workforce_attendance',
    'workforce_resolution',
    'workforce_cell',
    'workforce_cell_officer',
    'workforce_patrol',
    'workforce_incident',
    'workforce_incident_act',
    'publicity_slip',
    'publicity_report',
    'monitoring_document',
    'monitoring_task',
    'monitoring_task_owner',
    'monitoring_progress',
    'registry_indicator',
    'registry_indicator_owner',
    'registry_area_boundary',
    'targeting_run',
    'targeting_recheck',
    'targeting_list',
    'targeting_lead',
    'targeting_hit',
    'targeting_lead_act',
    'targeting_pair',
    'insight_trial',
    'casework_case',
    'casework_act',
    'insight_report',
    'publicity_notice',
    'publicity_public_copy',
    'publicity_item',
    'publicity_objection',
    'publicity_evidence',
    'jobs_run',
    'policy_draft',
    'policy_draft_act',
  ];
  const sums = await Promise.all(
    tables.map(async (table) => {
      const { rows } = await app.owner.query(
        `select md5(string_agg(t::text, '' order by t::text)) as sum from ${table} t`,
      );
      return `${table} ${rows[0]?.sum}`;
    }),
  );
  return sums.join('\n');
}

test('every door has a probe', () => {
  expect(doors.filter(({ probe }) => probe === undefined).map(({ name }) => name)).toEqual([]);
});

test('every door stands in the OpenAPI document with its permission, its area rule and its act', async () => {
  const { body } = await app.nobody.get('/api/openapi.json');

  const missing = doors.filter(({ shape }) => {
    const path = shape.path.replace(/:(\w+)/g, '{$1}');
    const stated = body.paths[path]?.[shape.method.toLowerCase()];
    return (
      stated?.['x-bangfu-permission'] !== shape.permission ||
      stated?.['x-bangfu-area'] !== shape.area ||
      (stated?.['x-bangfu-audit'] ?? null) !== shape.audit
    );
  });
  expect(missing.map(({ name }) => name)).toEqual([]);
});

describe('without a session', () => {
  test.each(guarded)('$name is closed', async ({ shape, probe }) => {
    for (const filling of fillingsOf(probe, app.planted.home)) {
      const answer = await knock(app.nobody, shape, filling);

      expect(answer.code).toBe('access/sign-in-needed');
      expect(leaksIn(answer.text, 'home')).toEqual([]);
    }
  });
});

describe('with a role that lacks the permission', () => {
  test.each(guarded)('$name is closed', async ({ shape, probe }) => {
    const others = castNames.filter((name) => !mayKnock(name, shape.permission));
    for (const name of others) {
      const [filling = {}] = fillingsOf(probe, app.planted.home);
      const answer = await knock(app.as(name), shape, filling);

      expect(`${name}: ${answer.code}`).toBe(`${name}: access/not-permitted`);
    }
  });
});

describe('for whoever may not see a place', () => {
  const reading = probed.filter(({ shape }) => shape.method === 'GET');
  const writing = probed.filter(
    ({ shape, probe }) => shape.method !== 'GET' && probe.namesNothing !== true,
  );

  test.each([...reading, ...writing])('$name says nothing of it', async ({ shape, probe }) => {
    const before = shape.method === 'GET' ? '' : await fingerprint();
    for (const [name, hidden] of outsiders) {
      if (!mayKnock(name, shape.permission)) continue;
      for (const side of hidden) {
        for (const filling of fillingsOf(probe, app.planted[side])) {
          const answer = await knock(app.as(name), shape, filling);
          const said = answer.status < 400 ? textOf(answer) : withoutAsked(answer.text, filling);
          const leaks = hidden.flatMap((one) => leaksIn(said, one));
          expect({ name, side, filling, leaks }).toEqual({ name, side, filling, leaks: [] });
          // A household's own village is theirs to name; only what is said of the others counts.
          const isNamed = side !== 'strange' || shape.area === 'row';
          if (probe.namesNothing === true || !isNamed) continue;
          const isRefused = [403, 404, 422].includes(answer.status);
          const isEmpty = answer.status === 200 && isAboutNothing(answer);
          const verdict =
            isRefused || isEmpty ? 'closed' : `${answer.status} ${said.slice(0, 300)}`;
          expect({ name, side, filling, verdict }).toEqual({
            name,
            side,
            filling,
            verdict: 'closed',
          });
        }
      }
    }
    expect(shape.method === 'GET' ? '' : await fingerprint()).toBe(before);
  });

  test.each(reading)('$name, asked for one’s own, says nothing of it', async ({ shape, probe }) => {
    for (const [name, hidden] of outsiders) {
      if (!mayKnock(name, shape.permission)) continue;
      const own = name === 'sun' ? app.planted.neighbour : app.planted.home;
      const [filling = {}] = fillingsOf(probe, own);
      const whole = { ...filling, query: { limit: 200, ...filling.query, area: cast[name].area } };
      for (const asked of [filling, shape.query === undefined ? filling : whole]) {
        const said = textOf(await knock(app.as(name), shape, asked));
        const leaks = hidden.flatMap((side) => leaksIn(said, side));

        expect({ name, asked, leaks }).toEqual({ name, asked, leaks: [] });
      }
    }
  });
});

/** A refusal may repeat what was asked. */
function withoutAsked(text: string, { params, query }: Filling): string {
  const asked = Object.values({ ...params, ...query }).filter((one) => typeof one === 'string');
  return asked.reduce((rest, one) => rest.replaceAll(one, ''), text);
}

/** A page or a count of nothing, or a list that holds only what the asker may see. */
function isAboutNothing({ body }: Answer): boolean {
  if (typeof body !== 'object' || body === null) return false;
  if ('items' in body) return body.items.length === 0;
  return 'households' in body && body.households === 0;
}

test('a thing of the neighbour’s is refused like one that does not exist', async () => {
  const byId = guarded.filter(({ shape }) => shape.area === 'row' && shape.path.includes(':id'));
  expect(byId.length).toBeGreaterThan(10);

  for (const { shape, probe, name } of byId) {
    if (!mayKnock('sun', shape.permission)) continue;
    const [filling = {}] = fillingsOf(probe, app.planted.home);
    const { id = '' } = filling.params ?? {};
    const none = id.length === 36 ? app.platform.newId(451226) : id;
    const foreign = await knock(app.as('sun'), shape, filling);
    const absent = await knock(app.as('sun'), shape, {
      ...filling,
      params: { ...filling.params, id: none },
    });

    const said = (answer: Answer, asked: string) => answer.text.replaceAll(asked, '<asked>');
    expect({ name, status: foreign.status, said: said(foreign, id) }).toEqual({
      name,
      status: absent.status,
      said: said(absent, none),
    });
  }
});

// Every list of every door, in two installations.
test('what the neighbour counts and lists is what they would if there were no other county', async () => {
  const plain = (text: string) =>
    text
      .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, '<id>')
      .replace(/\d{4}-\d{2}-\d{2}T[\d:.]+Z/g, '<instant>')
      .replace(/"hash": ?"[0-9a-f]+"/g, '<hash>')
      .replace(/[0-9a-f]{64}|"[0-9a-f]{32}"/g, '<digest>');
  const lists = guarded.filter(({ shape }) => shape.method === 'GET' && shape.area !== 'row');
  expect(lists.length).toBeGreaterThan(10);

  for (const { shape, probe, name } of lists) {
    if (!mayKnock('sun', shape.permission)) continue;
    const [filling = {}] = fillingsOf(probe, together.planted.neighbour);
    const [same = {}] = fillingsOf(probe, alone.planted.neighbour);
    for (const asked of ['filled', 'whole'] as const) {
      // What goes on for as long as somebody looks is asked for one event.
      const query = shape.kind === 'events' ? { once: true } : {};
      const here = asked === 'filled' ? filling : { ...filling, query };
      const there = asked === 'filled' ? same : { ...same, query };
      const both = await knock(together.as('sun'), shape, here);
      const one = await knock(alone.as('sun'), shape, there);

      expect({ name, asked, said: plain(textOf(both)) }).toEqual({
        name,
        asked,
        said: plain(textOf(one)),
      });
    }
  }
}, 60_000);

// Last, because these change what the others look at.
describe('at home', () => {
  const order = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];
  const inOrder = [...probed].sort(
    (left, right) => order.indexOf(left.shape.method) - order.indexOf(right.shape.method),
  );

  test.each(inOrder)('$name opens with the same filling', async ({ shape, probe }) => {
    for (const filling of fillingsOf(probe, app.planted.home)) {
      const name = probe.by ?? 'chen';
      const answer = await knock(app.as(name), shape, filling);

      const isOpen = answer.status < 300 || (probe.own ?? []).includes(answer.code ?? '');
      expect(isOpen ? 'open' : `${answer.status} ${answer.text.slice(0, 300)}`).toBe('open');
    }
  });
});
