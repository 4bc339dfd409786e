// A list on its way in: begun for a kind the rules ask for, given a key where the department makes hashes,
// uploaded, its columns corrected, discarded. A department reaches its own lists alone.
import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { InputOf, OutputOf } from '#contract/route.ts';
import type {
  ComparisonListDetail,
  createComparisonList,
  discardComparisonList,
  giveComparisonKey,
  listComparisonKinds,
  listComparisonLists,
  mapComparisonList,
  uploadComparisonFile,
} from '#contract/targeting-comparison.ts';
import { areaCode, countyNumberOf, spanOf } from '#domain/kernel/area-code.ts';
import { deny } from '#domain/kernel/deny.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { noPackInForce } from '#domain/policy/refusals.ts';
import { choicesOf } from '#domain/targeting/comparison/comparison-kinds.ts';
import * as refusals from '#domain/targeting/comparison/comparison-refusals.ts';
import { formOf, guessColumns, profileOf } from '#domain/targeting/comparison/list-field.ts';
import { forgetFile, keepFile } from '#server/exchange/import-file.ts';
import { maskNumbers } from '#server/exchange/masked-sample.ts';
import type { Context } from '#server/http/context.ts';
import { pageFrom, readCursor } from '#server/http/cursor.ts';
import { missingFile } from '#server/http/input-refusals.ts';
import {
  deleteList,
  findEarlierColumns,
  findList,
  insertList,
  listLists,
  type StoredList,
  saveList,
} from './list.store.ts';
import { describeList, listFilePath } from './list-file.ts';
import { listDetail, listViews } from './list-view.ts';
import { shownMatchKey } from './match-hash.ts';

/** A department sees what it delivered; the county everything of its area. */
function onlyOwn({ actor, may }: Context): string | undefined {
  return may('targeting.read') ? undefined : actor.account;
}

export async function openList(
  context: Context,
  id: string,
  lock: 'shown' | 'locked' = 'shown',
): Promise<StoredList> {
  const list = await findList(context.tx, id, lock);
  const own = onlyOwn(context);
  const isTheirs = own === undefined || list?.account === own;
  return list === undefined || !isTheirs ? refuse(refusals.noSuchList) : list;
}

export async function kindsOf(
  { platform, today, area }: Context,
  _: InputOf<typeof listComparisonKinds>,
): Promise<OutputOf<typeof listComparisonKinds>> {
  const pack = platform.packs.inForce(area, today);
  if (pack === undefined) return { lists: [], rebuttals: [] };
  return { lists: [...choicesOf(pack, 'comparison')], rebuttals: [...choicesOf(pack, 'rebuttal')] };
}

const ListKeys = z.tuple([z.string(), z.string()]);

export async function listsOf(
  context: Context,
  { query }: InputOf<typeof listComparisonLists>,
): Promise<OutputOf<typeof listComparisonLists>> {
  const rows = await listLists(context.tx, {
    span: spanOf(context.area),
    account: onlyOwn(context),
    before: readCursor(query.cursor, ListKeys),
    limit: query.limit + 1,
  });
  const page = pageFrom(rows, query.limit, (row) => [row.createdAt, row.id]);
  return { items: await listViews(context, page.items), next: page.next };
}

export async function createList(
  context: Context,
  { body }: InputOf<typeof createComparisonList>,
): Promise<OutputOf<typeof createComparisonList>> {
  const { tx, platform, today, actor, now } = context;
  const area = areaCode(body.area);
  const pack = platform.packs.inForce(area, today) ?? refuse(noPackInForce, { area, on: today });
  if (!choicesOf(pack, 'comparison').some(({ id }) => id === body.kind)) {
    refuse(refusals.noSuchKind, { kind: body.kind });
  }
  const id = context.newId(countyNumberOf(area) ?? 0);
  await insertList(tx, {
    id,
    areaCode: area,
    kind: body.kind,
    title: body.title,
    account: actor.account,
    accountName: actor.displayName,
    createdAt: now,
  });
  context.note({ area, subject: `list:${id}`, facts: { kind: body.kind } });
  return { id };
}

/** Shown this once; kept sealed until the run, then thrown away. */
export async function giveKey(
  context: Context,
  { params }: InputOf<typeof giveComparisonKey>,
): Promise<OutputOf<typeof giveComparisonKey>> {
  const { tx, platform, now } = context;
  const list = await openList(context, params.id, 'locked');
  if (list.keyGivenAt !== null) refuse(refusals.keyGiven);
  if (list.state !== 'empty') refuse(refusals.keyNotNeeded);
  const key = randomBytes(32);
  await saveList(tx, list.id, {
    keySealed: platform.secrets.seal('match-key', key.toString('hex')),
    keyGivenAt: now,
  });
  context.note({ area: areaCode(list.areaCode), subject: `list:${list.id}` });
  return { key: shownMatchKey(key) };
}

/** Not while it is worked on, nor after it was compared. */
export function refuseBusy({ state }: StoredList): void {
  if (state === 'checking' || state === 'comparing' || state === 'done') refuse(refusals.listBusy);
}

const sampleRows = 6;
const cellCharactersMax = 40;

export async function uploadFile(
  context: Context,
  { params, query }: InputOf<typeof uploadComparisonFile>,
): Promise<ComparisonListDetail> {
  const { tx, file, platform } = context;
  if (file === undefined) return refuse(missingFile);
  const list = await openList(context, params.id, 'locked');
  refuseBusy(list);
  const path = listFilePath(platform, list.id);
  await keepFile(path, file.stream, platform.secrets.hash('list-file', 'digest'));
  try {
    const { head, rows } = await describeList(path, query.sheet);
    const earlier = await findEarlierColumns(tx, {
      area: list.areaCode,
      kind: list.kind,
      account: onlyOwn(context),
    });
    const guessed = guessColumns(rows, profileOf(earlier)) ?? refuse(refusals.nobodyNamed);
    if (formOf(guessed.columns) === 'hash' && list.keySealed === null) refuse(refusals.keyMissing);
    await saveList(tx, list.id, {
      state: 'uploaded',
      fileName: file.fileName.slice(0, 200),
      fileKept: true,
      format: head.format,
      sheet: head.sheet,
      sheets: head.sheets,
      ...guessed,
      sample: rows
        .filter((row) => row.number > guessed.headingRow)
        .slice(0, sampleRows)
        .map(({ number, cells }) => ({
          row: number,
          cells: cells.map((cell) => maskNumbers(cell.slice(0, cellCharactersMax))),
        })),
      counts: null,
      problems: [],
      failure: null,
    });
  } catch (error) {
    await forgetFile(path);
    throw error;
  }
  context.note({ area: areaCode(list.areaCode), subject: `list:${list.id}` });
  return listDetail(context, await openList(context, list.id));
}

export async function mapList(
  context: Context,
  { params, body }: InputOf<typeof mapComparisonList>,
): Promise<ComparisonListDetail> {
  const list = await openList(context, params.id, 'locked');
  refuseBusy(list);
  if (!list.fileKept) refuse(refusals.noFile);
  const corrected = new Map(body.columns.map(({ column, field }) => [column, field]));
  const columns = list.columns.map((column) => ({
    ...column,
    field: corrected.has(column.column) ? (corrected.get(column.column) ?? null) : column.field,
  }));
  const fields = columns.flatMap(({ field }) => field ?? []);
  const twice = fields.find((field, index) => fields.indexOf(field) !== index);
  if (twice !== undefined) refuse(deny(refusals.columnTwice, { field: twice }));
  const form = formOf(columns) ?? refuse(refusals.nobodyNamed);
  if (form === 'hash' && list.keySealed === null) refuse(refusals.keyMissing);
  await saveList(context.tx, list.id, {
    state: 'uploaded',
    columns,
    counts: null,
    problems: [],
    failure: null,
  });
  context.note({ area: areaCode(list.areaCode), subject: `list:${list.id}` });
  return listDetail(context, await openList(context, list.id));
}

export async function discardList(
  context: Context,
  { params }: InputOf<typeof discardComparisonList>,
): Promise<undefined> {
  const list = await openList(context, params.id, 'locked');
  refuseBusy(list);
  await deleteList(context.tx, list.id);
  await forgetFile(listFilePath(context.platform, list.id));
  context.note({ area: areaCode(list.areaCode), subject: `list:${list.id}` });
  return undefined;
}
