// Invented department lists of the demonstration county, compared as real ones are: two lists with numbers
// and a few pairs by name, and their leads open, answered, late, decided. Done once, in an older installation
// too. The register is not touched.
import { everything } from '#domain/access/scope.ts';
import type { Calibration } from '#domain/demonstration/calibration.ts';
import { type Random, randomOf } from '#domain/demonstration/random.ts';
import { type AreaCode, type AreaSpan, areaCode, spanOf } from '#domain/kernel/area-code.ts';
import { makeId } from '#domain/kernel/id.ts';
import { addDays, type PlainDate, plainDate } from '#domain/kernel/plain-date.ts';
import type { ResolvedPack } from '#domain/policy/pack/resolve-pack.ts';
import { dueAfter } from '#domain/targeting/comparison/comparison-kinds.ts';
import { findAccountByUsername } from '#server/access/account.store.ts';
import type { DemonstrationPlaces } from '#server/access/demonstration-accounts.ts';
import { inScope, type Tx } from '#server/database/connect.ts';
import type { CopyItem } from '#server/database/copy-rows.ts';
import { findSetting, saveSetting } from '#server/kernel/setting.store.ts';
import type { Platform } from '#server/platform.ts';
import { insertList, saveList } from '#server/targeting/comparison/list.store.ts';
import {
  clearStages,
  countPersons,
  findMatches,
  type HitsOf,
  openLeads,
  stageRows,
  writeHits,
} from '#server/targeting/comparison/match.store.ts';
import { type ComparedPerson, listComparedPersons } from './demonstration.store.ts';
import { inventPairs } from './invent-pairs.ts';
import { settleLeads } from './settle-leads.ts';

export const comparisonsMark = 'demonstration.comparisons';

export interface ComparisonFill {
  readonly calibration: Pick<Calibration, 'county' | 'seed'>;
  readonly places: Pick<DemonstrationPlaces, 'township' | 'village'>;
}

interface InventedList {
  readonly kind: string;
  readonly title: string;
  /** Account that delivered it; the list's own where it is nobody's. */
  readonly username: string | undefined;
  readonly by: string;
  readonly on: PlainDate;
  /** Which of the drawn persons it holds. */
  readonly from: number;
  readonly to: number;
  readonly rows: number;
  objectOf(random: Random): string;
}

const lists: readonly InventedList[] = [
  {
    kind: 'vehicles',
    title: '机动车登记 2016年8月（虚构）',
    username: undefined,
    by: '县公安局交警大队（虚构）',
    on: plainDate('2016-09-05'),
    from: 0,
    to: 42,
    rows: 2400,
    objectOf: (random) => `桂M·${random.between(10_000, 99_999)} ${random.pick(vehicles)}`,
  },
  {
    kind: 'payroll',
    title: '教育系统财政供养人员 2016年9月（虚构）',
    username: 'department',
    by: '县教育局',
    on: plainDate('2016-09-22'),
    from: 36,
    to: 62,
    rows: 1200,
    objectOf: (random) => random.pick(posts),
  },
];

const vehicles = ['微型面包车', '轻型货车', '正三轮摩托车', '小型轿车', '低速载货汽车'] as const;
const posts = ['村小学教师', '中心校工勤', '县职校教师', '乡镇幼儿园保育员'] as const;

/** How many leads were opened now; 0 when that was done before. */
export async function fillComparisons(
  { db, packs, clock }: Pick<Platform, 'db' | 'packs' | 'clock'>,
  { calibration, places }: ComparisonFill,
): Promise<number> {
  const pack = packs.inForce(calibration.county, clock.today());
  if (pack === undefined) return 0;
  return inScope(db, everything, async (tx) => {
    if ((await findSetting(tx, comparisonsMark)) !== undefined) return 0;
    const { county, seed } = calibration;
    const span = spanOf(county);
    const village = spanOf(areaCode(places.village));
    const persons = await draw(tx, { span, village });
    let leads = 0;
    for (const list of lists) {
      const held = persons.slice(list.from, list.to);
      leads += await compareInvented(tx, { county, seed, pack, list, persons: held });
    }
    await settleLeads(tx, { span, seed, pack, waiting: village });
    await inventPairs(tx, { county, seed, span: spanOf(areaCode(places.township)) });
    await saveSetting(tx, comparisonsMark, leads);
    return leads;
  });
}

const drawnPersons = 62;

/** Some of the village somebody will look at, at either end: on the older list and on the newer. */
async function draw(
  tx: Tx,
  { span, village }: { readonly span: AreaSpan; readonly village: AreaSpan },
): Promise<readonly ComparedPerson[]> {
  const own = await listComparedPersons(tx, { span: village, count: 5 });
  const known = new Set(own.map(({ id }) => id));
  const all = await listComparedPersons(tx, { span, count: drawnPersons });
  const others = all.filter(({ id }) => !known.has(id)).slice(0, drawnPersons - own.length);
  return [...own.slice(0, 3), ...others, ...own.slice(3)];
}

interface Comparing {
  readonly county: AreaCode;
  readonly seed: string;
  readonly pack: ResolvedPack;
  readonly list: InventedList;
  readonly persons: readonly ComparedPerson[];
}

/** The list as its department would send it, and the product's own comparison. */
async function compareInvented(
  tx: Tx,
  { county, seed, pack, list, persons }: Comparing,
): Promise<number> {
  const random = randomOf(`${seed} list ${list.kind}`);
  const now = `${list.on}T02:00:00.000Z`;
  const id = makeId({
    county: Number(county),
    milliseconds: Date.parse(now),
    random: random.bytes(7),
  });
  const account =
    list.username === undefined ? undefined : await findAccountByUsername(tx, list.username);
  await insertList(tx, {
    id,
    areaCode: county,
    kind: list.kind,
    title: list.title,
    account: account?.id ?? id,
    accountName: list.by,
    createdAt: now,
  });
  const rows = await stageRows(tx, rowsOf(list, persons, random));
  const span = spanOf(county);
  await findMatches(tx, { rows, list: id, span, keys: 'register' });
  const of: HitsOf = {
    list: id,
    kind: list.kind,
    title: list.title,
    way: 'number',
    today: list.on,
    now,
    accountName: list.by,
    dueOn: dueAfter(pack, list.on),
  };
  const hits = await writeHits(tx, of);
  const opened = await openLeads(tx, of);
  await clearStages(tx);
  await saveList(tx, id, {
    state: 'done',
    fileName: `${list.title}.xlsx`,
    format: 'xlsx',
    headingRow: 1,
    columns: [
      { column: 0, heading: '身份证号', field: 'identity' },
      { column: 1, heading: '事项', field: 'object' },
      { column: 2, heading: '登记日期', field: 'since' },
    ],
    counts: {
      ...{ rows: list.rows, usable: list.rows, refused: 0, otherKey: 0, pairs: 0 },
      persons: await countPersons(tx, span),
      hits,
      hitPersons: opened.persons,
      hitHouseholds: opened.households,
      newLeads: opened.newLeads,
    },
    finishedAt: now,
  });
  return opened.newLeads;
}

/** Those drawn, scattered among rows of people who are nowhere in the register. */
function rowsOf(
  { rows, on, objectOf }: InventedList,
  persons: readonly ComparedPerson[],
  random: Random,
): CopyItem[] {
  const places = new Map<number, ComparedPerson>();
  for (const person of persons) {
    let row = random.between(2, rows + 1);
    while (places.has(row)) row = row === rows + 1 ? 2 : row + 1;
    places.set(row, person);
  }
  return Array.from({ length: rows }, (_, index) => {
    const row = index + 2;
    const person = places.get(row);
    const since = addDays(on, -random.between(30, 3000));
    const hash = person?.identity_hash ?? Buffer.from(random.bytes(32));
    return [row, hash, objectOf(random), since];
  });
}
