// A project enters the library, is changed while it is there, and gets its households.
import { z } from 'zod';
import type {
  changeProject,
  enterProject,
  ProjectDraft,
  placeHouseholds,
} from '#contract/funds-project-acts.ts';
import type { listProjectHouseholds, Project } from '#contract/funds-projects.ts';
import type { InputOf, OutputOf } from '#contract/route.ts';
import * as orderRefusals from '#domain/funds/order-refusals.ts';
import * as refusals from '#domain/funds/projects/project-refusals.ts';
import { areaCode, countyNumberOf, spanOf } from '#domain/kernel/area-code.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import type { Context } from '#server/http/context.ts';
import { pageFrom, readCursor } from '#server/http/cursor.ts';
import { namesOf } from '#server/workforce/helper-view.ts';
import { fundWordsHere, refuseUnknown } from '../fund-words.ts';
import { openProject } from './load-project.ts';
import { insertProject, nextNumber, type ProjectRecord, updateProject } from './project.store.ts';
import {
  appendAct,
  listPlaced,
  placeByNumber,
  removePlaced,
  replaceParts,
} from './project-part.store.ts';
import { refuseUnknownKind } from './project-rules.ts';
import { projectView } from './project-view.ts';

type Draft = Omit<ProjectDraft, 'area'>;

function columnsOf(draft: Draft) {
  return {
    title: draft.title,
    kind: draft.kind,
    level: draft.level,
    mode: draft.mode,
    year: draft.year,
    planned_fen: draft.planned,
    holder: draft.holder,
    arrangement: draft.arrangement,
    money: draft.money,
    organiser: draft.organiser,
    implementer: draft.implementer,
    due_on: draft.dueOn,
    acceptance: draft.acceptance,
    mechanism: draft.mechanism,
    link: draft.link,
    local_labour: draft.localLabour,
    is_demonstration: draft.isDemonstration,
    expected_households: draft.expectedHouseholds,
    expected_persons: draft.expectedPersons,
    expected_effect: draft.expectedEffect,
    latitude: draft.latitude,
    longitude: draft.longitude,
  };
}

function refuseStrange(context: Context, area: string, draft: Draft): void {
  const words = fundWordsHere(context, areaCode(area));
  refuseUnknownKind(words.pack, draft);
  for (const { source, purpose } of draft.lines) {
    refuseUnknown(words, { source, purposes: [purpose] });
  }
}

async function storeParts(
  context: Context,
  row: Pick<ProjectRecord, 'county' | 'id' | 'area_code'>,
  draft: Draft,
) {
  await replaceParts(context.tx, row, {
    lines: draft.lines,
    milestones: draft.milestones.map((one) => ({ ...one, id: context.newId(row.county) })),
    outputs: draft.outputs,
  });
}

export async function enterInLibrary(
  context: Context,
  { body }: InputOf<typeof enterProject>,
): Promise<OutputOf<typeof enterProject>> {
  const { tx, actor, now, today } = context;
  const area = areaCode(body.area);
  const county = countyNumberOf(area) ?? refuse(orderRefusals.countyNeeded);
  refuseStrange(context, area, body);
  const id = context.newId(county);
  const number = await nextNumber(tx, { county, area, year: body.year });

  const key = { county, id, area_code: area };
  await insertProject(tx, {
    ...key,
    ...columnsOf(body),
    number,
    step: 'library',
    step_on: today,
    author: actor.account,
    author_name: actor.displayName,
    changed_by_name: actor.displayName,
    created_at: now,
  });
  await storeParts(context, key, body);
  await appendAct(tx, key, {
    kind: 'enter',
    done_on: today,
    passes: true,
    milestone_id: null,
    facts: {},
    account: actor.account,
    account_name: actor.displayName,
    office: actor.title,
    recorded_at: now,
  });
  context.note({ area, subject: `project:${id}`, facts: { planned: body.planned } });
  return { id, number };
}

export async function changeInLibrary(
  context: Context,
  { params, body }: InputOf<typeof changeProject>,
): Promise<Project> {
  const { version, ...draft } = body;
  const row = await openProject(context, params.id, 'locked');
  if (row.step !== 'library') refuse(refusals.projectFixed);
  if (row.version !== version) refuse(refusals.projectChanged, { by: row.changed_by_name });
  refuseStrange(context, row.area_code, draft);

  await updateProject(context.tx, row, {
    ...columnsOf(draft),
    version: version + 1,
    changed_by_name: context.actor.displayName,
  });
  await storeParts(context, row, draft);
  context.note({ area: areaCode(row.area_code), subject: `project:${row.id}` });
  return projectView(context, row.id);
}

const placing: readonly ProjectRecord['step'][] = [
  'library',
  'applied',
  'reviewed',
  'approved',
  'tendered',
  'building',
];
const namedMost = 20;

export async function placeInProject(
  context: Context,
  { params, body }: InputOf<typeof placeHouseholds>,
): Promise<OutputOf<typeof placeHouseholds>> {
  const { tx } = context;
  const row = await openProject(context, params.id, 'locked');
  if (!placing.includes(row.step)) refuse(refusals.projectFixed);
  const removed = await removePlaced(tx, row, body.remove);
  const { low, high } = spanOf(areaCode(row.area_code));
  const numbers = [...new Set(body.add)];
  const { added, unknown } = await placeByNumber(tx, row, { numbers, low, high }, () =>
    context.newId(row.county),
  );
  if (unknown.length > 0) {
    const shown = unknown.slice(0, namedMost).join(', ');
    refuse(refusals.householdsUnknown, { numbers: shown }, unknown);
  }
  context.note({
    area: areaCode(row.area_code),
    subject: `project:${row.id}`,
    facts: { added, removed },
  });
  return { added, removed };
}

const PlacedKeys = z.tuple([z.string()]);

export async function householdsOf(
  context: Context,
  { params, query }: InputOf<typeof listProjectHouseholds>,
): Promise<OutputOf<typeof listProjectHouseholds>> {
  const row = await openProject(context, params.id);
  const [after] = readCursor(query.cursor, PlacedKeys) ?? [];
  const rows = await listPlaced(context.tx, row, { after, limit: query.limit + 1 });
  const page = pageFrom(rows, query.limit, ({ no }) => [no]);
  const nameOf = await namesOf(
    context,
    page.items.map(({ area_code }) => area_code.slice(0, 12)),
  );
  return {
    items: page.items.map(({ area_code, received, ...one }) => ({
      ...one,
      area: nameOf(area_code.slice(0, 12)),
      received: Number(received),
    })),
    next: page.next,
  };
}
