// What happened to a household, as insert-only rows: the current rows of household and members are a
// projection of these. An event is true from a day and recorded at an instant, two different times.
// Version numbers count a household's events in the order recorded. Design sections 3 and 4a.

import type { PlainDate } from '#domain/kernel/plain-date.ts';
import type { FieldValue } from './household.ts';

export const eventKinds = [
  'household.registered',
  'household.imported',
  'household.changed',
  'household.moved',
  'household.split',
  'household.stage',
  'household.merged',
  'household.unmerged',
  'person.joined',
  'person.changed',
  'person.left',
  'income.recorded',
  'income.reversed',
  'conflict.resolved',
] as const;

export type EventKind = (typeof eventKinds)[number];

/** A sealed value inside an event: what may be shown, and the ciphertext where it was replaced. */
export interface SealedValue {
  readonly mask: string;
  /** Keyed hash, to tell whether two are the same. */
  readonly hash?: string;
  readonly sealed?: string;
}

export type EventValue = FieldValue | SealedValue;

export interface FieldChange {
  readonly field: string;
  /** Whose; the household's own field when absent. */
  readonly person?: string;
  readonly from: EventValue;
  readonly to: EventValue;
  readonly observedOn?: PlainDate;
  readonly source?: string;
}

/** Values entered at once where nothing was known before: a registration, a new member. */
export interface Entered {
  readonly person?: string;
  readonly entered: Readonly<Record<string, EventValue>>;
}

/** Money of the ledger, so that the timeline tells it; the ledger itself keeps it. */
export interface IncomeMark {
  readonly income: {
    readonly entry: string;
    readonly year: number;
    readonly kind: string;
    readonly amountFen: number;
  };
}

/** Takes an event of this household back, as if it had never been said. */
export interface Undoing {
  readonly undoes: string;
}

/** What says values. */
export type Statement = FieldChange | Entered;

export type EventChange = Statement | IncomeMark | Undoing;

export interface RegistryEvent {
  readonly id: string;
  readonly kind: EventKind;
  readonly person: string | null;
  readonly trueFrom: PlainDate;
  /** ISO 8601 in UTC. */
  readonly recordedAt: string;
  readonly author: string | null;
  readonly authorName: string;
  readonly typist: string | null;
  readonly typistName: string | null;
  readonly source: string;
  readonly reason: string;
  readonly version: number;
  readonly changes: readonly EventChange[];
}

export function isStatement(change: EventChange): change is Statement {
  return 'field' in change || 'entered' in change;
}

export function isSealed(value: EventValue | undefined): value is SealedValue {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What may leave the server: a sealed value is its mask. */
export function shownValue(value: EventValue | undefined): FieldValue {
  if (value === undefined) return null;
  return isSealed(value) ? value.mask : value;
}

/** Equality of values as recorded; sealed ones by their hash, by the mask where no hash was kept. */
export function sameValue(left: EventValue, right: EventValue): boolean {
  if (isSealed(left) && isSealed(right)) {
    const hashed = left.hash !== undefined && right.hash !== undefined;
    return hashed ? left.hash === right.hash : left.mask === right.mask;
  }
  if (Array.isArray(left) && Array.isArray(right)) {
    return left.length === right.length && left.every((value, index) => value === right[index]);
  }
  return left === right;
}
