// One member from one row: every cell read as its field, the number checked against birth date and
// sex, and what the number tells filled in where the sheet is silent.

import { cleanText, readFormValue } from '#domain/exchange/cell-value.ts';
import {
  type ImportContext,
  type ImportPlan,
  type PlannedColumn,
  readOnce,
} from '#domain/exchange/import-plan.ts';
import type { ProblemList } from '#domain/exchange/problem-list.ts';
import { mayHaveLostDigits, readMarkedCell } from '#domain/exchange/read-marked-cell.ts';
import { type SheetRow, startsFormula } from '#domain/exchange/sheet-row.ts';
import { blankValues } from '#domain/registry/blank-values.ts';
import { personFields } from '#domain/registry/form.ts';
import type { FieldValue, PersonValues } from '#domain/registry/household.ts';
import { type IdentityNumber, readIdentityNumber } from '#domain/registry/identity-number.ts';
import { isPlainName } from '#domain/registry/name-key.ts';

export interface ReadPerson {
  readonly row: number;
  readonly values: PersonValues;
  readonly name: string;
  /** The 18 characters that name the person. */
  readonly citizen: string | undefined;
  readonly externalId: string | undefined;
}

const nameCharactersMax = 60;

const blankPerson = blankValues<FieldValue>(personFields);

/** Undefined when the row says nothing of a person. */
export function readPerson(
  row: SheetRow,
  plan: ImportPlan,
  context: ImportContext,
  problems: ProblemList,
): ReadPerson | undefined {
  if (plan.person.every(({ column }) => (row.cells[column] ?? '') === '')) return undefined;
  const values = blankPerson();
  let externalId: string | undefined;
  let name = '';
  let identity: IdentityNumber | undefined;
  for (const planned of plan.person) {
    const text = readMarkedCell(row, planned, problems);
    if (planned.field.id === 'person.name') name = readName(row, planned, text, problems);
    else if (planned.field.id === 'person.identity') {
      identity = readIdentity(row, planned, text, context, problems);
    } else if (planned.field.id === 'external.person') externalId = cleanText(text) || undefined;
    else if (planned.field.form !== undefined) {
      const { form } = planned.field;
      const reading = readOnce(planned, text, (cell) => readFormValue(form, cell, context));
      if (reading.problem !== undefined) problems.atCell(row, planned, reading.problem);
      else if (reading.value !== null) values[form.name] = reading.value;
    }
  }
  if (name !== '') values.name = name;
  if (identity !== undefined) applyIdentity(row, plan, context, problems, values, identity);
  return { row: row.number, values, name, citizen: identity?.citizen, externalId };
}

export function readName(
  row: SheetRow,
  column: PlannedColumn,
  text: string,
  problems: ProblemList,
): string {
  const name = tidyName(text);
  if (isPlainName(name) && name.length <= nameCharactersMax) return name;
  const fail = (
    code: 'exchange/formula-text' | 'exchange/text-damaged' | 'exchange/name-unreadable',
  ) => problems.atCell(row, column, { code, facts: {} });
  if (name === '') {
    problems.atCell(row, column, { code: 'exchange/name-missing', facts: {} });
  } else if (startsFormula(name)) fail('exchange/formula-text');
  else if (name.includes('\ufffd')) fail('exchange/text-damaged');
  else if (!isName(name)) fail('exchange/name-unreadable');
  else return name;
  return '';
}

/** 张 三 is 张三; the middle dot has many shapes; characters of every plane stay as they are. */
export function tidyName(text: string): string {
  if (isPlainName(text)) return text;
  return cleanText(text)
    .replace(/(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu, '')
    .replace(/\s*[•‧∙・･·.]\s*/g, '·');
}

function isName(name: string): boolean {
  return name.length <= nameCharactersMax && /^[\p{L}\p{M}\p{Co}·'’\s()()-]+$/u.test(name);
}

export function readIdentity(
  row: SheetRow,
  column: PlannedColumn,
  text: string,
  context: ImportContext,
  problems: ProblemList,
): IdentityNumber | undefined {
  const bare = text.trim();
  if (bare === '' || bare === '无' || bare === '-' || bare === '/') {
    problems.atCell(row, column, { code: 'exchange/identity-missing', facts: {} });
    return undefined;
  }
  if (startsFormula(bare)) {
    problems.atCell(row, column, { code: 'exchange/formula-text', facts: {} });
    return undefined;
  }
  const reading = readIdentityNumber(text, context);
  if (mayHaveLostDigits(row, column) && (reading.number === undefined || bare.endsWith('000'))) {
    problems.atCell(row, column, { code: 'exchange/digits-lost', facts: {} });
    return undefined;
  }
  for (const { code } of reading.problems) problems.atCell(row, column, { code, facts: {} });
  return reading.number;
}

function applyIdentity(
  row: SheetRow,
  plan: ImportPlan,
  context: ImportContext,
  problems: ProblemList,
  values: Record<string, FieldValue | undefined>,
  identity: IdentityNumber,
): void {
  values.identity = identity.text;
  const kind = context.codeOf('identityKind', identity.kind === 'citizen' ? '身份证' : '残疾人证');
  if (kind !== undefined) values.identityKind = kind;
  if (values.birthDate === undefined) values.birthDate = identity.birthDate;
  else if (values.birthDate !== identity.birthDate) {
    problems.atCell(row, plan.byField.get('person.birthDate'), {
      code: 'exchange/birth-differs',
      facts: { birth: identity.birthDate },
    });
  }
  const sex = context.codeOf('sex', identity.sex === 'male' ? '男' : '女');
  if (values.sex === undefined && sex !== undefined) values.sex = sex;
  else if (sex !== undefined && values.sex !== sex) {
    problems.atCell(row, plan.byField.get('person.sex'), {
      code: 'exchange/sex-differs',
      facts: {},
    });
  }
}
