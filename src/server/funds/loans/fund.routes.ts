// Doors of the risk fund and of the documents a claim rests on.
import {
  attachToLoan,
  claimOnFund,
  depositToFund,
  getRiskFund,
  listLoanFiles,
  openLoanFile,
  recoverLoan,
} from '#contract/funds-risk.ts';
import { type Served, serve } from '#server/http/serve.ts';
import { claim, recover } from './claims.ts';
import { attachFile, filesOfLoan, openFile } from './loan-files.ts';
import { deposit, riskFundOf } from './risk-fund.ts';

export const fundRoutes: readonly Served[] = [
  serve(getRiskFund, riskFundOf),
  serve(depositToFund, deposit),
  serve(claimOnFund, claim),
  serve(recoverLoan, recover),
  serve(listLoanFiles, filesOfLoan),
  serve(attachToLoan, attachFile),
  serve(openLoanFile, openFile),
];
