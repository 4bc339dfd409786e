// The state of a household from its events: what was true on a day, by what had been recorded up to an
// instant. Later truth outranks earlier truth; of two statements about the same day the one recorded
// later stands, so a correction made today for last year changes last year and nothing after the next
// statement. Proves HJ-71: event-sourced changes, as-of queries.

import type { PlainDate } from '#domain/kernel/plain-date.ts';
import { type EventValue, isStatement, type RegistryEvent } from './event.ts';

/** A value with where it came from. */
export interface Held {
  readonly value: EventValue;
  readonly event: string;
  readonly kind: string;
  readonly trueFrom: PlainDate;
  readonly observedOn: PlainDate | null;
  readonly source: string;
  readonly recordedAt: string;
  readonly authorName: string;
}

export type HeldValues = ReadonlyMap<string, Held>;

export interface FoldedHousehold {
  /** False where nothing was true or known yet. */
  readonly existed: boolean;
  readonly household: HeldValues;
  /** Everyone who was ever named, the departed included (`leftOn` is one of their values). */
  readonly persons: ReadonlyMap<string, HeldValues>;
  /** How many events made this state. */
  readonly used: number;
}

export interface AsOf {
  /** Every day when absent: the present state. */
  readonly trueOn?: PlainDate;
  /** Instant in UTC, inclusive; everything recorded when absent. */
  readonly knownAt?: string;
}

export function foldEvents(
  events: readonly RegistryEvent[],
  { trueOn, knownAt }: AsOf = {},
): FoldedHousehold {
  const heard = events
    .filter((event) => trueOn === undefined || event.trueFrom <= trueOn)
    .filter((event) => knownAt === undefined || isKnownAt(event.recordedAt, knownAt))
    .sort(inOrderOfTruth);
  const undone = new Set(heard.flatMap(undoneBy));
  const used = heard.filter(({ id }) => !undone.has(id));
  const household = new Map<string, Held>();
  const persons = new Map<string, Map<string, Held>>();
  for (const event of used) {
    for (const change of event.changes) {
      if (!isStatement(change)) continue;
      const values = change.person === undefined ? household : personOf(persons, change.person);
      if ('entered' in change) {
        for (const [field, value] of Object.entries(change.entered)) {
          values.set(field, held(event, value));
        }
      } else {
        values.set(change.field, held(event, change.to, change.observedOn, change.source));
      }
    }
  }
  return { existed: used.length > 0, household, persons, used: used.length };
}

function undoneBy({ changes }: RegistryEvent): readonly string[] {
  return changes.flatMap((change) => ('undoes' in change ? [change.undoes] : []));
}

/** Instants carry no or up to six decimals of a second; padded, they compare as text. */
export function isKnownAt(recordedAt: string, knownAt: string): boolean {
  return padded(recordedAt) <= padded(knownAt);
}

function padded(instant: string): string {
  const [whole = '', decimals = ''] = instant.replace('Z', '').split('.');
  return `${whole}.${decimals.padEnd(6, '0')}`;
}

function inOrderOfTruth(left: RegistryEvent, right: RegistryEvent): number {
  if (left.trueFrom !== right.trueFrom) return left.trueFrom < right.trueFrom ? -1 : 1;
  return left.version - right.version;
}

function personOf(persons: Map<string, Map<string, Held>>, id: string): Map<string, Held> {
  const known = persons.get(id);
  if (known !== undefined) return known;
  const values = new Map<string, Held>();
  persons.set(id, values);
  return values;
}

function held(
  event: RegistryEvent,
  value: EventValue,
  observedOn?: PlainDate,
  source?: string,
): Held {
  return {
    value,
    event: event.id,
    kind: event.kind,
    trueFrom: event.trueFrom,
    observedOn: observedOn ?? null,
    source: source ?? event.source,
    recordedAt: event.recordedAt,
    authorName: event.authorName,
  };
}
