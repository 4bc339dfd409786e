// What must hold among the members of one household: one head, nobody twice.

import type { ImportContext, ImportPlan } from '#domain/exchange/import-plan.ts';
import type { ProblemList } from '#domain/exchange/problem-list.ts';
import { type ReadPerson, tidyName } from '#domain/exchange/read-person.ts';
import type { SeenPersons } from '#domain/exchange/seen-persons.ts';
import type { SheetRow } from '#domain/exchange/sheet-row.ts';

/** The members with the head known; problems say what keeps the household out. */
export function checkMembers(
  rows: readonly SheetRow[],
  persons: readonly ReadPerson[],
  plan: ImportPlan,
  context: ImportContext,
  problems: ProblemList,
): readonly ReadPerson[] {
  findTwice(rows, persons, plan, problems);
  const first = rows[0];
  if (first === undefined) return persons;
  const headName = tidyName(first.cells[plan.byField.get('head.name')?.column ?? -1] ?? '');
  const [head, second] = persons.filter((person) => isHead(person, context));
  if (head !== undefined && second !== undefined) {
    const row = rows.find((candidate) => candidate.number === second.row) ?? first;
    problems.atCell(row, plan.byField.get('person.relation'), {
      code: 'exchange/head-twice',
      facts: { first: head.row },
    });
    return persons;
  }
  if (head !== undefined) {
    if (headName !== '' && head.name !== '' && headName !== head.name) {
      problems.atCell(first, plan.byField.get('head.name'), {
        code: 'exchange/head-name-differs',
        facts: {},
      });
    }
    return persons;
  }
  return withFoundHead(first, persons, headName, plan, context, problems);
}

function isHead(person: ReadPerson, context: ImportContext): boolean {
  return person.values.relation === context.headRelation;
}

/**
 * Without a relation the member who bears the head's name is the head, or the first where the sheet
 * has no column for relations at all. A member with another relation is never made the head.
 */
function withFoundHead(
  first: SheetRow,
  persons: readonly ReadPerson[],
  headName: string,
  plan: ImportPlan,
  context: ImportContext,
  problems: ProblemList,
): readonly ReadPerson[] {
  const free = persons.filter((person) => person.values.relation === undefined);
  const named = free.find((person) => headName !== '' && person.name === headName);
  const relation = plan.byField.get('person.relation');
  const head = named ?? (relation === undefined ? free[0] : undefined);
  if (head === undefined) {
    problems.atCell(first, relation, { code: 'exchange/head-missing', facts: {} });
    return persons;
  }
  return persons.map((person) =>
    person === head
      ? { ...person, values: { ...person.values, relation: context.headRelation } }
      : person,
  );
}

function findTwice(
  rows: readonly SheetRow[],
  persons: readonly ReadPerson[],
  plan: ImportPlan,
  problems: ProblemList,
): void {
  const byNumber = new Map<string, ReadPerson>();
  const byName = new Map<string, ReadPerson>();
  for (const person of persons) {
    const row = rows.find((candidate) => candidate.number === person.row);
    if (row === undefined) continue;
    const sameNumber = person.citizen === undefined ? undefined : byNumber.get(person.citizen);
    const sameName = person.name === '' ? undefined : byName.get(person.name);
    if (sameNumber !== undefined) {
      const facts = { first: sameNumber.row };
      problems.atCell(row, plan.byField.get('person.identity'), {
        code: 'exchange/member-twice',
        facts,
      });
    } else if (sameName !== undefined) {
      const differs = sameName.citizen !== undefined && person.citizen !== undefined;
      problems.atCell(row, plan.byField.get('person.name'), {
        code: differs ? 'exchange/member-name-twice' : 'exchange/member-twice',
        facts: { first: sameName.row },
      });
    }
    if (person.citizen !== undefined && sameNumber === undefined)
      byNumber.set(person.citizen, person);
    if (person.name !== '' && sameName === undefined) byName.set(person.name, person);
  }
}

/** Persons another household of the file has already: nobody can tell from the file which is right. */
export function findMetBefore(
  rows: readonly SheetRow[],
  persons: readonly ReadPerson[],
  plan: ImportPlan,
  seen: SeenPersons,
  problems: ProblemList,
): void {
  const own = new Set(rows.map((row) => row.number));
  for (const person of persons) {
    if (person.citizen === undefined) continue;
    const first = seen.meet(person.citizen, person.row);
    if (first === undefined || own.has(first)) continue;
    const row = rows.find((candidate) => candidate.number === person.row);
    const column = plan.byField.get('person.identity') ?? plan.byField.get('head.identity');
    if (row !== undefined) {
      problems.atCell(row, column, { code: 'exchange/person-twice', facts: { first } });
    }
  }
}
