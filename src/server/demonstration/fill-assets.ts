// What the demonstration's finished projects left behind, once: assets with their title and keeper, some idle,
// half of them counted this year; invented like the projects themselves.
import { everything } from '#domain/access/scope.ts';
import { randomOf } from '#domain/demonstration/random.ts';
import { makeId } from '#domain/kernel/id.ts';
import { addDays, type PlainDate, plainDate } from '#domain/kernel/plain-date.ts';
import { findAccountByUsername } from '#server/access/account.store.ts';
import { inScope } from '#server/database/connect.ts';
import { findSetting, saveSetting } from '#server/kernel/setting.store.ts';
import type { Platform } from '#server/platform.ts';
import { type FinishedProject, insertRows, listFinished } from './fill-projects.store.ts';

export const assetsMark = 'demonstration.assets';

const county = 451226;
const seed = 'huanjiang-2016-09-30';
const lastDay = plainDate('2016-09-29');

/** Kinds of projects whose works earn something, and those that belong to the households. */
const operating = ['CROPS', 'SERICULTURE', 'LIVESTOCK'];
const ofHouseholds = ['HOUSE', 'WATER'];

/** How many assets were made now; 0 when that was done before. */
export async function fillAssets({ db }: Pick<Platform, 'db'>): Promise<number> {
  return inScope(db, everything, async (tx) => {
    if ((await findSetting(tx, assetsMark)) !== undefined) return 0;
    const author = await findAccountByUsername(tx, 'county');
    const finished = await listFinished(tx, county);
    if (author === undefined || finished.length === 0) return 0;

    const random = randomOf(`${seed} asset ids`);
    const newId = () => makeId({ county, milliseconds: 1452816000004, random: random.bytes(8) });
    const made = finished.map((project, index) => invent(project, index, newId()));
    await insertRows(
      tx,
      'funds_asset',
      made.map(({ row }) => ({ ...row, author: author.id })),
    );
    await insertRows(
      tx,
      'funds_asset_act',
      made.flatMap(({ row, acts }) =>
        acts.map((act, index) => ({
          county,
          asset_id: row.id,
          area_code: row.area_code,
          position: index + 1,
          ...act,
          account: author.id,
          account_name: author.displayName,
          recorded_at: `${act.done_on}T04:00:00.000Z`,
        })),
      ),
    );
    await saveSetting(tx, assetsMark, made.length);
    return made.length;
  });
}

function invent(project: FinishedProject, index: number, id: string) {
  const { kind, accepted_fen: value, area_code } = project;
  const formed = plainDate(project.step_on);
  const day = (days: number): PlainDate => {
    const on = addDays(formed, days);
    return on > lastDay ? lastDay : on;
  };
  const isOver = project.step === 'handedOver';
  const isIdle = isOver && index % 7 === 3;
  const isCounted = isOver && index % 2 === 0;
  const note = { note: '虚构' };
  const acts = [
    { kind: 'form', done_on: formed, facts: { value } },
    ...(isOver
      ? [
          { kind: 'confirm', done_on: day(3), facts: { owner: '村集体', document: '虚构' } },
          { kind: 'handOver', done_on: day(5), facts: { keeper: '村民委员会', ...note } },
        ]
      : []),
    ...(isIdle ? [{ kind: 'rest', done_on: day(30), facts: note }] : []),
    ...(isCounted
      ? [
          {
            kind: 'count',
            done_on: lastDay,
            facts: { condition: isIdle ? 'idle' : 'inUse', ...note },
          },
        ]
      : []),
  ];
  const last = acts.findLast((act) => act.kind !== 'count');
  return {
    acts,
    row: {
      county,
      id,
      area_code,
      project_id: project.id,
      title: project.title,
      kind: operating.includes(kind)
        ? 'operating'
        : ofHouseholds.includes(kind)
          ? 'household'
          : 'public',
      value_fen: value,
      formed_on: formed,
      owner: isOver ? '村集体' : '',
      keeper: isOver ? '村民委员会' : '',
      state: isIdle ? 'idle' : isOver ? 'handedOver' : 'formed',
      state_on: last?.done_on ?? formed,
      counted_year: isCounted ? 2016 : null,
      shared_fen: 0,
      disposed_fen: null,
      created_at: `${formed}T04:00:00.000Z`,
    },
  };
}
