// The invented grid of the demonstration county: cells of every village but one, an officer each but one, two
// months of patrols, and events in every state. Once, in an older installation too; every text says that it
// is invented.
import { everything } from '#domain/access/scope.ts';
import { nameGiverOf } from '#domain/demonstration/name.ts';
import { type Random, randomOf } from '#domain/demonstration/random.ts';
import { type AreaCode, countyNumberOf, spanOf } from '#domain/kernel/area-code.ts';
import { makeId } from '#domain/kernel/id.ts';
import { addDays, type PlainDate } from '#domain/kernel/plain-date.ts';
import { findAccountByUsername } from '#server/access/account.store.ts';
import { huanjiangPlaces } from '#server/access/demonstration-accounts.ts';
import { inScope, type Tx } from '#server/database/connect.ts';
import { findSetting, saveSetting } from '#server/kernel/setting.store.ts';
import type { Platform } from '#server/platform.ts';
import { listAreasInSpan } from '#server/registry/area.store.ts';
import {
  type CellRecord,
  insertCells,
  insertPatrols,
  type PatrolRecord,
} from '#server/workforce/grid.store.ts';
import {
  type IncidentActRecord,
  type IncidentRecord,
  insertIncidents,
} from '#server/workforce/incident.store.ts';
import type { DemonstrationFiles } from './read-demonstration.ts';

export const gridMark = 'demonstration.grid';

const hamletsOfCell = 4;
const invented = '（虚构）';
const numerals = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

interface Filling {
  readonly county: number;
  readonly today: PlainDate;
  readonly random: Random;
  newId(): string;
  /** A name that nobody has. */
  named(): string;
}

/** How many cells were drawn now; 0 when that was done before. */
export async function fillGrid(
  { db, clock }: Pick<Platform, 'db' | 'clock'>,
  { names, calibration }: Pick<DemonstrationFiles, 'names' | 'calibration'>,
): Promise<number> {
  const area = calibration.county;
  const county = countyNumberOf(area);
  if (county === undefined) return 0;
  return inScope(db, everything, async (tx) => {
    if ((await findSetting(tx, gridMark)) !== undefined) return 0;
    const random = randomOf(`${calibration.seed} grid`);
    const giver = nameGiverOf(names);
    const [people = ''] = Object.keys(names.surnames);
    const filling: Filling = {
      county,
      today: clock.today(),
      random,
      newId: () => makeId({ county, milliseconds: 1462060800000, random: random.bytes(8) }),
      named: () =>
        `${giver.surname(people, random)}${giver.given('male', 1972, random)}${invented}`,
    };
    const helper = await findAccountByUsername(tx, 'helper');
    const cells = await drawAll(tx, area, filling, helper);
    const rounds = cells.flatMap((cell) => patrolsOf(cell, filling));
    const { incidents, acts } = eventsOf(cells, filling);
    const finds = incidents.map((incident) => findingRound(incident, filling));
    const patrols = [...rounds, ...finds];
    const lastOf = new Map<string, string>();
    for (const { cell_id, patrolled_on } of patrols) {
      const last = lastOf.get(cell_id);
      if (last === undefined || last < patrolled_on) lastOf.set(cell_id, patrolled_on);
    }
    await insertCells(
      tx,
      cells.map((cell) => ({ ...cell, patrolled_on: lastOf.get(cell.id) ?? cell.patrolled_on })),
    );
    await insertPatrols(tx, patrols);
    await insertIncidents(
      tx,
      incidents.map((incident, at) => ({ ...incident, patrol_id: finds[at]?.id ?? null })),
      acts,
    );
    await saveSetting(tx, gridMark, cells.length);
    return cells.length;
  });
}

async function drawAll(
  tx: Tx,
  area: AreaCode,
  filling: Filling,
  helper: { readonly id: string; readonly displayName: string } | undefined,
): Promise<readonly CellRecord[]> {
  const areas = await listAreasInSpan(tx, spanOf(area), filling.today);
  const villages = areas.filter(({ level }) => level === 'village');
  const cells = villages.flatMap(({ code }, at) => {
    // One far village has not drawn its grid yet: the hole is there to be seen.
    if (code.startsWith(huanjiangPlaces.supervised) && at === villages.length - 1) return [];
    const hamlets = areas.filter(({ level, parent }) => level === 'hamlet' && parent === code);
    const count = Math.max(1, Math.ceil(hamlets.length / hamletsOfCell));
    return Array.from({ length: count }, (_, part) =>
      cellOf(filling, {
        village: code,
        name: `第${numerals[part] ?? part + 1}网格`,
        places: [
          ...(part === 0 ? [code] : []),
          ...hamlets.filter((_hamlet, order) => order % count === part).map((one) => one.code),
        ],
      }),
    );
  });
  const own = cells.find(({ area_code }) => area_code === huanjiangPlaces.village);
  const alone = cells.findLast(({ area_code }) => area_code !== huanjiangPlaces.village);
  return cells.map((cell) => {
    if (cell === alone)
      return { ...cell, officer_name: null, officer_since: null, patrolled_on: null };
    if (cell !== own || helper === undefined) return cell;
    return { ...cell, officer_name: helper.displayName, officer_account: helper.id };
  });
}

function cellOf(
  { county, today, random, newId, named }: Filling,
  { village, name, places }: { village: string; name: string; places: string[] },
): CellRecord {
  return {
    county,
    id: newId(),
    version: 1,
    area_code: village,
    name,
    places,
    officer_name: named(),
    officer_account: null,
    officer_since: '2016-04-01',
    patrolled_on: addDays(today, -random.below(20)),
    from_on: '2016-04-01',
    to_on: null,
  };
}

function patrolsOf(cell: CellRecord, { newId }: Filling): readonly PatrolRecord[] {
  const { county, officer_name, officer_account, patrolled_on } = cell;
  if (officer_name === null || patrolled_on === null) return [];
  return [0, 15, 31].map((before) => {
    const on = addDays(patrolled_on as PlainDate, -before);
    return {
      county,
      id: newId(),
      cell_id: cell.id,
      area_code: cell.area_code,
      account: officer_account,
      account_name: officer_name,
      patrolled_on: on,
      recorded_at: `${on}T09:00:00.000Z`,
      note: `走了一圈${invented}`,
      events: 0,
    };
  });
}

/** What was found was found on a round of that day. */
function findingRound(incident: IncidentRecord, { county, newId }: Filling): PatrolRecord {
  return {
    county,
    id: newId(),
    cell_id: incident.cell_id,
    area_code: incident.area_code,
    account: incident.found_by,
    account_name: incident.found_by_name,
    patrolled_on: incident.found_on,
    recorded_at: `${incident.found_on}T02:00:00.000Z`,
    note: `走了一圈${invented}`,
    events: 1,
  };
}

const inventedEvents = [
  { kind: 'hazard', words: '屋后山坡有裂缝，雨天掉土' },
  { kind: 'facility', words: '屯里水管漏水' },
  { kind: 'hardship', words: '独居老人家里没有柴火' },
  { kind: 'dispute', words: '两户为田埂争执' },
  { kind: 'hazard', words: '电线垂到路面' },
  { kind: 'disaster', words: '大风掀了牛棚顶' },
  { kind: 'change', words: '一家五口从外省回来' },
  { kind: 'facility', words: '路灯不亮' },
] as const;

const states = ['found', 'sent', 'sent', 'handled', 'closed', 'closed'] as const;

function eventsOf(
  cells: readonly CellRecord[],
  filling: Filling,
): { readonly incidents: IncidentRecord[]; readonly acts: IncidentActRecord[] } {
  const walked = cells.filter(({ officer_name }) => officer_name !== null);
  const own = walked.filter(({ area_code }) => area_code === huanjiangPlaces.village);
  const incidents: IncidentRecord[] = [];
  const acts: IncidentActRecord[] = [];
  for (let at = 0; at < 24; at += 1) {
    const cell = at % 4 === 0 ? own[(at / 4) % own.length] : walked[(at * 37) % walked.length];
    const event = inventedEvents[at % inventedEvents.length];
    const state = states[at % states.length];
    if (cell === undefined || event === undefined || state === undefined) continue;
    const made = eventOf(cell, { ...event, state, daysAgo: 3 + ((at * 5) % 26) }, filling);
    incidents.push(made.incident);
    acts.push(...made.acts);
  }
  return { incidents, acts };
}

interface WishedEvent {
  readonly kind: string;
  readonly words: string;
  readonly state: (typeof states)[number];
  readonly daysAgo: number;
}

function eventOf(
  cell: CellRecord,
  { kind, words, state, daysAgo }: WishedEvent,
  { county, today, newId, named }: Filling,
): { readonly incident: IncidentRecord; readonly acts: readonly IncidentActRecord[] } {
  const id = newId();
  const foundOn = addDays(today, -daysAgo);
  const steps = ['found', 'sent', 'handled', 'closed'].indexOf(state);
  const day = (step: number) => addDays(foundOn, Math.min(daysAgo, step));
  const handler = named();
  const dueOn = addDays(foundOn, steps === 0 ? 14 : 9);
  const officer = cell.officer_name ?? '';
  const said = [`${words}${invented}`, '', `已经处理${invented}`, `现场看过${invented}`];
  const acts = (['find', 'send', 'handle', 'close'] as const).slice(0, steps + 1).map(
    (act, step): IncidentActRecord => ({
      county,
      incident_id: id,
      position: step + 1,
      area_code: cell.area_code,
      act,
      state: ['found', 'sent', 'handled', 'closed'][step] ?? 'found',
      words: said[step] ?? '',
      handler_name: act === 'send' ? handler : null,
      due_on: act === 'find' || act === 'send' ? dueOn : null,
      account: null,
      account_name: [officer, `村委会${invented}`, handler, `乡镇网格中心${invented}`][step] ?? '',
      acted_on: day(step),
      acted_at: `${day(step)}T03:00:00.000Z`,
    }),
  );
  const incident: IncidentRecord = {
    county,
    id,
    cell_id: cell.id,
    cell_name: cell.name,
    patrol_id: null,
    area_code: cell.area_code,
    kind,
    words: said[0] ?? words,
    place: '',
    state,
    position: acts.length,
    found_on: foundOn,
    found_by: cell.officer_account,
    found_by_name: officer,
    handler_account: null,
    handler_name: steps > 0 ? handler : null,
    sent_on: steps > 0 ? day(1) : null,
    due_on: dueOn,
    handled_by: null,
    handled_on: steps > 1 ? day(2) : null,
    closed_on: steps > 2 ? day(3) : null,
  };
  return { incident, acts };
}
