// An invented province whose edition is small enough to read, with one county's history, and the people
// who look at it.
import type { Actor } from '#domain/access/actor.ts';
import { scopeOf } from '#domain/access/actor.ts';
import { areaCode, nation } from '#domain/kernel/area-code.ts';
import { makeId } from '#domain/kernel/id.ts';
import { plainDate } from '#domain/kernel/plain-date.ts';
import { parseAreaFile } from '#domain/registry/area-file.ts';
import { type Db, inScope, type Tx } from '#server/database/connect.ts';
import type { Context } from '#server/http/context.ts';
import type { Edition } from '#server/registry/area-edition.ts';

export const edition: Edition = {
  source: 'edition 2023',
  async *areasOf(level) {
    const area = (code: string, name: string) => ({ code: areaCode(code), name });
    if (level === 'province') yield [area('99', '梦省'), area('98', '外省')];
    if (level === 'city') yield [area('9901', '梦河市')];
    if (level === 'county') yield [area('990101', '梦江县'), area('990102', '邻县')];
    if (level === 'township') {
      yield [area('990101001', '新街道'), area('990101100', '老镇'), area('990102100', '邻镇')];
    }
    if (level === 'village') {
      yield [
        area('990101001200', '安静村委会'),
        area('990101100201', '中山村委会'),
        area('990101100202', '大中山村委会'),
        area('990102100201', '中山村委会'),
      ];
    }
  },
};

const revision = {
  on: 'unknown',
  after: '2021-10-31',
  by: '2022-10-31',
  source: 'two editions',
  verified: true,
};
export const file = parseAreaFile({
  county: '990101',
  title: { zh: '沿革', en: 'Changes' },
  editions: [],
  revisions: [
    {
      ...revision,
      id: 'street',
      kind: 'split',
      from: [{ code: '990101100', name: '老镇' }],
      to: [
        { code: '990101100', name: '老镇' },
        { code: '990101001', name: '新街道' },
      ],
    },
    {
      ...revision,
      id: 'quiet',
      kind: 'recode',
      from: [{ code: '990101100206', name: '安静村委会' }],
      to: [{ code: '990101001200', name: '安静村委会' }],
    },
    {
      ...revision,
      id: 'mine',
      kind: 'abolished',
      from: [{ code: '990101100003', name: '矿山社区居委会' }],
      to: [],
      verified: false,
    },
  ],
  tiles: {
    verified: false,
    note: { zh: '示意', en: 'Rough' },
    positions: { '990101100': { column: 1, row: 1 } },
  },
});

export const county: Actor = {
  account: '00000000-0000-4000-8000-000000000001',
  username: 'lin',
  displayName: '林',
  title: '',
  role: 'county',
  area: areaCode('990101'),
  areas: [areaCode('990101')],
  households: null,
  language: 'zh',
};
export const national: Actor = { ...county, area: nation, areas: [nation] };

let made = 100_000;

export async function actAs<Result>(
  db: Db,
  actor: Actor,
  { area = actor.area as string, today = '2016-09-30', file: upload = undefined as unknown } = {},
  work: (context: Context) => Promise<Result>,
): Promise<Result> {
  return inScope(db, scopeOf(actor), (tx: Tx) =>
    work({
      tx,
      actor,
      area: areaCode(area),
      today: plainDate(today),
      now: '2016-09-30T01:00:00Z',
      language: 'zh',
      scope: scopeOf(actor),
      file: upload,
      note: () => undefined,
      newId: (number: number) => {
        made += 1;
        return makeId({ county: number, milliseconds: made, random: Uint8Array.of(1, 2, 3) });
      },
    } as unknown as Context),
  );
}
