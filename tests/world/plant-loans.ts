// Loans at each place: a bank, an application, a loan that is owed, a claim that waits.
import { insertAttachment } from '#server/kernel/attachment.store.ts';
import { anId } from './household.ts';
import type { Planting } from './plant.ts';

const at = '2016-09-20T00:00:00.000Z';

export async function plantLoans(planting: Planting) {
  const { tx, side, word, place, households } = planting;
  // Every village of a county sees which banks lend there: their names give no place away.
  const lender = side === 'neighbour' ? `${word}银行` : `合作银行 ${side}`;
  const agreement = side === 'neighbour' ? word : '协议';
  const county = Number(place.county);
  const bank = anId(county);
  const account = anId(county);
  await tx
    .insertInto('funds_loan_bank')
    .values({
      county,
      id: bank,
      area_code: place.county,
      name: lender,
      agreement,
      agreed_on: '2016-01-01',
      agreed_fen: 100_000_00,
      loss_percent: 70,
      townships: [],
      entered_by_name: agreement,
      entered_at: at,
    })
    .execute();
  const row = {
    county,
    household_id: households[0] ?? '',
    area_code: place.village,
    bank_id: bank,
  };
  const loan = {
    ...row,
    lender,
    mode: 'credit',
    product: 'directLoan',
    pack: 'huanjiang-2016',
    pack_version: '1.0.0',
    purpose: word,
    asked_fen: 10_000_00,
    months: 12,
    asked_on: '2016-03-01',
    asked_by: account,
    operator: word,
  };
  const lent = anId(county);
  const waiting = anId(county);
  await tx
    .insertInto('funds_loan')
    .values([
      { ...loan, id: waiting, state: 'applied' },
      {
        ...loan,
        id: lent,
        state: 'lent',
        approved_fen: 10_000_00,
        rate_ppm: 43_500,
        subsidy_ppm: 43_500,
        day_basis: 365,
        subsidy_until: '2017-03-01',
        contract: word,
        insurance: word,
        lent_on: '2016-03-01',
        due_on: '2017-03-01',
        lent_fen: 10_000_00,
        owed_fen: 10_000_00,
      },
    ])
    .execute();
  const paper = await plantActs(planting, { ...row, loan: lent, account });
  await plantVillage(planting, { ...row, loan: lent, account });
  const loanFile = await plantContract(planting, { ...row, loan: lent, account });
  return { loan: lent, askedLoan: waiting, loanBank: bank, loanPaper: paper, loanFile };
}

interface Planted {
  readonly county: number;
  readonly household_id: string;
  readonly area_code: string;
  readonly bank_id: string;
  readonly loan: string;
  readonly account: string;
}

/** An act of the loan, and a claim of its interest. */
async function plantActs(
  { tx, word, place }: Planting,
  { loan: lent, account, ...row }: Planted,
): Promise<string> {
  const { county, bank_id: bank } = row;
  await tx
    .insertInto('funds_loan_act')
    .values({
      ...row,
      loan_id: lent,
      position: 1,
      kind: 'apply',
      true_on: '2016-03-01',
      words: word,
      account,
      account_name: word,
      recorded_at: at,
    })
    .execute();
  const paper = anId(county);
  await tx
    .insertInto('funds_loan_paper')
    .values({
      county,
      id: paper,
      area_code: place.county,
      kind: 'subsidy',
      bank_id: bank,
      amount_fen: 100,
      true_on: '2016-09-20',
      from_on: '2016-03-01',
      until_on: '2016-06-01',
      document: word,
      state: 'waiting',
      approvals_needed: 1,
      approval_level: 'county',
      author: account,
      author_name: word,
      entered_at: at,
    })
    .execute();
  await tx
    .insertInto('funds_loan_interest')
    .values({ ...row, paper_id: paper, loan_id: lent, days: 92, amount_fen: 100 })
    .execute();
  return paper;
}

/** A contract of entrusted operation over the loan, and a document of it. */
async function plantContract(
  { platform, tx, word }: Planting,
  { loan, account, ...row }: Planted,
): Promise<string> {
  await tx
    .insertInto('funds_loan_entrusted')
    .values({
      ...row,
      loan_id: loan,
      operator: word,
      parties: JSON.stringify([{ zh: word, en: word, name: word, duty: word }]),
      document: word,
      principal_fen: 10_000_00,
      yield_ppm: 80_000,
      from_on: '2016-03-01',
      until_on: '2017-03-01',
    })
    .execute();
  await tx
    .insertInto('funds_loan_return')
    .values({ ...row, loan_id: loan, year: 1, due_on: '2016-09-01', due_fen: 800_00 })
    .execute();
  const id = anId(row.county);
  const file = {
    ...{ county: row.county, area: row.area_code, household: row.household_id },
    ...({ id, subject: `loan:${loan}`, kind: 'document', showsPerson: false } as const),
    ...({ fileName: `${word}.pdf`, fileType: 'pdf', bytes: 4 } as const),
    hash: platform.secrets.hash('attachment', `${word} loan`),
    ...{ account, accountName: word, at },
  };
  await insertAttachment(tx, file, () =>
    platform.secrets.sealBytes('attachment', Buffer.from(word)),
  );
  return id;
}

/** What was said of the household's credit, and the association of its village. */
async function plantVillage(
  { tx, side, word, place }: Planting,
  { account, ...of }: Planted,
): Promise<void> {
  const { county, household_id, area_code } = of;
  const row = { county, household_id, area_code, words: word, account, account_name: word };
  await tx
    .insertInto('funds_loan_grade')
    .values({
      ...{ ...row, id: anId(county), grade: word, limit_fen: 100, graded_on: '2016-03-01' },
      recorded_at: at,
    })
    .execute();
  await tx
    .insertInto('funds_loan_silence')
    .values({ ...row, id: anId(county), reason: word, said_on: '2016-03-01', recorded_at: at })
    .execute();
  // A village has one association: the stranger lives in the same village.
  if (side === 'strange') return;
  await tx
    .insertInto('funds_loan_association')
    .values({
      ...{ county, id: anId(county), area_code: place.village, name: word, document: word },
      ...{ founded_on: '2015-01-01', members: 3, capital_fen: 100, account_name: word },
      entered_at: at,
    })
    .execute();
}
