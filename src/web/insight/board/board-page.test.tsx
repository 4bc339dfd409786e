import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { showPage } from '#web/shell/shown-page.tsx';

const village = (code: string, name: string, rest: object) => ({
  code,
  name,
  township: code.slice(0, 9),
  registered: 50,
  history: {
    poor: [40, 38, 35, 33, 31, 28, 26, 24],
    exited: [10, 12, 15, 17, 19, 22, 24, 26],
  },
  year: null,
  placedBy: null,
  placedAt: null,
  forecast: { perMonth: 2.3, months: 7, done: 11, soonest: 9, latest: 13 },
  state: 'unplanned',
  ...rest,
});
const board = {
  area: { code: '451226', name: '环江毛南族自治县', level: 'county' },
  today: '2016-09-30',
  asOf: '2016-09-30T01:00:00.000Z',
  isWide: false,
  townships: [{ code: '451226202', name: '下南乡', column: 0, row: 0 }],
  villages: [
    village('451226202202', '仪凤村', {}),
    village('451226202206', '中南村', { year: 2016, state: 'late' }),
  ],
  units: [
    { id: '06e29a00-0000-8000-9000-000000000002', name: '县水利局', kind: 'office', village: null },
  ],
  network: [
    { code: '451226202', name: '下南乡', today: 0, week: 3, lastOn: '2016-08-01', silentDays: 60 },
  ],
  mayPlace: true,
};

test('a village is planned by a digit, and the late ones are ordered to catch up', async () => {
  const { user, asked } = await showPage('/board', {
    answers: { 'GET /api/insight/board': board, 'POST /api/insight/board/placements': undefined },
  });

  const square = await screen.findByRole('button', { name: /^仪凤村/ });
  square.focus();
  await user.keyboard('2');
  expect(asked.find(({ address }) => address.startsWith('POST'))).toMatchObject({
    body: { area: '451226202202', year: 2017 },
  });
  const order = screen.getByRole('link', { name: '给这 1 个村发督办' });
  expect(order.getAttribute('href')).toContain('places=451226202206');
  expect(screen.getByText(/60 天没有变动/)).toBeTruthy();
});

test('above a county there is the network and no board, in English too', async () => {
  await showPage('/board', {
    language: 'en',
    answers: {
      'GET /api/insight/board': {
        ...board,
        isWide: true,
        villages: [],
        units: [],
        mayPlace: false,
      },
    },
  });

  expect(await screen.findByText(/live network/)).toBeTruthy();
  const table = screen.getByRole('table');
  expect(within(table).getByText(/silent for 60 days/)).toBeTruthy();
});
