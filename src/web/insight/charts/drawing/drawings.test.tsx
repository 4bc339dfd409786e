import { createRootRoute, createRouter, RouterContextProvider } from '@tanstack/react-router';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import type { ChartDrawing as Drawing } from '#domain/insight/charts/chart-shape.ts';
import { both } from '#domain/insight/charts/chart-words.ts';
import type { Language } from '#domain/kernel/refusal.ts';
import { ChartDrawing } from './chart-drawing.tsx';
import { widthOf } from './wrap-text.ts';

const router = createRouter({ routeTree: createRootRoute() });

function drawn(drawing: Drawing, width: number, language: Language = 'en'): Document {
  const text = renderToStaticMarkup(
    <RouterContextProvider router={router}>
      <ChartDrawing
        drawing={drawing}
        width={width}
        language={language}
        title="t"
        partAddress={undefined}
      />
    </RouterContextProvider>,
  );
  return new DOMParser().parseFromString(text, 'text/html');
}

const textOf = (page: Document) =>
  [...page.querySelectorAll('svg > :not(title) text, svg > text')].map((one) => one.textContent);

describe('steps of a process', () => {
  const step = (n: number) => ({
    title: both(`第${n}步`, `Step ${n}`),
    who: both('村“两委”', 'Village committees'),
    open: 1,
    late: 0,
    days: null,
    opens: null,
  });
  const lane = (steps: number): Drawing => ({
    kind: 'flow',
    lanes: [
      {
        title: both('退出', 'Exit'),
        verified: true,
        steps: Array.from({ length: steps }, (_, index) => step(index + 1)),
        end: both('已脱贫', 'Exited'),
      },
    ],
  });
  const arrows = (page: Document) =>
    [...page.querySelectorAll('.arrow')].map((one) => one.getAttribute('d') ?? '');

  test('an arrow leads from the last of a row to the first of the next, and ends in a point', () => {
    const ways = arrows(drawn(lane(6), 900));

    const turns = ways.filter((way) => way.includes('H'));
    expect(ways).toHaveLength(5);
    expect(turns).toHaveLength(1);
    expect(turns[0]).toMatch(/m-4 -4l4 4l4 -4$/);
  });

  test('behind the last step no arrow stands, though its row is full', () => {
    const across = arrows(drawn(lane(6), 900)).findIndex((way) => way.includes('H')) + 1;

    expect(arrows(drawn(lane(across), 900)).some((way) => way.includes('H'))).toBe(false);
  });

  test('where paper may divide it, the process that goes on below is named', () => {
    const { dataset } = drawn(lane(6), 900).querySelector<SVGElement>('svg') as SVGElement;

    expect(dataset.cuts?.split(' ')).toHaveLength(1);
    expect(JSON.parse(dataset.cutNames ?? '[]')).toEqual(['Exit']);
  });
});

describe('bars', () => {
  const bars: Drawing = {
    kind: 'bars',
    unit: 'household',
    says: { n: both('登记', 'Recorded'), planned: both('下达', 'Assigned') },
    bars: [
      { label: both('转移就业', 'Transfer employment'), n: 3, planned: 5, opens: null },
      { label: both('教育', 'Education support'), n: 2, planned: null, opens: null },
    ],
  };

  test('their names are whole on a phone, their unit and what bar and tick stand for are said', () => {
    const said = textOf(drawn(bars, 354)).join(' ');

    expect(said).not.toContain('…');
    expect(said).toContain('In households');
    expect(said).toContain('Recorded');
    expect(said).toContain('Assigned');
  });

  test('a long number stays on the sheet of a phone: the names give way', () => {
    const label = both('整合盘活的县财政专项资金', 'Special funds of the county pooled');
    const bar = { label, n: 1_600_000_000, planned: 1_600_000_000, opens: null };
    const page = drawn({ ...bars, unit: 'yuan', bars: [bar] }, 354);

    const value = [...page.querySelectorAll('a text, g text')].find((one) =>
      one.textContent?.startsWith('1,600,000,000'),
    );
    const end = Number(value?.getAttribute('x')) + widthOf(value?.textContent ?? '', 13);
    expect(end).toBeLessThanOrEqual(354);
  });

  test('a voice hears what the second number is', () => {
    const page = drawn(bars, 354, 'zh');

    expect([...page.querySelectorAll('title')].map((one) => one.textContent)).toContain(
      '转移就业 登记 3，下达 5',
    );
  });

  test('nothing is said of ticks where there are none', () => {
    const none: Drawing = { ...bars, bars: bars.bars.map((bar) => ({ ...bar, planned: null })) };

    expect(textOf(drawn(none, 354)).join(' ')).not.toContain('Assigned');
  });
});

describe('tasks in time', () => {
  const spells: Drawing = {
    kind: 'spells',
    from: '2013-12-31',
    to: '2015-12-31',
    today: '2016-09-30',
    spells: [
      {
        title: both('登记', 'Register'),
        from: '2013-12-31',
        to: '2013-12-31',
        done: null,
        note: null,
      },
      { title: both('计划', 'Plan'), from: '2015-01-01', to: '2015-12-31', done: 0.5, note: null },
    ],
  };

  test('today stands on the sheet, though all was due before', () => {
    const page = drawn(spells, 600);

    const x = Number(page.querySelector('.today')?.getAttribute('x1'));
    expect(x).toBeGreaterThan(0);
    expect(x).toBeLessThan(600);
    expect(textOf(page)).toContain('2016');
  });

  test('a day is a mark, a span a bar, and what is late says so on a ground of its own', () => {
    const page = drawn(spells, 600);

    expect(page.querySelectorAll('path.spell')).toHaveLength(1);
    expect(page.querySelectorAll('rect.spell')).toHaveLength(1);
    expect(page.querySelector('.on-lines')?.textContent).toBe('▲ 50%');
  });
});

test('streams are as thick as their money: little money is a sliver, and not as broad as much', () => {
  const node = (id: string, n: number) => ({ id, title: both(id, id), n });
  const page = drawn(
    {
      kind: 'streams',
      unit: 'yuan',
      from: [node('a', 990), node('b', 10)],
      to: [node('c', 1000)],
      links: [
        { from: 'a', to: 'c', n: 990 },
        { from: 'b', to: 'c', n: 10 },
      ],
    },
    600,
  );

  const heights = [...page.querySelectorAll('.bar-ink')].map((one) =>
    Number(one.getAttribute('height')),
  );
  expect(heights[0]).toBeCloseTo(316.8);
  expect(heights[1]).toBeCloseTo(3.2);
});
