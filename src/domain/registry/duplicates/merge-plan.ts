// Two records of one household side by side: where they differ, which side is proposed, who is whom, and
// what a merge says of the one that stays. A proposal is only that; somebody chooses. Design section 4a:
// what is true later outranks what was true earlier, and a known value an unknown one.

import { parsePlainDate } from '#domain/kernel/plain-date.ts';
import {
  type EventChange,
  type EventValue,
  type FieldChange,
  isSealed,
  sameValue,
} from '../event.ts';
import type { HeldValues } from '../fold-events.ts';
import { type FormField, householdFields, personFields } from '../form.ts';
import { formRule } from '../form-rule.ts';
import { agreementsOf, foldedName } from './name-likeness.ts';

export type Side = 'kept' | 'gone';

export interface MergeMember {
  readonly id: string;
  readonly values: Readonly<Record<string, EventValue>>;
  readonly held: HeldValues;
  /** Lives there today. */
  readonly isHere: boolean;
}

export interface MergeSide {
  readonly values: Readonly<Record<string, EventValue>>;
  readonly held: HeldValues;
  readonly members: readonly MergeMember[];
  /** Years its ledger has entries of. */
  readonly years: readonly number[];
}

/** Who a member of the record that goes is: somebody of the one that stays, one more, or nobody of it. */
export type MemberFate = { readonly gone: string } & (
  | { readonly fate: 'same'; readonly kept: string }
  | { readonly fate: 'joins' }
  | { readonly fate: 'leftOut' }
);

export interface MergeChoices {
  /** By field, or `<person that stays>.<field>`; what is not named is as proposed. */
  readonly fields: Readonly<Record<string, Side>>;
  readonly members: readonly MemberFate[];
  readonly years: Readonly<Record<string, Side>>;
}

export interface Difference {
  readonly field: FormField;
  readonly kept: EventValue;
  readonly gone: EventValue;
  readonly proposed: Side;
}

/** Number, place and stage are the record's own: they are not chosen. */
const ownFields = new Set(['householdNo', 'areaCode', 'stage']);
const membershipFields = new Set(['relation', 'joinedOn', 'joinedReason', 'leftOn', 'leftReason']);

export const chosenFields = householdFields.filter(
  ({ derived, name }) => derived !== true && !ownFields.has(name),
);
export const chosenPersonFields = personFields.filter(({ name }) => !membershipFields.has(name));

type Held = Pick<MergeMember, 'values' | 'held'>;

export function differences(
  fields: readonly FormField[],
  kept: Held,
  gone: Held,
): readonly Difference[] {
  return fields.flatMap((field) => {
    const [a, b] = [kept.values[field.name] ?? null, gone.values[field.name] ?? null];
    if (b === null || sameValue(a, b)) return [];
    return [{ field, kept: a, gone: b, proposed: proposedSide(field.name, a, kept, gone) }];
  });
}

function proposedSide(field: string, known: EventValue, kept: Held, gone: Held): Side {
  if (known === null) return 'gone';
  const [a, b] = [kept.held.get(field)?.trueFrom, gone.held.get(field)?.trueFrom];
  return a !== undefined && b !== undefined && b > a ? 'gone' : 'kept';
}

/** By number; else by name or its sound with the day of birth; each person once. */
export function proposeFates(kept: MergeSide, gone: MergeSide): readonly MemberFate[] {
  const taken = new Set<string>();
  return gone.members
    .filter(({ isHere }) => isHere)
    .map((member): MemberFate => {
      const same = kept.members.find(({ id, values }) => {
        return !taken.has(id) && isSamePerson(values, member.values);
      });
      if (same === undefined) return { gone: member.id, fate: 'joins' };
      taken.add(same.id);
      return { gone: member.id, fate: 'same', kept: same.id };
    });
}

function isSamePerson(left: MergeMember['values'], right: MergeMember['values']): boolean {
  const [a, b] = [left.identity, right.identity];
  if (isSealed(a) && isSealed(b)) return sameValue(a, b);
  const { name, birth } = agreementsOf(somebody(left), somebody(right));
  if (birth === 'unknown') return foldedName(text(left.name)) === foldedName(text(right.name));
  return (birth === 'same' && name !== 'other') || (birth === 'swapped' && name === 'same');
}

function somebody({ name, birthDate }: MergeMember['values']) {
  return { name: text(name), birthDate: parsePlainDate(text(birthDate)), place: '' };
}

function text(value: EventValue | undefined): string {
  return typeof value === 'string' ? value : '';
}

/** What the event of the merge says of the household that stays. */
export function mergeChanges(
  kept: MergeSide,
  gone: MergeSide,
  choices: MergeChoices,
): readonly EventChange[] {
  const own = takenOver(chosenFields, kept, gone, (field) => choices.fields[field]);
  const persons = choices.members.flatMap((fate): readonly EventChange[] => {
    const member = gone.members.find(({ id }) => id === fate.gone);
    if (member === undefined || fate.fate === 'leftOut') return [];
    if (fate.fate === 'joins') return [{ person: member.id, entered: enteredAs(member, kept) }];
    const same = kept.members.find(({ id }) => id === fate.kept);
    if (same === undefined) return [];
    const chosen = (field: string) => choices.fields[`${same.id}.${field}`];
    return takenOver(chosenPersonFields, same, member, chosen).map((change) => ({
      ...change,
      person: same.id,
    }));
  });
  return [...own, ...persons];
}

function takenOver(
  fields: readonly FormField[],
  kept: Held,
  gone: Held,
  chosen: (field: string) => Side | undefined,
): readonly FieldChange[] {
  return differences(fields, kept, gone).flatMap((one): readonly FieldChange[] => {
    const { name } = one.field;
    if ((chosen(name) ?? one.proposed) === 'kept') return [];
    const from = gone.held.get(name);
    const observedOn = from?.observedOn ?? from?.trueFrom;
    return [
      {
        field: name,
        from: one.kept,
        to: one.gone,
        ...(observedOn === undefined ? {} : { observedOn }),
        ...(from === undefined ? {} : { source: from.source }),
      },
    ];
  });
}

/** A household has one head: whoever joins is none where there is one. */
function enteredAs(member: MergeMember, kept: MergeSide): Readonly<Record<string, EventValue>> {
  const given = Object.entries(member.values).filter(([, value]) => value !== null);
  const hasHead = kept.members.some(
    ({ isHere, values }) => isHere && values.relation === formRule.head,
  );
  const values = Object.fromEntries(given);
  return hasHead && values.relation === formRule.head
    ? { ...values, relation: otherRelation }
    : values;
}

const otherRelation = 'OTHER';

export interface LedgerMove {
  readonly year: number;
  readonly from: Side;
}

/** The ledger has one account of a year: that of the one side, or of the other. */
export function ledgerMoves(
  kept: MergeSide,
  gone: MergeSide,
  choices: Pick<MergeChoices, 'years'>,
): readonly LedgerMove[] {
  return gone.years.flatMap((year): readonly LedgerMove[] => {
    const both = kept.years.includes(year);
    const side = choices.years[String(year)] ?? (both ? 'kept' : 'gone');
    if (side === 'kept') return [];
    return both
      ? [
          { year, from: 'gone' },
          { year, from: 'kept' },
        ]
      : [{ year, from: 'gone' }];
  });
}
