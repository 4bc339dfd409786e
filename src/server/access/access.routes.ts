// Doors of sign-in, of one's own account, and of the accounts of one's area.
import { z } from 'zod';
import * as shapes from '#contract/access.ts';
import * as offices from '#contract/access-offices.ts';
import { noSuchSession } from '#domain/access/access-refusals.ts';
import { sessionLimits } from '#domain/access/sign-in-limits.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { sessionCookie } from '#server/http/answer-request.ts';
import { pageFrom, readCursor } from '#server/http/cursor.ts';
import { type Served, serve } from '#server/http/serve.ts';
import { changeAccount, hasAnyAccount, listAccountRows } from './account.store.ts';
import { viewAccount, viewAccounts } from './account-view.ts';
import { hashOfToken } from './authenticate.ts';
import { changePassword } from './change-password.ts';
import { createAccount } from './create-account.ts';
import {
  resetPassword,
  resetSecondFactor,
  setAccountState,
  unlockAccount,
} from './manage-account.ts';
import { closeOffice, giveOffice, listOffices, officesOfAccount } from './manage-offices.ts';
import { getManagedAccount } from './managed-account.ts';
import { describeMe } from './me.ts';
import {
  answerSecondFactor,
  confirmSecondFactor,
  enrolSecondFactor,
  removeSecondFactor,
} from './second-factor.ts';
import { deleteSession, listSessions } from './session.store.ts';
import { setUp } from './set-up.ts';
import { signIn } from './sign-in.ts';
import { updateAccount } from './update-account.ts';

const AccountPlace = z.tuple([z.string(), z.string()]);
const { idleSeconds } = sessionLimits;

export const accessRoutes: readonly Served[] = [
  serve(shapes.signIn, signIn),
  serve(shapes.answerSecondFactor, answerSecondFactor),
  serve(shapes.signOut, async ({ tx, token, setCookie }) => {
    await deleteSession(tx, hashOfToken(token));
    setCookie(sessionCookie, null, 0);
    return undefined;
  }),
  serve(shapes.listOwnSessions, async ({ tx, actor, now, token }) => {
    const rows = await listSessions(tx, { account: actor.account, now, idleSeconds });
    const current = hashOfToken(token);
    const items = rows.map(({ tokenHash, stage: _stage, ...row }) => ({
      ...row,
      current: tokenHash.equals(current),
    }));
    return { items, next: null };
  }),
  serve(shapes.endSession, async ({ tx, actor, now }, { params }) => {
    const rows = await listSessions(tx, { account: actor.account, now, idleSeconds });
    const session = rows.find((row) => row.id === params.id) ?? refuse(noSuchSession);
    await deleteSession(tx, session.tokenHash);
    return undefined;
  }),

  serve(shapes.getMe, describeMe),
  serve(shapes.changePassword, changePassword),
  serve(shapes.setLanguage, async ({ tx, actor }, { body }) => {
    await changeAccount(tx, actor.account, { language: body.language });
    return undefined;
  }),
  serve(shapes.enrolSecondFactor, enrolSecondFactor),
  serve(shapes.confirmSecondFactor, confirmSecondFactor),
  serve(shapes.removeSecondFactor, removeSecondFactor),

  serve(shapes.listAccounts, async (context, { query }) => {
    const place = readCursor(query.cursor, AccountPlace);
    const rows = await listAccountRows(context.tx, {
      area: context.area,
      role: query.role,
      usernameStart: query.username?.trim().toLowerCase(),
      state: query.state,
      now: context.now,
      after: place === undefined ? undefined : { area: place[0], username: place[1] },
      limit: query.limit + 1,
    });
    const page = pageFrom(rows, query.limit, (row) => [row.area, row.username]);
    return { items: await viewAccounts(context, page.items), next: page.next };
  }),
  serve(shapes.getAccount, async (context, { params }) =>
    viewAccount(context, await getManagedAccount(context, params.id)),
  ),
  serve(shapes.createAccount, createAccount),
  serve(shapes.updateAccount, updateAccount),
  serve(shapes.setAccountState, setAccountState),
  serve(shapes.resetPassword, resetPassword),
  serve(shapes.unlockAccount, unlockAccount),
  serve(shapes.resetSecondFactor, resetSecondFactor),
  serve(offices.listOffices, listOffices),
  serve(offices.listOfficesOfAccount, officesOfAccount),
  serve(offices.giveOffice, giveOffice),
  serve(offices.endOffice, closeOffice),

  serve(shapes.getSetup, async ({ tx }) => ({ needed: !(await hasAnyAccount(tx)) })),
  serve(shapes.setUp, setUp),
];
