// Somebody objects, on the public page or by telephone. The case hears that there is an objection and
// its number; what it says, and who raised it, is sealed for the county.

import type { z } from 'zod';
import type { Receipt as ReceiptShape, takeObjection } from '#contract/publicity.ts';
import type { InputOf } from '#contract/route.ts';
import { everything } from '#domain/access/scope.ts';
import { addWorkdays } from '#domain/casework/calendar.ts';
import { publicAccount } from '#domain/casework/case-act.ts';
import type { CaseRules } from '#domain/casework/case-rules.ts';
import { objectDenial } from '#domain/casework/permit.ts';
import { areaCode, nation } from '#domain/kernel/area-code.ts';
import { countyOfId } from '#domain/kernel/id.ts';
import { addDays, type PlainDate, plainDate } from '#domain/kernel/plain-date.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { stateOn } from '#domain/publicity/notice-state.ts';
import { noObjections, noSuchLine, noSuchNotice, over } from '#domain/publicity/refusals.ts';
import { enterAct } from '#server/casework/act-on-case.ts';
import { findRules, loadCase } from '#server/casework/load-case.ts';
import type { Context, PublicContext } from '#server/http/context.ts';
import { sealField } from '#server/registry/sealing.ts';
import { hashOfReceipt, newObjectionNumber, newReceipt } from './codes.ts';
import { findNotice, listItems, type NoticeRecord } from './notice.store.ts';
import { insertObjection } from './objection.store.ts';

type Receipt = z.infer<typeof ReceiptShape>;
type Objecting = InputOf<typeof takeObjection>['body'];

interface Manner {
  readonly channel: 'page' | 'clerk';
  readonly takenBy: string | null;
}

/** By telephone or at the counter: the clerk writes it down and reads number and receipt to the caller. */
export async function writeDown(
  context: Context,
  { params, body }: InputOf<typeof takeObjection>,
): Promise<Receipt> {
  const key = { county: countyOfId(params.id), id: params.id };
  const notice = (await findNotice(context.tx, key)) ?? refuse(noSuchNotice);
  return fileObjection(context, notice, body, { channel: 'clerk', takenBy: context.actor.account });
}

export async function fileObjection(
  context: PublicContext,
  notice: NoticeRecord,
  { line, text, name, phone }: Objecting,
  { channel, takenBy }: Manner,
): Promise<Receipt> {
  const { tx, platform, today, now } = context;
  const { secrets } = platform;
  const { county, id } = notice;
  if (notice.kind !== 'notice') refuse(noObjections);
  const days = { firstDay: plainDate(notice.first_day), lastDay: plainDate(notice.last_day) };
  const isWithdrawn = notice.withdrawn_on !== null;
  if (stateOn({ ...days, isWithdrawn }, today) !== 'hanging') refuse(over);
  const item = (await listItems(tx, { county, id })).find((one) => one.number === line);
  const isOfMoney = notice.topic !== null && line !== undefined && line <= notice.cases;
  if (line !== undefined && item === undefined && !isOfMoney) refuse(noSuchLine, { line });

  const number = newObjectionNumber();
  const receipt = newReceipt();
  const heard = item === undefined ? undefined : await hearInCase(context, item.case_id, number);
  const rules =
    heard?.rules ?? findRules(asPublic(context), { ...notice, begun_on: notice.first_day })?.rules;
  const dueOn = dueFor(rules, notice.step, today);
  const sealed = (field: string, value: string | undefined) =>
    value === undefined || value === '' ? null : secrets.seal(field, value);
  const telephone = phone === undefined || phone === '' ? null : sealField(secrets, 'phone', phone);
  await insertObjection(tx, {
    county,
    id: context.newId(county),
    notice_id: id,
    area_code: item?.area_code ?? notice.area_code,
    item: item?.number ?? (isOfMoney ? line : null),
    case_id: item?.case_id ?? null,
    act_position: heard?.position ?? null,
    number,
    receipt_hash: hashOfReceipt(secrets, number, receipt),
    channel,
    text_sealed: secrets.seal('publicity_text', text),
    name_sealed: sealed('publicity_name', name),
    phone_sealed: telephone?.sealed ?? null,
    phone_mask: telephone?.mask ?? null,
    filed_on: today,
    filed_at: now,
    due_on: dueOn,
    taken_by: takenBy,
    verdict: null,
    answer: null,
    answered_by: null,
    answered_by_name: null,
    answered_on: null,
  });
  context.note({
    area: areaCode(notice.area_code),
    subject: `notice:${id}`,
    facts: { channel, isOfOneHousehold: item !== undefined },
  });
  return { number, receipt, dueOn };
}

/** The case may have left the step meanwhile; the objection is kept and answered all the same. */
async function hearInCase(
  context: PublicContext,
  caseId: string,
  number: string,
): Promise<{ readonly rules: CaseRules; readonly position: number | null }> {
  const asked = asPublic(context);
  const loaded = await loadCase(asked, caseId, 'locked');
  const { rules } = loaded.view;
  if (objectDenial(loaded.view) !== undefined) return { rules, position: null };
  const act = await enterAct(
    asked,
    loaded,
    { kind: 'object', isTyped: true, reason: `异议 ${number}` },
    { account: publicAccount, accountName: '群众' },
  );
  return { rules, position: act.position };
}

/** Somebody without an account: what cases are asked with, and no door of theirs. */
export function asPublic(context: PublicContext): Context {
  return {
    ...context,
    actor: {
      account: publicAccount,
      username: '',
      displayName: '群众',
      title: '',
      role: 'household',
      area: nation,
      areas: [],
      households: [],
      language: context.language,
    },
    scope: everything,
    area: nation,
    token: '',
    file: undefined,
    may: () => false,
  };
}

/** Working days as for any step, where the pack names them; else as long as the notice hangs. */
function dueFor(rules: CaseRules | undefined, step: string, today: PlainDate): PlainDate {
  const workdays = rules?.workdays ?? null;
  if (rules !== undefined && workdays !== null) {
    return addWorkdays(today, workdays, rules.calendar);
  }
  return addDays(today, rules?.steps.find(({ id }) => id === step)?.days ?? 7);
}
