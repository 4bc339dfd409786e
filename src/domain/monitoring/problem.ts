// What may be done about a problem, by whom, and what it needs: a list of its own rules and no others.
// Whoever mended a problem never verifies or closes it; a deadline is never in the past.
import type { AreaCode } from '#domain/kernel/area-code.ts';
import { deny } from '#domain/kernel/deny.ts';
import { noClock, type Standing, standingOf } from '#domain/kernel/escalation.ts';
import { addDays, type PlainDate, plainDate } from '#domain/kernel/plain-date.ts';
import type { Bilingual, RefusalKind } from '#domain/kernel/refusal.ts';
import * as refusals from './problem-refusals.ts';
import {
  type ListState,
  nextState,
  type Phase,
  stateOf,
  stateToMend,
  type WorkList,
} from './work-list.ts';

export const problemActs = ['advance', 'back', 'reopen', 'reassign', 'urge', 'remark'] as const;
export type ProblemAct = (typeof problemActs)[number];

export interface ProblemState {
  readonly state: string;
  readonly phase: Phase;
  readonly position: number;
  readonly ownerAccount: string | null;
  readonly ownerName: string | null;
  readonly assignedOn: string | null;
  readonly dueOn: string | null;
  readonly mendedBy: string | null;
}

export interface Whoever {
  readonly account: string;
  /** Assigns, verifies, closes. */
  readonly maySteer: boolean;
  /** Registers and mends. */
  readonly mayWork: boolean;
}

export interface Intended {
  readonly act: ProblemAct;
  readonly words: string;
  readonly owner: { readonly account: string | null; readonly name: string } | null;
  readonly dueOn: PlainDate | null;
}

export type Decided =
  | { readonly ok: true; readonly to: ListState }
  | { readonly ok: false; readonly why: RefusalKind };

const no = (
  kind: RefusalKind,
  words: Readonly<Record<string, string | Bilingual>> = {},
): Decided => ({
  ok: false,
  why: deny(kind, words),
});

export function decideAct(
  list: WorkList,
  problem: ProblemState,
  who: Whoever,
  intended: Intended,
  today: PlainDate,
): Decided {
  const here = stateOf(list, problem.state);
  if (here === undefined) return no(refusals.problemListGone, { state: problem.state });
  const { act } = intended;
  const stays: Decided = { ok: true, to: here };
  const title = { state: here.title };
  if (act === 'remark') {
    return intended.words === '' ? no(refusals.problemWordsMissing, title) : stays;
  }
  if (act === 'reopen') {
    if (problem.phase !== 'closed') return no(refusals.problemNotClosed, title);
    return withReason(list, who, intended, title);
  }
  if (problem.phase === 'closed') return no(refusals.problemClosed, title);
  if (act === 'urge') {
    if (problem.ownerName === null) return no(refusals.problemUnassigned, title);
    return who.maySteer ? stays : no(refusals.problemNotYours, title);
  }
  if (act === 'reassign') {
    if (problem.phase !== 'assigned') return no(refusals.problemUnassigned, title);
    return assigning(who, intended, here, today);
  }
  if (act === 'back') {
    const isMended = problem.phase === 'mended' || problem.phase === 'verified';
    if (!isMended) return no(refusals.problemNotMended, title);
    if (problem.mendedBy === who.account) return no(refusals.problemOwnWork, title);
    return withReason(list, who, intended, title);
  }
  const next = nextState(list, here.id);
  return next === undefined
    ? no(refusals.problemClosed, title)
    : advancing({ problem, who, intended, next, today });
}

function withReason(
  list: WorkList,
  who: Whoever,
  { words }: Intended,
  title: { readonly state: Bilingual },
): Decided {
  const to = stateToMend(list);
  if (!who.maySteer) return no(refusals.problemNotYours, title);
  if (words === '') return no(refusals.problemWordsMissing, title);
  return to === undefined ? no(refusals.problemClosed, title) : { ok: true, to };
}

interface Advancing {
  readonly problem: ProblemState;
  readonly who: Whoever;
  readonly intended: Intended;
  readonly next: ListState;
  readonly today: PlainDate;
}

function advancing({ problem, who, intended, next, today }: Advancing): Decided {
  const title = { state: next.title };
  if (next.phase === 'open') {
    return who.maySteer ? { ok: true, to: next } : no(refusals.problemNotYours, title);
  }
  if (next.phase === 'assigned') return assigning(who, intended, next, today);
  if (intended.words === '') return no(refusals.problemWordsMissing, title);
  if (next.phase === 'mended') {
    const isOwner = problem.ownerAccount === who.account && who.mayWork;
    // A unit without an account is spoken for by whoever steers.
    const speaksFor = problem.ownerAccount === null && who.maySteer;
    return isOwner || speaksFor ? { ok: true, to: next } : no(refusals.problemNotYours, title);
  }
  if (!who.maySteer) return no(refusals.problemNotYours, title);
  const isOwn = [problem.mendedBy, problem.ownerAccount].includes(who.account);
  return isOwn ? no(refusals.problemOwnWork, title) : { ok: true, to: next };
}

function assigning(
  who: Whoever,
  { owner, dueOn }: Intended,
  to: ListState,
  today: PlainDate,
): Decided {
  const title = { state: to.title };
  if (!who.maySteer) return no(refusals.problemNotYours, title);
  if (owner === null || dueOn === null) return no(refusals.problemOwnerMissing, title);
  return dueOn < today ? no(refusals.problemDayPast, { day: dueOn }) : { ok: true, to };
}

/** What a screen offers: acts that would be taken if everything they ask for were given. */
export function actsFor(
  list: WorkList,
  problem: ProblemState,
  who: Whoever,
  today: PlainDate,
): readonly { readonly act: ProblemAct; readonly to: ListState }[] {
  const full = {
    words: '—',
    owner: { account: null, name: '—' },
    dueOn: today,
  };
  return problemActs.flatMap((act) => {
    if (act === 'remark' && !who.mayWork && !who.maySteer) return [];
    const decided = decideAct(list, problem, who, { ...full, act }, today);
    return decided.ok ? { act, to: decided.to } : [];
  });
}

/** Once mended the clock of the owner stands still. */
export function problemClock(
  area: AreaCode,
  { phase, dueOn, assignedOn }: Pick<ProblemState, 'phase' | 'dueOn' | 'assignedOn'>,
  today: PlainDate,
): Standing {
  const runs = phase === 'open' || phase === 'assigned';
  if (dueOn === null || !runs) return noClock;
  const since = assignedOn === null ? null : plainDate(assignedOn);
  return standingOf(area, { since, due: plainDate(dueOn) }, today);
}

export interface DayChange {
  readonly on: PlainDate;
  readonly change: number;
}

/** Open problems at the end of each day, from what was registered, closed and reopened on it. */
export function curveOf(
  changes: readonly DayChange[],
  { from, to }: { readonly from: PlainDate; readonly to: PlainDate },
): readonly { readonly on: PlainDate; readonly open: number }[] {
  let open = changes.filter(({ on }) => on < from).reduce((all, { change }) => all + change, 0);
  const days: { on: PlainDate; open: number }[] = [];
  for (let on = from; on <= to; on = addDays(on, 1)) {
    open += changes.filter((one) => one.on === on).reduce((all, { change }) => all + change, 0);
    days.push({ on, open });
  }
  return days;
}
