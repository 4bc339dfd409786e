import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { showPage } from '#web/shell/shown-page.tsx';

const rule = (id: string, kind: 'error' | 'question', failing: number) => ({
  id,
  of: 'household',
  kind,
  title: { zh: `规则${id}`, en: `Rule ${id}` },
  remedy: { zh: '入户核对', en: 'Ask the household' },
  checked: 1000,
  failing,
  byPart: [{ checked: 400, failing }, null],
  days: [
    { day: '2016-09-29', checked: 1000, failing: failing + 5 },
    { day: '2016-09-30', checked: 1000, failing },
  ],
});

const view = {
  area: { code: '451226', name: '环江毛南族自治县', level: 'county' },
  countedAt: '2016-09-30T01:00:00.000Z',
  rules: [rule('one', 'error', 12), rule('two', 'error', 40), rule('three', 'question', 90)],
  parts: [
    { code: '451226100', name: '思恩镇' },
    { code: '451226101', name: '水源镇' },
  ],
};

const accuracies = {
  isWide: false,
  round: null,
  items: [
    {
      id: 'causes',
      title: { zh: '致贫原因分析准', en: 'Causes' },
      rules: ['causeBlank'],
      machine: {
        share: { right: 980, of: 1000, interval: null, how: { zh: '按规则', en: 'By rules' } },
      },
      department: { why: { zh: '部门名单不涉及这一项', en: 'No list speaks of this' } },
      field: {
        share: {
          right: 45,
          of: 50,
          interval: { low: 0.782, high: 0.967 },
          how: { zh: '入户问过的', en: 'Asked' },
        },
      },
    },
  ],
};

test('an accuracy has three numbers, each with how it was counted or why it was not [GS-12]', async () => {
  await showPage('/quality', {
    answers: { 'GET /api/insight/quality': view, 'GET /api/insight/accuracies': accuracies },
  });

  const row = (await screen.findByRole('row', { name: /致贫原因分析准/ })) as HTMLElement;
  expect(within(row).getByText('98.0%')).toBeTruthy();
  expect(within(row).getByText('部门名单不涉及这一项')).toBeTruthy();
  expect(within(row).getByText('95% 区间 78.2%–96.7%')).toBeTruthy();
});

test('the worst error is told first, and a rule that is chosen shows where and who', async () => {
  const { user, here } = await showPage('/quality', {
    answers: {
      'GET /api/insight/quality': view,
      'GET /api/insight/accuracies': accuracies,
      'GET /api/insight/quality/two/households': {
        items: [
          {
            id: '06e29a00-0000-8000-9000-000000000002',
            householdNo: '45122610020001',
            headName: '韦建国',
            areaCode: '451226100200',
            township: '思恩镇',
            village: '福寿村',
            persons: ['韦小妹'],
          },
        ],
        next: null,
      },
    },
  });

  expect(await screen.findByText(/“规则two”最多：1,000 条里有 40 条，占 4.0%/)).toBeTruthy();
  expect(screen.getByText(/选一条规则/)).toBeTruthy();
  await user.click(screen.getByRole('link', { name: '规则two' }));

  const panel = await screen.findByRole('complementary', { name: '规则two' });
  expect(await within(panel).findByText('韦小妹')).toBeTruthy();
  expect(within(panel).getByRole('link', { name: '思恩镇' })).toBeTruthy();
  expect(within(panel).queryByText('水源镇')).toBeNull();
  expect(here()).toContain('rule=two');
});

test('a register that was never counted says when it will be, in English too', async () => {
  await showPage('/quality', {
    language: 'en',
    answers: {
      'GET /api/insight/accuracies': accuracies,
      'GET /api/insight/quality': { ...view, countedAt: null, rules: [] },
    },
  });

  expect(await screen.findByText('Not counted yet')).toBeTruthy();
});
