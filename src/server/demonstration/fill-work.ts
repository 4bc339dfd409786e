// Invented work of the demonstration county: indicators of its villages and problems in all states. Once,
// in an older installation too; every text says that it is invented.

import { everything } from '#domain/access/scope.ts';
import { randomOf } from '#domain/demonstration/random.ts';
import {
  type InventedProblem,
  inventIndicators,
  inventProblems,
  type WorkPlace,
} from '#domain/demonstration/work.ts';
import { type AreaCode, countyNumberOf, spanOf } from '#domain/kernel/area-code.ts';
import { makeId } from '#domain/kernel/id.ts';
import { addDays, type PlainDate } from '#domain/kernel/plain-date.ts';
import { listKeeping, type WorkList } from '#domain/monitoring/work-list.ts';
import type { ResolvedPack } from '#domain/policy/pack/resolve-pack.ts';
import { indicatorSetsOf } from '#domain/registry/indicator.ts';
import { findAccountByUsername } from '#server/access/account.store.ts';
import { inScope, type Tx } from '#server/database/connect.ts';
import { findSetting, saveSetting } from '#server/kernel/setting.store.ts';
import {
  insertProblemActs,
  insertProblems,
  nextNumber,
  type ProblemActRecord,
  type ProblemRecord,
} from '#server/monitoring/problem.store.ts';
import type { Platform } from '#server/platform.ts';
import { listAreasInSpan } from '#server/registry/area.store.ts';
import { insertIndicators } from '#server/registry/indicator.store.ts';
import { fillOrders } from './fill-orders.ts';
import { fillSeats } from './fill-seats.ts';
import { fillTasks } from './fill-tasks.ts';
import type { DemonstrationFiles } from './read-demonstration.ts';

export const workMark = 'demonstration.work';

const problemsInvented = 60;

export interface WorkFill {
  readonly tx: Tx;
  readonly county: number;
  readonly seed: string;
  readonly today: PlainDate;
  readonly pack: ResolvedPack;
  readonly places: readonly WorkPlace[];
  newId(): string;
}

/** How many problems were invented now; 0 when that was done before. */
export async function fillWork(
  { db, packs, clock }: Pick<Platform, 'db' | 'packs' | 'clock'>,
  files: DemonstrationFiles,
): Promise<number> {
  const { calibration } = files;
  const today = clock.today();
  const area = calibration.county;
  const pack = packs.inForce(area, today);
  const county = countyNumberOf(area);
  if (pack === undefined || county === undefined) return 0;
  return inScope(db, everything, async (tx) => {
    if ((await findSetting(tx, workMark)) !== undefined) return 0;
    const random = randomOf(`${calibration.seed} work ids`);
    const newId = () => makeId({ county, milliseconds: 1472688000000, random: random.bytes(8) });
    const places = await villagesOf(tx, area, today);
    if (places.length === 0) return 0;
    const fill = { tx, county, seed: calibration.seed, today, pack, places, newId };
    await fillIndicators(fill);
    const problems = await fillProblems(fill);
    await fillOrders(fill);
    await fillTasks(fill);
    await fillSeats(fill, files);
    await saveSetting(tx, workMark, problems);
    return problems;
  });
}

async function villagesOf(tx: Tx, area: AreaCode, today: PlainDate): Promise<readonly WorkPlace[]> {
  const all = await listAreasInSpan(tx, spanOf(area), today);
  return all.filter(({ level }) => level === 'village').map(({ code, name }) => ({ code, name }));
}

async function fillIndicators({ tx, county, seed, today, pack, places, newId }: WorkFill) {
  for (const set of indicatorSetsOf(pack).filter(({ subject }) => subject === 'village')) {
    await insertIndicators(
      tx,
      inventIndicators(set, places, seed).map((cell) => ({
        county,
        id: newId(),
        area_code: cell.place,
        set_id: set.id,
        indicator_id: cell.indicator,
        value: cell.value,
        part: cell.part,
        whole: cell.whole,
        as_of: addDays(today, -31),
        evidence: '八月核查记录（虚构）',
        account: null,
        account_name: '县直各部门（虚构）',
        entered_at: `${addDays(today, -29)}T02:00:00.000Z`,
      })),
    );
  }
}

async function fillProblems(fill: WorkFill): Promise<number> {
  const { tx, county, seed, today, pack, places, newId } = fill;
  const list = listKeeping(pack, 'problems');
  if (list === undefined) return 0;
  const village = await findAccountByUsername(tx, 'village');
  const own = places.filter(({ code }) => code === village?.area);
  // What the village's own account has to mend stands among the first ones assigned.
  const invented = inventProblems(places, { seed, today, count: problemsInvented }).map(
    (one, index) => (index % 12 === 10 && own[0] !== undefined ? { ...one, place: own[0] } : one),
  );
  const rows: ProblemRecord[] = [];
  const acts: ProblemActRecord[] = [];
  for (const one of invented) {
    const isOwn = one.place.code === village?.area;
    const owner =
      isOwn && village !== undefined
        ? { account: village.id, name: `${village.title} ${village.displayName}` }
        : { account: null, name: one.owner };
    const number = await nextNumber(tx, county, 'problem');
    const made = problemRows(one, { list, county, id: newId(), number, owner });
    rows.push(made.row);
    acts.push(...made.acts);
  }
  await insertProblems(tx, rows);
  await insertProblemActs(tx, acts);
  return rows.length;
}

interface Made {
  readonly list: WorkList;
  readonly county: number;
  readonly id: string;
  readonly number: number;
  readonly owner: { readonly account: string | null; readonly name: string };
}

function problemRows(
  one: InventedProblem,
  { list, county, id, number, owner }: Made,
): { readonly row: ProblemRecord; readonly acts: readonly ProblemActRecord[] } {
  const [first] = list.states;
  const states = list.states.slice(1);
  const common = { county, problem_id: id, area_code: one.place.code, household_id: null };
  const acts: ProblemActRecord[] = [
    {
      ...common,
      position: 1,
      act: 'register',
      state: first?.id ?? '',
      words: one.words,
      owner_name: null,
      due_on: null,
      account: null,
      account_name: '演示（虚构）',
      acted_on: one.registeredOn,
      acted_at: `${one.registeredOn}T02:00:00.000Z`,
    },
    ...one.steps.slice(0, states.length).map((step, at) => ({
      ...common,
      position: at + 2,
      act: 'advance',
      state: states[at]?.id ?? '',
      words: step.words,
      owner_name: states[at]?.phase === 'assigned' ? owner.name : null,
      due_on: states[at]?.phase === 'assigned' ? one.dueOn : null,
      account: null,
      account_name: states[at]?.phase === 'mended' ? owner.name : '乡镇扶贫站（虚构）',
      acted_on: step.on,
      acted_at: `${step.on}T03:00:00.000Z`,
    })),
  ];
  const last = states[Math.min(one.steps.length, states.length) - 1] ?? first;
  const on = (phase: string) => one.steps[states.findIndex((state) => state.phase === phase)]?.on;
  const assignedOn = on('assigned') ?? null;
  return {
    acts,
    row: {
      county,
      id,
      area_code: one.place.code,
      household_id: null,
      number,
      list: list.id,
      title: one.title,
      words: one.words,
      source: one.source,
      source_id: null,
      state: last?.id ?? '',
      phase: last?.phase ?? 'open',
      position: acts.length,
      owner_account: assignedOn === null ? null : owner.account,
      owner_name: assignedOn === null ? null : owner.name,
      registered_on: one.registeredOn,
      registered_by: null,
      assigned_on: assignedOn,
      due_on: assignedOn === null ? null : one.dueOn,
      mended_on: on('mended') ?? null,
      mended_by: null,
      closed_on: last?.phase === 'closed' ? (on('closed') ?? null) : null,
      reopened: 0,
      urged: 0,
    },
  };
}
