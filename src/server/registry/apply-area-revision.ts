// Takes the households of a revised area to its successor. What no source shows is not guessed: a
// person names the successor, or says that a shown link was verified. A household keeps its number,
// its id and its whole history; the change of code is one more event of it. Applying twice moves
// nobody twice.
import type { applyAreaRevision as applyShape, RevisionEffect } from '#contract/registry-areas.ts';
import type { InputOf } from '#contract/route.ts';
import { type AreaCode, areaCode, isWithin } from '#domain/kernel/area-code.ts';
import { addDays, type PlainDate } from '#domain/kernel/plain-date.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import {
  noSuchRevision,
  revisionNotInForce,
  revisionOpen,
  revisionUnverified,
  wrongAssignment,
} from '#domain/registry/area-refusals.ts';
import { destinationOf } from '#domain/registry/area-revision.ts';
import type { Context } from '#server/http/context.ts';
import { findArea } from './area.store.ts';
import {
  type AreaMove,
  appendMoveEvents,
  countHouseholdsIn,
  lockHouseholdsIn,
  moveOwnAreas,
  moveRows,
} from './area-move.store.ts';
import {
  linkOf,
  listRevisions,
  markRevisionApplied,
  type StoredRevision,
} from './area-own.store.ts';

export async function applyRevision(
  context: Context,
  { params, body }: InputOf<typeof applyShape>,
): Promise<RevisionEffect> {
  const { tx, area, today } = context;
  const revisions = await listRevisions(tx, area);
  const revision =
    revisions.find((each) => each.id === params.revision) ??
    refuse(noSuchRevision, { area, revision: params.revision });
  const on = revision.on ?? revision.by;
  if (on > today) refuse(revisionNotInForce, { on, today });

  const moves = await movesOf(context, revision, body.assignments);
  const effect = await effectOf(context, revision, moves);
  if (body.dryRun) return effect;
  const left = effect.open.find((open) => open.households > 0);
  if (left !== undefined) refuse(revisionOpen, { area: left.from, households: left.households });
  if (!revision.verified && moves.length > 0 && !body.acceptUnverified) refuse(revisionUnverified);

  for (const move of moves) await carryOut(context, revision, move);
  await markRevisionApplied(tx, revision.id, context.now);
  const households = effect.moved.reduce((sum, each) => sum + each.households, 0);
  context.note({ subject: `area-revision:${revision.id}`, facts: { households } });

  return { ...effect, applied: true };
}

/** Codes that end with the revision. */
function endedCodes(revision: StoredRevision): readonly AreaCode[] {
  return revision.from.filter((code) => !revision.to.includes(code)).map(areaCode);
}

async function movesOf(
  context: Context,
  revision: StoredRevision,
  assignments: Readonly<Record<string, string>>,
): Promise<readonly AreaMove[]> {
  const on = revision.on ?? revision.by;
  const period = { since: addDays(on, -1), until: on };
  const moves: AreaMove[] = [];
  for (const from of endedCodes(revision)) {
    const assigned = assignments[from];
    const destination = destinationOf(from, [linkOf(revision)], period);
    if (assigned !== undefined) {
      moves.push({ from, to: await assignedTo(context, { from, to: assigned, on }) });
    } else if (destination.kind === 'moved') moves.push({ from, to: destination.to });
  }
  return moves;
}

async function assignedTo(
  { tx, area }: Context,
  { from, to, on }: { from: AreaCode; to: string; on: PlainDate },
): Promise<AreaCode> {
  const code = areaCode(to);
  const fits = code.length === from.length && isWithin(code, area) && code !== from;
  const exists = fits && (await findArea(tx, code, on)) !== undefined;
  return exists ? code : refuse(wrongAssignment, { from, to, on });
}

async function effectOf(
  { tx }: Context,
  revision: StoredRevision,
  moves: readonly AreaMove[],
): Promise<RevisionEffect> {
  const effect: RevisionEffect = { revision: revision.id, applied: false, moved: [], open: [] };
  const before = addDays(revision.on ?? revision.by, -1);
  for (const from of endedCodes(revision)) {
    const households = await countHouseholdsIn(tx, from);
    const move = moves.find((each) => each.from === from);
    if (move !== undefined) effect.moved.push({ from, to: move.to, households });
    else {
      const area = await findArea(tx, from, before);
      const candidates = [...revision.to];
      effect.open.push({ from, name: area?.name ?? from, households, candidates });
    }
  }
  return effect;
}

async function carryOut(context: Context, revision: StoredRevision, move: AreaMove): Promise<void> {
  const { tx, now, actor } = context;
  const on = revision.on ?? revision.by;
  const households = await lockHouseholdsIn(tx, move.from);
  const events = households.map((household) => ({
    id: context.newId(household.county),
    household,
    to: move.to + household.areaCode.slice(move.from.length),
  }));
  await moveOwnAreas(tx, move, on);
  await appendMoveEvents(tx, events, {
    trueFrom: on,
    now,
    author: actor.account,
    authorName: actor.displayName,
    source: revision.source,
    reason: `area-revision:${revision.id}`,
  });
  await moveRows(tx, move, now);
}
