import { expect, test } from 'vitest';
import { plainRow } from '#domain/exchange/sheet-row.ts';
import { type HelperKnowledge, helperKey, readHelperRows } from './helper-rows.ts';

const known: HelperKnowledge = {
  ranks: [{ rank: 'SECTION', title: { zh: '科级干部', en: 'Section level' } }],
  units: [{ id: 'unit', name: '县农业局' }],
  places: [
    { code: '451226202202', names: ['仪凤村', '下南乡仪凤村'] },
    { code: '451226202', names: ['下南乡'] },
    { code: '451226101200', names: ['仪凤村', '水源镇仪凤村'] },
  ],
  entered: new Set([helperKey('韦某', '451226202', 'unit')]),
};
const head = ['姓名', '职务', '职级', '单位', '派驻地'];
const read = (...rows: readonly (readonly string[])[]) =>
  readHelperRows(
    rows.map((cells, at) => plainRow(at + 1, cells)),
    known,
  );

test('[HJ-24] a sheet without the headings it needs is not read, and says which are missing', () => {
  expect(read(['姓名', '职务'], ['林某', '科员'])).toEqual({
    missing: ['rank', 'place'],
    helpers: [],
    refused: [],
  });
});

test('[HJ-24] a row is taken with its codes or its words, in either language of the headings', () => {
  expect(
    read(head, ['林某', '科长', '科级干部', '县农业局', '下南乡仪凤村'], ['', '', '', '', ''])
      .helpers,
  ).toEqual([
    { row: 2, name: '林某', title: '科长', rank: 'SECTION', unit: 'unit', place: '451226202202' },
  ]);
  expect(read(['Posted in', 'Name', 'Rank'], ['451226202', '林某', 'SECTION']).helpers).toEqual([
    { row: 2, name: '林某', title: '', rank: 'SECTION', unit: null, place: '451226202' },
  ]);
});

test.each([
  [['', '', '科级干部', '', '下南乡'], '没有姓名'],
  [['林某', '', '部级', '', '下南乡'], '职级“部级”不在规则里'],
  [['林某', '', '科级干部', '无名局', '下南乡'], '单位“无名局”没有登记'],
  [['林某', '', '科级干部', '', '北京'], '派驻地“北京”不是这里的乡镇或村'],
  [['林某', '', '科级干部', '', '仪凤村'], '叫“仪凤村”的村有 2 个'],
  [['韦某', '', '科级干部', '县农业局', '下南乡'], '已经登记过'],
])('[HJ-24] the row %o is refused with its reason: %s', (row, why) => {
  const { helpers, refused } = read(head, row);

  expect(helpers).toEqual([]);
  expect(refused).toHaveLength(1);
  expect(refused[0]?.row).toBe(2);
  expect(refused[0]?.why[0]?.zh).toContain(why);
});

test('[HJ-24] somebody who stands twice in the sheet is entered once', () => {
  const row = ['林某', '', '科级干部', '', '下南乡'];
  const { helpers, refused } = read(head, row, row);

  expect(helpers).toHaveLength(1);
  expect(refused.map((one) => one.row)).toEqual([3]);
});
