// Loans of the demonstration county, once: as many and as much as was published, each an entry of the books;
// a risk fund of a hundred million by 7 to 3, applications that wait, refusals, a claim for interest.
import { everything } from '#domain/access/scope.ts';
import { borrowersAsked, type InventedLoan, inventLoans } from '#domain/demonstration/loans.ts';
import { randomOf } from '#domain/demonstration/random.ts';
import { lendLines, repayLines } from '#domain/funds/loans/loan-lines.ts';
import { monthsAfter } from '#domain/funds/loans/principal.ts';
import { areaCode } from '#domain/kernel/area-code.ts';
import { makeId } from '#domain/kernel/id.ts';
import { addDays, plainDate } from '#domain/kernel/plain-date.ts';
import { findAccountByUsername } from '#server/access/account.store.ts';
import { inScope, type Tx } from '#server/database/connect.ts';
import { foldDays } from '#server/funds/fold-days.store.ts';
import { insertBank, setOfficers } from '#server/funds/loans/bank.store.ts';
import { insertInterest, insertPaper, setPaperAmount } from '#server/funds/loans/paper.store.ts';
import { type Posting, postEntries } from '#server/funds/post-entries.ts';
import { findSetting, saveSetting } from '#server/kernel/setting.store.ts';
import type { Platform } from '#server/platform.ts';
import { fundPostings } from './fill-loan-fund.ts';
import {
  type Applicant,
  insertContracts,
  insertCredit,
  insertLoanRows,
  type LoanFilling,
  listBorrowers,
} from './fill-loans.store.ts';

export const loansMark = 'demonstration.loans';

const county = 451226;
const area = areaCode('451226');
const seed = 'huanjiang-2016-09-30';
const at = '2016-09-29T09:30:00.000Z';
const waitingLoans = 60;
const refusedLoans = 340;
const banks = [
  { name: '县农村信用社', agreed: 600_000_000_00 },
  { name: '县农业银行', agreed: 250_000_000_00 },
  { name: '县邮政储蓄银行', agreed: 150_000_000_00 },
] as const;
const rates = { short: 43_500, long: 47_500 } as const;
const reasons = ['CANNOT_REPAY', 'CANNOT_REPAY', 'NO_PROJECT', 'PAPERS', 'BAD_RECORD', 'PURPOSE'];

/** Whose head is over sixty is refused for that, and nobody else is. */
function reasonFor({ old }: Applicant, index: number): string | null {
  return old ? 'AGE' : (reasons[index % reasons.length] ?? null);
}

interface Filling {
  readonly tx: Tx;
  readonly newId: () => string;
  readonly author: { readonly id: string; readonly displayName: string };
  readonly approver: { readonly id: string; readonly displayName: string; readonly title: string };
  readonly officer: { readonly id: string; readonly displayName: string };
}

/** How many loans were given now; 0 when that was done before. */
export async function fillLoans({ db, packs }: Pick<Platform, 'db' | 'packs'>): Promise<number> {
  return inScope(db, everything, async (tx) => {
    if ((await findSetting(tx, loansMark)) !== undefined) return 0;
    const author = await findAccountByUsername(tx, 'county');
    const approver = await findAccountByUsername(tx, 'county-approver');
    const officer = await findAccountByUsername(tx, 'bank');
    const pack = packs.inForce(area, plainDate('2016-09-30'));
    const asked = { ...borrowersAsked, waiting: waitingLoans + refusedLoans };
    const { given, waiting } = await listBorrowers(tx, asked);
    if (!author || !approver || !officer || pack === undefined || given.length === 0) return 0;

    const random = randomOf(`${seed} loan ids`);
    const newId = () => makeId({ county, milliseconds: 1452816000003, random: random.bytes(8) });
    const filling: Filling = { tx, newId, author, approver, officer };
    const lenders = await fillBanks(filling);
    const loans = inventLoans(given, seed).map((loan, index) =>
      rowOf(loan, index, { newId, lenders }),
    );
    const open = waiting.map((borrower, index) => {
      const isRefused = index >= waitingLoans;
      const isApproved = !isRefused && index % 3 === 0;
      const lender = lenders[index % 4 === 0 ? 1 : 0];
      return {
        ...blank,
        id: newId(),
        household: borrower.id,
        area: borrower.area,
        bank: lender?.id ?? '',
        lender: lender?.name ?? '',
        fen: 50_000_00,
        months: 36,
        askedOn: addDays(plainDate('2016-08-20'), index % 36),
        state: isRefused ? 'refused' : isApproved ? 'approved' : 'applied',
        refusal: isRefused ? reasonFor(borrower, index) : null,
        ratePpm: isApproved ? rates.long : null,
        document: '',
      };
    });
    const hand = {
      pack: pack.id,
      version: pack.version,
      dayBasis: 365,
      author: { id: author.id, name: author.displayName },
      officer: { id: officer.id, name: officer.displayName },
      at,
    };
    await insertLoanRows(tx, [...loans, ...open], hand);
    const entrusted = pack.rows.products.find(({ row }) => row.id === 'entrustedLoan')?.row;
    await insertContracts(tx, entrusted?.parties ?? [], hand);
    await insertCredit(tx, hand);
    await post(filling, [...loans.flatMap(postingsOf), ...fundPostings(filling, banks)]);
    await claimInterest(filling, lenders[0]?.id ?? '');
    await foldDays(tx);
    await saveSetting(tx, loansMark, loans.length);
    return loans.length;
  });
}

const blank = {
  product: 'directLoan',
  mode: 'credit',
  purpose: '种养',
  operator: null,
  lentOn: null,
  dueOn: null,
  owedFen: 0,
  subsidyUntil: null,
  useFound: null,
  entry: null,
  repaidOn: null,
  repayment: null,
} as const;

async function fillBanks({ tx, newId, officer }: Filling) {
  const made: { id: string; name: string }[] = [];
  for (const [index, { name, agreed }] of banks.entries()) {
    const bank = {
      county,
      id: newId(),
      area_code: area,
      name,
      agreement: `环银扶〔2016〕${index + 1}号（虚构）`,
      agreed_on: '2016-01-18',
      agreed_fen: agreed,
      loss_percent: 70,
      townships: [],
    };
    await insertBank(tx, { ...bank, entered_by_name: '虚构', entered_at: at });
    const officers = [{ account: officer.id, name: officer.displayName }];
    if (index === 0) await setOfficers(tx, bank, officers);
    made.push({ id: bank.id, name });
  }
  return made;
}

function rowOf(
  loan: InventedLoan,
  index: number,
  {
    newId,
    lenders,
  }: {
    readonly newId: () => string;
    readonly lenders: readonly { readonly id: string; readonly name: string }[];
  },
): LoanFilling {
  const lender = lenders[loan.bank];
  const subsidyEnd = monthsAfter(loan.lentOn, 36);
  return {
    id: newId(),
    household: loan.borrower.id,
    area: loan.borrower.area,
    bank: lender?.id ?? '',
    lender: lender?.name ?? '',
    product: loan.isEntrusted ? 'entrustedLoan' : 'directLoan',
    mode: loan.isEntrusted ? 'entrusted' : 'credit',
    purpose: loan.purpose,
    operator: loan.isEntrusted ? '环江菜牛产业合作社（虚构）' : null,
    fen: loan.yuan * 100,
    months: loan.months,
    askedOn: addDays(loan.lentOn, -8),
    state: loan.repaidOn === null ? 'lent' : 'settled',
    refusal: null,
    lentOn: loan.lentOn,
    dueOn: loan.dueOn,
    owedFen: loan.repaidOn === null ? loan.yuan * 100 : 0,
    ratePpm: loan.months <= 12 ? rates.short : rates.long,
    subsidyUntil: loan.dueOn < subsidyEnd ? loan.dueOn : subsidyEnd,
    useFound: loan.isChecked && loan.lentOn < '2016-08-25' ? 'asStated' : null,
    document: `环信借〔2016〕${String(index + 1).padStart(4, '0')}号`,
    entry: newId(),
    repaidOn: loan.repaidOn,
    repayment: loan.repaidOn === null ? null : newId(),
  };
}

function postingsOf(loan: LoanFilling): readonly Posting[] {
  const to = { lender: loan.lender, area: areaCode(loan.area), household: loan.household };
  const base = { memo: '虚构', reverses: null, cause: `loan:${loan.id}` } as const;
  const amount = BigInt(loan.fen);
  const postings: Posting[] = [];
  if (loan.entry !== null && loan.lentOn !== null) {
    const on = plainDate(loan.lentOn);
    const lines = lendLines(to, amount);
    postings.push({ ...base, id: loan.entry, kind: 'lend', on, document: loan.document, lines });
  }
  if (loan.repayment !== null && loan.repaidOn !== null) {
    const on = plainDate(loan.repaidOn);
    const lines = repayLines(to, amount);
    const document = `${loan.document}还`;
    postings.push({ ...base, id: loan.repayment, kind: 'repay', on, document, lines });
  }
  return postings;
}

async function post({ tx, newId, author }: Filling, postings: readonly Posting[]): Promise<void> {
  const context = {
    tx,
    county,
    area,
    author: { account: author.id, name: author.displayName },
    now: at,
    newId,
  };
  // Money that goes out must have come in by an earlier posting of the same books.
  const order = (posting: Posting) => (posting.kind === 'contribute' ? 1 : 0);
  for (const turn of [0, 1]) {
    await postEntries(
      context,
      postings.filter((posting) => order(posting) === turn),
    );
  }
}

/** The bank has claimed the interest of the first half year; the county has not answered yet. */
async function claimInterest({ tx, newId, officer }: Filling, bank: string): Promise<void> {
  const paper = {
    county,
    id: newId(),
    area_code: area,
    kind: 'subsidy',
    bank_id: bank,
    loan_id: null,
    amount_fen: 1,
    true_on: plainDate('2016-09-26'),
    from_on: plainDate('2016-02-01'),
    until_on: plainDate('2016-07-01'),
    document: '环信贴〔2016〕1号（虚构）',
    approvals_needed: 1,
    approval_level: 'county',
    author: officer.id,
    author_name: officer.displayName,
    entered_at: at,
  } as const;
  await insertPaper(tx, paper);
  const { total } = await insertInterest(tx, paper);
  await setPaperAmount(tx, paper, {
    amount_fen: total,
    approvals_needed: 1,
    approval_level: 'county',
  });
}
