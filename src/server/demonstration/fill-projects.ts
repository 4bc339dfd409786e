// Projects of the demonstration county, once: invented and marked so, their money out of what was pooled.
import { everything } from '#domain/access/scope.ts';
import { type InventedProject, inventProjects } from '#domain/demonstration/projects.ts';
import { randomOf } from '#domain/demonstration/random.ts';
import type { EntryLine } from '#domain/funds/entry.ts';
import { areaCode } from '#domain/kernel/area-code.ts';
import { makeId } from '#domain/kernel/id.ts';
import { addDays, type PlainDate } from '#domain/kernel/plain-date.ts';
import { type AccountRow, findAccountByUsername } from '#server/access/account.store.ts';
import { inScope, type Tx } from '#server/database/connect.ts';
import { foldDays } from '#server/funds/ledger.store.ts';
import { type Posting, postEntries } from '#server/funds/post-entries.ts';
import { findSetting, saveSetting } from '#server/kernel/setting.store.ts';
import type { Platform } from '#server/platform.ts';
import { insertRows, listProjectVillages, placeInvented } from './fill-projects.store.ts';

export const projectsMark = 'demonstration.projects';

const county = 451226;
const seed = 'huanjiang-2016-09-30';
const source = 'pooledFunds';
const builder = '环江某建筑公司（虚构）';
/** Departments that hold the pooled money of the townships. */
const holders: Readonly<Record<string, string>> = {
  INFRASTRUCTURE: '县交通局',
  INDUSTRY: '县农业局',
  HOUSE: '县住建局',
};

type Person = Pick<AccountRow, 'id' | 'displayName' | 'title'>;

interface Filling {
  readonly newId: () => string;
  readonly author: Person;
  readonly approver: Person;
}

interface Made {
  readonly one: InventedProject;
  readonly id: string;
  readonly milestones: readonly string[];
  readonly number: string;
}

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
    const made = inventProjects(villages, seed).map((one, index): Made => {
      const milestones = [newId(), newId()];
      return { one, id: newId(), milestones, number: `2016-${String(index + 1).padStart(4, '0')}` };
    });
    await storeAll(tx, filling, made);
    await storeActs(tx, filling, made, 'before');
    await payAll(tx, filling, made);
    await storeActs(tx, filling, made, 'after');
    await foldDays(tx);
    await saveSetting(tx, projectsMark, made.length);
    return made.length;
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

const judged: readonly string[] = ['review', 'approve', 'accept'];

function actsOf({ author, approver }: Filling, { one }: Made) {
  return one.acts.map(({ kind, on }, index) => {
    const by = judged.includes(kind) ? approver : author;
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

/** What each got is allocated to it out of its township's share and paid to its builder, milestone by milestone. */
async function payAll(tx: Tx, filling: Filling, made: readonly Made[]): Promise<void> {
  const { newId, author, approver } = filling;
  const approvers = [{ account: approver.id, name: approver.displayName, office: approver.title }];
  const orders: object[] = [];
  const postings = made.flatMap((each): Posting[] => {
    const { one } = each;
    const [first] = one.paid;
    if (first === undefined) return [];
    const sum = one.paid.reduce((total, { yuan }) => total + yuan, 0);
    const paper = `环项〔2016〕${each.number}`;
    const told = { memo: '虚构', reverses: null, approvers } as const;
    return [
      {
        ...told,
        id: newId(),
        kind: 'allocate',
        on: addDays(first.on, -1),
        document: `${paper}下达`,
        lines: linesFor(each, sum, 'set'),
      },
      ...one.paid.map(({ yuan, on }, index): Posting => {
        const entry = newId();
        const order = orderOf(filling, each, { entry, yuan, on, index, paper });
        orders.push(order);
        return {
          ...told,
          id: entry,
          kind: 'pay',
          on,
          document: order.document,
          lines: linesFor(each, yuan, 'paid'),
          cause: `order:${order.id}`,
        };
      }),
    ];
  });
  await postEntries(
    {
      tx,
      county,
      area: areaCode(String(county)),
      author: { account: author.id, name: author.displayName },
      now: '2016-09-29T09:30:00.000Z',
      newId,
    },
    postings,
  );
  await insertRows(tx, 'funds_order', orders);
}

function linesFor({ one, id }: Made, yuan: number, what: 'set' | 'paid'): readonly EntryLine[] {
  const amount = BigInt(yuan) * 100n;
  const { purpose } = one;
  const account = { source, purpose, household: null };
  const own = {
    ...account,
    area: areaCode(one.area),
    holder: what === 'paid' ? builder : one.organiser,
    project: id,
  };
  const town = {
    ...account,
    kind: 'allocated' as const,
    area: areaCode(one.area.slice(0, 9)),
    holder: holders[purpose] ?? '',
    project: null,
  };
  return what === 'set'
    ? [
        { account: town, amount: -amount },
        { account: { ...own, kind: 'allocated' }, amount },
      ]
    : [
        { account: { ...own, kind: 'allocated', holder: one.organiser }, amount: -amount },
        { account: { ...own, kind: 'spent' }, amount },
      ];
}

function orderOf(
  { newId, author, approver }: Filling,
  { one, id, milestones }: Made,
  {
    entry,
    yuan,
    on,
    index,
    paper,
  }: { entry: string; yuan: number; on: PlainDate; index: number; paper: string },
) {
  const at = `${on}T03:00:00.000Z`;
  return {
    county,
    id: newId(),
    area_code: one.area,
    kind: 'pay',
    true_on: on,
    document: `${paper}支付${index + 1}`,
    memo: '虚构',
    source,
    purpose: one.purpose,
    amount_fen: yuan * 100,
    from_kind: 'allocated',
    from_area: one.area,
    from_holder: one.organiser,
    from_project: id,
    to_area: one.area,
    to_holder: builder,
    to_purpose: null,
    to_project: id,
    milestone_id: milestones[index] ?? null,
    household_id: null,
    again: null,
    state: 'posted',
    approvals_needed: 1,
    approval_level: 'county',
    approvals: [{ account: approver.id, name: approver.displayName, office: approver.title, at }],
    entry_id: entry,
    author: author.id,
    author_name: author.displayName,
    entered_at: at,
    ended_at: at,
    ended_by_name: approver.displayName,
    ended_reason: null,
  };
}
