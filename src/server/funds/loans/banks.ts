// Banks that lend in a county: what is agreed with them, whom they serve, who works for them.
import type { changeLoanBank, enterLoanBank, listLoanBanks } from '#contract/funds-banks.ts';
import type { InputOf, OutputOf } from '#contract/route.ts';
import * as refusals from '#domain/funds/loans/loan-refusals.ts';
import * as orderRefusals from '#domain/funds/order-refusals.ts';
import { areaCode, atLevel, countyNumberOf, isWithin, spanOf } from '#domain/kernel/area-code.ts';
import { plainDate } from '#domain/kernel/plain-date.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { findAccountByUsername } from '#server/access/account.store.ts';
import type { Context } from '#server/http/context.ts';
import { listAreaChildren } from '#server/registry/area.store.ts';
import {
  findBank,
  insertBank,
  listBanks,
  listOfficers,
  setOfficers,
  updateBank,
} from './bank.store.ts';
import { bankOf } from './my-bank.ts';

export async function banksOf(
  context: Context,
  _: InputOf<typeof listLoanBanks>,
): Promise<OutputOf<typeof listLoanBanks>> {
  const { tx, area, today, may } = context;
  const own = await bankOf(context);
  const county = atLevel(area, 'county') ?? refuse(orderRefusals.countyNeeded);
  const banks = await listBanks(tx, spanOf(county));
  const officers = may('funds.approve') ? await listOfficers(tx, spanOf(county)) : undefined;
  const townships = await listAreaChildren(tx, county, today);
  const serves = (bank: (typeof banks)[number], township: string) =>
    bank.townships.length === 0 || bank.townships.includes(township);
  return {
    items: banks.map((bank) => ({
      id: bank.id,
      name: bank.name,
      agreement: bank.agreement,
      agreedOn: bank.agreed_on,
      agreed: bank.agreed_fen,
      lent: bank.lent,
      loans: bank.loans,
      lossPercent: bank.loss_percent,
      townships: [...bank.townships],
      officers:
        officers
          ?.filter((one) => one.bank === bank.id)
          .map(({ username, name }) => ({ username, name })) ?? null,
    })),
    townships: townships.map(({ code, name }) => ({
      code,
      name,
      banks: own === undefined ? banks.filter((bank) => serves(bank, code)).length : null,
    })),
    maySteer: may('funds.approve') && area.length === 6,
  };
}

type Body = InputOf<typeof enterLoanBank>['body'];

export async function enterBank(
  context: Context,
  { body }: InputOf<typeof enterLoanBank>,
): Promise<OutputOf<typeof enterLoanBank>> {
  const { tx, actor, now, newId } = context;
  const area = areaCode(body.area);
  const county = area.length === 6 ? countyNumberOf(area) : undefined;
  if (county === undefined) return refuse(orderRefusals.countyNeeded);
  const id = newId(county);
  const bank = { county, id, area_code: area, name: body.name, ...termsOf(body) };
  const officers = await officersNamed(context, body);
  const isNew = await insertBank(tx, {
    ...bank,
    entered_by_name: actor.displayName,
    entered_at: now,
  });
  if (!isNew) refuse(refusals.bankKnown, { name: body.name });
  await setOfficers(tx, bank, officers);
  context.note({ area, subject: `bank:${id}` });
  return { id };
}

export async function changeBank(
  context: Context,
  { params, body }: InputOf<typeof changeLoanBank>,
): Promise<OutputOf<typeof changeLoanBank>> {
  const { tx } = context;
  const bank = (await findBank(tx, params.id)) ?? refuse(refusals.noSuchBank);
  if (bank.area_code !== body.area) refuse(refusals.noSuchBank);
  const officers = await officersNamed(context, body);
  await updateBank(tx, bank, termsOf(body));
  await setOfficers(tx, bank, officers);
  context.note({ area: areaCode(bank.area_code), subject: `bank:${bank.id}` });
  return { id: bank.id };
}

function termsOf(body: Body) {
  return {
    agreement: body.agreement,
    agreed_on: plainDate(body.agreedOn),
    agreed_fen: body.agreed,
    loss_percent: body.lossPercent,
    townships: body.townships.filter((code) => isWithin(areaCode(code), areaCode(body.area))),
  };
}

async function officersNamed({ tx }: Context, { area, officers }: Body) {
  const found: { account: string; name: string }[] = [];
  for (const username of officers) {
    const account = await findAccountByUsername(tx, username);
    const isTheirs = account?.role === 'bank' && isWithin(account.area, areaCode(area));
    if (account === undefined || !isTheirs) return refuse(refusals.notABankAccount, { username });
    found.push({ account: account.id, name: account.displayName });
  }
  return found;
}
