// An act on a problem: the row is held, the rules of the list decide, the act is added, the row follows it.
import type { actOnProblem, listOwners, Problem } from '#contract/monitoring.ts';
import type { InputOf, OutputOf } from '#contract/route.ts';
import { areaCode, countyNumberOf, isWithin } from '#domain/kernel/area-code.ts';
import { plainDate } from '#domain/kernel/plain-date.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { decideAct } from '#domain/monitoring/problem.ts';
import * as refusals from '#domain/monitoring/problem-refusals.ts';
import { findAccount, listAccountRows } from '#server/access/account.store.ts';
import type { Context } from '#server/http/context.ts';
import { closeFindingRow } from '#server/workforce/visit.store.ts';
import { insertProblemActs, type ProblemRecord, saveProblem } from './problem.store.ts';
import { placeNames, problemList, problemState, problemView, whoever } from './problem-view.ts';
import { openProblem } from './problems.ts';

export async function act(
  context: Context,
  { params, body }: InputOf<typeof actOnProblem>,
): Promise<Problem> {
  const { tx, today, now, actor } = context;
  const row = await openProblem(context, params.id, 'locked');
  if (row.position !== body.seen) refuse(refusals.problemChanged);
  const list = problemList({ ...context, area: areaCode(row.area_code) });
  if (list === undefined) return refuse(refusals.noProblemList);
  const owner = body.owner === undefined ? null : await ownerOf(context, row, body.owner);
  const dueOn = body.dueOn === undefined ? null : plainDate(body.dueOn);
  const intended = { act: body.act, words: body.words, owner, dueOn };
  const decided = decideAct(list, problemState(row), whoever(context), intended, today);
  if (!decided.ok) return refuse(decided.why);
  const { to } = decided;
  const after = changed(row, { ...intended, to, today, by: actor.account });
  await saveProblem(tx, after);
  await insertProblemActs(tx, [
    {
      county: row.county,
      problem_id: row.id,
      position: after.position,
      area_code: row.area_code,
      household_id: row.household_id,
      act: body.act,
      state: to.id,
      words: body.words,
      owner_name: owner?.name ?? null,
      due_on: dueOn,
      account: actor.account,
      account_name: actor.displayName,
      acted_on: today,
      acted_at: now,
    },
  ]);
  if (after.phase === 'closed' && row.source === 'visit' && row.source_id !== null) {
    await closeFindingRow(tx, { county: row.county, id: row.source_id }, today);
  }
  const facts = { number: row.number, act: body.act, state: to.id };
  context.note({ area: areaCode(row.area_code), subject: `problem:${row.id}`, facts });
  return problemView(context, after);
}

interface Change {
  readonly act: string;
  readonly owner: { readonly account: string | null; readonly name: string } | null;
  readonly dueOn: string | null;
  readonly to: { readonly id: string; readonly phase: string };
  readonly today: string;
  readonly by: string;
}

function changed(
  row: ProblemRecord,
  { act: done, owner, dueOn, to, today, by }: Change,
): ProblemRecord {
  const isAssigned = owner !== null && (done === 'reassign' || to.phase === 'assigned');
  const isMended = done === 'advance' && to.phase === 'mended';
  const isSentBack = done === 'back' || done === 'reopen';
  return {
    ...row,
    position: row.position + 1,
    state: to.id,
    phase: to.phase,
    ...(isAssigned
      ? { owner_account: owner.account, owner_name: owner.name, assigned_on: today, due_on: dueOn }
      : {}),
    ...(isMended ? { mended_on: today, mended_by: by } : {}),
    ...(isSentBack ? { mended_on: null, mended_by: null } : {}),
    closed_on: to.phase === 'closed' ? (row.closed_on ?? today) : null,
    reopened: row.reopened + (done === 'reopen' ? 1 : 0),
    urged: row.urged + (done === 'urge' ? 1 : 0),
  };
}

/** An account of the county, or a unit without one, spoken for by whoever steers. */
export async function ownerOf(
  { tx }: Pick<Context, 'tx'>,
  { county }: Pick<ProblemRecord, 'county'>,
  { account, name }: { readonly account: string | null; readonly name: string },
): Promise<{ readonly account: string | null; readonly name: string }> {
  if (account === null) return name === '' ? refuse(refusals.noSuchOwner) : { account, name };
  const found = await findAccount(tx, account);
  const isHere = found !== undefined && isWithin(found.area, areaCode(String(county)));
  if (!isHere) return refuse(refusals.noSuchOwner);
  return { account: found.id, name: [found.title, found.displayName].filter(Boolean).join(' ') };
}

const ownerRoles = ['county', 'township', 'village', 'helper', 'department'];

export async function ownersOf(
  context: Context,
  _input: InputOf<typeof listOwners>,
): Promise<OutputOf<typeof listOwners>> {
  const { tx, area, now } = context;
  if (countyNumberOf(area) === undefined) return { items: [] };
  const rows = await listAccountRows(tx, { area, state: 'open', now, limit: 400 });
  const named = await placeNames(
    context,
    rows.map((row) => row.area),
  );
  return {
    items: rows
      .filter(({ role }) => ownerRoles.includes(role))
      .map((row) => ({
        account: row.id,
        name: row.displayName,
        title: row.title,
        role: row.role,
        place: named(row.area),
      })),
  };
}
