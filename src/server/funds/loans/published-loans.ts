// Published figures of a county's loans and risk fund beside what its books say, or why they cannot be compared.
import type { LoanSummary } from '#contract/funds-loans.ts';
import { agrees, basesOfShare } from '#domain/funds/loans/published.ts';
import { readPrinted } from '#domain/policy/pack/printed-number.ts';
import type { ResolvedPack } from '#domain/policy/pack/resolve-pack.ts';

export interface OurLoans {
  readonly households: number;
  readonly lentFen: number;
  readonly fundFen: number;
  /** What the banks agreed to lend in all. */
  readonly agreedFen: number;
}

type Published = LoanSummary['published'];

/** What was raised is a promise: loans reach it in years, the agreements stand for it from the first day. */
const agreements = { zh: '各银行协议放贷额度合计', en: 'what the banks agreed to lend in all' };

export function publishedOf(pack: ResolvedPack | undefined, ours: OurLoans): Published {
  const figures = (pack?.rows.figures ?? []).map(({ row }) => row);
  const found = (id: string) => figures.find((one) => one.id === id);
  const numbers = [
    { id: 'loanHouseholds', ours: ours.households, unit: 1 },
    { id: 'loanAmount', ours: ours.lentFen, unit: 100 },
    { id: 'riskFund', ours: ours.fundFen, unit: 100 },
    { id: 'leveragedCredit', ours: ours.agreedFen, unit: 100, against: agreements },
  ].flatMap(({ id, ours: own, unit, against = null }): Published => {
    const figure = found(id);
    if (figure?.value === undefined || figure.printed === undefined) return [];
    const { title, printed, on, value } = figure;
    const exactly = { least: value, most: value };
    const span = figure.exact === true ? exactly : (readPrinted(printed) ?? exactly);
    const isMoney = unit === 100;
    const at = { figure: id, title, printed, on, isMoney, against };
    return [{ ...at, ours: own, agrees: agrees(own / unit, span), bases: null }];
  });
  const rate = found('loanCompletion');
  const part = found('loanHouseholds')?.value;
  if (rate?.printed === undefined || part === undefined) return numbers;
  return [
    ...numbers,
    {
      figure: 'loanCompletion',
      title: rate.title,
      printed: rate.printed,
      on: rate.on,
      ours: null,
      isMoney: false,
      against: null,
      agrees: null,
      bases: basesOfShare(part, rate.printed) ?? null,
    },
  ];
}
