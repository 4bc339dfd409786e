// What a value of the register could be instead: the ends and the smallest step of a number, the answers
// of a question. Steps are those in which people write: whole people and years, a hundredth of a mu or a
// square metre, a fen.

import type { FactDeclaration } from '#domain/policy/expression-rule.ts';
import type { Parts } from '#domain/policy/fact-parts.ts';
import type { Choices } from '#domain/policy/nearest-change.ts';
import type { ResolvedPack } from '#domain/policy/pack/resolve-pack.ts';
import { type FormField, formParts, householdField, numberRange } from '#domain/registry/form.ts';

type Ends = Pick<Extract<Choices, { kind: 'numbers' }>, 'least' | 'most'>;

const smallIntegerMost = 32_767;
const personsMost = 99;
const yearLeast = 1800;
const hundredths = 100;
/** Net income may be below zero; ten million yuan a head is beyond any village. */
const incomeYuan: Ends = { least: -1_000_000, most: 10_000_000 };
const codesMost = 3;

const endsOf: Readonly<Record<string, Ends>> = {
  person: { least: 0, most: personsMost },
  month: { least: 0, most: 12 },
};

/** Which facts of a pack are parts of others: those of the form, and items that count people of the household. */
export function partsIn({ rows }: ResolvedPack): readonly Parts[] {
  const counted = rows.items.filter(({ row }) => row.unit === 'person');
  return [...formParts, ...counted.map(({ row }) => ({ whole: 'members', parts: [row.id] }))];
}

export function choicesOf(
  pack: ResolvedPack,
  fact: FactDeclaration,
  year: number,
): Choices | undefined {
  const codes = [...(pack.scope.lists.get(fact.list ?? '') ?? [])];
  switch (fact.type) {
    case 'boolean':
      return { kind: 'options', options: [true, false] };
    case 'text':
      return codes.length === 0 ? undefined : { kind: 'options', options: codes };
    case 'codes':
      return codes.length === 0 ? undefined : { kind: 'set', codes, most: codesMost };
    case 'number':
      return itemChoices(pack, fact.name) ?? fieldChoices(householdField(fact.name), year);
  }
}

function itemChoices({ rows }: ResolvedPack, name: string): Choices | undefined {
  const item = rows.items.find(({ row }) => row.id === name)?.row;
  if (item === undefined) return undefined;
  const options = item.options?.map(({ value }) => value) ?? [];
  if (options.length > 0) return { kind: 'options', options };
  return { kind: 'numbers', least: 0, most: smallIntegerMost, perUnit: 1 };
}

function fieldChoices(field: FormField | undefined, year: number): Choices | undefined {
  switch (field?.type) {
    case 'number':
      return steps({ least: 0, most: numberRange.most }, hundredths);
    case 'fen':
      return steps(incomeYuan, hundredths);
    case 'integer': {
      if (field.unit === 'year') return steps({ least: yearLeast, most: year }, 1);
      const ends = endsOf[field.unit ?? ''] ?? { least: 0, most: smallIntegerMost };
      return steps(field.name === 'members' ? { ...ends, least: 1 } : ends, 1);
    }
    default:
      return undefined;
  }
}

function steps({ least, most }: Ends, perUnit: number): Choices {
  return { kind: 'numbers', least: least * perUnit, most: most * perUnit, perUnit };
}
