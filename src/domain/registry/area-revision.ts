// Dated changes of areas: splits, merges, renames, new codes. What is published often says only that
// a change lies between two yearly editions of the division codes; then `on` is unknown, `after` and
// `by` are those editions, and the change counts from `by`, the first edition that shows it. Where no
// source names the successor of an area, `to` stays empty and nobody's household is moved by guess.

import type { AreaCode } from '#domain/kernel/area-code.ts';
import type { PlainDate } from '#domain/kernel/plain-date.ts';
import type { Bilingual } from '#domain/kernel/refusal.ts';
import { type Area, isInForce, sinceAlways } from '#domain/registry/area.ts';

export const revisionKinds = ['split', 'merge', 'rename', 'recode', 'new', 'abolished'] as const;
export type RevisionKind = (typeof revisionKinds)[number];

export interface AreaName {
  readonly code: AreaCode;
  readonly name: string;
}

export interface AreaRevision {
  readonly id: string;
  readonly kind: RevisionKind;
  /** The day it took effect; null when no source names it. */
  readonly on: PlainDate | null;
  /** The last edition that shows the old state, when `on` is unknown. */
  readonly after: PlainDate | null;
  /** The first edition that shows the new state. */
  readonly by: PlainDate;
  readonly from: readonly AreaName[];
  readonly to: readonly AreaName[];
  readonly source: string;
  /** Whether a source shows this very link between old and new, not only that both changed. */
  readonly verified: boolean;
  readonly note: Bilingual | null;
}

/** What a revision leads from and to, by code; names are of no account here. */
export interface AreaLink {
  readonly id: string;
  readonly on: PlainDate | null;
  readonly by: PlainDate;
  readonly from: readonly { readonly code: AreaCode }[];
  readonly to: readonly { readonly code: AreaCode }[];
  readonly verified: boolean;
}

/** The day from which the new state is shown. */
export function effectiveOn(revision: Pick<AreaLink, 'on' | 'by'>): PlainDate {
  return revision.on ?? revision.by;
}

export function inOrder<Link extends AreaLink>(revisions: readonly Link[]): readonly Link[] {
  return [...revisions].sort((left, right) =>
    effectiveOn(left) === effectiveOn(right)
      ? compare(left.id, right.id)
      : compare(effectiveOn(left), effectiveOn(right)),
  );
}

function compare(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

/**
 * Every state an area ever had, from the newest edition and the revisions that led to it. A
 * revision that contradicts the edition (it ends an area that still exists, or leaves one open that
 * the edition does not know) is a mistake in the data and stops the load with its id.
 */
export function historyOf(
  current: readonly (AreaName & { readonly source: string })[],
  revisions: readonly AreaRevision[],
): readonly Area[] {
  const states = new Map<string, Area>();

  for (const revision of inOrder(revisions)) {
    const day = effectiveOn(revision);
    const before = new Set(revision.from.map(keyOf));
    const after = new Set(revision.to.map(keyOf));
    for (const area of revision.from) {
      const state = states.get(keyOf(area)) ?? openState(area, sinceAlways, revision.source);
      if (state.validTo !== null) throw wrong(revision, `${area.code} had ended before`);
      states.set(keyOf(area), after.has(keyOf(area)) ? state : { ...state, validTo: day });
    }
    for (const area of revision.to) {
      if (before.has(keyOf(area))) continue;
      if (states.has(keyOf(area))) throw wrong(revision, `${area.code} begins twice`);
      states.set(keyOf(area), openState(area, day, revision.source));
    }
  }

  const known = new Set(current.map(keyOf));
  for (const state of states.values()) {
    if (state.validTo === null && !known.has(keyOf(state))) {
      throw new Error(`area ${state.code} ${state.name} is open, yet the newest edition lacks it`);
    }
  }
  for (const area of current) {
    const state = states.get(keyOf(area));
    if (state === undefined) states.set(keyOf(area), openState(area, sinceAlways, area.source));
    else if (state.validTo !== null) {
      throw new Error(`area ${area.code} ${area.name} has ended, yet the newest edition has it`);
    }
  }
  return [...states.values()].sort((left, right) =>
    left.code === right.code
      ? compare(left.validFrom, right.validFrom)
      : compare(left.code, right.code),
  );
}

function keyOf(area: AreaName): string {
  return `${area.code} ${area.name}`;
}

function openState(area: AreaName, validFrom: PlainDate, source: string): Area {
  return { code: area.code, name: area.name, validFrom, validTo: null, source };
}

function wrong(revision: AreaRevision, problem: string): Error {
  return new Error(`area revision ${revision.id} contradicts the others: ${problem}`);
}

/** The state of an area on a day, of all its states. */
export function stateOn(states: readonly Area[], day: PlainDate): Area | undefined {
  return states.find((state) => isInForce(state, day));
}

/** Where an area went between two days. */
export type Destination =
  | { readonly kind: 'same' }
  | {
      readonly kind: 'moved';
      readonly to: AreaCode;
      readonly verified: boolean;
      readonly by: readonly string[];
    }
  /** Several successors, or none that a source names: a person must say. */
  | {
      readonly kind: 'open';
      readonly candidates: readonly AreaCode[];
      readonly by: readonly string[];
    };

/**
 * Follows the revisions after `since` up to and including `until`. An area below a recoded one goes
 * with it: a household of hamlet 451226100206003 is in 451226001200003 afterwards.
 */
export function destinationOf(
  code: AreaCode,
  revisions: readonly AreaLink[],
  period: { readonly since: PlainDate; readonly until: PlainDate },
): Destination {
  let at = code;
  let verified = true;
  const by: string[] = [];

  for (const revision of inOrder(revisions)) {
    const day = effectiveOn(revision);
    if (day <= period.since || day > period.until) continue;
    const old = endedAncestor(at, revision);
    if (old === undefined) continue;
    by.push(revision.id);
    const codes = [...new Set(revision.to.map((area) => area.code))];
    const [only] = codes;
    if (codes.length !== 1 || only === undefined) return { kind: 'open', candidates: codes, by };
    at = (only + at.slice(old.length)) as AreaCode;
    verified &&= revision.verified;
  }
  return at === code ? { kind: 'same' } : { kind: 'moved', to: at, verified, by };
}

/** The area, or the area above it, whose code this revision ends; a rename ends no code. */
function endedAncestor(code: AreaCode, revision: AreaLink): AreaCode | undefined {
  const kept = new Set(revision.to.map((area) => area.code));
  const old = revision.from.find((area) => code.startsWith(area.code) && !kept.has(area.code));
  return old?.code;
}

export interface RelatedArea {
  readonly code: AreaCode;
  readonly revision: string;
  readonly on: PlainDate;
  readonly verified: boolean;
}

/** What came directly after an area, in every revision that names it. */
export function successorsOf(
  code: AreaCode,
  revisions: readonly AreaLink[],
): readonly RelatedArea[] {
  return related(code, revisions, 'from', 'to');
}

/** What an area was made from. */
export function predecessorsOf(
  code: AreaCode,
  revisions: readonly AreaLink[],
): readonly RelatedArea[] {
  return related(code, revisions, 'to', 'from');
}

function related(
  code: AreaCode,
  revisions: readonly AreaLink[],
  here: 'from' | 'to',
  there: 'from' | 'to',
): readonly RelatedArea[] {
  return inOrder(revisions)
    .filter((revision) => revision[here].some((area) => area.code === code))
    .flatMap((revision) =>
      revision[there].map((area) => ({
        code: area.code,
        revision: revision.id,
        on: effectiveOn(revision),
        verified: revision.verified,
      })),
    );
}
