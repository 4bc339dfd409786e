// Doors of loans, of the banks that lend, and of the papers that wait to be paid.
import {
  answerLoanPaper,
  changeLoanBank,
  claimSubsidy,
  enterLoanBank,
  listInterest,
  listLoanBanks,
  listLoanPapers,
  withdrawLoanPaper,
} from '#contract/funds-banks.ts';
import {
  actOnLoan,
  askForLoan,
  exportLoans,
  getHouseholdLoans,
  getLoan,
  getLoanChoices,
  getLoanSummary,
  listLoans,
  withdrawLoan,
} from '#contract/funds-loans.ts';
import { enterLoanTarget, getLoanTargets } from '#contract/funds-targets.ts';
import { type Served, serve } from '#server/http/serve.ts';
import { act, withdraw } from './act.ts';
import { askLoan, choicesOfLoans } from './ask.ts';
import { banksOf, changeBank, enterBank } from './banks.ts';
import { loansOfHousehold } from './household-loans.ts';
import { loanFile } from './loan-file.ts';
import { loanDetail, loansOfArea } from './loan-view.ts';
import { answerPaper, claimInterest, linesOfPaper, papersOf, withdrawPaper } from './papers.ts';
import { summaryOf } from './summary.ts';
import { enterTarget, targetsHere } from './targets.ts';

export const loanRoutes: readonly Served[] = [
  serve(getLoanSummary, summaryOf),
  serve(getLoanTargets, targetsHere),
  serve(enterLoanTarget, enterTarget),
  serve(getLoanChoices, choicesOfLoans),
  serve(listLoans, loansOfArea),
  serve(exportLoans, loanFile),
  serve(askForLoan, askLoan),
  serve(getLoan, (context, { params }) => loanDetail(context, params.id)),
  serve(withdrawLoan, withdraw),
  serve(actOnLoan, act),
  serve(getHouseholdLoans, loansOfHousehold),
  serve(listLoanBanks, banksOf),
  serve(enterLoanBank, enterBank),
  serve(changeLoanBank, changeBank),
  serve(listLoanPapers, papersOf),
  serve(claimSubsidy, claimInterest),
  serve(listInterest, linesOfPaper),
  serve(answerLoanPaper, answerPaper),
  serve(withdrawLoanPaper, withdrawPaper),
];
