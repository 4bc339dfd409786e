import { expect, test } from 'vitest';
import { agrees } from '#domain/funds/loans/published.ts';
import { readPrinted } from '#domain/policy/pack/printed-number.ts';
import { shipped } from '#tests/world/shipped-packs.ts';
import { borrowersAsked, inventLoans } from './loans.ts';
import { moneyOfHuanjiang } from './money.ts';

const figures = shipped.get('huanjiang-2016')?.rows.figures ?? [];
const figureOf = (id: string) => {
  const figure = figures.find(({ row }) => row.id === id)?.row;
  if (figure?.value === undefined) throw new Error(`no figure ${id}`);
  return { value: figure.value, printed: figure.printed ?? '' };
};

const borrowers = (count: number, labourers: number) =>
  Array.from({ length: count }, (_, index) => ({
    id: `${labourers}-${index}`,
    area: '451226202201',
    township: '451226202',
    labourers,
  }));

test('the demonstration lends as many loans and as much money as were published, one to a household [HJ-37] [HJ-46]', () => {
  const { able, unable } = borrowersAsked;
  const loans = inventLoans([...borrowers(able, 2), ...borrowers(unable, 0)], 'seed');
  const yuan = loans.reduce((sum, one) => sum + one.yuan, 0);
  const span = readPrinted(figureOf('loanAmount').printed);

  expect(loans).toHaveLength(figureOf('loanHouseholds').value);
  expect(new Set(loans.map(({ borrower }) => borrower.id)).size).toBe(loans.length);
  expect(span !== undefined && agrees(yuan, span)).toBe(true);
  expect(Math.max(...loans.map((one) => one.yuan))).toBeLessThanOrEqual(50_000);
  // Who has no labour entrusts the loan, everybody else borrows for a use of their own.
  expect(loans.filter(({ isEntrusted }) => isEntrusted)).toHaveLength(unable);
});

test.each([
  ['countyFinance', 'workFundCounty'],
  ['officeFunds', 'workFundOffice'],
  ['pooledFunds', 'integratedFunds'],
])(
  'what %s gives in the demonstration is what was published as %s, to the yuan [HJ-28] [HJ-45]',
  (source, figure) => {
    const own = moneyOfHuanjiang.parts.filter((part) => part.source === source);

    expect(own.reduce((sum, { yuan }) => sum + yuan, 0)).toBe(figureOf(figure).value);
  },
);
