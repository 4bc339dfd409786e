// The second demonstration filled whole, in the real villages of its district, and held against what was
// published.
import { beforeAll, describe, expect, test } from 'vitest';
import { everything } from '#domain/access/scope.ts';
import { levelOf, parentOf } from '#domain/kernel/area-code.ts';
import {
  ensureDemonstrationAccounts,
  jiangjinPlaces as places,
} from '#server/access/demonstration-accounts.ts';
import { assistanceRoutes } from '#server/assistance/assistance.routes.ts';
import { inScope } from '#server/database/connect.ts';
import { consolidationRoutes } from '#server/funds/consolidation/consolidation.routes.ts';
import { installPack } from '#server/policy/pack-library.ts';
import { anApp } from '#tests/world/app.ts';
import { aColleague } from '#tests/world/casework-world.ts';
import { shipped, shippedTexts } from '#tests/world/shipped-packs.ts';
import { demonstrationIn, demonstrations, filesOf } from './demonstrations.ts';
import { fillDemonstration } from './fill-demonstration.ts';
import { fillSteps, hasOpenSteps } from './fill-steps.ts';
import { areasOf } from './generate.ts';

const app = await anApp({ routes: [...assistanceRoutes, ...consolidationRoutes] });
const { platform, owner } = app;
const demonstration = demonstrations.jiangjin;
const files = filesOf(demonstration);

const published = (id: string): number | undefined => {
  const figure = shipped.get('jiangjin-2015')?.rows.figures.find(({ row }) => row.id === id)?.row;
  return figure !== undefined && 'value' in figure ? (figure.value as number) : undefined;
};

beforeAll(async () => {
  for (const id of ['china-2014', 'jiangjin-2015']) {
    const pack = shipped.get(id);
    if (pack !== undefined) await installPack(platform.db, shippedTexts(id), pack);
  }
  await platform.packs.reload();
  const { villages } = await areasOf(files.calibration.county, files);
  const towns = files.calibration.invented.townships.map(({ code }) => ({ code, name: code }));
  const county = { code: files.calibration.county, name: '江津区' };
  await inScope(platform.db, everything, async (tx) => {
    const rows = [county, ...towns, ...villages].map(({ code, name }) => ({
      code,
      name,
      parent: parentOf(code) ?? '',
      level: levelOf(code),
      full_name: name,
      source: 'test',
    }));
    await tx.insertInto('registry_area').values(rows).execute();
  });
  const { db, secrets } = platform;
  await fillDemonstration({ db, secrets, name: 'jiangjin', ...files });
  await ensureDemonstrationAccounts(platform, {
    places,
    password: 'jiangjin-2015',
    isPasswordGiven: true,
  });
  await fillSteps(platform, demonstration);
}, 300_000);

describe('the district of the second demonstration', () => {
  test('shows sums by benefit and by primary measure, both as published and never mixed [JJ-01] [JJ-40]', async () => {
    const account = { username: 'jiang', displayName: '江', title: '', role: 'county' } as const;
    const jiang = await aColleague(app, { ...account, area: places.county });
    const { body } = await jiang.get('/api/assistance/summary');

    const { measures, sumByBenefit, helped } = body;
    expect(sumByBenefit.persons).toBe(27_582);
    expect(helped).toEqual({
      households: published('exitHouseholds'),
      persons: published('exitPersons'),
    });
    const sum = (key: 'households' | 'persons') =>
      measures.reduce(
        (all: number, one: { byPrimary: Record<string, number> }) =>
          all + (one.byPrimary[key] ?? 0),
        0,
      );
    expect([sum('households'), sum('persons')]).toEqual([7354, 24_268]);
    for (const [code, name] of [
      ['INDUSTRY', 'Industry'],
      ['EMPLOYMENT', 'Employment'],
      ['RELOCATION', 'Relocation'],
      ['EDUCATION', 'Education'],
      ['DIBAO', 'Dibao'],
    ] as const) {
      const one = measures.find((each: { code: string }) => each.code === code);
      expect(one.byBenefit, code).toEqual({
        households: published(`batch${name}Households`),
        persons: published(`batch${name}Persons`),
      });
    }
    const medical = measures.find((each: { code: string }) => each.code === 'MEDICAL');
    expect(medical.byBenefit.persons).toBe(published('batchMedicalPersons'));
    expect(medical.target).toBeNull();
  });

  test('has the four published parts of the money granted and fully arrived, to the yuan [JJ-02] [JJ-15]', async () => {
    const { rows } = await owner.query(
      `select a.source, sum(l.amount_fen)::bigint as fen
       from funds_line l join funds_account a on a.county = l.county and a.id = l.account_id
       where l.county = 500116 and a.kind = 'treasury' and l.amount_fen > 0 group by 1 order by 1`,
    );
    expect(rows.map(({ source, fen }) => [source, Number(fen) / 100])).toEqual([
      ['groupFunds', published('groupFunds')],
      ['privateCapital', published('privateFunds')],
      ['sectorFunds', published('sectorFunds')],
      ['specialFunds', published('specialFunds')],
    ]);
  });

  test('says why its money is not the 280 million that were published: four parts make 273.12, and what nobody placed would close the gap [JJ-02] [JJ-18]', async () => {
    const account = { username: 'ban', displayName: '班', title: '', role: 'county' } as const;
    const county = await aColleague(app, { ...account, area: places.county });
    const { body } = await county.get('/api/funds/consolidation', { area: '500116' });
    const whole = body.published.find(({ figure }: { figure: string }) => figure === 'fundsAll');

    expect(whole).toMatchObject({
      printed: '2.8亿元',
      value: 280_000_000_00,
      ours: 273_120_000_00,
      agrees: false,
      source: { title: { zh: expect.stringContaining('江津') }, place: '年度成绩' },
    });
    expect(whole.parts.map(({ ours }: { ours: number }) => ours / 100)).toEqual([
      published('specialFunds'),
      published('sectorFunds'),
      published('groupFunds'),
      published('privateFunds'),
    ]);
    const sum = whole.parts.reduce((all: number, { ours }: { ours: number }) => all + ours, 0);
    expect(sum).toBe(whole.ours);
    expect(whole.maybe).toMatchObject([{ amount: 5_000_000_00, agrees: true }]);
    const parts = body.published.filter(({ figure }: { figure: string }) => figure !== 'fundsAll');
    expect(parts.filter(({ agrees }: { agrees: boolean }) => !agrees)).toEqual([]);
  });

  test('everybody exited in the year it was published for, nobody after its today', async () => {
    const { rows } = await owner.query(
      `select stage, count(*)::integer as households, sum(members)::integer as persons,
         min(exited_on)::text as first, max(exited_on)::text as last
       from registry_household where county = 500116 and stage <> 'SURVEYED' group by 1`,
    );
    expect(rows).toMatchObject([{ stage: 'EXIT_ANNOUNCED', households: 7354, persons: 24_268 }]);
    expect(rows[0].first >= '2015-01-01' && rows[0].last <= '2015-12-31').toBe(true);
    const { rows: late } = await owner.query(
      `select count(*)::integer as late from registry_event where true_from > '2015-12-31'`,
    );
    expect(late[0].late).toBe(0);
  });

  test('a data folder stays the demonstration it was begun as, and nothing of it is left open', async () => {
    expect((await demonstrationIn(platform.db, 'huanjiang')).name).toBe('jiangjin');
    expect(await hasOpenSteps(platform.db, 'jiangjin')).toBe(false);
  });
});
