// The accounts of a demonstration, one for each role, with the role as name. Names and offices are
// invented. Asking again completes what is missing and changes nothing that somebody changed, except
// the password where one is given for this start.
import type { Role } from '#domain/access/permission.ts';
import { everything } from '#domain/access/scope.ts';
import { areaCode, countyNumberOf } from '#domain/kernel/area-code.ts';
import { plainDate } from '#domain/kernel/plain-date.ts';
import { inScope, type Tx } from '#server/database/connect.ts';
import type { Platform } from '#server/platform.ts';
import {
  type AccountRow,
  changeAccount,
  findAccountByUsername,
  insertAccount,
} from './account.store.ts';
import { insertOffice, listOfficesOf } from './office.store.ts';
import { hashPassword, isPassword } from './password-hash.ts';
import { findHeadName, listHouseholdsOfVillage } from './village-household.store.ts';

export interface DemonstrationPlaces {
  readonly county: string;
  /** The neighbouring county, refused everywhere in the other. */
  readonly neighbour: string;
  readonly township: string;
  readonly village: string;
  /** A second township, which the supervisor sees beside the first. */
  readonly supervised: string;
  /** Offices that are called otherwise there, by account. */
  readonly titles?: Readonly<Record<string, string>>;
}

/** 环江, 罗城 east of it, 下南乡 with 仪凤村, and 驯乐苗族乡. */
export const huanjiangPlaces: DemonstrationPlaces = {
  county: '451226',
  neighbour: '451225',
  township: '451226202',
  village: '451226202202',
  supervised: '451226207',
};

/** 江津, 綦江 east of it, 白沙镇 with 宝珠村, and 四面山镇. */
export const jiangjinPlaces: DemonstrationPlaces = {
  county: '500116',
  neighbour: '500110',
  township: '500116108',
  village: '500116108216',
  supervised: '500116123',
  titles: {
    county: '区扶贫办',
    'county-approver': '区扶贫开发领导小组副组长',
    township: '镇扶贫工作站站长',
    'township-2': '副镇长',
    helper: '区林业局帮扶责任人',
    province: '市扶贫办监测评估',
    department: '区教育委员会',
    bank: '区农村商业银行',
    auditor: '区审计局',
    county2: '邻区扶贫办',
  },
};

export interface DemonstrationAccount {
  readonly username: string;
  readonly displayName: string;
  readonly title: string;
  readonly role: Role;
}

interface Draft extends DemonstrationAccount {
  /** Home area. */
  readonly area: string;
  readonly areas?: readonly string[];
  readonly offices?: readonly string[];
  /** So many households of the village. */
  readonly households?: number;
}

export interface DemonstrationRequest {
  readonly places: DemonstrationPlaces;
  readonly password: string;
  /** The password was asked for by name: accounts that have another get this one. */
  readonly isPasswordGiven: boolean;
}

/** Makes sure of the accounts; gives them in the order in which they are told to the newcomer. */
export async function ensureDemonstrationAccounts(
  platform: Pick<Platform, 'db' | 'clock' | 'newId'>,
  request: DemonstrationRequest,
): Promise<readonly DemonstrationAccount[]> {
  const drafts = draftsOf(request.places);
  // One hash for all: a dozen would add half a second to the first start and protect nothing more.
  const passwordHash = await hashPassword(request.password);
  const matches = new Map<string, boolean>();
  const isSame = async (hash: string | null) => {
    const known = matches.get(hash ?? '');
    if (known !== undefined) return known;
    const matching = await isPassword(hash, request.password);
    matches.set(hash ?? '', matching);
    return matching;
  };
  return inScope(platform.db, everything, async (tx) => {
    const households = await listHouseholdsOfVillage(tx, request.places.village, 12);
    const told: DemonstrationAccount[] = [];
    for (const draft of await withOwnNames(tx, drafts, households)) {
      const { username, title, role } = draft;
      const seen = draft.households === undefined ? null : households.slice(0, draft.households);
      const account = await findAccountByUsername(tx, username);
      const displayName = account?.displayName ?? draft.displayName;
      told.push({ username, displayName, title, role });
      if (account === undefined) {
        await insertDraft(tx, platform, { draft, passwordHash, households: seen });
        continue;
      }
      await completeHouseholds(tx, account, { draft, households: seen });
      await completeOffices(tx, platform, { account: account.id, draft });
      if (request.isPasswordGiven && !(await isSame(account.passwordHash))) {
        await changeAccount(tx, account.id, { passwordHash });
      }
    }
    return told;
  });
}

/** Who signs in for a household is its head; where nobody is registered yet, the invented name stands. */
async function withOwnNames(
  tx: Tx,
  drafts: readonly Draft[],
  [own]: readonly string[],
): Promise<readonly Draft[]> {
  const head = own === undefined ? undefined : await findHeadName(tx, own);
  return drafts.map((draft) =>
    draft.role === 'household' && head !== undefined ? { ...draft, displayName: head } : draft,
  );
}

async function insertDraft(
  tx: Tx,
  platform: Pick<Platform, 'clock' | 'newId'>,
  made: {
    readonly draft: Draft;
    readonly passwordHash: string;
    readonly households: readonly string[] | null;
  },
): Promise<void> {
  const { draft, passwordHash, households } = made;
  const area = areaCode(draft.area);
  const id = platform.newId(countyNumberOf(area) ?? 0);
  await insertAccount(tx, {
    id,
    username: draft.username,
    passwordHash,
    role: draft.role,
    displayName: draft.displayName,
    title: draft.title,
    area,
    areas: (draft.areas ?? [draft.area]).map(areaCode),
    households,
    language: 'zh',
    mustChangePassword: false,
    now: platform.clock.now(),
  });
  await completeOffices(tx, platform, { account: id, draft });
}

/** Since when the offices of a demonstration are held. */
const tenureBegan = plainDate('2015-01-01');

/** Nothing is given to an account that was ever given an office. */
async function completeOffices(
  tx: Tx,
  { newId }: Pick<Platform, 'newId'>,
  { account, draft }: { readonly account: string; readonly draft: Draft },
): Promise<void> {
  if (draft.offices === undefined || (await listOfficesOf(tx, account)).length > 0) return;
  const area = areaCode(draft.area);
  const county = countyNumberOf(area) ?? 0;
  for (const office of draft.offices) {
    const id = newId(county);
    await insertOffice(tx, { county, id, account, area, office, from: tenureBegan, until: null });
  }
}

/** The accounts may have been made before the county was filled. */
async function completeHouseholds(
  tx: Tx,
  account: AccountRow,
  { draft, households }: { readonly draft: Draft; readonly households: readonly string[] | null },
): Promise<void> {
  if (households === null || households.length === 0 || account.households?.length !== 0) return;
  const name = draft.role === 'household' ? { displayName: draft.displayName } : {};
  await changeAccount(tx, account.id, { households, ...name });
}

/** Two people at least for every step of the county's processes, so that nobody meets their own work. */
const villageOffices = [
  'VILLAGE_GROUP',
  'VILLAGE_MEETING',
  'VILLAGE_COMMITTEE',
  'WORK_TEAM',
  'IDENTIFICATION_TEAM',
];
const townshipOffices = ['TOWNSHIP', 'NEIGHBOUR_TEAM', 'TOWNSHIP_SUPERVISORS'];
const countyOffices = ['COUNTY_OFFICE', 'COUNTY_GOVERNMENT', 'COMMAND', 'COUNTY_SUPERVISORS'];

function draftsOf(places: DemonstrationPlaces): readonly Draft[] {
  const { county, neighbour, township, village, supervised, titles = {} } = places;
  const province = county.slice(0, 2);
  const city = county.slice(0, 4);
  const draft = (
    role: Role,
    area: string,
    [displayName, title]: readonly [string, string],
    more: Partial<Draft> = {},
  ): Draft => ({ username: role, role, area, displayName, title, ...more });
  const drafts = [
    draft('county', county, ['覃志明', '县扶贫办'], { offices: countyOffices }),
    draft('county', county, ['韦建国', '县扶贫开发领导小组副组长'], {
      username: 'county-approver',
      offices: countyOffices,
    }),
    draft('township', township, ['谭美玲', '乡扶贫工作站站长'], { offices: townshipOffices }),
    draft('township', township, ['覃立群', '副乡长'], {
      username: 'township-2',
      offices: townshipOffices,
    }),
    draft('village', village, ['卢永强', '驻村第一书记'], {
      offices: ['FIRST_SECRETARY', ...villageOffices],
    }),
    draft('village', village, ['韦国栋', '村委会主任'], {
      username: 'village-2',
      offices: villageOffices,
    }),
    draft('helper', village, ['韦秀清', '县林业局帮扶责任人'], {
      households: 8,
      offices: ['HELPER', 'WORK_TEAM', 'IDENTIFICATION_TEAM'],
    }),
    draft('household', village, ['谭玉花', '农户'], { households: 1 }),
    draft('city', city, ['莫振华', '市扶贫办']),
    draft('province', province, ['梁思远', '自治区扶贫办监测评估']),
    draft('department', county, ['蒙晓燕', '县教育局']),
    draft('bank', county, ['罗建平', '县农村信用社']),
    draft('supervisor', county, ['黄立新', '督查组组长'], { areas: [township, supervised] }),
    draft('auditor', county, ['石文静', '县审计局']),
    draft('county', neighbour, ['潘国栋', '邻县扶贫办'], { username: 'county2' }),
    draft('admin', '', ['管理员', '系统管理']),
  ];
  return drafts.map((one) => ({ ...one, title: titles[one.username] ?? one.title }));
}
