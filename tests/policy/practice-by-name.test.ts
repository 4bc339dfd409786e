// What the sources name and number without much more: the packs hold it under its name, say how many there are,
// keep what was counted apart from what was hoped for, and mark what was inferred.
import { describe, expect, test } from 'vitest';
import { holds, rowOf } from '#tests/world/pack-rows.ts';
import { shippedOn } from '#tests/world/shipped-packs.ts';

describe('Huanjiang', () => {
  const { rows } = shippedOn('huanjiang-2016', '2016-09-30');

  test('thirty-nine items of a household, each in a slot of its own, with its purpose and how long it is kept [HJ-72]', () => {
    const items = rows.items.map(({ row }) => row);
    const published = rowOf(rows.figures, 'indicatorItems');

    expect(items).toHaveLength(39);
    expect('value' in published && published.value).toBe(39);
    expect(items.map(({ slot }) => slot).sort((one, other) => one - other)).toEqual(
      Array.from({ length: 39 }, (_, index) => index + 1),
    );
    expect(
      items.every(({ purpose, retention }) => purpose !== '' && retention === 'register'),
    ).toBe(true);
    // The article names none of them, so every one is a sample and says so.
    expect(items.filter(({ verified, sample }) => verified || sample !== true)).toEqual([]);
  });

  test('what was newly planted, what there is in all and what is expected are never one kind of number [HJ-40]', () => {
    const natureOf = (id: string) => rowOf(rows.figures, id).nature;

    expect(['pomeloPlanted', 'sugarcanePlanted'].map(natureOf)).toEqual(['new', 'new']);
    expect(natureOf('mulberryArea')).not.toBe('new');
    expect(['industryBeneficiaries', 'industryBeneficiaryPersons'].map(natureOf)).toEqual([
      'estimate',
      'estimate',
    ]);
  });

  test('a room of 130 square metres is held with the three parts it was made for, two of them known by name alone [HJ-70]', () => {
    const room = rowOf(rows.figures, 'commandRoom');

    expect('value' in room && [room.value, room.unit]).toEqual([130, 'squareMetre']);
    const parts = rowOf(rows.catalogue, 'commandSystem').rows;
    expect(parts.map(({ id, verified }) => [id, verified])).toEqual([
      ['campaignMap', true],
      ['planningBoard', false],
      ['orders', false],
    ]);
  });
});

describe('Gansu', () => {
  const pack = shippedOn('gansu-2015', '2015-12-31');

  test('two assurances and three guarantees decide the exit, and six breakthroughs are the axes of help [GS-34]', () => {
    const assured = {
      foodAssured: true,
      clothingAssured: true,
      schoolingAssured: true,
      medicalAssured: true,
    };
    const each = ['hasFood', 'hasClothing', 'hasSchooling', 'hasMedical'].map(
      (id) => rowOf(pack.rows.criteria, id).rule,
    );
    for (const [index, name] of Object.keys(assured).entries()) {
      expect(holds(pack, each[index], assured), name).toBe(true);
      expect(holds(pack, each[index], { ...assured, [name]: false }), name).toBe(false);
    }
    const exit = rowOf(pack.rows.criteria, 'meetsHouseholdExit').rule;
    for (const part of ['hasFood', 'hasClothing', 'hasSchooling', 'hasMedical', 'houseSafe']) {
      expect(exit).toContain(part);
    }
    const axes = rowOf(pack.rows.taxonomies, 'sixBreakthroughs');
    expect(axes.measures.map(({ code }) => code)).toEqual([
      'INFRASTRUCTURE',
      'INDUSTRY',
      'RELOCATION',
      'FINANCE',
      'GUARANTEES',
      'ABILITY',
    ]);
    expect(axes.exclusive).toBe(false);
  });

  test('a poor village has a college graduate among its staff, a poor township a cadre with a degree, and who was sent is counted by kind [GS-31, GS-32]', () => {
    const least = (id: string) =>
      rowOf(pack.rows.staffing, id).posts.map((one) => [one.id, one.least]);

    expect(least('coverageOfVillages')).toContainEqual(['collegeOfficial', 1]);
    expect(least('poorTownship')).toContainEqual(['collegeCadre', 1]);
    const sent = rowOf(pack.rows.catalogue, 'talent').rows;
    expect(sent.map(({ id, text }) => [id, text.en.match(/\d[\d,]*\d/)?.[0]])).toEqual([
      ['firstSecretaries', '1,099'],
      ['moved', '1,728'],
      ['fromMinistries', '200'],
      ['newOfficials', '1,000'],
      ['selectedGraduates', '247'],
    ]);
  });

  test('the chain of rules from identifying to answering for it has no link without rules in the pack [GS-76]', () => {
    const { rows } = pack;
    const own = <Row extends { readonly pack: string }>(of: readonly Row[]) =>
      of.filter(({ pack: one }) => one === 'gansu-2015').length;
    const links = {
      identify: own(rows.processes.filter(({ row }) => row.id === 'identification')),
      manage: own(rows.chartSets),
      act: own(rows.taxonomies),
      assess: own(rows.assessments),
      exit: own(rows.processes.filter(({ row }) => row.id === 'householdExit')),
      liability: own(rows.signOffs),
    };

    expect(rowOf(rows.catalogue, 'policyChain').rows.map(({ id }) => id)).toEqual(
      Object.keys(links),
    );
    for (const [link, rules] of Object.entries(links)) expect(rules, link).toBeGreaterThan(0);
  });
});

describe('Tongliao', () => {
  const { rows } = shippedOn('tongliao-2015', '2015-12-31');

  test('plan, project and cadre reach village and household; which three is inferred and marked [TL-03]', () => {
    const three = rowOf(rows.verification, 'threeToVillageAndHousehold');

    expect(three.rows.map(({ id }) => id)).toEqual(['plan', 'project', 'cadre']);
    expect([three, ...three.rows].map(({ verified }) => verified)).toEqual([
      false,
      false,
      false,
      false,
    ]);
    expect(rowOf(rows.fundSources, 'threeReachFunds').title.zh).toContain('三到村三到户');
  });

  test('three years running the first document was the action plan; four, five and six are tags [TL-01, TL-43]', () => {
    const named = (id: string) =>
      rows.catalogue.find(({ row }) => row.id === id)?.row.rows.map((one) => one.id);

    expect(named('actionPlans')).toEqual(['threeYears']);
    expect(named('doctrine')).toEqual(['fourEarnests', 'fiveBatches', 'sixPrecisions']);
  });

  test('two thousand a year for four years and the five thousand of a campaign stay apart, since nobody says whether they are the same people [TL-02, TL-40]', () => {
    const published = (id: string) => {
      const row = rowOf(rows.figures, id);
      return 'value' in row ? [row.value, row.unit] : [];
    };

    expect(published('yearlyCadres')).toEqual([2000, 'person/year']);
    expect(published('postingYears')).toEqual([4, 'year']);
    expect(published('campaignCadres')).toEqual([5000, 'person']);
    expect(rowOf(rows.figures, 'campaignCadres').counting).toBe('unstated');
    const posted = rows.catalogue.find(({ row }) => row.id === 'postings')?.row.rows;
    expect(posted?.map(({ id }) => id)).toEqual(['twoThousand', 'fiveThousand']);
  });
});
