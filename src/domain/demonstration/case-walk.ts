// The acts of an invented case, so that the engine's own fold brings it where it is to stand: whoever may
// act at a step does, meetings carry what was decided, notices hang, objections are answered.
import type { ActKind, CaseAct } from '#domain/casework/case-act.ts';
import type { CaseRules, StepRule } from '#domain/casework/case-rules.ts';
import { rolesFor } from '#domain/casework/who-acts.ts';
import { addDays, daysBetween, type PlainDate } from '#domain/kernel/plain-date.ts';
import { hung, type Stay } from './case-days.ts';
import type { Stop } from './case-path.ts';
import { caseWords, inventedMark } from './case-words.ts';
import type { Random } from './random.ts';
import { recordedAt } from './timeline.ts';

export interface CasePerson {
  readonly account: string;
  readonly name: string;
}

/** The people of an invented case, all invented themselves. */
export interface CasePeople {
  readonly household: CasePerson;
  readonly secretary: CasePerson;
  readonly surveyors: readonly [CasePerson, CasePerson];
  readonly reviewers: readonly [CasePerson, CasePerson];
  readonly officers: readonly [CasePerson, CasePerson];
}

/** What happens at a notice. */
export type Dispute = 'none' | 'open' | 'rejected';

export interface CaseWish {
  readonly rules: CaseRules;
  readonly stops: readonly Stop[];
  readonly stays: readonly Stay[];
  readonly people: CasePeople;
  readonly today: PlainDate;
  /** At its last notice: the one where it waits, or the last it went past. */
  readonly dispute: Dispute;
  /** The open notice hangs; the open sign-off has its first signature. */
  readonly underWay: boolean;
  /** Taken back on the day its open step began, or soon after. */
  readonly withdrawnOn: PlainDate | null;
}

type Draft = Pick<CaseAct, 'kind' | 'on' | 'step'> &
  Partial<Omit<CaseAct, 'kind' | 'on' | 'step' | 'account' | 'accountName' | 'at' | 'position'>> & {
    readonly by: CasePerson;
  };

export function walkCase(wish: CaseWish, random: Random): readonly CaseAct[] {
  const { rules, stops, stays, people, today } = wish;
  const first = stays[0];
  if (first === undefined) return [];
  const drafts: Draft[] = [
    {
      kind: 'begin',
      on: first.since,
      step: rules.start,
      by: people.secretary,
      reason: inventedMark,
    },
  ];
  const lastNotice = stops.findLastIndex(({ step, upheld }) => step.kind === 'notice' && !upheld);
  stops.forEach((stop, index) => {
    const stay = stays[index];
    if (stay === undefined) return;
    const dispute = index === lastNotice ? wish.dispute : 'none';
    drafts.push(...actsAt(wish, { stop, stay, dispute, before: drafts }, random));
  });
  if (wish.withdrawnOn !== null) drafts.push(withdrawal(wish, wish.withdrawnOn, random));
  let last = '';
  return drafts.map(({ by, ...draft }, index) => {
    const drawn = recordedAt(draft.on, { random, today, daysLate: 0 });
    last = drawn > last ? drawn : last;
    return {
      capacity: '',
      isTyped: false,
      reason: '',
      ...draft,
      position: index + 1,
      account: by.account,
      accountName: by.name,
      at: last,
    };
  });
}

function withdrawal({ stops, people }: CaseWish, on: PlainDate, random: Random): Draft {
  const step = stops.at(-1)?.step.id ?? '';
  const reason = caseWords.withdrawal(random);
  return { kind: 'withdraw', on, step, by: people.secretary, reason };
}

interface At {
  readonly stop: Stop;
  readonly stay: Stay;
  readonly dispute: Dispute;
  /** What was done in the case so far. */
  readonly before: readonly Draft[];
}

function actsAt(wish: CaseWish, at: At, random: Random): readonly Draft[] {
  const { step } = at.stop;
  if (step.kind === 'notice') return noticeActs(wish, at, random);
  if (step.kind === 'signOff') return signatures(wish, at, random);
  return decision(wish, at, random);
}

function decision(wish: CaseWish, at: At, random: Random): readonly Draft[] {
  const { stop, stay } = at;
  const { step, outcome } = stop;
  if (outcome === null || stay.left === null) return [];
  const capacity = step.actors.find((actor) => rolesFor(actor).length > 0) ?? '';
  const isTyped = capacity === 'HOUSEHOLD' && step.kind !== 'signOff';
  const by = isTyped ? wish.people.secretary : personFor(wish, at, capacity);
  const draft = (kind: ActKind): Draft => ({
    kind,
    on: stay.left ?? stay.since,
    step: step.id,
    by,
    capacity,
    isTyped,
    outcome: outcome.id,
    reason: outcome.needsReason
      ? caseWords.reason(random, {
          goesBack: outcome.goesBack,
          ofArea: wish.rules.subject !== 'household',
        })
      : '',
  });
  if (step.kind !== 'meeting') return [draft('decide')];
  return [{ ...draft('decide'), meeting: inventMeeting(!outcome.needsReason, random) }];
}

/** Well attended; what is carried is carried clearly. */
function inventMeeting(carried: boolean, random: Random) {
  const due = random.between(24, 46);
  const present = due - random.between(1, Math.floor(due / 5));
  const abstained = random.between(0, 2);
  const minority = random.between(0, Math.floor(present / 5));
  const majority = present - abstained - minority;
  return {
    due,
    present,
    for: carried ? majority : minority,
    against: carried ? minority : majority,
    abstained,
    secret: random.chance(0.6),
  };
}

function signatures(wish: CaseWish, at: At, random: Random): readonly Draft[] {
  const { step, outcome } = at.stop;
  const isProposed = outcome?.id === step.outcomes[0]?.id;
  if (outcome !== null && !isProposed) return decision(wish, at, random);
  const until = at.stay.left ?? wish.today;
  const room = Math.max(0, daysBetween(at.stay.since, until));
  const signing =
    outcome === null
      ? step.actors.filter((actor) => actor !== 'HOUSEHOLD').slice(0, wish.underWay ? 1 : 0)
      : step.actors;
  return signing.map((capacity, index): Draft => {
    const isLast = outcome !== null && index === signing.length - 1;
    const early = addDays(at.stay.since, Math.min(room, index));
    return {
      kind: 'sign',
      on: isLast ? until : early,
      step: step.id,
      by: personFor(wish, at, capacity),
      capacity,
      outcome: step.outcomes[0]?.id,
    };
  });
}

function noticeActs(wish: CaseWish, at: At, random: Random): readonly Draft[] {
  const { stop, stay, dispute } = at;
  const { step, outcome, upheld } = stop;
  if (outcome === null && !wish.underWay) return [];
  const capacity = step.actors.find((actor) => rolesFor(actor).length > 0) ?? '';
  const by = personFor(wish, at, capacity);
  const base = { step: step.id, by, capacity };
  const place = caseWords.place(random, step);
  const posted: Draft = { ...base, kind: 'post', on: stay.since, place };
  const left = stay.left ?? wish.today;
  const { lastDay } = hung(wish.rules, step, stay.since);
  const heard = addDays(stay.since, Math.min(2, Math.max(0, daysBetween(stay.since, left) - 1)));
  const objection: Draft = {
    ...base,
    kind: 'object',
    on: heard < lastDay ? heard : lastDay,
    capacity: '',
    isTyped: true,
    reason: caseWords.objection(random),
  };
  const number = at.before.length + 2;
  if (upheld) {
    const reason = caseWords.upholding(random);
    const answer = { ...base, kind: 'answer', on: left, reason, objection: number } as const;
    return [posted, objection, { ...answer, verdict: 'upheld' }];
  }
  const acts = [posted];
  if (dispute !== 'none') acts.push(objection);
  if (dispute === 'rejected') {
    const on = addDays(objection.on, Math.min(2, Math.max(0, daysBetween(objection.on, left))));
    const reason = caseWords.rejection(random);
    acts.push({ ...base, kind: 'answer', on, reason, objection: number, verdict: 'rejected' });
  }
  if (outcome !== null) acts.push({ ...base, kind: 'decide', on: left, outcome: outcome.id });
  return acts;
}

/** Nobody judges what they decided in the case themselves: a colleague of theirs does. */
function personFor(wish: CaseWish, { stop: { step }, before }: At, actor: string): CasePerson {
  if (actor === 'HOUSEHOLD') return wish.people.household;
  const [first, ...colleagues] = peopleFor(wish.people, step, actor);
  if (!step.approves) return first;
  const standing = new Map(
    before.filter(({ kind }) => kind === 'decide').map((one) => [one.step, one]),
  );
  standing.delete(step.id);
  const judged = new Set(
    [...standing.values()].filter(({ isTyped }) => isTyped !== true).map(({ by }) => by.account),
  );
  return [first, ...colleagues].find(({ account }) => !judged.has(account)) ?? first;
}

function peopleFor(
  { secretary, surveyors, reviewers, officers }: CasePeople,
  step: StepRule,
  actor: string,
): readonly [CasePerson, ...CasePerson[]] {
  const role = rolesFor(actor)[0];
  if (role === 'county' || role === 'city') return officers;
  if (role === 'township') return reviewers;
  const isVisit = step.kind === 'visit' || step.kind === 'comparison' || step.kind === 'signOff';
  return isVisit ? [...surveyors, secretary] : [secretary, surveyors[1], surveyors[0]];
}
