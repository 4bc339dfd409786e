// Projects of the demonstration county, once: invented and marked so, their money out of what was pooled.
import { everything } from '#domain/access/scope.ts';
import { type InventedProject, inventProjects } from '#domain/demonstration/projects.ts';
import { randomOf } from '#domain/demonstration/random.ts';
import { numberIn, seriesOf } from '#domain/funds/projects/project-number.ts';
import { makeId } from '#domain/kernel/id.ts';
import { findAccountByUsername } from '#server/access/account.store.ts';
import { inScope, type Tx } from '#server/database/connect.ts';
import { foldDays } from '#server/funds/fold-days.store.ts';
import { findSetting, saveSetting } from '#server/kernel/setting.store.ts';
import type { Platform } from '#server/platform.ts';
import { builder, type Filling, type Made, payAll, source } from './fill-project-money.ts';
import { insertRows, listProjectVillages, placeInvented } from './fill-projects.store.ts';

export const projectsMark = 'demonstration.projects';

const county = 451226;
const seed = 'huanjiang-2016-09-30';
/** How many projects were made now; 0 when that was done before. */
export async function fillProjects({ db }: Pick<Platform, 'db'>): Promise<number> {
  return inScope(db, everything, async (tx) => {
    if ((await findSetting(tx, projectsMark)) !== undefined) return 0;
    const author = await findAccountByUsername(tx, 'county');
    const approver = await findAccountByUsername(tx, 'county-approver');
    const villages = await listProjectVillages(tx);
    if (author === undefined || approver === undefined || villages.length === 0) return 0;

    const random = randomOf(`${seed} project ids`);
    const newId = () => makeId({ county, milliseconds: 1452816000003, random: random.bytes(8) });
    const filling: Filling = { newId, author, approver };
    const made = numbered(inventProjects(villages, seed)).map(
      ([one, number]): Made => ({ one, number, id: newId(), milestones: [newId(), newId()] }),
    );
    await storeAll(tx, filling, made);
    await storeActs(tx, filling, made, 'before');
    await payAll(tx, filling, made);
    await storeActs(tx, filling, made, 'after');
    await foldDays(tx);
    await saveSetting(tx, projectsMark, made.length);
    return made.length;
  });
}

function numbered(
  projects: readonly InventedProject[],
): readonly (readonly [InventedProject, string])[] {
  const serials = new Map<string, number>();
  return projects.map((one) => {
    const series = seriesOf(one.area, 2016);
    const serial = (serials.get(series) ?? 0) + 1;
    serials.set(series, serial);
    return [one, numberIn(series, serial)];
  });
}

async function storeAll(tx: Tx, filling: Filling, made: readonly Made[]): Promise<void> {
  await insertRows(
    tx,
    'funds_project',
    made.map((each) => rowOf(filling, each)),
  );
  await insertRows(
    tx,
    'funds_project_line',
    made.map((each) => ({
      ...part(each),
      position: 1,
      source,
      purpose: each.one.purpose,
      amount_fen: each.one.plannedYuan * 100,
    })),
  );
  await insertRows(
    tx,
    'funds_project_milestone',
    made.flatMap((each) =>
      sharesOf(each.one).map((share, index) => ({
        ...part(each),
        id: each.milestones[index],
        position: index + 1,
        title: index === 0 ? '主体完成' : '全部完工',
        due_on: each.one.dueOn,
        share_fen: share * 100,
        reached_on: null,
      })),
    ),
  );
  await insertRows(
    tx,
    'funds_project_output',
    made.map((each) => ({
      ...part(each),
      position: 1,
      product: each.one.product,
      unit: each.one.unit,
      planned: each.one.quantity,
      added: each.one.added,
      total: each.one.total,
    })),
  );
  await placeInvented(
    tx,
    made.map(({ one, id }) => ({ project: id, area: one.area, most: one.households })),
  );
}

function part({ one, id }: Made) {
  return { county, project_id: id, area_code: one.area };
}

/** Those that come before a payment, and those that come when all is paid. */
async function storeActs(
  tx: Tx,
  filling: Filling,
  made: readonly Made[],
  which: 'before' | 'after',
): Promise<void> {
  const isAfter = (kind: string) => kind === 'settle' || kind === 'handOver';
  await insertRows(
    tx,
    'funds_project_act',
    made.flatMap((each) =>
      actsOf(filling, each)
        .filter(({ kind }) => isAfter(kind) === (which === 'after'))
        .map((act) => ({ ...part(each), ...act })),
    ),
  );
}

function sharesOf({ plannedYuan }: InventedProject): readonly [number, number] {
  const first = Math.round(plannedYuan * 0.4);
  return [first, plannedYuan - first];
}

function rowOf({ author }: Filling, { one, id, number }: Made) {
  const dayOf = (kind: string) => one.acts.find((act) => act.kind === kind)?.on ?? null;
  const isLed = dayOf('tender') !== null;
  return {
    county,
    id,
    area_code: one.area,
    number,
    title: one.title,
    kind: one.kind,
    level: one.level,
    mode: one.mode,
    year: 2016,
    planned_fen: one.plannedYuan * 100,
    holder: one.organiser,
    arrangement: `${one.product} ${one.quantity} ${one.unit}（虚构）`,
    money: '整合盘活的县财政专项资金',
    organiser: one.organiser,
    implementer: '所在乡镇人民政府',
    due_on: one.dueOn,
    acceptance: '完工后由县里组织现场验收',
    mechanism: '建成后由村委会管护；产业项目与贫困户签订协议',
    link: null,
    local_labour: one.level === 'village',
    is_demonstration: false,
    expected_households: one.expectedHouseholds,
    expected_persons: one.expectedPersons,
    expected_effect: one.level === 'county' ? '户数和人数为预计' : '',
    latitude: null,
    longitude: null,
    step: one.step,
    step_on: one.acts.at(-1)?.on,
    percent: one.percent,
    contractor: isLed ? builder : null,
    contract_fen: isLed ? one.plannedYuan * 100 : null,
    accepted_fen: one.acceptedYuan === null ? null : one.acceptedYuan * 100,
    actual_effect: one.step === 'handedOver' ? '已投入使用（虚构）' : '',
    workers: 0,
    wages_fen: 0,
    applied_on: dayOf('apply'),
    version: one.acts.length,
    author: author.id,
    author_name: author.displayName,
    changed_by_name: author.displayName,
    created_at: `${one.acts[0]?.on}T01:00:00.000Z`,
  };
}

/** Looks at what the office applied for before it is approved: a third person, invented, without an account. */
const reviewer: Filling['author'] = {
  id: makeId({ county, milliseconds: 0, random: randomOf(`${seed} project reviewer`).bytes(8) }),
  displayName: '莫文斌（虚构）',
  title: '县发展和改革局',
};
const judged: readonly string[] = ['approve', 'accept'];

function actsOf({ author, approver }: Filling, { one }: Made) {
  return one.acts.map(({ kind, on }, index) => {
    const by = kind === 'review' ? reviewer : judged.includes(kind) ? approver : author;
    return {
      position: index + 1,
      kind,
      done_on: on,
      passes: true,
      milestone_id: null,
      facts: { note: '虚构' },
      account: by.id,
      account_name: by.displayName,
      office: by.title,
      recorded_at: `${on}T02:00:00.000Z`,
    };
  });
}
