// A household and its members as plain values by field name, the way a form, a file or a generator
// says them. Sealed fields are plain here and only here: whatever stores or shows them seals first.

import type { Id } from '#domain/kernel/id.ts';
import type { PlainDate } from '#domain/kernel/plain-date.ts';
import type { EventKind, FieldChange } from './event.ts';
import type { HouseholdField, PersonField } from './form.ts';
import type { IncomeKind } from './income.ts';

/** Null is unknown. Money is integer fen, a date YYYY-MM-DD, several codes a list. */
export type FieldValue = string | number | boolean | readonly string[] | null;

export type HouseholdValues = Readonly<Partial<Record<HouseholdField, FieldValue>>>;
export type PersonValues = Readonly<Partial<Record<PersonField, FieldValue>>>;

export interface PersonRecord {
  readonly id: Id;
  readonly values: PersonValues;
  readonly extras?: Readonly<Record<string, unknown>>;
}

export interface IncomeRecord {
  readonly id: Id;
  readonly person?: Id;
  readonly year: number;
  readonly kind: IncomeKind;
  readonly amountFen: number;
  readonly note?: string;
  readonly observedFrom?: PlainDate;
  readonly observedTo?: PlainDate;
  /** Where it was recorded later than the household itself: the instant, and what it rests on. */
  readonly recordedAt?: string;
  readonly source?: string;
}

export interface ExternalId {
  readonly person?: Id;
  readonly system: string;
  readonly value: string;
}

/** Who said it, where it comes from and why: the part every event has. */
export interface Signed {
  /** Instant, ISO 8601 in UTC. */
  readonly recordedAt: string;
  readonly author: string | null;
  readonly authorName: string;
  readonly typist?: string;
  readonly typistName?: string;
  readonly source: string;
  readonly reason?: string;
}

/** The event that brings the household in: everything in its record was entered at once. */
export interface Registration extends Signed {
  readonly id: Id;
  readonly kind: 'household.registered' | 'household.imported';
  readonly trueFrom: PlainDate;
}

/** What happened after registration and is part of `values` already. */
export interface LaterEvent extends Signed {
  readonly id: Id;
  readonly kind: EventKind;
  readonly trueFrom: PlainDate;
  readonly person?: Id;
  /** Plain values; of fields that are not sealed. */
  readonly changes: readonly FieldChange[];
}

/** A household as it stands now, with how it came to stand so. Derived fields need not be given. */
export interface HouseholdRecord {
  /** Carries the registration county. */
  readonly id: Id;
  readonly values: HouseholdValues;
  /** A pack's own items by slot number. */
  readonly items?: Readonly<Record<number, number>>;
  readonly extras?: Readonly<Record<string, unknown>>;
  readonly persons: readonly PersonRecord[];
  readonly incomes?: readonly IncomeRecord[];
  readonly externalIds?: readonly ExternalId[];
  /** Keyed digest of what a file said, so that the same file again changes nothing. */
  readonly contentDigest?: Uint8Array;
  readonly registration: Registration;
  /** In the order recorded. */
  readonly events?: readonly LaterEvent[];
}
