import { screen, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { Refused, showPage } from '#web/shell/shown-page.tsx';

const id = '06e29a00-0000-8000-9000-00000000000a';
const both = (zh: string, en: string) => ({ zh, en });
const mark = { verified: true, sample: false, source: null, note: null };
const line = (key: string, kind: string, given: object = {}) => ({
  key,
  kind,
  pack: 'tea-club',
  title: both('收入过线', 'Income over the line'),
  question: null,
  outcome: 'fails',
  outcomeWords: both('不符合', 'it does not hold'),
  sentence: both('收入过线：不符合，因为收入低。', 'Income over the line: no, because it is low.'),
  verified: true,
  ...given,
});

const flip = (rank: number, given: object = {}) => ({
  fact: `fact${rank}`,
  label: both('收入', 'Income'),
  from: both('2,800 元', '2,800 yuan'),
  to: both('2,952.01 元', '2,952.01 yuan'),
  outcome: 'holds',
  outcomeWords: both('符合', 'it holds'),
  sentence: both(`若收入不同，改法 ${rank}。`, `If income were different, change ${rank}.`),
  size: rank / 10,
  rank,
  tie: false,
  total: null,
  items: [],
  ...given,
});

function aWhy(given: object = {}) {
  return {
    household: { id, householdNo: '4512261002000001', headName: '谭永福', areaNames: ['下南乡'] },
    on: '2016-09-30',
    decided: null,
    known: 'then',
    pack: {
      id: 'tea-club',
      version: '1.2.0',
      title: both('茶友会', 'Tea club'),
      missingVersion: null,
      chain: [],
    },
    decision: line('criterion.overLine', 'criterion'),
    mark,
    score: null,
    run: null,
    parts: [
      {
        id: 'overLine',
        role: 'criterion',
        title: both('收入过线', 'Income over the line'),
        value: false,
        decisive: true,
        max: null,
        villageMedian: null,
        guide: null,
        says: [both('您家收入没有过线。', 'Your income is not over the line.')],
        gives: [],
        reason: both('收入 2,800 元', 'Income 2,800 yuan'),
        mark,
        tree: [
          {
            depth: 0,
            kind: 'all',
            text: 'a && b',
            words: both('甲且乙', 'a and b'),
            value: false,
            decisive: true,
            values: [],
          },
          {
            depth: 1,
            kind: 'test',
            text: 'a',
            words: both('甲', 'a'),
            value: false,
            decisive: true,
            values: [],
          },
          {
            depth: 1,
            kind: 'test',
            text: 'b',
            words: both('乙', 'b'),
            value: null,
            decisive: false,
            values: [],
          },
        ],
      },
    ],
    facts: [
      {
        fact: 'income',
        label: both('收入', 'Income'),
        shown: both('2,800 元', '2,800 yuan'),
        known: true,
        decisive: true,
        sensitive: false,
        origin: {
          kind: 'incomes',
          event: 'x',
          source: 'visit',
          authorName: '林桂英',
          trueFrom: '2016-06-01',
          observedOn: null,
          recordedAt: '2016-06-05T03:00:00Z',
        },
      },
      {
        fact: 'illness',
        label: both('病情', 'Illness'),
        shown: both('重病', 'Severe'),
        known: true,
        decisive: false,
        sensitive: true,
        origin: null,
      },
    ],
    parameters: [],
    missing: [],
    flips: [1, 2, 3, 4].map((rank) => flip(rank)),
    ifKnown: [],
    exact: true,
    objection: {
      days: 7,
      step: both('村内公示', 'Posted'),
      process: both('退出', 'Leaving'),
      verified: false,
    },
    ...given,
  };
}

const address = `GET /api/targeting/households/${id}/decisions/criterion.overLine`;
const sheet = `/households/${id}/why/criterion.overLine/sheet`;

describe('the sheet for the household', () => {
  test('says in plain words what was decided, why, from what, what would change it and how to object [HH-05]', async () => {
    await showPage(sheet, { answers: { [address]: aWhy() }, role: 'village' });

    const paper = await screen.findByRole('article');
    expect(within(paper).getByText('您家收入没有过线。')).toBeDefined();
    expect(paper.textContent).toContain('按收入台账算出，林桂英，2016年6月1日');
    expect(within(paper).getAllByText(/^若收入不同，改法/)).toHaveLength(3);
    expect(within(paper).getByText(/“村内公示”公示 7 天/).textContent).toContain(
      '没有和原文核对过',
    );
    expect(within(paper).getByText(/茶友会 1.2.0/)).toBeDefined();
    expect(within(paper).getByRole('img', { name: /扫一扫/ })).toBeDefined();
  });

  test('prints no sensitive value', async () => {
    await showPage(sheet, { answers: { [address]: aWhy() } });

    const paper = await screen.findByRole('article');
    expect(within(paper).queryByText('重病')).toBeNull();
    expect(within(paper).getByText('不印在纸上')).toBeDefined();
  });

  test('of a score with a veto says how the veto is rebutted', async () => {
    const veto = {
      ...aWhy().parts[0],
      role: 'veto',
      title: both('经商办企业', 'Runs a shop'),
      value: true,
      says: [],
      guide: both('可说明已停业。', 'One may show that it is closed.'),
    };
    const decision = line('sheet.house', 'sheet', {
      outcome: 'vetoed',
      outcomeWords: both('有否决情形，不列入', 'a veto holds'),
    });
    const why = aWhy({ decision, parts: [veto], flips: [], score: null });
    await showPage(`/households/${id}/why/sheet.house/sheet`, {
      answers: { [`GET /api/targeting/households/${id}/decisions/sheet.house`]: why },
      language: 'en',
    });

    expect(await screen.findByText(/One may show that it is closed/)).toBeDefined();
    expect(
      screen.getByText(/If one thing alone were different, the decision would be the same/),
    ).toBeDefined();
  });

  test('of a household that has exited says what was decided then, and that this is worked out and posted nowhere', async () => {
    const step = (stage: string, on: string) => ({
      stage,
      on,
      event: stage,
      source: 'case:three',
      case: { id: 'three', title: both('双认定', 'Dual confirmation') },
    });
    const decided = {
      steps: [step('LISTED', '2016-01-21'), step('EXIT_ANNOUNCED', '2016-06-26')],
      score: null,
    };
    await showPage(sheet, { answers: { [address]: aWhy({ decided }) } });

    const paper = await screen.findByRole('article');
    expect(within(paper).getByText('脱贫公告：2016年6月26日，依据：双认定')).toBeDefined();
    expect(within(paper).getByText(/不是新的决定/)).toBeDefined();
    expect(within(paper).queryByText('决定了什么')).toBeNull();
    expect(within(paper).queryByText(/公示 7 天/)).toBeNull();
    expect(within(paper).queryByRole('link')).toBeNull();
  });

  test('of an open decision names what is missing and what each answer would lead to', async () => {
    const why = aWhy({
      decision: line('criterion.overLine', 'criterion', { outcome: 'unknown' }),
      missing: [{ fact: 'income', label: both('收入', 'Income') }],
      flips: [],
      ifKnown: [
        {
          fact: 'income',
          label: both('收入', 'Income'),
          cases: [
            {
              shown: both('2,952 元 及以下', '…'),
              outcome: 'fails',
              outcomeWords: both('不符合', 'no'),
            },
          ],
        },
      ],
    });
    await showPage(sheet, { answers: { [address]: why } });

    expect(await screen.findByText(/还不知道您家这些情况.*收入/)).toBeDefined();
    expect(screen.getByText('收入 2,952 元 及以下：不符合。')).toBeDefined();
  });

  test('that is refused says so and how to go on', async () => {
    const refused = new Refused(404, {
      code: 'targeting/no-such-household',
      message: '没有这一户。',
    });
    await showPage(sheet, { answers: { [address]: refused } });

    expect((await screen.findByRole('alert')).textContent).toContain('没有这一户。');
    expect(screen.getByRole('button', { name: '打印这一页' })).toHaveProperty('disabled', true);
  });
});
