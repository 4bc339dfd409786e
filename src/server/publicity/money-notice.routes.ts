// Doors of notices of projects and of money.
import {
  draftMoneyNotice,
  listProjectNotices,
  postMoneyNotice,
  takeDownMoneyNotice,
} from '#contract/publicity-money.ts';
import { type Served, serve } from '#server/http/serve.ts';
import { draftOfMoney, noticesOfProject, postMoney, takeDownMoney } from './money-notice.ts';

export const moneyNoticeRoutes: readonly Served[] = [
  serve(draftMoneyNotice, draftOfMoney),
  serve(postMoneyNotice, postMoney),
  serve(takeDownMoneyNotice, takeDownMoney),
  serve(listProjectNotices, noticesOfProject),
];
