// Invented co-operatives and firms of the demonstration county with the households they lead, and a board of
// supply and demand. How many co-operatives there are, with how many members and what capital, is as the
// pack's source prints it; every name, tie and notice is invented and says so. Once.
import { everything } from '#domain/access/scope.ts';
import { randomOf } from '#domain/demonstration/random.ts';
import { countyNumberOf, spanOf } from '#domain/kernel/area-code.ts';
import { makeId } from '#domain/kernel/id.ts';
import { addDays, type PlainDate } from '#domain/kernel/plain-date.ts';
import type { MarketKind } from '#domain/workforce/market.ts';
import { inScope } from '#server/database/connect.ts';
import { findSetting, saveSetting } from '#server/kernel/setting.store.ts';
import type { Platform } from '#server/platform.ts';
import { type AreaRow, listAreasInSpan } from '#server/registry/area.store.ts';
import { insertMarketRows } from '#server/workforce/market.store.ts';
import { insertUnit, type UnitRecord } from '#server/workforce/unit.store.ts';
import { insertInventedTies, type Leading } from './fill-ties.store.ts';
import type { DemonstrationFiles } from './read-demonstration.ts';

export const tiesMark = 'demonstration.ties';

const invented = '（虚构）';
const trades = ['菜牛', '桑蚕', '核桃', '香猪', '油茶', '红心柚', '中草药', '甘蔗'];
const firms = ['毛南牛业公司', '桑蚕丝业公司', '山货电商公司', '柚果加工公司', '建筑劳务公司'];

interface InventedNotice {
  readonly kind: MarketKind;
  readonly product: string;
  readonly quantity: string;
  readonly words: string;
  readonly days: number;
  /** Township by its place in the county; the county where absent. */
  readonly at?: number;
}

const notices: readonly InventedNotice[] = [
  { kind: 'wanted', product: '菜牛', quantity: '每月 60 头', words: '保底价 28 元/公斤', days: 90 },
  { kind: 'wanted', product: '鲜茧', quantity: '不限', words: '方格蔟优先', days: 45 },
  { kind: 'wanted', product: '务工', quantity: '20 人', words: '包装车间，男女不限', days: 20 },
  { kind: 'offered', product: '红心柚', quantity: '8 吨', words: '十月中旬采摘', days: 30, at: 0 },
  { kind: 'offered', product: '香猪', quantity: '45 头', words: '八个月出栏', days: 60, at: 1 },
  { kind: 'offered', product: '核桃', quantity: '2 吨', words: '当年新果', days: 75, at: 2 },
  { kind: 'offered', product: '土鸡', quantity: '300 只', words: '林下散养', days: 14, at: 3 },
  { kind: 'advice', product: '桑树剪伐', quantity: '', words: '冬伐留桩，十一月示范', days: 50 },
  {
    kind: 'advice',
    product: '牛舍消毒',
    quantity: '',
    words: '兽医站每周三下村',
    days: 100,
    at: 1,
  },
];

/** How many ties were invented now; 0 when that was done before. */
export async function fillTies(
  { db, clock, packs }: Pick<Platform, 'db' | 'clock' | 'packs'>,
  { calibration }: Pick<DemonstrationFiles, 'calibration'>,
): Promise<number> {
  const area = calibration.county;
  const county = countyNumberOf(area);
  const today = clock.today();
  const pack = packs.inForce(area, today);
  if (county === undefined || pack === undefined) return 0;
  const printed = (id: string) =>
    Number(pack.rows.figures.find(({ row }) => row.id === id)?.row.value ?? 0);
  const random = randomOf(`${calibration.seed} ties`);
  const newId = () => makeId({ county, milliseconds: 1430438400000, random: random.bytes(8) });
  return inScope(db, everything, async (tx) => {
    if ((await findSetting(tx, tiesMark)) !== undefined) return 0;
    const areas = await listAreasInSpan(tx, spanOf(area), today);
    const townships = areas.filter(({ level }) => level === 'township');
    const cooperatives = cooperativesOf(townships, {
      count: printed('cooperatives'),
      members: printed('cooperativeMembers'),
      yuan: printed('cooperativeCapital'),
    });
    const units: readonly UnitRecord[] = [
      ...cooperatives.map((one) => ({ ...one, county, id: newId(), kind: 'cooperative' })),
      ...firms.map((name) => ({
        ...unitAt(area, `环江${name}${invented}`),
        county,
        id: newId(),
        kind: 'enterprise',
      })),
    ];
    for (const one of units) await insertUnit(tx, one);
    const made = await insertInventedTies(tx, county, leadingOf(units));
    await insertMarketRows(
      tx,
      notices.map((one) => ({
        county,
        id: newId(),
        ...noticeOf(one, { area, townships, today }),
        entered_by: newId(),
      })),
    );
    await saveSetting(tx, tiesMark, made);
    return made;
  });
}

function unitAt(area: string, name: string): Omit<UnitRecord, 'county' | 'id' | 'kind'> {
  return {
    area_code: area,
    name,
    link: null,
    capital_fen: null,
    members: null,
    joined_households: null,
    note: '虚构',
    from_on: '2014-05-01',
    to_on: null,
  };
}

/** Members and capital are dealt out until the printed sums are reached. */
function cooperativesOf(
  townships: readonly AreaRow[],
  {
    count,
    members,
    yuan,
  }: { readonly count: number; readonly members: number; readonly yuan: number },
): readonly Omit<UnitRecord, 'county' | 'id' | 'kind'>[] {
  const dealt = (sum: number, at: number) =>
    Math.floor((sum * (at + 1)) / count) - Math.floor((sum * at) / count);
  return Array.from({ length: townships.length === 0 ? 0 : count }, (_, at) => {
    const { code = '', name = '' } = townships[at % townships.length] ?? {};
    const round = Math.floor(at / townships.length);
    const trade = trades[(at + round) % trades.length] ?? '';
    return {
      ...unitAt(code, `${name}${trade}合作社${round + 1}${invented}`),
      capital_fen: dealt(yuan, at) * 100,
      members: dealt(members, at),
    };
  });
}

/** The co-operatives of a township lead its households; a firm of the county leads nobody by itself here. */
function leadingOf(units: readonly UnitRecord[]): readonly Leading[] {
  const places = new Map<string, number>();
  return units
    .filter(({ kind }) => kind === 'cooperative')
    .map(({ id, name, area_code: area }) => {
      const place = places.get(area) ?? 0;
      places.set(area, place + 1);
      return { id, name, area, place };
    });
}

function noticeOf(
  { kind, product, quantity, words, days, at }: InventedNotice,
  here: {
    readonly area: string;
    readonly townships: readonly AreaRow[];
    readonly today: PlainDate;
  },
) {
  const township = at === undefined ? undefined : here.townships[at];
  return {
    area_code: township?.code ?? here.area,
    kind,
    product: `${product}${invented}`,
    quantity,
    words,
    contact: `${township?.name ?? '县扶贫办'} 0000-0000000`,
    unit_id: null,
    unit_name: null,
    until_on: addDays(here.today, days),
    closed_on: null,
    outcome: null,
    entered_on: addDays(here.today, -7),
    entered_by_name: `${township?.name ?? '县扶贫办'}${invented}`,
  };
}
