// What a column of a department's list can mean, and the guess from its heading. Few fields: who, where,
// what they are said to have, since when.
import { headingKey } from '#domain/exchange/headings.ts';
import type { SheetRow } from '#domain/exchange/sheet-row.ts';

export const listFields = [
  'identity',
  'hash',
  'check',
  'name',
  'birthDate',
  'place',
  'object',
  'since',
] as const;
export type ListField = (typeof listFields)[number];

export interface ListColumn {
  /** 0-based. */
  readonly column: number;
  readonly heading: string;
  readonly field: ListField | null;
}

/** How a list names its people: by number, by hashes made at the department, or by name alone. */
export type ListForm = 'number' | 'hash' | 'name';

const headings: Readonly<Record<ListField, readonly string[]>> = {
  identity: [
    '身份证号',
    '身份证号码',
    '公民身份号码',
    '身份证',
    '证件号',
    '证件号码',
    '身份证件号码',
    '法定代表人身份证号',
    'identity',
    'id number',
  ],
  hash: ['哈希', '比对哈希', 'hash'],
  check: ['校验', '校验码', 'check'],
  name: [
    '姓名',
    '名字',
    '人员姓名',
    '车主',
    '车主姓名',
    '所有人',
    '机动车所有人',
    '产权人',
    '购房人',
    '权利人',
    '法定代表人',
    '经营者',
    '户主',
    '户主姓名',
    'name',
    'owner',
  ],
  birthDate: ['出生日期', '出生年月', '出生年月日', '生日', 'birth date', 'born'],
  place: [
    '住址',
    '地址',
    '家庭住址',
    '户籍地址',
    '所在村',
    '村',
    '村名',
    '所属村',
    '行政村',
    'place',
    'address',
    'village',
  ],
  object: [
    '事项',
    '车牌号',
    '号牌号码',
    '车辆型号',
    '单位',
    '工作单位',
    '单位名称',
    '企业名称',
    '名称',
    '房屋坐落',
    '坐落',
    '楼盘',
    '备注',
    'object',
    'plate',
    'employer',
  ],
  since: [
    '起始日期',
    '登记日期',
    '注册日期',
    '初次登记日期',
    '成立日期',
    '备案日期',
    '购买日期',
    '入职日期',
    '死亡日期',
    '起始日',
    'since',
    'registered on',
  ],
};

const fieldOfKey = new Map<string, ListField>(
  listFields.flatMap((field) =>
    headings[field].map((heading): [string, ListField] => [headingKey(heading), field]),
  ),
);

/** Rows among which the headings are looked for. */
export const headingRowsSearched = 20;

/** Two columns with a meaning make a heading row; one that names a person is enough. */
export function guessColumns(
  rows: readonly SheetRow[],
  profile: ReadonlyMap<string, ListField | null> = new Map(),
): { readonly headingRow: number; readonly columns: readonly ListColumn[] } | undefined {
  let best: { headingRow: number; columns: ListColumn[]; known: number } | undefined;
  for (const row of rows.slice(0, headingRowsSearched)) {
    const taken = new Set<ListField>();
    const columns = row.cells.flatMap((cell, column): ListColumn[] => {
      const heading = cell.replace(/\s+/g, ' ').trim();
      if (heading === '') return [];
      const key = headingKey(heading);
      const saved = profile.get(key);
      const guess = saved === undefined ? fieldOfKey.get(key) : (saved ?? undefined);
      if (guess === undefined || taken.has(guess)) return [{ column, heading, field: null }];
      taken.add(guess);
      return [{ column, heading, field: guess }];
    });
    const known = taken.size;
    const names = taken.has('identity') || taken.has('hash') || taken.has('name');
    if (names && known > (best?.known ?? 0)) best = { headingRow: row.number, columns, known };
  }
  return best === undefined ? undefined : { headingRow: best.headingRow, columns: best.columns };
}

export function formOf(columns: readonly Pick<ListColumn, 'field'>[]): ListForm | undefined {
  const has = (field: ListField) => columns.some((column) => column.field === field);
  if (has('hash')) return 'hash';
  if (has('identity')) return 'number';
  return has('name') ? 'name' : undefined;
}

/** Headings and meanings of a list, kept so that the department's next one is recognised. */
export function profileOf(columns: readonly ListColumn[]): ReadonlyMap<string, ListField | null> {
  return new Map(columns.map(({ heading, field }) => [headingKey(heading), field]));
}
