import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { Case, CaseRow } from '#contract/casework.ts';
import { type Asked, Refused, showPage } from '#web/shell/shown-page.tsx';

const both = (zh: string) => ({ zh, en: zh });
const id = '06e29a00-0000-8000-9000-0000000000c1';
const household = '06e29a00-0000-8000-9000-0000000000a1';
const row: CaseRow = {
  id,
  household,
  areaName: null,
  householdNo: '0001',
  headName: '覃大山',
  areaCode: '451226202202',
  township: '下南乡',
  village: '仪凤村',
  process: { id: 'identification', title: both('七步识别流程') },
  step: { id: 'vote', title: both('村民代表评议和票决') },
  end: null,
  begunOn: '2016-09-01',
  endedOn: null,
  clock: {
    since: '2016-09-05',
    dueOn: '2016-09-20',
    colour: 'overdue',
    lateDays: 10,
    told: 'township',
  },
  isMine: true,
};
const outcome = (name: string, more: object = {}) => ({
  id: name,
  title: both(name),
  leadsTo: both(`${name}以后`),
  needsReason: false,
  closed: null,
  decision: null,
  class: null,
  ...more,
});
const one: Case = {
  ...row,
  position: 4,
  pack: { id: 'huaihua-2015', edition: '1.0.0', title: both('怀化') },
  helpClass: null,
  line: [
    {
      id: 'vote',
      title: both('村民代表评议和票决'),
      state: 'open',
      since: '2016-09-05',
      on: null,
      by: null,
      outcome: null,
      times: 0,
    },
  ],
  open: {
    id: 'vote',
    title: both('村民代表评议和票决'),
    kind: 'meeting',
    level: 'village',
    text: null,
    verified: true,
    needs: [],
    hasInterview: false,
    checks: null,
    actors: [both('村民代表会议')],
    signed: [],
    parties: [],
    isRoster: false,
    mayConfirm: false,
    mayTakeCode: false,
    awaited: [both('村民代表会议')],
    outcomes: [
      outcome('通过', { closed: both('条件不满足：人均 1,000 元') }),
      outcome('未通过', { needsReason: true }),
    ],
    capacities: [{ code: 'VILLAGE_MEETING', title: both('村民代表会议') }],
    barred: null,
    takenOver: null,
    notice: null,
    noticeTerm: null,
    shows: [],
    quorum: 0.6667,
    majority: 0.5,
    mayPost: false,
    mayObject: false,
    mayAnswer: false,
  },
  objections: [],
  doubts: [],
  signatures: [],
  acts: [],
  hasChecklist: false,
  mayWithdraw: false,
};
const counts = {
  items: [{ process: row.process, step: row.step, overdue: 1, soon: 0, onTime: 2, noClock: 0 }],
};
const answers = {
  'GET /api/casework/cases': { items: [row], next: null },
  'GET /api/casework/counts': counts,
  [`GET /api/casework/cases/${id}`]: one,
  [`GET /api/registry/households/${household}/attachments`]: { items: [] },
};

test('the queue says whose case, which step, how long and how late, with mark and word', async () => {
  await showPage('/cases', { answers });

  const line = await screen.findByRole('row', { name: /覃大山/ });
  expect(within(line).getByText('村民代表评议和票决')).toBeTruthy();
  expect(within(line).getByText('25 天')).toBeTruthy();
  expect(
    within(line)
      .getByText(/超期 10 天/)
      .closest('.chip')?.textContent,
  ).toContain('▲');
  expect(within(line).getByText('已报乡镇')).toBeTruthy();
});

test('the case of a village bears the name of the village, not of a household', async () => {
  const village = { ...one, household: null, areaName: '仪凤村', headName: null };
  await showPage(`/cases/${id}`, {
    answers: { ...answers, [`GET /api/casework/cases/${id}`]: village },
  });

  expect(await screen.findByRole('heading', { name: '仪凤村：七步识别流程' })).toBeTruthy();
});

test('for whom no step can wait, the queue is that of the area, without one of their own', async () => {
  const page = await showPage('/cases', { answers, role: 'auditor' });

  expect(await screen.findByRole('row', { name: /覃大山/ })).toBeTruthy();
  expect(screen.queryByRole('link', { name: '等我办' })).toBeNull();
  const read = page.asked.find(({ address }) => address === 'GET /api/casework/cases');
  expect(read?.query.get('whose')).toBe('all');
});

test('a number of the pipeline opens the list it counts', async () => {
  const page = await showPage('/cases', { answers });

  await page.user.click(await screen.findByRole('link', { name: '2' }));

  expect(page.here()).toContain('step=vote');
  expect(page.here()).toContain('colour=onTime');
  const last = page.asked.filter(({ address }) => address === 'GET /api/casework/cases').at(-1);
  expect(last?.query.get('colour')).toBe('onTime');
});

test('an empty queue teaches where cases begin, and a failed one says so', async () => {
  const empty = { items: [], next: null };
  await showPage('/cases', {
    answers: { 'GET /api/casework/cases': empty, 'GET /api/casework/counts': { items: [] } },
  });
  expect(await screen.findByText('现在没有等您办的')).toBeTruthy();

  const refused = new Refused(503, { code: 'input/busy', message: '稍后再试' });
  await showPage('/cases', { answers: { ...answers, 'GET /api/casework/cases': refused } });
  expect(await screen.findByText('稍后再试')).toBeTruthy();
});

test('a closed outcome shows the rule that closes it; a vote is sent with its figures and what was seen', async () => {
  const sent: Asked[] = [];
  const page = await showPage(`/cases/${id}`, {
    answers: {
      ...answers,
      [`POST /api/casework/cases/${id}/acts`]: (asked: Asked) => {
        sent.push(asked);
        return one;
      },
    },
  });

  expect(await screen.findByText(/条件不满足：人均 1,000 元/)).toBeTruthy();
  expect(screen.getByRole<HTMLInputElement>('radio', { name: /^通过/ }).disabled).toBe(true);
  for (const [label, value] of [
    ['应到', '30'],
    ['实到', '24'],
    ['赞成', '2'],
    ['反对', '22'],
    ['弃权', '0'],
  ] as const) {
    await page.user.type(screen.getByLabelText(label), value);
  }
  await page.user.type(screen.getByLabelText('理由'), '有房');
  await page.user.click(screen.getByRole('button', { name: '提交' }));

  expect(sent[0]?.body).toEqual({
    seen: 4,
    step: 'vote',
    outcome: '未通过',
    capacity: 'VILLAGE_MEETING',
    reason: '有房',
    meeting: { due: 30, present: 24, for: 2, against: 22, abstained: 0, secret: true },
  });
});

test('who may not act reads why, in English too, and on a phone rows are cards', async () => {
  const barred = { zh: '要由另一人来审。', en: 'Somebody else must do it.' };
  const open = one.open === null ? null : { ...one.open, capacities: [], barred };
  await showPage(`/cases/${id}`, {
    answers: { ...answers, [`GET /api/casework/cases/${id}`]: { ...one, open } },
    language: 'en',
  });
  expect(await screen.findByText('Somebody else must do it.')).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Submit' })).toBeNull();

  await showPage('/cases', { answers, language: 'en', width: 390 });
  expect(await screen.findByText('10 days over')).toBeTruthy();
  expect(screen.queryByRole('columnheader', { name: 'Last day' })).toBeNull();
});

test('who is to sign reads what was found at home against the register, with the way to it', async () => {
  const register = { holds: false, figure: null, values: [] };
  const found = { holds: true, note: '', seenOn: '2016-09-01', by: '韦秀清', at: '', register };
  const item = (name: string, title: string, holds: boolean) => ({
    id: name,
    kind: 'criterion',
    title: both(title),
    answer: { ...found, register: { ...register, holds }, file: null, paper: '' },
  });
  const signing = {
    ...one,
    hasChecklist: true,
    open: { ...one.open, kind: 'signOff' },
  };
  await showPage(`/cases/${id}`, {
    answers: {
      [`GET /api/casework/cases/${id}`]: signing,
      [`GET /api/casework/cases/${id}/checks`]: {
        items: [item('water', '饮水安全', false), item('house', '住房安全', true)],
      },
    },
    role: 'county',
  });

  const link = await screen.findByRole('link', { name: '饮水安全：核查达到，按登记的数未达到' });

  expect(link.getAttribute('href')).toBe(`/cases/${id}/checks#water`);
  expect(screen.queryByText(/住房安全/)).toBeNull();
});
