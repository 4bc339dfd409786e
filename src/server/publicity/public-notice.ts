// What the public reads and sends without a session. Wrong codes are counted by address, so that nobody
// finds one by trying; a code that is over says so kindly and shows nothing.

import type { NoticeContent } from '#contract/publicity.ts';
import {
  type objectPublicly,
  publicLinesAtOnce,
  type readAnswer,
  type readPublicNotice,
} from '#contract/publicity-public.ts';
import type { InputOf, OutputOf } from '#contract/route.ts';
import { nation } from '#domain/kernel/area-code.ts';
import { plainDate } from '#domain/kernel/plain-date.ts';
import type { RefusalKind } from '#domain/kernel/refusal.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { daysLeft } from '#domain/publicity/notice-state.ts';
import { readCode } from '#domain/publicity/public-code.ts';
import { over, unknownCode, unknownReceipt } from '#domain/publicity/refusals.ts';
import { KeptRefusal, type PublicContext } from '#server/http/context.ts';
import { hashOfReceipt } from './codes.ts';
import { fileObjection } from './file-objection.ts';
import { findNoticeByCode, findPublicCopy, type NoticeRecord } from './notice.store.ts';
import { findByReceipt } from './objection.store.ts';
import { addressOf, countTry, noticeBucket, refuseTooMany } from './public-limits.ts';

export async function readPublic(
  context: PublicContext,
  { params, query }: InputOf<typeof readPublicNotice>,
): Promise<OutputOf<typeof readPublicNotice>> {
  const { tx, today } = context;
  const code = readCode(params.code);
  await refuseTooMany(context, [addressOf(context, 'guess')], 'asked');
  const copy = await findPublicCopy(tx, code);
  if (copy === undefined || copy.last_day < today) return refuseCode(context, code);
  const content = JSON.parse(copy.content) as NoticeContent;
  const { lines } = content;
  return {
    content: { ...content, lines: lines.slice(query.after, query.after + publicLinesAtOnce) },
    lines: lines.length,
    daysLeft: daysLeft({ lastDay: plainDate(copy.last_day) }, today),
    mayObject: content.kind === 'notice',
  };
}

export async function objectFromPage(
  context: PublicContext,
  { params, body }: InputOf<typeof objectPublicly>,
): Promise<OutputOf<typeof objectPublicly>> {
  const { tx } = context;
  const code = readCode(params.code);
  await refuseTooMany(context, [addressOf(context, 'guess')], 'asked');
  const notice = await findNoticeByCode(tx, code);
  if (notice === undefined) return refuseCode(context, code);
  const buckets = [addressOf(context, 'object'), noticeBucket(notice.id)];
  await refuseTooMany(context, buckets);
  const receipt = await fileObjection(context, notice, body, { channel: 'page', takenBy: null });
  await countTry(context, buckets);
  return receipt;
}

export async function answerFor(
  context: PublicContext,
  { params, query }: InputOf<typeof readAnswer>,
): Promise<OutputOf<typeof readAnswer>> {
  const { tx, platform } = context;
  await refuseTooMany(context, [addressOf(context, 'guess')], 'asked');
  const found = await findByReceipt(
    tx,
    hashOfReceipt(platform.secrets, params.number, query.receipt),
  );
  if (found === undefined) return refuseGuess(context, unknownReceipt);
  return {
    number: found.number,
    filedOn: found.filed_on,
    dueOn: found.due_on,
    verdict: found.verdict === 'upheld' || found.verdict === 'rejected' ? found.verdict : null,
    answer: found.answer,
    answeredOn: found.answered_on,
  };
}

async function refuseCode(context: PublicContext, code: string): Promise<never> {
  const known: NoticeRecord | undefined = await findNoticeByCode(context.tx, code);
  if (known !== undefined) refuse(over);
  return refuseGuess(context, unknownCode);
}

/** Counted in this transaction and kept though the request is refused. */
export async function refuseGuess(context: PublicContext, kind: RefusalKind): Promise<never> {
  const bucket = addressOf(context, 'guess');
  await refuseTooMany(context, [bucket]);
  await countTry(context, [bucket]);
  throw new KeptRefusal(kind, { act: 'publicity.wrong-code', area: nation });
}
