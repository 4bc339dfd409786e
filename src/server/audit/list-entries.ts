// The trail of one's area, newest first, as a page or as a file.
import { z } from 'zod';
import type {
  AuditEntry,
  exportEntries as exportShape,
  listEntries as listShape,
} from '#contract/audit.ts';
import type { InputOf, OutputOf } from '#contract/route.ts';
import { areaCode as readArea } from '#domain/kernel/area-code.ts';
import { addDays, plainDate } from '#domain/kernel/plain-date.ts';
import type { Bilingual } from '#domain/kernel/refusal.ts';
import { packQuestions } from '#domain/policy/pack/manifest-schema.ts';
import type { Context, Download } from '#server/http/context.ts';
import { pageFrom, readCursor } from '#server/http/cursor.ts';
import {
  type ActorName,
  type EntryQuestion,
  type EntryRow,
  listEntryRows,
  nameAccounts,
} from './audit.store.ts';
import { csvLine } from './csv-line.ts';
import { namesOfFacts, type Rules } from './name-facts.ts';
import { namesOfThings, thingsOf } from './name-things.ts';

const Place = z.tuple([z.string(), z.uuid()]);

type Filter = InputOf<typeof exportShape>['query'];

export async function listEntries(
  context: Context,
  { query }: InputOf<typeof listShape>,
): Promise<OutputOf<typeof listShape>> {
  const place = readCursor(query.cursor, Place);
  const rows = await listEntryRows(context.tx, {
    ...questionOf(context, query),
    after: place === undefined ? undefined : { at: place[0], id: place[1] },
    namesHeads: context.may('registry.read'),
    limit: query.limit + 1,
  });
  const page = pageFrom(rows, query.limit, (row) => [row.at, row.id]);
  const named = {
    accounts: await namesOf(context, page.items),
    things: await namesOfThings(context, page.items),
  };
  return { items: page.items.map((row) => viewEntry(context, row, named)), next: page.next };
}

const heads = {
  zh: ['时间', '用户名', '姓名', '角色', '动作', '区划', '区划名', '对象', '说明'],
  en: ['at', 'username', 'name', 'role', 'act', 'area', 'area name', 'subject', 'facts'],
} as const;
const proofHead = ['id', 'digest', 'chain', 'number', 'seal'] as const;

export async function exportEntries(
  context: Context,
  { query }: InputOf<typeof exportShape>,
): Promise<Download> {
  return {
    fileName: `audit-${context.area || 'all'}-${context.now.slice(0, 10)}.csv`,
    contentType: 'text/csv; charset=utf-8',
    body: csvOf(context, questionOf(context, query)),
  };
}

async function* csvOf(
  context: Context,
  question: Omit<EntryQuestion, 'limit' | 'namesHeads'>,
): AsyncGenerator<string> {
  const limit = 1000;
  // A mark, or Excel takes the file for the local code page.
  yield `\u{feff}${csvLine([...heads[context.language], ...proofHead])}`;
  let after: EntryQuestion['after'];
  for (;;) {
    const rows = await listEntryRows(context.tx, { ...question, after, limit, namesHeads: false });
    const names = await namesOf(context, rows);
    yield rows.map((row) => lineOf(row, names)).join('');
    const last = rows.at(-1);
    if (last === undefined || rows.length < limit) return;
    after = { at: last.at, id: last.id };
  }
}

function lineOf(row: EntryRow, names: ReadonlyMap<string, ActorName>): string {
  const account = row.account === null ? undefined : names.get(row.account);
  return csvLine([
    row.at,
    account?.username ?? row.account,
    account?.displayName ?? null,
    account?.role ?? null,
    row.act,
    row.areaCode,
    row.areaName,
    row.subject,
    Object.keys(row.facts).length === 0 ? null : JSON.stringify(row.facts),
    row.id,
    row.digest,
    row.seal?.chain ?? null,
    row.seal?.number ?? null,
    row.seal?.hash ?? null,
  ]);
}

function questionOf(
  { area, today }: Context,
  filter: Filter,
): Omit<EntryQuestion, 'limit' | 'namesHeads'> {
  return {
    area,
    today,
    act: filter.act === '' ? undefined : filter.act,
    account: filter.account,
    subject: filter.subject === '' ? undefined : filter.subject,
    from: filter.from === undefined ? undefined : startOf(filter.from),
    before: filter.to === undefined ? undefined : startOf(addDays(plainDate(filter.to), 1)),
  };
}

/** The instant at which a day begins in Asia/Shanghai. */
function startOf(day: string): string {
  return `${plainDate(day)}T00:00:00+08:00`;
}

function namesOf({ tx }: Context, rows: readonly EntryRow[]) {
  return nameAccounts(
    tx,
    rows.flatMap((row) => (row.account === null ? [] : [row.account])),
  );
}

/** The packs in force where it was done: what decides there, and what follows exit. */
function rulesAt({ platform, today }: Context, area: string): Rules {
  const { packs: installed } = platform;
  const packs =
    area === ''
      ? []
      : packQuestions.flatMap((one) => installed.inForce(readArea(area), today, one) ?? []);
  const titleOfPack = (id: string) =>
    installed.all().find(({ manifest }) => manifest.id === id)?.manifest.title;
  return { packs, titleOfPack };
}

interface Named {
  readonly accounts: ReadonlyMap<string, ActorName>;
  readonly things: ReadonlyMap<string, Bilingual>;
}

function viewEntry(context: Context, row: EntryRow, { accounts, things }: Named): AuditEntry {
  const { id, at, act, areaCode, areaName, subject, facts, headName, seal } = row;
  const [, about = ''] = subject.split(':');
  const head = headName === null ? {} : { [about]: { zh: headName, en: headName } };
  const own = thingsOf(row).flatMap(([, one]) => {
    const name = things.get(one);
    return name === undefined ? [] : [[one, name] as const];
  });
  const unnamed = (account: string) => ({ id: account, username: '', displayName: '', role: '' });
  return {
    id,
    at,
    account: row.account === null ? null : (accounts.get(row.account) ?? unnamed(row.account)),
    act,
    areaCode,
    areaName,
    subject,
    facts: { ...facts },
    names: {
      ...namesOfFacts(rulesAt(context, areaCode), { act, subject, facts }),
      ...Object.fromEntries(own),
      ...head,
    },
    seal: seal === null ? null : { chain: seal.chain, number: seal.number },
  };
}
