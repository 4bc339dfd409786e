import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { Interview, InterviewQuestion } from '#contract/casework-interview.ts';
import { type Asked, showPage } from '#web/shell/shown-page.tsx';

const both = (zh: string) => ({ zh, en: zh });
const id = '06e29a00-0000-8000-9000-0000000000c1';
const question = (name: string, more: Partial<InterviewQuestion> = {}): InterviewQuestion => ({
  id: name,
  kind: 'field',
  part: { id: 'look', title: both('二看'), text: both('看住房。') },
  label: both(name === 'houseArea' ? '住房面积' : '人均纯收入'),
  about: [both('人均住房面积')],
  guide: both('量一量。'),
  known: { value: 90, source: 'householdBook', on: '2016-01-31' },
  ...more,
});
const one: Interview = {
  case: id,
  household: '06e29a00-0000-8000-9000-0000000000a1',
  step: { id: 'firstVisit', title: both('第一次入户评估') },
  method: { title: both('一进二看'), verified: false },
  sheet: { title: both('评估表'), verified: false, note: both('样例'), max: 100 },
  questions: [question('houseArea'), question('incomePerHead', { kind: 'figure' })],
  mayAnswer: true,
  result: null,
  earlier: [],
};
const address = `GET /api/casework/cases/${id}/interview`;

test('one question a screen: what is as before takes one press, what differs is typed', async () => {
  const sent: Asked[] = [];
  const page = await showPage(`/cases/${id}/interview`, {
    answers: {
      [address]: one,
      [`PUT /api/casework/cases/${id}/interview/answers/houseArea`]: (asked: Asked) => {
        sent.push(asked);
        return { answered: 1, remaining: 1 };
      },
    },
    role: 'village',
    width: 390,
  });

  expect(await screen.findByRole('heading', { name: '住房面积' })).toBeTruthy();
  expect(screen.getByText(/登记的是：/).textContent).toContain('90');
  expect(screen.getByText(/户口簿/)).toBeTruthy();
  await page.user.click(screen.getByRole('button', { name: '跟登记的一样' }));
  expect(sent[0]?.body).toEqual({ value: 90 });

  expect(await screen.findByRole('heading', { name: '人均纯收入' })).toBeTruthy();
  expect(screen.getByText(/不用填/)).toBeTruthy();
  expect(screen.queryByRole('spinbutton')).toBeNull();
  await page.user.click(screen.getByRole('button', { name: /上一问/ }));
  expect(await screen.findByRole('heading', { name: '住房面积' })).toBeTruthy();
});

test('it names the household, and the name leads to it', async () => {
  const about = {
    household: one.household,
    headName: '覃大山',
    township: '下南乡',
    village: '仪凤村',
  };
  await showPage(`/cases/${id}/interview`, {
    answers: { [address]: one, [`GET /api/casework/cases/${id}`]: about },
    role: 'village',
  });

  const link = await screen.findByRole('link', { name: '覃大山户' });

  expect(link.getAttribute('href')).toBe(`/households/${one.household}`);
  expect(screen.getByText('下南乡 仪凤村')).toBeTruthy();
});

test('unfinished it says what is left; finished, it shows the score with what may be answered, in English too', async () => {
  const answered = one.questions.map((each) => ({ ...each, answer: 90 }));
  await showPage(`/cases/${id}/interview`, {
    answers: { [address]: { ...one, questions: answered } },
    role: 'village',
  });
  expect(await screen.findByRole('button', { name: '完成访谈' })).toBeTruthy();
  expect(screen.queryByText(/满分/)).toBeNull();

  const result = {
    id,
    by: '林桂英',
    at: '2016-09-01T02:00:00.000Z',
    total: 42,
    max: 100,
    cutOff: 60,
    items: [{ id: 'houseSpace', title: both('人均住房面积'), points: 4, max: 6 }],
    vetoes: [{ id: 'townProperty', title: both('城里有房'), rebuttal: both('可说明') }],
    missing: [],
  };
  await showPage(`/cases/${id}/interview`, {
    answers: { [address]: { ...one, questions: answered, result } },
    language: 'en',
  });
  expect(await screen.findByText('42 points of 100')).toBeTruthy();
  expect(screen.getByText(/The line is 60 points/)).toBeTruthy();
});

test('a round that is under way says what is left; who may end it sees so', async () => {
  const none = { households: 0, persons: 0 };
  const sum = { open: none, out: { households: 3, persons: 9 }, in: none, kept: none };
  await showPage(`/campaigns/${id}`, {
    answers: {
      [`GET /api/casework/campaigns/${id}`]: {
        id,
        areaCode: '451226',
        title: '第一次复查',
        process: { id: 'recheck', title: both('回头看') },
        round: { id: 'firstRound', title: both('第一次复查复核') },
        pack: { id: 'huaihua-2015', edition: '1' },
        choice: null,
        state: 'open',
        job: null,
        opened: 3,
        passedOver: 1,
        by: '陈国强',
        begunOn: '2015-03-01',
        endedOn: null,
        endedBy: null,
        sum,
        townships: [{ code: '451226202', name: '下南乡', sum }],
        mayEnd: true,
      },
    },
  });
  expect(await screen.findByText(/清理 3 户 9 人/)).toBeTruthy();
  expect(screen.getByRole('button', { name: '结束这一轮' })).toBeTruthy();
  expect(screen.getByText(/1 户已在办/)).toBeTruthy();
});
