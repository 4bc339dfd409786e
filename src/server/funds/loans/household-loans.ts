// Loans on a household's own page.
import type { getHouseholdLoans } from '#contract/funds-loans.ts';
import type { InputOf, OutputOf } from '#contract/route.ts';
import type { Context } from '#server/http/context.ts';
import { getHousehold } from '#server/registry/household.store.ts';
import { listLoansOf } from './loan-list.store.ts';
import { loanViews } from './loan-view.ts';

export async function loansOfHousehold(
  context: Context,
  { params }: InputOf<typeof getHouseholdLoans>,
): Promise<OutputOf<typeof getHouseholdLoans>> {
  const household = await getHousehold(context.tx, params.id);
  const rows = await listLoansOf(context.tx, household);
  return { items: await loanViews(context, rows), mayAsk: context.may('funds.ask') };
}
