// Who gets a saved view by the clock; and what one was sent.
import type {
  Delivery,
  listRecipients,
  openDelivery,
  Schedule,
  scheduleView,
  stopSchedule,
} from '#contract/insight-schedules.ts';
import type { InputOf, OutputOf } from '#contract/route.ts';
import { isRole, permissionsOf, roles } from '#domain/access/permission.ts';
import {
  noSuchDelivery,
  noSuchRecipient,
  noSuchSchedule,
} from '#domain/insight/explore/refusals.ts';
import { areaCode } from '#domain/kernel/area-code.ts';
import { countyOfId } from '#domain/kernel/id.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import type { Context, Download } from '#server/http/context.ts';
import { oneText } from '../charts/export-chart.ts';
import {
  type DeliveryRow,
  insertSchedule,
  listDeliveryRows,
  listRecipientRows,
  listScheduleRows,
  openDeliveryRow,
  type RecipientRow,
  stopScheduleRow,
} from './view.store.ts';
import { ownView } from './views.ts';

/** Roles that may be sent statistics. */
const receivers = roles.filter((role) => permissionsOf(role).includes('insight.receive'));

export async function recipientsOf(
  { tx }: Context,
  { query }: InputOf<typeof listRecipients>,
): Promise<OutputOf<typeof listRecipients>> {
  const rows = await listRecipientRows(tx, { roles: receivers, q: query.q });
  return { items: rows.flatMap(asRecipient), next: null };
}

function asRecipient({ id, display_name, title, role }: RecipientRow) {
  return isRole(role) ? [{ id, name: display_name, title, role }] : [];
}

export async function scheduledView(
  context: Context,
  { params, body }: InputOf<typeof scheduleView>,
): Promise<OutputOf<typeof scheduleView>> {
  const { tx, actor, today, now } = context;
  const view = await ownView(context, params.id);
  const asked = [...new Set(body.accounts)];
  const known = await listRecipientRows(tx, { roles: receivers, ids: asked });
  if (known.length < asked.length) refuse(noSuchRecipient, { count: asked.length - known.length });

  const id = context.newId(view.county);

  await insertSchedule(tx, {
    county: view.county,
    id,
    area_code: view.area_code,
    view_id: view.id,
    every: body.every,
    format: body.format,
    accounts: asked,
    // The first file is made at once, so that nobody waits a month to see what will come.
    next_on: today,
    account: actor.account,
    account_name: actor.displayName,
    created_at: now,
  });
  context.note({
    area: areaCode(view.area_code),
    subject: `view:${view.id}`,
    facts: { every: body.every, format: body.format, accounts: asked.length },
  });
  return { id, nextOn: today };
}

export async function schedulesOf({ tx }: Context): Promise<{ items: Schedule[]; next: null }> {
  const rows = await listScheduleRows(tx);
  const ids = [...new Set(rows.flatMap(({ accounts }) => accounts))];
  const people =
    ids.length === 0
      ? []
      : await listRecipientRows(tx, { roles: receivers, ids: ids.slice(0, 60) });
  const names = new Map(people.map((one) => [one.id, one.display_name]));
  return {
    items: rows.map((row) => ({
      id: row.id,
      view: { id: row.view_id, title: row.title },
      every: row.every === 'day' || row.every === 'week' ? row.every : 'month',
      format: formatOf(row.format),
      recipients: row.accounts.map((id) => ({ id, name: names.get(id) ?? '—' })),
      nextOn: row.next_on,
      lastOn: row.last_on,
      delivered: row.delivered,
      leftOut: row.left_out,
      by: row.account_name,
    })),
    next: null,
  };
}

export async function stoppedSchedule(
  context: Context,
  { params }: InputOf<typeof stopSchedule>,
): Promise<undefined> {
  const key = { county: countyOfId(params.id), id: params.id };
  const stopped = await stopScheduleRow(context.tx, key, context.now);
  if (!stopped) refuse(noSuchSchedule);
  context.note({ subject: `schedule:${params.id}` });
}

export async function deliveriesOf({ tx }: Context): Promise<{ items: Delivery[]; next: null }> {
  const rows = await listDeliveryRows(tx);
  return { items: rows.map(asDelivery), next: null };
}

export async function openedDelivery(
  context: Context,
  { params }: InputOf<typeof openDelivery>,
): Promise<Download> {
  const key = { county: countyOfId(params.id), id: params.id };
  const row = (await openDeliveryRow(context.tx, key, context.now)) ?? refuse(noSuchDelivery);
  context.note({ subject: `delivery:${row.id}`, facts: { format: row.format } });
  return {
    fileName: `${row.title}-${row.data_day}.${row.format}`,
    contentType:
      row.format === 'pdf'
        ? 'application/pdf'
        : 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    body: oneText(row.file),
  };
}

function asDelivery(row: DeliveryRow): Delivery {
  return {
    id: row.id,
    title: row.title,
    format: formatOf(row.format),
    dataDay: row.data_day,
    madeAt: row.made_at,
    masked: row.masked,
    openedAt: row.opened_at,
  };
}

function formatOf(text: string): 'pdf' | 'xlsx' {
  return text === 'xlsx' ? 'xlsx' : 'pdf';
}
