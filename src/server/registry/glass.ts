// Breaking the glass. A household outside one's area is found by its whole number, opened with a reason for
// half an hour, and read in a scope of that one household: no list, no count, no other row can be seen
// through it. The act stands in the trail of its county, which is told.
import type { listGlass, openGlass, readGlass } from '#contract/registry-glass.ts';
import type { InputOf, OutputOf } from '#contract/route.ts';
import { mayEnter } from '#domain/access/actor.ts';
import { everything, type Scope } from '#domain/access/scope.ts';
import { areaCode, spanOf } from '#domain/kernel/area-code.ts';
import { countyOfId } from '#domain/kernel/id.ts';
import { addDays } from '#domain/kernel/plain-date.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import {
  glassNotNeeded,
  glassOver,
  noSuchGlass,
  noSuchNumber,
} from '#domain/registry/glass-refusals.ts';
import { recordAct } from '#server/audit/record-act.ts';
import { inScope } from '#server/database/connect.ts';
import type { Context } from '#server/http/context.ts';
import {
  findGlass,
  findNumbered,
  type GlassRow,
  insertGlass,
  listGlassIn,
  listGlassOf,
  type NumberedHousehold,
} from './glass.store.ts';
import { householdCard } from './household-card.ts';

type View = OutputOf<typeof openGlass>;

export const glassMinutes = 30;
const shownDays = 90;

export async function open(context: Context, { body }: InputOf<typeof openGlass>): Promise<View> {
  const { platform, actor, now } = context;
  const { householdNo, reason } = body;
  const household = await inScope(
    platform.db,
    everything,
    (tx) => findNumbered(tx, { number: householdNo }),
    'read',
  );
  if (household === undefined) return refuse(noSuchNumber, { number: householdNo });
  if (mayEnter(actor, areaCode(household.area_code)) && actor.households === null) {
    refuse(glassNotNeeded, { number: householdNo });
  }
  const row = {
    county: household.county,
    id: platform.newId(household.county),
    household_id: household.id,
    area_code: household.area_code,
    account: actor.account,
    account_name: actor.displayName,
    account_title: actor.title,
    account_role: actor.role,
    reason,
    opened_at: now,
    expires_at: new Date(Date.parse(now) + glassMinutes * 60_000).toISOString(),
  };
  await inScope(platform.db, everything, async (tx) => {
    await insertGlass(tx, row);
    await recordAct(
      tx,
      platform.secrets.auditKey,
      tellOf(context, household, row.id, 'registry.break-glass'),
    );
  });
  context.note({ subject: `glass:${row.id}` });
  return shown({ ...row, household_no: household.household_no }, context);
}

/** The act as the county of the household keeps it; the reason stands in the row it names. */
function tellOf(
  { platform, actor }: Context,
  household: NumberedHousehold,
  glass: string,
  act: string,
) {
  return {
    id: platform.newId(household.county),
    at: platform.clock.recordedAt(),
    account: actor.account,
    act,
    area: areaCode(household.area_code),
    subject: `household:${household.id}`,
    facts: { glass, role: actor.role },
  };
}

export async function list(context: Context): Promise<OutputOf<typeof listGlass>> {
  const { tx, actor, area, today } = context;
  const own = await listGlassOf(tx, actor.account);
  const since = `${addDays(today, -shownDays)}T00:00:00Z`;
  const others = actor.households === null ? await listGlassIn(tx, area, since) : [];
  const seen = others.filter(({ account }) => account !== actor.account);
  return {
    items: [...own.map((row) => ({ ...row, household_no: '' })), ...seen].map((row) =>
      shown(row, context),
    ),
    next: null,
  };
}

export async function read(
  context: Context,
  { params }: InputOf<typeof readGlass>,
): Promise<OutputOf<typeof readGlass>> {
  const { tx, platform, actor, now } = context;
  const key = { county: countyOfId(params.id), id: params.id, account: actor.account };
  const row = (await findGlass(tx, key)) ?? refuse(noSuchGlass);
  if (now >= row.expires_at) refuse(glassOver, { until: row.expires_at.slice(11, 16) });
  const household =
    (await inScope(platform.db, everything, async (wide) => {
      const found = await findNumbered(wide, { id: row.household_id, county: row.county });
      if (found !== undefined) {
        const act = tellOf(context, found, row.id, 'registry.read-glass');
        await recordAct(wide, platform.secrets.auditKey, act);
      }
      return found;
    })) ?? refuse(noSuchGlass);
  const scope: Scope = {
    ...spanOf(areaCode(household.area_code)),
    spans: [],
    households: [household.id],
    account: actor.account,
  };
  const card = await inScope(
    platform.db,
    scope,
    (narrow) =>
      householdCard(
        { ...context, tx: narrow, scope, note: () => undefined },
        { params: { id: household.id } },
      ),
    'read',
  );
  context.note({ subject: `glass:${row.id}` });
  return { glass: shown({ ...row, household_no: household.household_no }, context), card };
}

function shown(row: GlassRow, { actor, now }: Context): View {
  return {
    id: row.id,
    householdNo: row.household_no,
    by: row.account_name,
    title: row.account_title,
    reason: row.reason,
    openedAt: row.opened_at,
    expiresAt: row.expires_at,
    isOpen: row.account === actor.account && now < row.expires_at,
    isOver: now >= row.expires_at,
  };
}
