// What a source says of values that are known already. What it says of a later day replaces what is
// known, what it says of an earlier day enters history, and what it says of the same day is a
// correction if it is the same source, else a question: two sources disagree, and both are kept. A
// field the source does not mention is left alone.

import type { PlainDate } from '#domain/kernel/plain-date.ts';
import { type EventValue, type FieldChange, sameValue } from './event.ts';
import type { Held, HeldValues } from './fold-events.ts';

export interface Stated {
  readonly values: Readonly<Partial<Record<string, EventValue>>>;
  readonly trueFrom: PlainDate;
  readonly source: string;
}

export interface Disagreement {
  readonly field: string;
  readonly known: EventValue;
  readonly stated: EventValue;
  /** Where the known value came from. */
  readonly held: Held | undefined;
}

export interface Comparison {
  /** To be written; some of them only into history. */
  readonly changes: readonly FieldChange[];
  readonly historical: readonly string[];
  readonly disagreements: readonly Disagreement[];
}

export function compareStated(
  known: Readonly<Partial<Record<string, EventValue>>>,
  held: HeldValues,
  { values, trueFrom, source }: Stated,
): Comparison {
  const changes: FieldChange[] = [];
  const historical: string[] = [];
  const disagreements: Disagreement[] = [];
  for (const [field, to] of Object.entries(values)) {
    const from = known[field] ?? null;
    if (to === undefined || to === null || sameValue(from, to)) continue;
    const origin = held.get(field);
    if (origin === undefined || origin.trueFrom < trueFrom) {
      changes.push({ field, from, to });
    } else if (origin.trueFrom > trueFrom) {
      changes.push({ field, from, to });
      historical.push(field);
    } else if (origin.source === source) {
      changes.push({ field, from, to });
    } else {
      disagreements.push({ field, known: from, stated: to, held: origin });
    }
  }
  return { changes, historical, disagreements };
}

/** The same comparison with one of its changes made a question. */
export function questioned(
  comparison: Comparison,
  field: string,
  held: Held | undefined,
): Comparison {
  const change = comparison.changes.find((one) => one.field === field);
  if (change === undefined) return comparison;
  return {
    changes: comparison.changes.filter((one) => one !== change),
    historical: comparison.historical,
    disagreements: [
      ...comparison.disagreements,
      { field, known: change.from, stated: change.to, held },
    ],
  };
}
