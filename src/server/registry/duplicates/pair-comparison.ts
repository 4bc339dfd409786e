// Two households side by side: who is whom, where they differ, their ledgers, what hangs on the one that
// would go, and what stands in the way.
import type { z } from 'zod';
import type * as contract from '#contract/registry-duplicates.ts';
import {
  chosenFields,
  chosenPersonFields,
  differences,
  type Difference as Found,
  type MergeChoices,
  type MergeMember,
  type MergeSide,
  proposeFates,
  type Side,
} from '#domain/registry/duplicates/merge-plan.ts';
import { sameValue, shownValue } from '#domain/registry/event.ts';
import type { Context } from '#server/http/context.ts';
import { listIncomeYears } from '../income.store.ts';
import { hindrancesOf, needsSecond, openBoth, stageOf } from './merge-households.ts';
import { movedWords } from './moved-words.ts';
import type { PairActRow, PairRow } from './pair.store.ts';

type Comparison = NonNullable<z.input<typeof contract.PairDetail>['comparison']>;

interface Proposed {
  readonly kept: string;
  readonly choices: MergeChoices;
}

/** With the choices of a proposal that waits, else with what is proposed. */
export async function comparisonOf(
  context: Context,
  row: PairRow,
  { keep, acts }: { readonly keep: string | undefined; readonly acts: readonly PairActRow[] },
): Promise<Comparison> {
  const proposal =
    row.state === 'proposed'
      ? (acts.findLast(({ kind }) => kind === 'proposed')?.said as Proposed | undefined)
      : undefined;
  const first = await openBoth(context, { kept: row.one_id, gone: row.other_id }, 'shown');
  const [one, other] = [stageOf(first.kept.state), stageOf(first.gone.state)];
  const asked = proposal?.kept ?? (keep === row.other_id ? row.other_id : keep && row.one_id);
  const further = other > one || (other === one && isFuller(first.gone.side, first.kept.side));
  const keptId =
    one !== other && proposal === undefined
      ? other > one
        ? row.other_id
        : row.one_id
      : (asked ?? (further ? row.other_id : row.one_id));
  const isTurned = keptId === row.other_id;
  const kept = isTurned ? first.gone : first.kept;
  const gone = isTurned ? first.kept : first.gone;
  const { county } = row;
  const merge = { county, kept: keptId, gone: isTurned ? row.one_id : row.other_id };
  const { outlook, hindrances } = await hindrancesOf(context, merge);
  const fates = proposal?.choices.members ?? proposeFates(kept.side, gone.side);
  const chosen = proposal?.choices.fields ?? {};
  const found = differencesOf(kept.side, gone.side, fates);
  return {
    ...{ kept: merge.kept, gone: merge.gone },
    mayTurn: one === other && proposal === undefined,
    members: { kept: membersOf(kept.side), gone: membersOf(gone.side) },
    fates: [...fates],
    differences: found.map(({ person, ...difference }) =>
      differenceView(difference, person, chosen),
    ),
    same: sameCount(kept.side, gone.side),
    years: await yearsOf(context, { kept: kept.side, gone: gone.side, merge }, proposal?.choices),
    moving: [...movedWords(outlook.map(({ relation, moving }) => ({ relation, rows: moving })))],
    hindrances: [...hindrances],
    needsSecond: needsSecond(kept.state, gone.state),
  };
}

/** The record with more in it stays, unless somebody says otherwise. */
function isFuller(left: MergeSide, right: MergeSide): boolean {
  const known = ({ values, members }: MergeSide) =>
    Object.values(values).filter((value) => value !== null).length + members.length * 10;
  return known(left) > known(right);
}

interface FoundDifference extends Found {
  readonly person: { readonly kept: MergeMember; readonly gone: MergeMember } | undefined;
  readonly held: {
    readonly kept: Pick<MergeMember, 'held'>;
    readonly gone: Pick<MergeMember, 'held'>;
  };
}

function differencesOf(
  kept: MergeSide,
  gone: MergeSide,
  fates: MergeChoices['members'],
): readonly FoundDifference[] {
  const own = differences(chosenFields, kept, gone).map((one) => ({
    ...one,
    person: undefined,
    held: { kept, gone },
  }));
  const persons = fates.flatMap((fate): readonly FoundDifference[] => {
    if (fate.fate !== 'same') return [];
    const there = kept.members.find(({ id }) => id === fate.kept);
    const here = gone.members.find(({ id }) => id === fate.gone);
    if (there === undefined || here === undefined) return [];
    return differences(chosenPersonFields, there, here).map((one) => ({
      ...one,
      person: { kept: there, gone: here },
      held: { kept: there, gone: here },
    }));
  });
  return [...own, ...persons];
}

function differenceView(
  { field, kept, gone, proposed, held }: Omit<FoundDifference, 'person'>,
  person: FoundDifference['person'],
  chosen: Readonly<Record<string, Side>>,
): Comparison['differences'][number] {
  const key = person === undefined ? field.name : `${person.kept.id}.${field.name}`;
  const side = (value: typeof kept, of: Pick<MergeMember, 'held'>) => {
    const known = of.held.get(field.name);
    return {
      value: asSent(shownValue(value)),
      since: known?.observedOn ?? known?.trueFrom ?? null,
      source: known?.source ?? null,
    };
  };
  return {
    field: field.name,
    person: person?.kept.id ?? null,
    type: field.type,
    list: field.list ?? null,
    unit: field.unit ?? null,
    kept: side(kept, held.kept),
    gone: side(gone, held.gone),
    proposed,
    chosen: chosen[key] ?? proposed,
  };
}

function asSent(value: ReturnType<typeof shownValue>) {
  return Array.isArray(value) ? [...value] : (value as string | number | boolean | null);
}

function membersOf({ members }: MergeSide): Comparison['members']['kept'] {
  const text = (value: ReturnType<typeof shownValue>) => (value === null ? null : String(value));
  return members
    .filter(({ isHere }) => isHere)
    .map(({ id, values }) => ({
      id,
      name: String(shownValue(values.name) ?? ''),
      relation: text(shownValue(values.relation)),
      sex: text(shownValue(values.sex)),
      birthDate: text(shownValue(values.birthDate)),
      identity: text(shownValue(values.identity)),
    }));
}

function sameCount(kept: MergeSide, gone: MergeSide): number {
  return chosenFields.filter(({ name }) => {
    const [a, b] = [kept.values[name] ?? null, gone.values[name] ?? null];
    return a !== null && b !== null && sameValue(a, b);
  }).length;
}

async function yearsOf(
  { tx }: Context,
  {
    kept,
    gone,
    merge,
  }: {
    readonly kept: MergeSide;
    readonly gone: MergeSide;
    readonly merge: { readonly county: number; readonly kept: string; readonly gone: string };
  },
  choices: MergeChoices | undefined,
): Promise<Comparison['years']> {
  const { county } = merge;
  const own = await listIncomeYears(tx, { county, id: merge.kept });
  const others = await listIncomeYears(tx, { county, id: merge.gone });
  const years = [...new Set([...kept.years, ...gone.years])].sort((a, b) => b - a);
  return years.map((year) => {
    const proposed = kept.years.includes(year) ? 'kept' : 'gone';
    return {
      year,
      kept: own.find((one) => one.year === year)?.netFen ?? null,
      gone: others.find((one) => one.year === year)?.netFen ?? null,
      proposed,
      chosen: choices?.years[String(year)] ?? proposed,
    };
  });
}
