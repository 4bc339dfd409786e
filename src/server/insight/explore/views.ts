// Views that were saved: a question under a name, for oneself or for a role of the area and below. Opening
// one answers it for the opener's own area, with small numbers hidden from those who see no individuals.
import type {
  deleteView as deleteViewShape,
  openView,
  SavedView,
  saveView,
} from '#contract/insight-explore.ts';
import { ExploreQuestion } from '#contract/insight-explore.ts';
import type { InputOf, OutputOf } from '#contract/route.ts';
import { type Actor, mayEnter } from '#domain/access/actor.ts';
import { isRole } from '#domain/access/permission.ts';
import { checkQuestion } from '#domain/insight/explore/question.ts';
import { noSuchView, notYourView } from '#domain/insight/explore/refusals.ts';
import {
  type AreaCode,
  areaCode,
  countyNumberOf,
  isWithin,
  levelOf,
} from '#domain/kernel/area-code.ts';
import { countyOfId } from '#domain/kernel/id.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import type { Context } from '#server/http/context.ts';
import { listAreas } from '#server/registry/area.store.ts';
import { explorationOf, questionOf } from './explore.ts';
import { deleteView, findView, insertView, listViewRows, type ViewRow } from './view.store.ts';

export async function viewsOf(context: Context): Promise<{ items: SavedView[]; next: null }> {
  const { tx, actor } = context;
  const rows = await listViewRows(tx, actor);
  return { items: await asViews(context, rows), next: null };
}

export async function savedView(
  context: Context,
  { body }: InputOf<typeof saveView>,
): Promise<{ id: string }> {
  const { tx, actor, area, now, language } = context;
  checkQuestion(questionOf(body.question), { area, language });

  const county = countyNumberOf(area) ?? 0;
  const id = context.newId(county);

  await insertView(tx, {
    county,
    id,
    area_code: area,
    title: body.title,
    question: body.question,
    role: body.role ?? null,
    account: actor.account,
    account_name: actor.displayName,
    saved_at: now,
  });
  context.note({ area, subject: `view:${id}`, facts: { role: body.role ?? '' } });
  return { id };
}

export async function openedView(
  context: Context,
  { params }: InputOf<typeof openView>,
): Promise<OutputOf<typeof openView>> {
  const row = await ownView(context, params.id);
  const area = areaFor(context.actor, areaCode(row.area_code)) ?? refuse(noSuchView);
  const [view] = await asViews(context, [row]);
  const asked = ExploreQuestion.parse(row.question);
  const exploration = await explorationOf({ ...context, area }, asked);
  return { view: view ?? refuse(noSuchView), exploration };
}

export async function deletedView(
  context: Context,
  { params }: InputOf<typeof deleteViewShape>,
): Promise<undefined> {
  const row = await ownView(context, params.id);
  if (row.account !== context.actor.account) refuse(notYourView, { name: row.account_name });
  await deleteView(context.tx, row);
  context.note({ area: areaCode(row.area_code), subject: `view:${row.id}` });
}

/** Somebody else's that was not shared is as if it were not there. */
export async function ownView({ tx, actor }: Context, id: string): Promise<ViewRow> {
  const row = await findView(tx, { county: countyOfId(id), id });
  const isTheirs = row?.account === actor.account || row?.role === actor.role;
  return row === undefined || !isTheirs ? refuse(noSuchView) : row;
}

/** The area of the view where one may see all of it, else one's own part of it. */
export function areaFor(actor: Actor, area: AreaCode): AreaCode | undefined {
  if (mayEnter(actor, area)) return area;
  return isWithin(actor.area, area) ? actor.area : undefined;
}

async function asViews(
  { tx, today, actor }: Context,
  rows: readonly ViewRow[],
): Promise<SavedView[]> {
  const areas = [...new Set(rows.map(({ area_code }) => area_code))];
  const names = new Map(
    (await listAreas(tx, areas, today)).map((one) => [String(one.code), one.name]),
  );
  return rows.map((row) => ({
    id: row.id,
    title: row.title,
    area: {
      code: row.area_code,
      name: names.get(row.area_code) ?? row.area_code,
      level: levelOf(areaCode(row.area_code)),
    },
    question: ExploreQuestion.omit({ masked: true }).parse(row.question),
    role: row.role !== null && isRole(row.role) ? row.role : null,
    savedBy: row.account_name,
    savedAt: row.saved_at,
    isOwn: row.account === actor.account,
  }));
}
