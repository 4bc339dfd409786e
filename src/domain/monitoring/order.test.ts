import { expect, test } from 'vitest';
import { plainDate } from '#domain/kernel/plain-date.ts';
import { decideOrderAct, lateOf, type OrderPart, type OrderReader } from './order.ts';

const part = (state: OrderPart['state'], more: Partial<OrderPart> = {}): OrderPart => ({
  state,
  dueOn: '2016-09-20',
  reportedOn: null,
  reportedBy: null,
  ...more,
});
const village: OrderReader = { account: 'village', isAddressee: true, maySteer: false };
const county: OrderReader = { account: 'county', isAddressee: false, maySteer: true };

test.each([
  [part('issued'), village, 'receive', 'received'],
  [part('issued'), county, 'receive', 'monitoring/order-not-yours'],
  [part('issued'), village, 'report', 'monitoring/order-not-received'],
  [part('received'), village, 'receive', 'monitoring/order-received'],
  [part('received'), village, 'report', 'reported'],
  [part('received'), village, 'urge', 'monitoring/order-not-yours'],
  [part('received'), county, 'urge', 'received'],
  [part('received'), county, 'done', 'monitoring/order-not-reported'],
  [part('reported'), village, 'report', 'monitoring/order-reported'],
  [part('reported'), county, 'urge', 'monitoring/order-reported'],
  [part('reported'), county, 'done', 'done'],
  [part('reported'), county, 'return', 'returned'],
  [part('reported', { reportedBy: 'county' }), county, 'done', 'monitoring/order-own-report'],
  [part('returned'), village, 'report', 'reported'],
  [part('done'), county, 'return', 'monitoring/order-done'],
] as const)('[HJ-08] [JJ-47] %o by %o: %s leads to %s', (held, reader, act, outcome) => {
  const decided = decideOrderAct(held, reader, { act, words: '已办' });

  expect(decided.ok ? decided.to : decided.why.code).toBe(outcome);
});

test('a report and a return need words', () => {
  const report = decideOrderAct(part('received'), village, { act: 'report', words: '' });
  const back = decideOrderAct(part('reported'), county, { act: 'return', words: '' });

  expect([report.ok, back.ok]).toEqual([false, false]);
});

test.each([
  [part('issued'), '2016-09-20', undefined],
  [part('issued'), '2016-09-23', { delay: 'notReceived', days: 3 }],
  [part('received'), '2016-09-21', { delay: 'notReported', days: 1 }],
  [part('returned'), '2016-09-30', { delay: 'returned', days: 10 }],
  [
    part('reported', { reportedOn: '2016-09-22' }),
    '2016-10-30',
    { delay: 'reportedLate', days: 2 },
  ],
  [part('done', { reportedOn: '2016-09-20' }), '2016-10-30', undefined],
] as const)('[HJ-08] who is late with %o on %s is named with the days: %o', (held, on, late) => {
  expect(lateOf(held, plainDate(on))).toEqual(late);
});
