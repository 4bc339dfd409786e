// What may be done about an event of the grid, by whom, and where it leads: found, dispatched to somebody by
// a day, handled, closed by another person. Whoever handled it never closes it.
import { deny } from '#domain/kernel/deny.ts';
import type { PlainDate } from '#domain/kernel/plain-date.ts';
import type { RefusalKind } from '#domain/kernel/refusal.ts';
import { type IncidentState, incidentTitles } from './grid.ts';
import * as refusals from './grid-refusals.ts';

export const incidentActs = ['send', 'handle', 'back', 'close', 'remark'] as const;
export type IncidentAct = (typeof incidentActs)[number];

export interface IncidentStanding {
  readonly state: IncidentState;
  readonly foundBy: string | null;
  /** It was sent to somebody, with an account or without. */
  readonly isSent: boolean;
  readonly handlerAccount: string | null;
  readonly handledBy: string | null;
}

export interface IncidentActor {
  readonly account: string;
  /** Sees the whole village: dispatches, sends back, closes, and speaks for handlers without an account. */
  readonly mayDispatch: boolean;
}

export interface IncidentIntent {
  readonly act: IncidentAct;
  readonly words: string;
  readonly handler: string | null;
  readonly dueOn: PlainDate | null;
}

export type IncidentDecision =
  | { readonly ok: true; readonly to: IncidentState }
  | { readonly ok: false; readonly why: RefusalKind };

export function decideIncident(
  standing: IncidentStanding,
  who: IncidentActor,
  { act, words, handler, dueOn }: IncidentIntent,
  today: PlainDate,
): IncidentDecision {
  const { state } = standing;
  const no = (kind: RefusalKind): IncidentDecision => ({
    ok: false,
    why: deny(kind, { state: incidentTitles[state], day: dueOn ?? '' }),
  });
  if (state === 'closed') return no(refusals.incidentClosed);
  const needsWords = act !== 'send';
  if (needsWords && words === '') return no(refusals.incidentWordsMissing);
  switch (act) {
    case 'remark':
      return { ok: true, to: state };
    case 'send':
      if (!who.mayDispatch) return no(refusals.incidentNotYours);
      if (state === 'handled') return no(refusals.incidentNotHere);
      if (handler === null || dueOn === null) return no(refusals.incidentHandlerMissing);
      return dueOn < today ? no(refusals.incidentDayPast) : { ok: true, to: 'sent' };
    case 'handle':
      if (state === 'handled') return no(refusals.incidentNotHere);
      return mayHandle(standing, who) ? { ok: true, to: 'handled' } : no(refusals.incidentNotYours);
    case 'back':
    case 'close':
      if (state !== 'handled') return no(refusals.incidentNotHere);
      if (!who.mayDispatch) return no(refusals.incidentNotYours);
      if (standing.handledBy === who.account) return no(refusals.incidentOwnWork);
      if (act === 'close') return { ok: true, to: 'closed' };
      return { ok: true, to: standing.isSent ? 'sent' : 'found' };
  }
}

/** Settled on the spot by whoever found it, or by whom it was sent to. */
function mayHandle(
  { state, foundBy, handlerAccount }: IncidentStanding,
  { account, mayDispatch }: IncidentActor,
): boolean {
  if (state === 'found') return foundBy === account;
  return handlerAccount === account || (handlerAccount === null && mayDispatch);
}

/** What a screen offers: acts that would be taken if everything they ask for were given. */
export function incidentActsFor(
  standing: IncidentStanding,
  who: IncidentActor,
  today: PlainDate,
): readonly IncidentAct[] {
  const full = { words: '—', handler: '—', dueOn: today };
  return incidentActs.filter((act) => decideIncident(standing, who, { ...full, act }, today).ok);
}
