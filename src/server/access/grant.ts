// Whether the rights to be given are the giver's to give, and whether what they name exists.
import { noSuchArea, noSuchHousehold } from '#domain/access/access-refusals.ts';
import { type Grant, grantProblem } from '#domain/access/granting.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import type { Context } from '#server/http/context.ts';
import { listVisibleHouseholds } from './account.store.ts';
import { nameAreas } from './area-name.store.ts';

export async function refuseGrant(context: Context, grant: Grant): Promise<void> {
  const { tx, actor, today, language } = context;
  const problem = grantProblem(actor, grant);
  if (problem !== undefined) refuse(problem.kind, problem.facts);
  const named = await nameAreas(tx, [grant.area, ...grant.areas], { today, language });
  const unknown = named.find((area) => area.code !== '' && area.name === area.code);
  if (unknown !== undefined) refuse(noSuchArea, { area: unknown.code });
  const households = grant.households ?? [];
  const visible = await listVisibleHouseholds(tx, households);
  const missing = households.find((id) => !visible.has(id));
  if (missing !== undefined) refuse(noSuchHousehold, { household: missing });
}
