// Doors of the books: sums, lines, entries, acts that wait, months.
import {
  answerFundOrder,
  enterFundOrder,
  getBooks,
  getFundAccount,
  getFundChoices,
  getFundEntry,
  listFundLines,
  listFundMonths,
  listFundOrders,
  reverseFundEntry,
  turnFundMonth,
  withdrawFundOrder,
} from '#contract/funds.ts';
import { getFundFlow } from '#contract/funds-flow.ts';
import { listIdleBalances } from '#contract/funds-idle.ts';
import { getFundTrail, listTrailPayments } from '#contract/funds-trail.ts';
import { type Served, serve } from '#server/http/serve.ts';
import { accountOn, booksOf, choicesHere, linesOfArea } from './books.ts';
import { entryOf, reverseEntry } from './entries.ts';
import { flowHere } from './flow.ts';
import { idleBalances } from './idle.ts';
import { monthsOf, turnMonth } from './months.ts';
import { ordersOf } from './order-view.ts';
import { answerOrder, enterOrder, withdrawOrder } from './orders.ts';
import { trailOf, trailPayments } from './trail.ts';

export const bookRoutes: readonly Served[] = [
  serve(getBooks, booksOf),
  serve(listFundLines, linesOfArea),
  serve(getFundEntry, entryOf),
  serve(reverseFundEntry, reverseEntry),
  serve(getFundAccount, accountOn),
  serve(listIdleBalances, idleBalances),
  serve(getFundChoices, choicesHere),
  serve(listFundOrders, ordersOf),
  serve(enterFundOrder, enterOrder),
  serve(answerFundOrder, answerOrder),
  serve(withdrawFundOrder, withdrawOrder),
  serve(listFundMonths, monthsOf),
  serve(turnFundMonth, turnMonth),
  serve(getFundFlow, flowHere),
  serve(getFundTrail, trailOf),
  serve(listTrailPayments, trailPayments),
];
