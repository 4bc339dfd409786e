// Wall boards: registered when they are printed, asked by a phone afterwards. The answer says whether the
// wall still holds and nothing else, for it is given to anybody who can read the code.
import { randomBytes } from 'node:crypto';
import type { checkBoard, printBoard } from '#contract/insight-charts.ts';
import type { InputOf, OutputOf } from '#contract/route.ts';
import { type Actor, mayEnter } from '#domain/access/actor.ts';
import { everything } from '#domain/access/scope.ts';
import { chartOfPart, noSuchChartVersion } from '#domain/insight/charts/refusals.ts';
import { areaCode, countyNumberOf } from '#domain/kernel/area-code.ts';
import { countyOfId } from '#domain/kernel/id.ts';
import { plainDate } from '#domain/kernel/plain-date.ts';
import { Refusal, refuse } from '#domain/kernel/refusal.ts';
import type { Context, PublicContext } from '#server/http/context.ts';
import { findBulletinByToken, newestEdition } from '../bulletin/bulletin.store.ts';
import { findBoard, findNewestApproved, findVersion, insertBoard } from './chart.store.ts';
import { makeChart } from './read-chart.ts';

export async function printedBoard(
  context: Context,
  { params, body }: InputOf<typeof printBoard>,
): Promise<OutputOf<typeof printBoard>> {
  const { actor, area, tx, now } = context;
  if (!mayEnter(actor, area)) refuse(chartOfPart, { area });
  const hash =
    body.version === undefined
      ? (await makeChart(context, params)).hash
      : await hashOfVersion(context, params, body.version);

  const county = countyNumberOf(area) ?? 0;
  const id = context.newId(county);
  const token = randomBytes(18).toString('base64url');

  await insertBoard(tx, {
    county,
    id,
    token,
    area_code: area,
    pack: params.pack,
    chart: params.chart,
    hash,
    version_id: body.version ?? null,
    paper: body.paper,
    printed_by: actor.account,
    printed_at: now,
  });
  context.note({ area, subject: `board:${id}`, facts: { paper: body.paper, chart: params.chart } });
  return { token, printedAt: now, hash };
}

async function hashOfVersion(
  { tx, area }: Context,
  { pack, chart }: { readonly pack: string; readonly chart: string },
  id: string,
): Promise<string> {
  const version = await findVersion(tx, { county: countyOfId(id), id });
  const isThis = version?.pack === pack && version.chart === chart && version.area_code === area;
  return isThis ? version.hash : refuse(noSuchChartVersion);
}

type Answer = OutputOf<typeof checkBoard>;

/** Anybody may ask as often as they like; the chart behind a code is made once a minute at most. */
const keptMilliseconds = 60_000;
const answers = new Map<string, Answer>();

export async function checkedBoard(
  context: PublicContext,
  { params }: InputOf<typeof checkBoard>,
): Promise<Answer> {
  const { token } = params;
  const kept = answers.get(token);
  if (
    kept !== undefined &&
    Date.parse(context.now) - Date.parse(kept.checkedAt) < keptMilliseconds
  ) {
    return kept;
  }
  const board = await findBoard(context.tx, token);
  const checkedAt = context.now;
  if (board === undefined) return bulletinAnswer(context, token);
  const answer = { state: await stateOf(context, board), printedAt: board.printed_at, checkedAt };
  if (answers.size > 1000) answers.clear();
  answers.set(token, answer);
  return answer;
}

/** A bulletin holds until a later edition of its month is signed. */
async function bulletinAnswer({ tx, now }: PublicContext, token: string): Promise<Answer> {
  const row = await findBulletinByToken(tx, token);
  if (row?.second_at == null) return { state: 'unknown', printedAt: null, checkedAt: now };
  const month = plainDate(row.month);
  const newest = await newestEdition(tx, { area: row.area_code, month, signed: true });
  const state = newest === row.edition ? 'current' : 'superseded';
  return { state, printedAt: row.second_at, checkedAt: now };
}

type Board = NonNullable<Awaited<ReturnType<typeof findBoard>>>;

/** A board of an approved version holds until headquarters approves another; one of the day, until a number changes. */
async function stateOf(context: PublicContext, board: Board): Promise<Answer['state']> {
  const area = areaCode(board.area_code);
  if (board.version_id !== null) {
    const newest = await findNewestApproved(context.tx, { ...board, area });
    return newest === undefined || newest.id === board.version_id ? 'current' : 'superseded';
  }
  try {
    const { hash } = await makeChart(asTheArea(context, area), board);
    return hash === board.hash ? 'current' : 'changed';
  } catch (problem) {
    // The pack no longer has the chart: the wall shows something that does not exist any more.
    if (problem instanceof Refusal) return 'changed';
    throw problem;
  }
}

/** The chart as the office of the area sees it, for comparison only. */
function asTheArea(context: PublicContext, area: Context['area']): Context {
  const actor: Actor = {
    account: '',
    username: '',
    displayName: '',
    title: '',
    role: 'county',
    area,
    areas: [area],
    households: null,
    language: context.language,
  };
  return {
    ...context,
    actor,
    scope: everything,
    area,
    token: '',
    file: undefined,
    may: () => true,
  };
}
