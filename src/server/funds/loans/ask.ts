// What a household asks for: which products it may have and why, and its application. Refuses what the
// rules of the day do not allow, before a bank is troubled with it.
import type { askForLoan, getLoanChoices, LoanChoices } from '#contract/funds-loans.ts';
import type { InputOf, OutputOf } from '#contract/route.ts';
import * as refusals from '#domain/funds/loans/loan-refusals.ts';
import { roomUnder } from '#domain/funds/loans/principal.ts';
import type { ProductTerms } from '#domain/funds/loans/terms.ts';
import { dayAhead } from '#domain/funds/order-refusals.ts';
import { areaCode, spanOf } from '#domain/kernel/area-code.ts';
import { deny } from '#domain/kernel/deny.ts';
import { fenToNumber } from '#domain/kernel/fen.ts';
import { plainDate } from '#domain/kernel/plain-date.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import type { Context } from '#server/http/context.ts';
import { getSubject, type Subject } from '#server/targeting/household-decisions.ts';
import { namesOf } from '#server/workforce/helper-view.ts';
import { findHouseholdNo } from './household-no.store.ts';
import { type Lender, lendersFor } from './lenders.ts';
import { appendAct, insertLoan, listChanges } from './loan.store.ts';
import { refuseOverCap } from './loan-cap.ts';
import { eligibilityOf, getLoanRules, getProduct } from './loan-rules.ts';
import { bankOf } from './my-bank.ts';

export async function choicesOfLoans(
  context: Context,
  { query }: InputOf<typeof getLoanChoices>,
): Promise<LoanChoices> {
  const { tx, area, today } = context;
  await bankOf(context);
  const id = query.household ?? (await idOfNo(context, query.householdNo));
  const subject =
    id === undefined ? undefined : await getSubject(context, id, { on: undefined, known: 'now' });
  const place = subject === undefined ? area : areaCode(subject.household.area);
  const { pack, products } = getLoanRules(context, place, today);
  const changes =
    subject === undefined
      ? []
      : await listChanges(tx, subject.household.county, { household: subject.household.id });
  const nameOf = await namesOf(context, [place]);
  return {
    household:
      subject === undefined
        ? null
        : {
            id: subject.household.id,
            householdNo: String(subject.household.values.householdNo ?? ''),
            headName: String(subject.household.values.headName ?? ''),
            areaName: nameOf(place),
          },
    products: products.map((one) => {
      const { outcome, sentence } =
        subject === undefined
          ? { outcome: 'undecided' as const, sentence: null }
          : eligibilityOf(pack, one.id, subject);
      return {
        id: one.id,
        title: one.title,
        mode: one.mode,
        cap: one.cap === null ? null : fenToNumber(one.cap),
        room: one.cap === null ? null : fenToNumber(roomUnder(one.cap, changes, today)),
        months: one.months,
        purposes: one.purposes.map(({ zh }) => zh),
        parties: [...one.parties],
        verified: one.verified,
        note: one.note,
        outcome,
        sentence,
      };
    }),
    lenders: [...(await lendersFor(context, place))],
    refusals: (pack.rows.lists.find(({ row }) => row.id === 'loanRefusal')?.row.codes ?? []).map(
      ({ code, title }) => ({ code, title }),
    ),
  };
}

async function idOfNo(
  { tx, area }: Context,
  householdNo: string | undefined,
): Promise<string | undefined> {
  if (householdNo === undefined || householdNo === '') return undefined;
  const found = await findHouseholdNo(tx, spanOf(area), householdNo);
  return found ?? refuse(refusals.noSuchHouseholdNo, { no: householdNo });
}

type Asked = InputOf<typeof askForLoan>['body'];

export async function askLoan(
  context: Context,
  { params, body }: InputOf<typeof askForLoan>,
): Promise<OutputOf<typeof askForLoan>> {
  const { tx, actor, now, newId } = context;
  const on = plainDate(body.on);
  if (on > context.today) refuse(dayAhead, { on, today: context.today });
  const subject = await getSubject(context, params.id, { on: body.on, known: 'now' });
  const { household } = subject;
  const place = areaCode(household.area);
  const rules = getLoanRules(context, place, on);
  const product = getProduct(context, rules, { product: body.product, on });
  const lender = await lenderAsked(context, { body, product, subject });
  refuseTerms(product, body);
  await refuseOverCap(context, {
    ...{ county: household.county, household: household.id },
    ...{ product, amount: BigInt(body.amount), on },
  });
  const { outcome, sentence } = eligibilityOf(rules.pack, product.id, subject);
  const said = { product: product.title, reason: sentence ?? { zh: '', en: '' } };
  if (outcome === 'fails') refuse(deny(refusals.notEligible, said));
  if (outcome === 'undecided') refuse(deny(refusals.eligibilityUnknown, said));

  const id = newId(household.county);
  const loan = {
    county: household.county,
    id,
    household_id: household.id,
    area_code: household.area,
    bank_id: lender.mutual ? null : lender.id,
    lender: lender.name,
    mode: product.mode,
    product: product.id,
    pack: rules.pack.id,
    pack_version: rules.pack.version,
    purpose: body.purpose,
    asked_fen: body.amount,
    months: body.months,
    asked_on: on,
    asked_by: actor.account,
    operator: body.operator === '' ? null : body.operator,
  };
  await insertLoan(tx, loan);
  await appendAct(
    tx,
    loan,
    {
      kind: 'apply',
      on,
      amount: body.amount,
      words: body.purpose,
      facts: sentence === null ? { outcome } : { outcome, zh: sentence.zh, en: sentence.en },
    },
    { account: actor.account, name: actor.displayName, now },
  );
  context.note({ area: place, subject: `loan:${id}`, facts: { amount: body.amount } });
  return { id };
}

async function lenderAsked(
  context: Context,
  asked: { readonly body: Asked; readonly product: ProductTerms; readonly subject: Subject },
): Promise<Lender> {
  const { body, product, subject } = asked;
  const lenders = await lendersFor(context, areaCode(subject.household.area));
  const found = lenders.find(({ id }) => id === body.lender) ?? refuse(refusals.noSuchBank);
  return found.mutual === (product.mode === 'mutual') ? found : refuse(refusals.noSuchBank);
}

function refuseTerms({ title, mode, months, purposes }: ProductTerms, body: Asked): void {
  if (months !== null && body.months > months) {
    refuse(deny(refusals.termTooLong, { product: title, most: months, months: body.months }));
  }
  const allowed = purposes.map(({ zh }) => zh);
  if (allowed.length > 0 && !allowed.includes(body.purpose)) {
    const choices = { zh: allowed.join('、'), en: purposes.map(({ en }) => en).join(', ') };
    refuse(deny(refusals.purposeNotAllowed, { purpose: body.purpose, choices }));
  }
  const isOperated = mode === 'entrusted' || mode === 'pooled';
  if (isOperated && body.operator === '') refuse(deny(refusals.operatorNeeded, { product: title }));
}
