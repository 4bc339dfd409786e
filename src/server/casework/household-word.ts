// The household's own word: a one-time code its account takes and tells whoever enters it, or a voice or
// thumb-print record. A wrong code counts its try though the request is refused.
import { randomInt, timingSafeEqual } from 'node:crypto';
import type { Confirmation, takeCode as shape } from '#contract/casework.ts';
import type { InputOf, OutputOf } from '#contract/route.ts';
import type { Proof } from '#domain/casework/case-act.ts';
import {
  codeExpired,
  notForACode,
  recordMissing,
  wrongCode,
} from '#domain/casework/signing-refusals.ts';
import { areaCode } from '#domain/kernel/area-code.ts';
import { deny } from '#domain/kernel/deny.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import type { Secrets } from '#server/access/secrets.ts';
import { type Context, KeptRefusal } from '#server/http/context.ts';
import { findAttachment, markAsEvidence } from '#server/kernel/attachment.store.ts';
import { countTry, deleteCode, findCode, saveCode } from './code.store.ts';
import { householdOf, type LoadedCase, loadCase } from './load-case.ts';
import { mayTakeCode } from './signing-view.ts';

const validMinutes = 30;
const mostTries = 5;

export async function takeCode(
  context: Context,
  { params }: InputOf<typeof shape>,
): Promise<OutputOf<typeof shape>> {
  const { tx, now, platform } = context;
  const loaded = await loadCase(context, params.id, 'locked');
  const { row, view } = loaded;
  const { step } = view.state;
  if (step === null || !mayTakeCode(view, step)) refuse(notForACode);
  const code = String(randomInt(1_000_000)).padStart(6, '0');
  const until = new Date(Date.parse(now) + validMinutes * 60_000).toISOString();
  await saveCode(
    tx,
    { ...row, household_id: householdOf(loaded).id },
    {
      digest: digestOf(platform.secrets, row.id, code),
      now,
      until,
    },
  );
  context.note({ area: areaCode(row.area_code), subject: `case:${row.id}` });
  return { code, until };
}

export async function proofOf(
  context: Context,
  loaded: LoadedCase,
  confirmation: Confirmation,
): Promise<Proof> {
  if (confirmation.by !== 'code') return recordOf(context, loaded, confirmation);
  const { tx, now, platform, actor } = context;
  const { row } = loaded;
  const kept = await findCode(tx, row);
  if (kept === undefined || kept.expires_at < now || kept.tries >= mostTries) {
    return refuse(codeExpired);
  }
  const given = digestOf(platform.secrets, row.id, confirmation.code.replace(/\s/g, ''));
  if (!timingSafeEqual(given, kept.digest)) {
    await countTry(tx, row);
    throw new KeptRefusal(deny(wrongCode, { left: mostTries - kept.tries - 1 }), {
      act: 'casework.code-refused',
      area: areaCode(row.area_code),
      subject: `case:${row.id}`,
      account: actor.account,
    });
  }
  await deleteCode(tx, row);
  return { by: 'code' };
}

async function recordOf(
  { tx }: Context,
  { row }: LoadedCase,
  { by, attachment }: Exclude<Confirmation, { by: 'code' }>,
): Promise<Proof> {
  const kept = await findAttachment(tx, { county: row.county, id: attachment });
  const isRecording = kept?.kind === 'recording';
  if (kept?.subject !== `case:${row.id}` || isRecording !== (by === 'voice')) {
    return refuse(recordMissing);
  }
  await markAsEvidence(tx, row.county, [kept.id]);
  return { by, attachment: kept.id };
}

function digestOf({ hash }: Secrets, id: string, code: string): Buffer {
  return hash('casework.code', `${id}:${code}`);
}
