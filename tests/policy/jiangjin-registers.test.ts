import { expect, test } from 'vitest';
import { holds, parameterOf, rowOf } from '#tests/world/pack-rows.ts';
import { shippedOn } from '#tests/world/shipped-packs.ts';

const pack = shippedOn('jiangjin-2015', '2015-12-31');

function register(id: string) {
  const found = pack.rows.listSets.flatMap(({ row }) => row.lists).find((list) => list.id === id);
  if (found === undefined) throw new Error(`no register ${id}`);
  return {
    columns: found.columns.map((column) => column.id),
    states: found.states.map((state) => state.id),
  };
}

const titlesOf = (list: string) => rowOf(pack.rows.lists, list).codes.map(({ title }) => title.zh);

test('a meeting turns what it resolved into tasks [JJ-06]', () => {
  const { columns, states } = register('meetings');

  expect(columns).toEqual(expect.arrayContaining(['resolution', 'task']));
  expect(states).toEqual(['held', 'assigned', 'done']);
});

test('the village board shows the head masked, for exits and for the backstop [JJ-12] [JJ-13]', () => {
  const shown = pack.rows.processes.flatMap(({ row }) =>
    row.steps.flatMap(({ shows = [] }) => shows),
  );
  const sensitive = pack.rows.fields.filter(({ row }) => row.sensitive).map(({ row }) => row.id);

  expect(register('boardPosts').columns).toEqual(['list', 'head', 'persons', 'postedOn']);
  expect(shown.filter((field) => sensitive.includes(field))).toEqual([]);
  expect(rowOf(pack.rows.catalogue, 'threeAlls').rows).toHaveLength(3);
});

test('yard meetings and one-to-one talks are recorded with who was there [JJ-59]', () => {
  expect(titlesOf('publicityWay')).toEqual(expect.arrayContaining(['院坝会', '一对一宣传']));
  expect(register('explanations').columns).toEqual(['way', 'place', 'day', 'present']);
});

test('difficulties are closed one by one, and projects are paid after they were accepted [JJ-21] [JJ-28]', () => {
  expect(register('difficulties').states).toEqual(['registered', 'helped', 'solved']);
  expect(register('villageProjects').states).toEqual(['built', 'accepted', 'paid']);
});

test('shares bring rent, dividend and wage, each in its own column [JJ-32]', () => {
  expect(titlesOf('assetIncome')).toEqual(['租金', '股金', '薪金']);
  expect(titlesOf('shareKind')).toEqual(['扶贫资金', '农房', '土地经营权']);
  expect(register('shares').columns).toEqual(expect.arrayContaining(['rent', 'dividend', 'wage']));
});

test('businesses of four kinds say how the gain of households was computed [JJ-34]', () => {
  expect(titlesOf('entityKind')).toEqual(['农家乐', '龙头企业', '农民合作社', '村级扶贫互助协会']);
  const { indicators } = rowOf(pack.rows.indicators, 'incomeEffects');
  const gain = indicators.find(({ id }) => id === 'joinedGain');
  expect(gain?.measure.zh).toContain('须写明算法');
  expect(gain?.least).toBeUndefined();
});

test('the income of those who exited is held against the line of the year [JJ-46]', () => {
  const { indicators } = rowOf(pack.rows.indicators, 'incomeEffects');
  const income = indicators.find(({ id }) => id === 'exitIncome');

  expect(income?.unit).toBe('yuan/person/year');
  expect(parameterOf(pack, income?.least ?? '')).toEqual([2855, 'yuan/person/year']);
});

test('households and projects choose one another, and small projects hire nearby [JJ-55] [JJ-56] [JJ-57]', () => {
  const { columns, states } = register('matching');
  const { eligible, kind } = rowOf(pack.rows.benefits, 'nearbyWork');

  expect(columns).toEqual(expect.arrayContaining(['householdChoice', 'projectChoice']));
  expect(states).toEqual(['offered', 'chosen']);
  expect(kind).toBe('work');
  expect(holds(pack, eligible, { stage: 'LISTED', labourers: 1 })).toBe(true);
  expect(holds(pack, eligible, { stage: 'LISTED', labourers: 0 })).toBe(false);
  expect(register('wages').columns).toContain('wage');
  expect(rowOf(pack.rows.catalogue, 'industryChain').rows).toHaveLength(4);
});

test('poverty that passes to children is watched in three fields, by measures not yet published [JJ-58]', () => {
  const { subject, indicators } = rowOf(pack.rows.indicators, 'nextGeneration');

  expect(subject).toBe('household');
  expect(indicators.map(({ title }) => title.zh)).toEqual(['优生优育', '教育扶贫', '就业创业']);
  expect(indicators.some(({ verified }) => verified)).toBe(false);
});

test('the party secretary heads the leading group and the mayor is next [JJ-04]', () => {
  const { rows } = rowOf(pack.rows.organisation, 'leadingGroup');

  expect(rows.map(({ title, text }) => `${title.zh}：${text.zh}`)).toEqual([
    '组长：区委书记',
    '常务副组长：区长',
    '副组长：区四大班子分管、联系领导',
    '成员：区级相关部门',
  ]);
});
