// Reminders of one account: read from the counts, so that a county of a million open steps costs what one
// of a hundred costs; and who opened a household of the area from outside.
import type { listReminders, readReminders } from '#contract/casework-reminders.ts';
import type { InputOf, OutputOf } from '#contract/route.ts';
import { narrowTo } from '#domain/access/actor.ts';
import type { Role } from '#domain/access/permission.ts';
import { type DueLine, remindedDays, remindersOf } from '#domain/casework/reminders.ts';
import { type AreaLevel, levelOf } from '#domain/kernel/area-code.ts';
import { addDays, plainDate } from '#domain/kernel/plain-date.ts';
import type { Context } from '#server/http/context.ts';
import { listGlassIn } from '#server/registry/glass.store.ts';
import { ownWords, untitled } from './case-row-view.ts';
import { isThere } from './queue.store.ts';
import { rulesOnce } from './queue.ts';
import {
  type DueRow,
  insertRead,
  listDueLines,
  listDueLinesNow,
  listRead,
} from './reminder.store.ts';

type View = OutputOf<typeof listReminders>;

const levelOfRole: Readonly<Partial<Record<Role, AreaLevel>>> = {
  township: 'township',
  county: 'county',
  city: 'city',
  province: 'province',
};

/** Twice as long as a step takes is told two levels up: as far back as one is looked for. */
const farthestDays = 90;

export async function list(context: Context): Promise<View> {
  const { tx, actor, today } = context;
  const rows = await dueRows(context);
  const rulesOf = rulesOnce(context);
  const ruled = rows.map((row) => ({ row, rules: rulesOf({ ...row, begun_on: today }) }));
  const lines = ruled.map(
    ({ row, rules }): DueLine => ({
      process: row.process,
      step: row.step,
      waitsFor: row.waits_for,
      actors: rules?.steps.find(({ id }) => id === row.step)?.actors ?? [],
      since: plainDate(row.since),
      dueOn: plainDate(row.due_key),
      cases: row.cases,
    }),
  );
  const level = levelOfRole[actor.role] ?? null;
  const read = await listRead(tx, actor.account);
  const titles = new Map(ruled.map(({ row, rules }) => [row.process, rules]));
  const items: View['items'] = remindersOf(lines, {
    words: await ownWords(context),
    level,
    today,
  }).map((one) => {
    const rules = titles.get(one.process);
    const step = rules?.steps.find(({ id }) => id === one.step);
    return {
      key: one.key,
      kind: one.kind,
      process: { id: one.process, title: rules?.title ?? untitled(one.process) },
      step: { id: one.step, title: step?.title ?? untitled(one.step) },
      on: one.on,
      cases: one.cases,
      words: null,
      isRead: read.has(one.key),
    };
  });
  const all = [...(await glassItems(context, read)), ...items];
  return { unread: all.filter(({ isRead }) => !isRead).length, items: all };
}

export async function markRead(
  { tx, actor, now }: Context,
  { body }: InputOf<typeof readReminders>,
): Promise<OutputOf<typeof readReminders>> {
  await insertRead(tx, actor.account, { keys: body.keys, now });
  return { read: body.keys.length };
}

async function dueRows(context: Context): Promise<readonly DueRow[]> {
  const { tx, actor, area, today } = context;
  const { households } = actor;
  const own = narrowTo(actor, area);
  const days = { from: addDays(today, -farthestDays), to: addDays(today, 3) };
  const isKept =
    households === null && own.every((one) => !['hamlet', 'group'].includes(levelOf(one)));
  return isKept
    ? listDueLines(tx, own, days)
    : listDueLinesNow(tx, isThere({ area, households }), days);
}

/** The county is told who looked from outside. */
async function glassItems(
  { tx, actor, area, today }: Context,
  read: ReadonlySet<string>,
): Promise<View['items']> {
  if (actor.role !== 'county') return [];
  const since = `${addDays(today, -remindedDays)}T00:00:00Z`;
  return (await listGlassIn(tx, area, since))
    .filter(({ account }) => account !== actor.account)
    .map((one) => ({
      key: `glass.${one.id}`,
      kind: 'glass' as const,
      process: null,
      step: null,
      on: one.opened_at.slice(0, 10),
      cases: 1,
      words: `${one.account_name} ${one.account_title} · ${one.household_no} · ${one.reason}`,
      isRead: read.has(`glass.${one.id}`),
    }));
}
