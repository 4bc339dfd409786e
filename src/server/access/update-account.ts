// Changes the name, role or reach of an account, based on a version. A changed role or reach is
// checked as if it were granted anew; sessions go on and see the new reach at their next request.
import type { updateAccount as shape } from '#contract/access.ts';
import type { InputOf, OutputOf } from '#contract/route.ts';
import { accountChanged } from '#domain/access/access-refusals.ts';
import { householdRoles } from '#domain/access/granting.ts';
import { areaCode } from '#domain/kernel/area-code.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import type { Context } from '#server/http/context.ts';
import { type AccountChange, type AccountRow, changeAccount } from './account.store.ts';
import { viewAccount } from './account-view.ts';
import { refuseGrant } from './grant.ts';
import { getChangeableAccount, getManagedAccount } from './managed-account.ts';

export async function updateAccount(
  context: Context,
  { params, body }: InputOf<typeof shape>,
): Promise<OutputOf<typeof shape>> {
  const account = await getChangeableAccount(context, params.id);

  const grant = grantAfter(account, body);
  if (isGrantChanged(account, grant)) await refuseGrant(context, grant);

  const { displayName, title } = body;
  await changeBased(context, account, { displayName, title, ...grant }, body);
  context.note({ facts: { fields: Object.keys(body).filter((field) => field !== 'version') } });
  return viewAccount(context, await getManagedAccount(context, account.id));
}

/** Writes a change, or refuses with both sides when somebody was faster. */
export async function changeBased(
  context: Context,
  account: AccountRow,
  change: AccountChange,
  asked: { readonly version: number },
): Promise<void> {
  const version = await changeAccount(context.tx, account.id, change, asked.version);
  if (version !== undefined) return;
  const current = await getManagedAccount(context, account.id);
  refuse(
    accountChanged,
    { based: asked.version, current: current.version },
    { current: await viewAccount(context, current), asked },
  );
}

function grantAfter(account: AccountRow, body: InputOf<typeof shape>['body']) {
  const role = body.role ?? account.role;
  const area = body.area === undefined ? account.area : areaCode(body.area);
  const moved = body.area !== undefined && body.area !== account.area;
  const areas = body.areas?.map(areaCode) ?? (moved ? [area] : account.areas);
  const kept = householdRoles.includes(role) ? (account.households ?? []) : null;
  return { role, area, areas, households: body.households === undefined ? kept : body.households };
}

function isGrantChanged(account: AccountRow, grant: ReturnType<typeof grantAfter>): boolean {
  const { role, area, areas, households } = account;
  return JSON.stringify({ role, area, areas, households }) !== JSON.stringify(grant);
}
