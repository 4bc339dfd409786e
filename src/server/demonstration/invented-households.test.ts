import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { inventCounty } from '#domain/demonstration/county.ts';
import type { areaCode } from '#domain/kernel/area-code.ts';
import { ageOn, type PlainDate, plainDate } from '#domain/kernel/plain-date.ts';
import { compileToFunction } from '#domain/policy/expression-function.ts';
import type { Facts } from '#domain/policy/expression-value.ts';
import { type ResolvedPack, resolvePack } from '#domain/policy/pack/resolve-pack.ts';
import { compileScore } from '#domain/policy/pack/score-sheet.ts';
import { isInForce } from '#domain/registry/area.ts';
import { historyOf } from '#domain/registry/area-revision.ts';
import { deriveFigures } from '#domain/registry/derived.ts';
import { householdFields, personFields } from '#domain/registry/form.ts';
import { formRule } from '#domain/registry/form-rule.ts';
import type { FieldValue, HouseholdRecord } from '#domain/registry/household.ts';
import { readIdentityNumber } from '#domain/registry/identity-number.ts';
import { readPackFolders, shippedPacks } from '#server/policy/read-pack-folders.ts';
import { openEdition } from '#server/registry/area-edition.ts';
import { readAreaFiles } from '#server/registry/load-areas.ts';
import { memberFacts } from '#server/registry/member-figures.ts';
import { readDemonstration } from './read-demonstration.ts';

const files = readDemonstration(join(shippedPacks, 'huanjiang-2016'));
const { today } = files.calibration;
const records: HouseholdRecord[] = [];
const cases = new Set<string>();
/** The number of the one person who is registered in two households on purpose. */
let twice: FieldValue | undefined;
let pack: ResolvedPack;

beforeAll(async () => {
  const current: { code: ReturnType<typeof areaCode>; name: string; source: string }[] = [];
  for (const level of ['township', 'village'] as const) {
    for await (const areas of openEdition().areasOf(level)) {
      for (const area of areas) {
        if (area.code.startsWith('451226')) current.push({ ...area, source: 'edition' });
      }
    }
  }
  const [file] = readAreaFiles(shippedPacks);
  const villages = historyOf(current, file?.revisions ?? []).filter(
    (area) => area.code.length === 12 && isInForce(area, today),
  );
  for (const village of inventCounty({ ...files, villages })) {
    records.push(...village.records);
    for (const each of village.cases) {
      cases.add(each.household);
      if (each.id !== 'registered-twice') continue;
      const found = village.records.find((record) => record.id === each.household);
      twice = found?.persons.find(({ values }) => values.relation === 'BROTHER')?.values.identity;
    }
  }
  const folders = await readPackFolders(shippedPacks);
  const packs = new Map(
    folders.flatMap(({ pack: each }) => (each ? [[each.manifest.id, each]] : [])),
  );
  const resolved = resolvePack(packs, 'huanjiang-2016', today);
  if (!resolved.ok) throw new Error('the pack does not resolve');
  pack = resolved.pack;
}, 120_000);

const plain = () => records.filter((record) => !cases.has(record.id));
/** Every fifth, where each is asked a whole sheet of questions. */
const fifth = () => plain().filter((_, index) => index % 5 === 0);
const persons = () => records.flatMap((record) => record.persons.map((each) => each.values));
const text = (value: FieldValue | undefined) => String(value ?? '');

describe('invented households', () => {
  test('every code is one of the lists of the pack', () => {
    const lists = new Map(
      pack.rows.lists.map(({ row }) => [row.id, new Set(row.codes.map((each) => each.code))]),
    );
    const measures = new Set(
      pack.rows.taxonomies.flatMap(({ row }) => row.measures.map((each) => each.code)),
    );
    const unknown = new Set<string>();
    const check = (fields: typeof householdFields, values: HouseholdRecord['values']) => {
      for (const field of fields) {
        if (field.list === undefined) continue;
        const value = (values as Record<string, FieldValue>)[field.name];
        if (value === undefined || value === null) continue;
        const known = field.list === 'measure' ? measures : lists.get(field.list);
        for (const code of Array.isArray(value) ? value : [value]) {
          if (known?.has(String(code)) !== true) unknown.add(`${field.list} ${code}`);
        }
      }
    };
    for (const record of records) {
      check(householdFields, record.values);
      for (const person of record.persons) check(personFields, person.values);
    }

    expect([...unknown]).toEqual([]);
  });

  test('every identity number passes the check, names its birth day and sex, and is given once', () => {
    const context = { isKnownCounty: () => false, today, demonstration: true };
    const numbers = persons().filter(
      (values) => typeof values.identity === 'string' && values.identity !== twice,
    );
    const wrong = numbers.filter((values) => {
      const { number, problems } = readIdentityNumber(text(values.identity), context);
      return (
        problems.length > 0 ||
        number === undefined ||
        number.birthDate !== values.birthDate ||
        number.sex.toUpperCase() !== values.sex
      );
    });

    expect(wrong).toEqual([]);
    expect(new Set(numbers.map((values) => text(values.identity).slice(0, 18))).size).toBe(
      numbers.length,
    );
  });

  test('each household has one head, grown up, and nobody works or marries as a child', () => {
    const age = (birth: FieldValue | undefined) => ageOn(plainDate(text(birth)), today);
    const heads = records.map((record) =>
      record.persons.filter((each) => each.values.relation === 'HEAD'),
    );
    const young = persons().filter((values) => age(values.birthDate) < 16);

    expect(heads.every((own) => own.length === 1)).toBe(true);
    expect(Math.min(...heads.map(([head]) => age(head?.values.birthDate)))).toBeGreaterThanOrEqual(
      18,
    );
    expect(young.filter((values) => values.labour !== 'NONE' || values.workPlace)).toEqual([]);
    expect(young.filter((values) => values.relation === 'SPOUSE')).toEqual([]);
  });

  test('a child of 6 to 14 is in the class of its age', () => {
    const stages = new Map<number, Set<string>>();
    for (const values of persons()) {
      const age = ageOn(plainDate(text(values.birthDate)), today);
      if (age < 6 || age > 14) continue;
      stages.set(age, (stages.get(age) ?? new Set()).add(text(values.schoolStage)));
    }

    expect([...(stages.get(7) ?? [])]).toEqual(['PRIMARY']);
    expect([...(stages.get(13) ?? [])]).toEqual(['JUNIOR_8']);
    expect([...stages.values()].every((found) => found.size === 1)).toBe(true);
  });

  test('the cause is true of somebody: a patient, a disabled member, a student, nobody who works', () => {
    const of = (cause: string) => plain().filter((each) => each.values.primaryCause === cause);
    const health = (record: HouseholdRecord) =>
      record.persons.flatMap((each) => each.values.health as string[]);
    const inSchool = (record: HouseholdRecord) =>
      record.persons.some((each) => each.values.schoolStage !== 'NOT_IN_SCHOOL');
    const ill = of('ILLNESS').filter((each) =>
      health(each).some((one) => one === 'SEVERE' || one === 'CHRONIC'),
    );

    expect(ill.length).toBe(of('ILLNESS').length);
    expect(of('DISABILITY').every((each) => health(each).includes('DISABLED'))).toBe(true);
    expect(of('SCHOOLING').filter(inSchool).length).toBe(of('SCHOOLING').length);
  });

  test('events are recorded in order, not before they are true, and never after today', () => {
    const wrong = records.filter((record) => {
      const steps = [record.registration, ...(record.events ?? [])];
      return steps.some((step, index) => {
        const before = steps[index - 1];
        return (
          step.recordedAt.slice(0, 10) < step.trueFrom ||
          step.recordedAt.slice(0, 10) > today ||
          (before !== undefined && before.recordedAt > step.recordedAt)
        );
      });
    });

    expect(wrong.map((record) => record.values.householdNo)).toEqual([]);
  });

  test('ids of households, persons, entries and events are all different', () => {
    const ids = records.flatMap((record) => [
      record.id,
      record.registration.id,
      ...record.persons.map((each) => each.id),
      ...(record.incomes ?? []).map((each) => each.id),
      ...(record.events ?? []).map((each) => each.id),
    ]);

    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('invented households under the rules of the pack', () => {
  type Item = ResolvedPack['rows']['items'][number]['row'];
  const itemOfSlot = new Map<number, Item>();
  beforeAll(() => {
    for (const { row } of pack.rows.items) itemOfSlot.set(row.slot, row);
  });
  const factsOf = (record: HouseholdRecord): Facts => {
    const figures = deriveFigures(record.persons.map(memberFacts), today, formRule);
    const items = Object.entries(record.items ?? {}).map(([slot, value]) => {
      const item = itemOfSlot.get(Number(slot));
      if (item === undefined) throw new Error(`the pack has no item in slot ${slot}`);
      return [item.id, item.type === 'boolean' ? value !== 0 : value];
    });
    const facts = { ...record.values, ...figures, incomePerHead: perHead(record) };
    return { ...facts, ...Object.fromEntries(items) } as Facts;
  };
  const perHead = (record: HouseholdRecord) => {
    const last = Math.max(...(record.incomes ?? []).map((entry) => entry.year));
    const net = (record.incomes ?? [])
      .filter((entry) => entry.year === last)
      .reduce(
        (sum, { kind, amountFen }) => sum + (kind.endsWith('Cost') ? -amountFen : amountFen),
        0,
      );
    return Math.round(net / record.persons.length) / 100;
  };

  test('all 39 items are filled in', () => {
    expect(plain().every((record) => Object.keys(record.items ?? {}).length === 39)).toBe(true);
  });

  test('who met the standard meets the eight haves and the one exceed, who was only verified does not [HJ-50]', () => {
    const rule = pack.criteria.get('meetsExitStandard')?.rule;
    if (rule === undefined) throw new Error('the pack has lost its exit rule');
    const meets = compileToFunction(rule);
    const ofStage = (...stages: string[]) =>
      plain().filter((record) => stages.includes(text(record.values.stage)));

    const met = ofStage('EXIT_STANDARD', 'EXIT_ANNOUNCED').map((record) => meets(factsOf(record)));
    const not = ofStage('EXIT_VERIFIED').map((record) => meets(factsOf(record)));

    expect(met.every((holds) => holds === true)).toBe(true);
    expect(not.every((holds) => holds === false)).toBe(true);
  });

  test('the line of the sample sheet parts registered from other households well, not perfectly', () => {
    const sheet = pack.sheets.values().next().value;
    const line = pack.rows.parameters
      .find(({ row }) => row.id === 'listingCutOff')
      ?.row.values.find((each) => each.from <= (today as PlainDate))?.value;
    if (sheet === undefined || typeof line !== 'number') throw new Error('no sheet, or no line');
    const score = compileScore(sheet);
    const below = (some: readonly HouseholdRecord[]) =>
      some.filter((record) => (score(factsOf(record)).total ?? 100) < line).length / some.length;

    const poor = below(fifth().filter((record) => record.values.stage !== 'SURVEYED'));
    const other = below(fifth().filter((record) => record.values.stage === 'SURVEYED'));

    expect(poor).toBeGreaterThan(0.85);
    expect(poor).toBeLessThan(0.98);
    expect(other).toBeLessThan(0.12);
    expect(other).toBeGreaterThan(0.02);
  });
});
