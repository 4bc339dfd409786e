// Exits under Gansu's 3342 with everybody who signs: the village household by household, rosters above it.
import { expect } from 'vitest';
import type { TestApp } from './app.ts';
import type { Answer, Caller } from './caller.ts';
import { aRegistered, aToken, movableDay } from './casework-world.ts';
import { county, places } from './cast.ts';
import { answerChecklist } from './checklist.ts';
import { installForPlace } from './place-pack.ts';

const vote = { due: 30, present: 24, for: 20, against: 3, abstained: 1, secret: false };
const meets = { stage: 'LISTED', houseGrade: 'A' };
const levels = {
  village: { role: 'village', area: places.village },
  township: { role: 'township', area: places.township },
  county: { role: 'county', area: county },
  city: { role: 'city', area: '4512' },
} as const;

export interface Exit {
  readonly id: string;
  readonly household: string;
  readonly own: Caller;
}

/** Call `assemble` before the first test. */
export function gansuExits(app: TestApp) {
  const setDay = movableDay(app);
  const people = new Map<string, Caller>();
  /** Of the same people, for a browser. */
  const tokens = new Map<string, string>();
  const by = (name: string): Caller => {
    const found = people.get(name);
    if (found === undefined) throw new Error(`nobody is called ${name}`);
    return found;
  };

  async function enters(
    username: string,
    level: keyof typeof levels,
    offices: readonly string[],
    since = '2016-01-01',
  ) {
    const more = { displayName: `${username}某`, title: '', offices, since };
    const token = await aToken(app, { username, ...levels[level], ...more });
    tokens.set(username, token);
    people.set(username, app.withToken(token));
  }

  async function assemble() {
    setDay('2016-09-01');
    await installForPlace(app.platform, 'gansu-2015');
    await enters('voter', 'village', ['VILLAGE_MEETING', 'VILLAGE_COMMITTEE']);
    await enters('both', 'village', ['VILLAGE_SECRETARY', 'VILLAGE_DIRECTOR']);
    await enters('leader', 'village', ['TEAM_LEADER', 'WORK_TEAM']);
    for (const [index, office] of [
      'TOWNSHIP_SECRETARY',
      'TOWNSHIP_HEAD',
      'TOWNSHIP_STATION',
    ].entries()) {
      await enters(`town${index}`, 'township', [office]);
    }
    for (const [index, office] of [
      'COUNTY_SECRETARY',
      'COUNTY_HEAD',
      'COUNTY_OFFICE_HEAD',
      'COUNTY_STATISTICS',
    ].entries()) {
      await enters(`county${index}`, 'county', [office]);
    }
    await enters('city0', 'city', ['CITY_SECRETARY']);
    await enters('city1', 'city', ['CITY_MAYOR']);
    await enters('office', 'county', ['COUNTY_OFFICE']);
  }

  async function read(id: string, who = by('office')) {
    return (await who.get(`/api/casework/cases/${id}`)).body;
  }

  async function act(id: string, who: Caller, outcome: string, more: object = {}): Promise<Answer> {
    const { position, open } = await read(id);
    return who.post(`/api/casework/cases/${id}/acts`, {
      seen: position,
      step: open.id,
      outcome,
      ...more,
    });
  }

  let houses = 0;

  /** As far as the check at home. */
  async function aBegunExit(): Promise<Exit & { readonly token: string }> {
    const household = await aRegistered(app, meets);
    await app.owner.query(
      `update registry_household set income_year = 2015, income_per_head_fen = 900000,
       item_02 = 1, item_03 = 1, item_04 = 1, item_05 = 1 where id = $1`,
      [household],
    );
    houses += 1;
    const token = await aToken(app, {
      username: `house${houses}`,
      displayName: `户主${houses}`,
      title: '',
      role: 'household',
      area: places.village,
      sees: [household],
    });
    const begun = await by('voter').post(`/api/casework/households/${household}/cases`, {
      process: 'householdExit',
    });
    const { id } = begun.body;
    await act(id, by('voter'), 'proposed', { meeting: vote });
    return { id, household, own: app.withToken(token), token };
  }

  /** As far as the signatures of the village. */
  async function anExit(): Promise<Exit> {
    const exit = await aBegunExit();
    await answerChecklist(by('leader'), exit.id);
    const checked = await act(exit.id, by('leader'), 'meets');
    expect(checked.body.open.id).toBe('villageSignatures');
    return exit;
  }

  async function villageSigns({ id, own }: Exit): Promise<void> {
    await act(id, by('both'), 'allSign');
    await act(id, by('leader'), 'allSign');
    await act(id, own, 'allSign');
  }

  async function pastNotice(id: string): Promise<void> {
    const { position } = await read(id);
    setDay('2016-09-01');
    await by('voter').post(`/api/casework/cases/${id}/posting`, { seen: position, place: '村口' });
    setDay('2016-09-10');
    await act(id, by('voter'), 'undisputed');
  }

  return {
    setDay,
    assemble,
    by,
    tokens,
    aBegunExit,
    people,
    enters,
    read,
    act,
    anExit,
    villageSigns,
    pastNotice,
  };
}
