// Doors of payment lists and of what a household received.
import {
  answerDispute,
  answerPaymentList,
  checkPaymentList,
  discardPaymentList,
  drawUpList,
  exportBankFile,
  getHouseholdMoney,
  getListChoices,
  getPaymentList,
  listPaymentLists,
  listPayments,
  readBankAnswer,
  retryFailedPayments,
  sayOfPayment,
  submitPaymentList,
  uploadListFile,
} from '#contract/funds-lists.ts';
import { type Served, serve } from '#server/http/serve.ts';
import { bankFile, retryFailed, takeBankAnswer } from './bank.ts';
import { answerWord, moneyOfHousehold, sayWord } from './household-money.ts';
import { listView } from './list-view.ts';
import {
  answerList,
  beginList,
  choicesOfLists,
  discardList,
  listsOfArea,
  paymentsOf,
  startChecking,
  submitList,
  takeListFile,
} from './lists.ts';

export const listRoutes: readonly Served[] = [
  serve(listPaymentLists, listsOfArea),
  serve(getListChoices, choicesOfLists),
  serve(drawUpList, beginList),
  serve(getPaymentList, (context, { params }) => listView(context, params.id)),
  serve(listPayments, paymentsOf),
  serve(uploadListFile, takeListFile),
  serve(checkPaymentList, startChecking),
  serve(submitPaymentList, submitList),
  serve(answerPaymentList, answerList),
  serve(exportBankFile, bankFile),
  serve(readBankAnswer, takeBankAnswer),
  serve(retryFailedPayments, retryFailed),
  serve(discardPaymentList, discardList),
  serve(getHouseholdMoney, moneyOfHousehold),
  serve(sayOfPayment, sayWord),
  serve(answerDispute, answerWord),
];
