// The second factor of one's own account: answered at sign-in, begun, confirmed, taken away.
import type {
  answerSecondFactor as answerShape,
  confirmSecondFactor as confirmShape,
  enrolSecondFactor as enrolShape,
  removeSecondFactor as removeShape,
} from '#contract/access.ts';
import type { InputOf, OutputOf } from '#contract/route.ts';
import {
  secondFactorIsOff,
  secondFactorIsOn,
  secondFactorNotBegun,
} from '#domain/access/access-refusals.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import type { Context } from '#server/http/context.ts';
import { changeAccount } from './account.store.ts';
import { hashOfToken } from './authenticate.ts';
import { newSecondFactor, sealSecret } from './one-time-code.ts';
import { openSession } from './open-session.ts';
import {
  endOtherSessions,
  getOwnAccount,
  refuseWrongCode,
  refuseWrongPassword,
} from './own-account.ts';
import { deleteSession } from './session.store.ts';

export async function answerSecondFactor(
  context: Context,
  { body }: InputOf<typeof answerShape>,
): Promise<OutputOf<typeof answerShape>> {
  const account = await getOwnAccount(context);
  if (!account.totpEnabled) refuse(secondFactorIsOff);

  await refuseWrongCode(context, account, body.code);

  await deleteSession(context.tx, hashOfToken(context.token));
  return openSession(context, account, 'full');
}

export async function enrolSecondFactor(
  context: Context,
  { body }: InputOf<typeof enrolShape>,
): Promise<OutputOf<typeof enrolShape>> {
  const account = await getOwnAccount(context);
  if (account.totpEnabled) refuse(secondFactorIsOn);

  await refuseWrongPassword(context, account, body.password);
  const factor = newSecondFactor(account.username);

  const totpSealed = sealSecret(context.platform.secrets, factor.secret);
  await changeAccount(context.tx, account.id, { totpSealed });
  return factor;
}

export async function confirmSecondFactor(
  context: Context,
  { body }: InputOf<typeof confirmShape>,
): Promise<OutputOf<typeof confirmShape>> {
  const account = await getOwnAccount(context);
  if (account.totpEnabled) refuse(secondFactorIsOn);
  if (account.totpSealed === null) refuse(secondFactorNotBegun);

  await refuseWrongCode(context, account, body.code);

  await changeAccount(context.tx, account.id, { totpEnabled: true });
  return { sessionsEnded: await endOtherSessions(context) };
}

export async function removeSecondFactor(
  context: Context,
  { body }: InputOf<typeof removeShape>,
): Promise<undefined> {
  const account = await getOwnAccount(context);
  if (!account.totpEnabled) refuse(secondFactorIsOff);

  await refuseWrongPassword(context, account, body.password);
  await refuseWrongCode(context, account, body.code);

  await changeAccount(context.tx, account.id, { totpEnabled: false, totpSealed: null });
  return undefined;
}
