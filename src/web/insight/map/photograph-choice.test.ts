import { expect, test } from 'vitest';
import type { LinkedView, MapPhotographs } from '#contract/insight-map.ts';
import { photographsUnder, placeChoice } from './photograph-choice.ts';

const [county, near, far, village] = ['451226', '451226100', '451226101', '451226100001'];

const part = (code: string) => ({
  code,
  name: code,
  column: 0,
  row: 0,
  openCases: 0,
  lateCases: 0,
});
const view = {
  area: { code: county, name: '环江', level: 'county' },
  parts: [part(near), part(far)],
  keys: {
    stage: ['SURVEYED', 'LISTED'],
    cause: ['ILLNESS', 'DISASTER'],
    measure: [''],
    band: [''],
  },
  // Households poor by illness live in the near township alone.
  counts: {
    kind: 'cube',
    rows: [
      [0, 1, 0, 0, 0, 5, 20],
      [0, 1, 1, 0, 0, 2, 8],
      [1, 1, 1, 0, 0, 3, 9],
    ],
  },
  months: [],
} as unknown as LinkedView;

const place = (code: string, of: string | null) => ({ code, name: code, part: of, at: null });
const one = (id: string, on: string, at: number) =>
  ({
    id,
    title: id,
    subject: 'area',
    of: null,
    project: null,
    on,
    by: '',
    place: at,
    at: null,
  }) as MapPhotographs['photographs'][number];
const taken: MapPhotographs = {
  places: [place(village, near), place(far, far), place(county, null)],
  photographs: [
    one('village', '2016-09-01', 0),
    one('township', '2016-08-01', 1),
    one('county', '2016-08-09', 2),
  ],
  capped: false,
};
const shown = (search: Parameters<typeof photographsUnder>[2]) =>
  photographsUnder(taken, view, search).map(({ id }) => id);

test('whatever is chosen on the map, the months or the charts filters the photographs', () => {
  expect(shown({})).toEqual(['village', 'township', 'county']);
  expect(shown({ part: near })).toEqual(['village']);
  expect(shown({ month: '2016-08' })).toEqual(['township', 'county']);
  expect(shown({ cause: 'ILLNESS' })).toEqual(['village', 'county']);
  expect(shown({ cause: 'DISASTER', part: far })).toEqual(['township']);
});

test('a photograph chooses its place: the area above it is entered, and it is the part that is chosen', () => {
  expect(placeChoice(county, village)).toEqual({ area: near, part: village });
  expect(placeChoice(near, village)).toEqual({ part: village });
  expect(placeChoice(county, far)).toEqual({ part: far });
  expect(placeChoice(county, county)).toEqual({ part: undefined });
  expect(placeChoice(county, `${village}001`)).toEqual({ area: village, part: `${village}001` });
});
