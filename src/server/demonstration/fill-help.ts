// Invented helpers, pairs and visits of the demonstration county, once, in one transaction; in an older
// installation too. Every registered household has a helper but those of one hamlet whose helper left.
import { everything } from '#domain/access/scope.ts';
import {
  type HelpedHousehold,
  type InventedHelper,
  inventedUnits,
  inventHelpers,
} from '#domain/demonstration/help.ts';
import { nameGiverOf } from '#domain/demonstration/name.ts';
import { randomOf } from '#domain/demonstration/random.ts';
import { areaCode } from '#domain/kernel/area-code.ts';
import { makeId } from '#domain/kernel/id.ts';
import type { ResolvedPack } from '#domain/policy/pack/resolve-pack.ts';
import { findAccountByUsername } from '#server/access/account.store.ts';
import { huanjiangPlaces } from '#server/access/demonstration-accounts.ts';
import { inScope } from '#server/database/connect.ts';
import { findSetting, saveSetting } from '#server/kernel/setting.store.ts';
import type { Platform } from '#server/platform.ts';
import { showHouseholds } from '#server/workforce/helper-roll.store.ts';
import {
  type FilledHelper,
  insertFindings,
  insertHelpers,
  insertInterview,
  insertOffer,
  insertPairingsOfVisits,
  insertSummons,
  insertUnits,
  insertVisits,
  listRegistered,
  markAway,
  stagePairs,
} from './fill-help.store.ts';
import type { DemonstrationFiles } from './read-demonstration.ts';

export const helpMark = 'demonstration.helped';

const county = 451226;
const seed = 'huanjiang-2016-09-30';

type Filled = FilledHelper & { readonly own: readonly HelpedHousehold[] };

/** How many households were paired now; 0 when that was done before. */
export async function fillHelp(
  { db, packs, clock }: Pick<Platform, 'db' | 'packs' | 'clock'>,
  { names }: DemonstrationFiles,
): Promise<number> {
  const summoned = summonedIn(packs.inForce(areaCode(String(county)), clock.today()));
  return inScope(db, everything, async (tx) => {
    if ((await findSetting(tx, helpMark)) !== undefined) return 0;
    const registered = await listRegistered(tx);
    const account = await findAccountByUsername(tx, 'helper');
    if (registered.length === 0 || account === undefined) return 0;

    const random = randomOf(`${seed} help ids`);
    const newId = () => makeId({ county, milliseconds: 1452816000000, random: random.bytes(8) });
    const units = inventedUnits.map((name) => ({ id: newId(), name }));
    const unitOf = (at: number) => units[at % units.length]?.id ?? '';
    const helpers: Filled[] = [];
    for (const [village, households] of byVillage(registered)) {
      const own = village === huanjiangPlaces.village ? households.slice(0, 8) : [];
      if (own.length > 0) helpers.push(signedIn(newId(), unitOf(0), account.id, own));
      const rest = households.slice(own.length);
      for (const one of inventHelpers(village, rest, { names: nameGiverOf(names), seed })) {
        helpers.push(filledOf(newId(), unitOf(one.unit), one));
      }
    }
    await insertUnits(tx, units);
    // The last one of a far village left and nobody followed: these households are the alarm.
    const gone = helpers.findLast(({ area }) => area.startsWith(huanjiangPlaces.supervised));
    await insertHelpers(
      tx,
      helpers.filter((one) => one !== gone),
    );
    await stagePairs(
      tx,
      helpers
        .filter((one) => one !== gone)
        .flatMap((one) => one.own.map(({ id, area }) => ({ household: id, area, helper: one.id }))),
    );
    const absent = units.at(-1) ?? { id: '', name: '' };
    // The last ones of the list, the absent one among them: it was called in and did not come even then.
    const summons = {
      on: summoned.on,
      units: summoned.count === 0 ? [] : units.slice(-summoned.count),
    };
    await insertSummons(tx, summons);
    await insertVisits(tx, { absent: absent.id, summons });
    const paired = await insertPairingsOfVisits(tx);
    await insertFindings(tx);
    await insertInterview(tx, absent);
    await leaveAndOffer(tx, helpers, gone);
    await showHouseholds(
      tx,
      county,
      helpers.filter((one) => one.account !== null).map((one) => one.id),
      '2016-09-30',
    );
    await saveSetting(tx, helpMark, paired);
    return paired;
  });
}

/** How many units were called in for never having been on site, and when: as the county published it. */
function summonedIn(pack: ResolvedPack | undefined): {
  readonly count: number;
  readonly on: string;
} {
  const figure = pack?.rows.figures.find(({ row }) => row.id === 'unitsSummoned')?.row;
  const count = figure !== undefined && 'value' in figure ? Number(figure.value) : 0;
  return { count, on: figure?.on ?? '2016-03-15' };
}

/** One on leave with a stand-in, one without; two offers, one of them to the helper who can sign in. */
async function leaveAndOffer(
  tx: Parameters<typeof markAway>[0],
  helpers: readonly Filled[],
  gone: Filled | undefined,
): Promise<void> {
  const near = helpers.filter((one) => one.area === huanjiangPlaces.village);
  const [self, first, second] = near;
  const far = helpers.filter(
    (one) => one.area.startsWith(huanjiangPlaces.supervised) && one !== gone,
  );
  if (self !== undefined && first !== undefined) {
    await insertOffer(tx, { from: first.id, to: self.id, reason: '原责任人调到县城工作' });
  }
  if (first !== undefined && second !== undefined) {
    await markAway(tx, { id: second.id, to: '2016-10-20', standIn: first.id });
  }
  const alone = far[3];
  if (alone !== undefined) await markAway(tx, { id: alone.id, to: null, standIn: null });
}

function signedIn(
  id: string,
  unit: string,
  account: string,
  own: readonly HelpedHousehold[],
): Filled {
  return {
    id,
    unit,
    area: huanjiangPlaces.village,
    name: '韦秀清',
    rank: 'DIVISION',
    title: '调研员',
    home: null,
    language: 'MAONAN',
    account,
    households: own.length,
    own,
  };
}

function filledOf(id: string, unit: string, one: InventedHelper): Filled {
  return {
    id,
    unit,
    area: one.area,
    name: one.name,
    rank: one.rank,
    title: one.title,
    home: one.home,
    language: one.languages[0] ?? null,
    account: null,
    households: one.households.length,
    own: one.households,
  };
}

function byVillage(
  households: readonly HelpedHousehold[],
): ReadonlyMap<string, readonly HelpedHousehold[]> {
  const villages = new Map<string, HelpedHousehold[]>();
  for (const one of households) {
    const village = one.area.slice(0, 12);
    const before = villages.get(village);
    if (before === undefined) villages.set(village, [one]);
    else before.push(one);
  }
  return villages;
}
