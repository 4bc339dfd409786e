// A process of a pack as cases run by it: where each outcome leads and what it needs, how long a step may
// take, what a meeting must reach. Days, quorum and calendar are parameters of the pack, known by name.
import type { Bilingual } from '#domain/kernel/refusal.ts';
import type { SignOff } from '#domain/policy/pack/duty-schemas.ts';
import type { Demand, Process } from '#domain/policy/pack/practice-schemas.ts';
import type { ResolvedPack } from '#domain/policy/pack/resolve-pack.ts';
import type { Calendar } from './calendar.ts';
import { rolesFor } from './who-acts.ts';

type Step = Process['steps'][number];
type Outcome = Step['outcomes'][number];

export interface OutcomeRule {
  readonly id: string;
  readonly title: Bilingual;
  readonly to: string;
  /** What the step proposes: its first outcome. */
  readonly isProposal: boolean;
  /** It goes back, or ends the case elsewhere than where it was to end. */
  readonly needsReason: boolean;
  readonly goesBack: boolean;
  readonly isConditional: boolean;
  /** Class the household is put into, where the outcome says so. */
  readonly class?: string | null;
}

/** Who signs as one: the village's secretary and the head of its committee are one party. */
export interface Party {
  readonly id: string;
  readonly title: Bilingual | null;
  readonly signers: readonly string[];
}

export interface StepRule {
  readonly id: string;
  readonly title: Bilingual;
  readonly kind: Step['kind'];
  readonly level: Step['level'];
  readonly actors: readonly string[];
  readonly text: Bilingual | null;
  readonly shows: readonly string[];
  /** Sheet and method of a visit. */
  readonly sheet?: string | null;
  readonly verification?: string | null;
  /** What must be there before it is decided. */
  readonly needs?: readonly Demand[];
  /** What is looked at item by item, see `checks/`. */
  readonly checks?: Step['checks'];
  readonly verified: boolean;
  readonly outcomes: readonly OutcomeRule[];
  /** Days a notice hangs at least, or days within which any other step is to be done. */
  readonly days: number | null;
  /** The pack states them as working days: weekends and holidays do not count. */
  readonly inWorkdays?: boolean;
  /** Whoever decides here looks at the work of others. */
  readonly approves: boolean;
  /** Of a sign-off, in the order of the matrix; each actor alone where the pack names none. */
  readonly parties?: readonly Party[];
  /** Signed on rosters, not household by household. */
  readonly isRoster?: boolean;
}

export type CaseSubject = 'household' | 'village' | 'county';

export interface CaseRules {
  readonly process: string;
  /** Whom a case of it is about. */
  readonly subject: CaseSubject;
  readonly title: Bilingual;
  readonly start: string;
  readonly steps: readonly StepRule[];
  readonly ends: readonly {
    readonly id: string;
    readonly title: Bilingual;
    readonly stage: string | null;
  }[];
  /** Where a case ends when every step takes its proposal. */
  readonly intendedEnd: string;
  /** Working days a step may take where it names no days of its own; null where the pack does not say. */
  readonly workdays: number | null;
  /** Shares of those entitled who must be present, and of those present who must agree. */
  readonly quorum: number | null;
  readonly majority: number | null;
  readonly calendar: Calendar;
}

export function caseRulesOf(pack: ResolvedPack, id: string): CaseRules | undefined {
  const process = pack.rows.processes.find(({ row }) => row.id === id)?.row;
  if (process === undefined || process.subject === 'batch') return undefined;
  const { title, start, ends, subject } = process;
  return {
    process: id,
    subject,
    title,
    start,
    steps: process.steps.map((step, index) => stepRule(pack, process, { step, index })),
    ends: ends.map((end) => ({ id: end.id, title: end.title, stage: end.stage ?? null })),
    intendedEnd: proposedEnd(process, start),
    quorum: shareOf(pack, 'meetingQuorum'),
    majority: shareOf(pack, 'meetingMajority'),
    ...stepClockOf(pack),
  };
}

/** The days the rules lay down for a step: of a notice those it hangs at least. */
export function stepTermOf(
  pack: ResolvedPack,
  { within, kind }: Pick<Step, 'within' | 'kind'>,
): Required<Pick<StepRule, 'days' | 'inWorkdays'>> {
  const named = within ?? (kind === 'notice' ? 'noticeDays' : '');
  return {
    days: numberOf(pack, named),
    inWorkdays: pack.scope.parameters.get(named)?.unit?.workday === 1,
  };
}

/** How long whatever waits for somebody may take, where nothing else is laid down for it. */
export function stepClockOf(pack: ResolvedPack): Pick<CaseRules, 'workdays' | 'calendar'> {
  return {
    workdays: numberOf(pack, 'stepWorkdays'),
    calendar: {
      holidays: daysOf(pack, 'holidays'),
      workingWeekends: daysOf(pack, 'workingWeekends'),
    },
  };
}

/** Somebody can stand for an actor of each step: by a role, or by an office that is held here. */
export function canBeRun(rules: CaseRules, held: ReadonlySet<string> = new Set()): boolean {
  const isKnown = (actor: string) => held.has(actor) || rolesFor(actor).length > 0;
  return rules.steps.every(({ kind, actors }) =>
    kind === 'signOff' ? actors.length > 0 && actors.every(isKnown) : actors.some(isKnown),
  );
}

/**
 * A household may enter where its stage lies between the stages a process can end with: who is listed is
 * not identified again, who was never listed does not exit.
 */
export function mayEnter(rules: CaseRules, stage: string, order: readonly string[]): boolean {
  const intended = rules.ends.find(({ id }) => id === rules.intendedEnd)?.stage ?? null;
  const others = rules.ends.flatMap((end) =>
    end.id === rules.intendedEnd || end.stage === null ? [] : [order.indexOf(end.stage)],
  );
  if (intended === null || others.length === 0) return true;
  const at = order.indexOf(stage);
  const goal = order.indexOf(intended);
  const least = Math.min(...others, goal);
  const most = Math.max(...others, goal);
  return at >= least && at <= most && at !== goal;
}

export function findStep(rules: CaseRules, id: string): StepRule {
  const step = rules.steps.find((one) => one.id === id);
  if (step === undefined) throw new Error(`${rules.process} has no step ${id}`);
  return step;
}

/** The outcome by which an upheld objection sends the case back. */
export function wayBack(step: StepRule): OutcomeRule | undefined {
  return step.outcomes.find(({ goesBack }) => goesBack);
}

function stepRule(
  pack: ResolvedPack,
  process: Process,
  { step, index }: { readonly step: Step; readonly index: number },
): StepRule {
  const { id, title, kind, level, actors, verified } = step;
  const intended = proposedEnd(process, id);
  const signed = pack.rows.signOffs
    .find(({ row }) => row.id === step.matrix)
    ?.row.levels.find((one) => one.level === level);
  const isRoster = kind === 'signOff' && signed?.form === 'roster';
  const decides = kind === 'review' || kind === 'decision' || kind === 'sample';
  return {
    id,
    title,
    kind,
    level,
    actors,
    text: step.text ?? null,
    shows: step.shows ?? [],
    sheet: step.sheet ?? null,
    verification: step.verification ?? null,
    needs: step.needs ?? [],
    checks: step.checks,
    verified: verified && step.sample !== true,
    ...stepTermOf(pack, step),
    approves: decides || isRoster || (kind === 'announcement' && step.outcomes.length > 1),
    ...(kind === 'signOff' ? { parties: partiesOf(step, signed?.parties), isRoster } : {}),
    outcomes: step.outcomes.map((outcome, at): OutcomeRule => {
      const target = process.steps.findIndex((one) => one.id === outcome.to);
      const goesBack = target !== -1 && target <= index;
      const endsElsewhere = target === -1 && outcome.to !== intended;
      return {
        id: outcome.id,
        title: outcome.title,
        to: outcome.to,
        isProposal: at === 0,
        goesBack,
        needsReason: goesBack || endsElsewhere,
        isConditional: outcome.when !== undefined,
        class: outcome.class ?? null,
      };
    }),
  };
}

type MatrixParty = SignOff['levels'][number]['parties'][number];

function partiesOf({ actors }: Step, parties: readonly MatrixParty[] = []): readonly Party[] {
  const known = parties.map(({ id, title, signers }) => ({
    id,
    title,
    signers: signers.flatMap(({ actor }) => actor ?? []),
  }));
  const inParty = new Set(known.flatMap(({ signers }) => signers));
  const alone = actors.filter((actor) => !inParty.has(actor));
  return [...known, ...alone.map((actor) => ({ id: actor, title: null, signers: [actor] }))];
}

/** Where the first outcomes lead from a step. */
function proposedEnd({ steps }: Process, from: string): string {
  const seen = new Set<string>();
  let at = from;
  for (;;) {
    const step = steps.find(({ id }) => id === at);
    const next: Outcome | undefined = step?.outcomes[0];
    if (step === undefined || next === undefined || seen.has(at)) return at;
    seen.add(at);
    at = next.to;
  }
}

function numberOf({ scope }: ResolvedPack, name: string): number | null {
  const value = scope.parameters.get(name)?.value;
  return typeof value === 'number' ? value : null;
}

/** Stated in percent, as sources print it. */
function shareOf(pack: ResolvedPack, name: string): number | null {
  const percent = numberOf(pack, name);
  return percent === null ? null : percent / 100;
}

/** Days of every year the pack knows: a case may run over the end of one. */
function daysOf({ rows }: ResolvedPack, name: string): ReadonlySet<string> {
  const parameter = rows.parameters.find(({ row }) => row.id === name)?.row;
  return new Set(
    (parameter?.values ?? []).flatMap(({ value }) =>
      Array.isArray(value) ? value.map(String) : [],
    ),
  );
}
