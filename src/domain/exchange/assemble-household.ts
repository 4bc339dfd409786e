// Makes one household of its rows, or refuses it whole: with one member wrong, the household's size,
// its income per head and its score would all be wrong, so nothing of it is stored until it is mended.
// Other households of the file are not held up. Decision 0007.

import { cleanText, readFormValue, readIncome } from '#domain/exchange/cell-value.ts';
import { checkMembers, findMetBefore } from '#domain/exchange/check-members.ts';
import { compareStated, type ReadIncome } from '#domain/exchange/compare-figures.ts';
import type { RowGroup } from '#domain/exchange/household-rows.ts';
import {
  type ImportContext,
  type ImportPlan,
  type PlannedColumn,
  readOnce,
} from '#domain/exchange/import-plan.ts';
import { createProblemList, type ProblemList } from '#domain/exchange/problem-list.ts';
import { readMarkedCell } from '#domain/exchange/read-marked-cell.ts';
import {
  type ReadPerson,
  readIdentity,
  readName,
  readPerson,
  tidyName,
} from '#domain/exchange/read-person.ts';
import type { RowProblem } from '#domain/exchange/row-problem.ts';
import type { SeenPersons } from '#domain/exchange/seen-persons.ts';
import type { SheetRow } from '#domain/exchange/sheet-row.ts';
import type { AreaCode } from '#domain/kernel/area-code.ts';
import { blankValues } from '#domain/registry/blank-values.ts';
import { householdFields } from '#domain/registry/form.ts';
import type { FieldValue, HouseholdValues } from '#domain/registry/household.ts';

export interface AssembledHousehold {
  readonly key: string;
  /** What the file says, word by word in the order of the form: the same words are the same statement. */
  readonly words: string;
  readonly area: AreaCode;
  readonly values: HouseholdValues;
  readonly persons: readonly ReadPerson[];
  readonly incomes: readonly ReadIncome[];
  readonly externalId: string | undefined;
}

export interface HouseholdOutcome {
  readonly rows: readonly number[];
  /** The household's number as the sheet has it, and the name in each row, to find them again. */
  readonly householdNo: string;
  readonly names: readonly string[];
  readonly problems: readonly RowProblem[];
  /** Undefined when an error keeps the household out. */
  readonly household: AssembledHousehold | undefined;
  /** Members found, taken or not. */
  readonly persons: number;
}

export function assembleHousehold(
  group: RowGroup,
  plan: ImportPlan,
  context: ImportContext,
  seen: SeenPersons,
): HouseholdOutcome {
  const problems = createProblemList();
  const rows = group.rows.map((row) => row.number);
  const first = group.rows[0];
  if (first === undefined) throw new Error('a household without rows');
  const labels = labelsOf(group, plan);
  for (const row of group.rows) {
    if (row.hidden) problems.atRow(row.number, 'exchange/row-hidden');
  }
  if (group.key === '') {
    for (const row of rows) problems.atRow(row, 'exchange/row-without-household');
    return { rows, ...labels, problems: problems.problems, household: undefined, persons: 0 };
  }
  if (group.earlierRow !== undefined) {
    problems.atRow(first.number, 'exchange/household-scattered', { first: group.earlierRow });
  }
  const values = readHouseholdValues(group.rows, plan, context, problems);
  const { area, hamlet } = readPlace(group.rows, plan, context, problems);
  if (hamlet !== '' && values.address === undefined) values.address = hamlet;
  const incomes = readIncomes(group.rows, plan, context, problems);
  const read = readPersons(group.rows, plan, context, problems);
  findMetBefore(group.rows, read, plan, seen, problems);
  const persons = checkMembers(group.rows, read, plan, context, problems);
  compareStated(first, plan, incomes, persons.length, problems);
  const external = firstText(group.rows, plan.byField.get('external.household'));
  const isSound = !problems.hasError && area !== undefined;
  return {
    rows,
    ...labels,
    problems: problems.problems,
    persons: read.length,
    household: isSound
      ? {
          key: group.key,
          words: wordsOf(group.rows, plan, context),
          area,
          values,
          persons,
          incomes,
          externalId: external || undefined,
        }
      : undefined,
  };
}

function wordsOf(rows: readonly SheetRow[], plan: ImportPlan, context: ImportContext): string {
  const lines = rows.map(({ cells }) =>
    plan.columns.map(({ column }) => cells[column] ?? '').join('\t'),
  );
  return [plan.signature, context.incomeYear, ...lines].join('\n');
}

const labelCharactersMax = 40;

export function labelsOf(
  { rows }: RowGroup,
  plan: ImportPlan,
): Pick<HouseholdOutcome, 'householdNo' | 'names'> {
  const number =
    plan.byField.get('household.householdNo') ?? plan.byField.get('external.household');
  const name = plan.byField.get('person.name') ?? plan.byField.get('head.name');
  const label = (text: string): string => text.slice(0, labelCharactersMax);
  return {
    householdNo: label(firstText(rows, number)),
    names: rows.map((row) => label(tidyName(row.cells[name?.column ?? -1] ?? ''))),
  };
}

const blankHousehold = blankValues<FieldValue>(householdFields);

/** Values of the household stand in its first row or in all; where rows disagree nobody knows. */
function readHouseholdValues(
  rows: readonly SheetRow[],
  plan: ImportPlan,
  context: ImportContext,
  problems: ProblemList,
): Record<string, FieldValue | undefined> {
  const values = blankHousehold();
  for (const planned of plan.household) {
    const form = planned.field.form;
    if (form === undefined) continue;
    const value = readShared(rows, planned, problems, (text) => readFormValue(form, text, context));
    if (value !== null) values[form.name] = value;
  }
  return values;
}

type Reader = (text: string) => ReturnType<typeof readFormValue>;

function readShared(
  rows: readonly SheetRow[],
  planned: PlannedColumn,
  problems: ProblemList,
  read: Reader,
): FieldValue {
  let value: FieldValue = null;
  let saidIn: SheetRow | undefined;
  let seen = '';
  for (const row of rows) {
    const own = row.cells[planned.column] ?? '';
    if (own === seen && row.marks.length === 0) continue;
    const text = readMarkedCell(row, planned, problems);
    if (text === '' || text === seen) continue;
    const reading = readOnce(planned, text, read);
    if (reading.problem !== undefined) {
      problems.atCell(row, planned, reading.problem);
    } else if (saidIn === undefined) {
      value = reading.value;
      saidIn = row;
      seen = text;
    } else if (JSON.stringify(reading.value) !== JSON.stringify(value)) {
      problems.atCell(row, planned, {
        code: 'exchange/household-value-differs',
        facts: { first: saidIn.number },
      });
    }
  }
  return value;
}

function readPlace(
  rows: readonly SheetRow[],
  plan: ImportPlan,
  context: ImportContext,
  problems: ProblemList,
): { area: AreaCode | undefined; hamlet: string } {
  const text = (id: string): string => firstText(rows, plan.byField.get(id));
  const hamlet = text('area.hamlet');
  const place = context.findPlace({
    code: text('area.code'),
    township: text('area.township'),
    village: text('area.village'),
    hamlet,
  });
  const first = rows[0];
  if (place.problem !== undefined && first !== undefined) {
    const { code, field, count } = place.problem;
    const facts = { area: context.areaName, ...(count === undefined ? {} : { count }) };
    problems.atCell(first, plan.byField.get(field), { code, facts });
  }
  return {
    area: place.area,
    hamlet: place.area !== undefined && place.area.length > 12 ? '' : hamlet,
  };
}

function readIncomes(
  rows: readonly SheetRow[],
  plan: ImportPlan,
  context: ImportContext,
  problems: ProblemList,
): readonly ReadIncome[] {
  if (plan.incomes.length === 0) return [];
  const statedYear = Number(firstText(rows, plan.byField.get('income.year')).replace(/\D/g, ''));
  const rowYear = statedYear >= 1949 && statedYear <= 2100 ? statedYear : context.incomeYear;
  const incomes: ReadIncome[] = [];
  for (const planned of plan.incomes) {
    const kind = planned.field.income;
    if (kind === undefined) continue;
    const amount = readShared(rows, planned, problems, (text) => readIncome(text, planned.factor));
    if (typeof amount === 'number') {
      incomes.push({ kind, year: planned.year ?? rowYear, amountFen: amount });
    }
  }
  const booked = incomes.filter((income) => income.amountFen > 0);
  // Nothing but zeros is a statement too: one line keeps it, the others would only fill the ledger.
  return booked.length > 0 ? booked : incomes.slice(0, 1);
}

function readPersons(
  rows: readonly SheetRow[],
  plan: ImportPlan,
  context: ImportContext,
  problems: ProblemList,
): readonly ReadPerson[] {
  if (plan.shape === 'persons') {
    return rows.flatMap((row) => readPerson(row, plan, context, problems) ?? []);
  }
  const [row] = rows;
  const column = plan.byField.get('head.name');
  if (row === undefined || column === undefined) return [];
  const person = readPerson(row, plan, context, problems);
  const name = readName(row, column, readMarkedCell(row, column, problems), problems);
  const number = plan.byField.get('head.identity');
  const identity =
    number === undefined
      ? undefined
      : readIdentity(row, number, readMarkedCell(row, number, problems), context, problems);
  const sex = identity === undefined ? undefined : context.codeOf('sex', sexWord(identity.sex));
  const values = {
    ...(identity === undefined
      ? {}
      : { identity: identity.text, birthDate: identity.birthDate, ...(sex && { sex }) }),
    ...person?.values,
    name,
    relation: context.headRelation,
  };
  return [
    {
      row: row.number,
      name,
      citizen: identity?.citizen ?? person?.citizen,
      externalId: person?.externalId,
      values,
    },
  ];
}

function sexWord(sex: 'male' | 'female'): string {
  return sex === 'male' ? '男' : '女';
}

function firstText(rows: readonly SheetRow[], planned: PlannedColumn | undefined): string {
  if (planned === undefined) return '';
  for (const row of rows) {
    const text = cleanText(row.cells[planned.column] ?? '');
    if (text !== '') return text.normalize('NFKC');
  }
  return '';
}
