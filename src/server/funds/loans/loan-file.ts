// The loans behind a number as a spreadsheet: what a loan officer takes along to those whose loans fall due.
import type { exportLoans, Loan } from '#contract/funds-loans.ts';
import type { InputOf } from '#contract/route.ts';
import { stateWords } from '#domain/funds/loans/loan-words.ts';
import type { Language } from '#domain/kernel/refusal.ts';
import type { Context, Download } from '#server/http/context.ts';
import { defused, xlsxDownload } from '#server/kernel/xlsx-download.ts';
import { listLoanRows } from './loan-list.store.ts';
import { loansAsked, loanViews } from './loan-view.ts';

/** A county with ten times the loans of Huanjiang still fits. */
const fileMost = 50_000;

const words = {
  zh: {
    name: '贷款清单',
    headings: [
      '户编号',
      '户主',
      '辖区',
      '银行',
      '产品',
      '用途',
      '状态',
      '放款日',
      '到期日',
      '逾期天数',
      '放款（元）',
      '还欠（元）',
      '年利率（%）',
    ],
  },
  en: {
    name: 'Loans',
    headings: [
      'Household number',
      'Head',
      'Place',
      'Lender',
      'Product',
      'Purpose',
      'State',
      'Lent on',
      'Due on',
      'Days late',
      'Lent (yuan)',
      'Owed (yuan)',
      'Rate (% a year)',
    ],
  },
} as const satisfies Readonly<Record<Language, unknown>>;

export async function loanFile(
  context: Context,
  { query }: InputOf<typeof exportLoans>,
): Promise<Download> {
  const { tx, language, area, today } = context;
  const asked = await loansAsked(context, query);
  const rows = await listLoanRows(tx, { ...asked, after: undefined, limit: fileMost });
  const loans = await loanViews(context, rows);
  const { name, headings } = words[language];
  context.note({ area, facts: { show: query.show, rows: loans.length } });
  return xlsxDownload({
    fileName: `${name} ${today}.xlsx`,
    name,
    headings,
    rows: loans.map((one) => rowOf(one, language)),
  });
}

function rowOf(one: Loan, language: Language): (string | number)[] {
  const late = one.daysLate ?? 0;
  return [
    one.householdNo,
    defused(one.headName),
    one.area.name,
    defused(one.lender),
    one.productTitle[language],
    defused(one.purpose),
    stateWords[one.state][language],
    one.lentOn ?? '',
    one.dueOn ?? '',
    late > 0 ? late : '',
    one.lent / 100,
    one.owed / 100,
    one.ratePercent ?? '',
  ];
}
