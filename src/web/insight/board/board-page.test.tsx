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
    underWay: [0, 0, 0, 0, 0, 0, 0, 0],
    exited: [10, 12, 15, 17, 19, 22, 24, 26],
  },
  year: null,
  placedBy: null,
  placedAt: null,
  forecast: { perMonth: 2.3, months: 7, passage: 0, done: 11, soonest: 9, latest: 13 },
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
  teams: [
    {
      id: '451226202202:forces',
      name: '仪凤村',
      title: { zh: '第一书记', en: 'First secretary' },
      people: 1,
      home: '451226202202',
      village: '451226202202',
    },
  ],
  projects: [
    {
      id: '06e29a00-0000-8000-9000-000000000003',
      number: '2016-202-0001',
      title: '仪凤村屯级路',
      step: 'building',
      percent: 40,
      dueOn: '2016-08-31',
      isLate: true,
      village: null,
    },
  ],
  scenarios: [
    {
      id: '06e29a00-0000-8000-9000-000000000004',
      name: '放宽十分',
      by: '陈国强',
      at: '2016-09-20T00:00:00.000Z',
    },
  ],
  positions: [],
  boundaries: false,
  network: [
    { code: '451226202', name: '下南乡', today: 0, week: 3, lastOn: '2016-08-01', silentDays: 60 },
  ],
  mayPlace: true,
};

const noLayers = { items: [], hasOutlines: false, mayLoad: false };

test('a village is planned by a digit, and the late ones are ordered to catch up', async () => {
  const { user, asked } = await showPage('/board', {
    answers: {
      'GET /api/insight/board': board,
      'GET /api/insight/layers': noLayers,
      'POST /api/insight/board/placements': undefined,
    },
  });

  const square = await screen.findByRole('button', { name: /^仪凤村，/ });
  square.focus();
  await user.keyboard('2');
  expect(asked.find(({ address }) => address.startsWith('POST'))).toMatchObject({
    body: { area: '451226202202', year: 2017 },
  });
  const order = screen.getByRole('link', { name: '给这 1 个村发督办' });
  expect(order.getAttribute('href')).toContain('places=451226202206');
  expect(screen.getByText(/60 天没有变动/)).toBeTruthy();
});

test('a project is put on the chosen village, and a kept trial makes a village late', async () => {
  const { user, asked } = await showPage('/board', {
    answers: {
      'GET /api/insight/board': board,
      'GET /api/insight/layers': noLayers,
      'POST /api/insight/board/placements': undefined,
      'GET /api/insight/board/scenario': {
        trial: '06e29a00-0000-8000-9000-000000000004',
        name: '放宽十分',
        reasons: '会上有人问',
        savedAt: '2016-09-20T00:00:00.000Z',
        by: '陈国强',
        villages: [{ code: '451226202202', enters: 60, leaves: 0 }],
      },
    },
  });

  const square = await screen.findByRole('button', { name: /^仪凤村，未定，未脱贫 24 户/ });
  square.focus();
  await user.click(screen.getByRole('button', { name: '仪凤村屯级路' }));
  expect(asked.find(({ address }) => address.startsWith('POST'))).toMatchObject({
    body: {
      area: '451226202202',
      piece: { kind: 'project', id: '06e29a00-0000-8000-9000-000000000003' },
    },
  });

  await user.selectOptions(
    screen.getByLabelText('试算方案'),
    '06e29a00-0000-8000-9000-000000000004',
  );
  await screen.findByRole('button', { name: /^仪凤村，未定，未脱贫 84 户/ });
  expect(screen.getByText(/进 60 户，出 0 户/)).toBeTruthy();
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
