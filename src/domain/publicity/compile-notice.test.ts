import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson } from '#domain/kernel/canonical-json.ts';
import { plainDate } from '#domain/kernel/plain-date.ts';
import { householdFields, personFields } from '#domain/registry/form.ts';
import {
  compileAreaNotice,
  compileNotice,
  fieldsShown,
  forbiddenFields,
  type NoticeRequest,
  screenNotice,
} from './compile-notice.ts';
import {
  isPublicField,
  type PublicHousehold,
  publicAreaFields,
  publicFields,
} from './public-field.ts';

const both = (text: string) => ({ zh: text, en: text });
const words: NoticeRequest['words'] = {
  title: both('仪凤村贫困户识别村级公示'),
  process: both('贫困户识别'),
  step: both('村级公示'),
  rules: both('huanjiang-2016 1.0.0'),
  area: '仪凤村',
  columns: {
    headName: both('户主'),
    members: both('家庭人口'),
    attribute: both('贫困户属性'),
    standard: both('识别标准'),
    povertyStatus: both('脱贫状态'),
    listedOn: both('列入日期'),
    exitedOn: both('退出日期'),
  },
};
const texts = { place: '村委会公示栏', office: '仪凤村村委会', remark: '', correction: '' };
const request = (over: Partial<NoticeRequest>): NoticeRequest => ({
  kind: 'notice',
  shows: ['headName', 'members'],
  nameRule: 'middle',
  households: [],
  words,
  texts,
  term: both('7 天'),
  firstDay: plainDate('2016-09-01'),
  lastDay: plainDate('2016-09-07'),
  objectionPhone: '0778-8821234',
  supervisionPhone: '12317',
  ...over,
});
const planted = 'PLANTED';
const aHousehold: PublicHousehold = {
  caseId: 'case',
  headName: '韦桂花',
  headIsMinor: false,
  members: 4,
  attribute: both('低保贫困户'),
  standard: both('国家标准'),
  povertyStatus: both('未脱贫'),
  listedOn: '2014-05-01',
  exitedOn: null,
  place: '仪凤村一组',
};

test('a notice has a numbered line for each household with the fields the step allows, in their order', () => {
  const { columns, lines } = compileNotice(
    request({ shows: ['members', 'headName'], households: [aHousehold, aHousehold] }),
  );
  expect(columns.map(({ field }) => field)).toEqual(['members', 'headName']);
  expect(lines).toEqual([
    { number: 1, place: '仪凤村一组', cells: [4, '韦*花'] },
    { number: 2, place: '仪凤村一组', cells: [4, '韦*花'] },
  ]);
});

test('a step that names no fields shows the masked head and nothing else', () => {
  expect(fieldsShown([])).toEqual(['headName']);
});

describe('no sensitive field reaches a notice', () => {
  const names = [...householdFields, ...personFields].map(({ name }) => name);

  test('whatever fields a pack asks for', () => {
    fc.assert(
      fc.property(fc.subarray(names), fc.boolean(), (shows, isMinor) => {
        // Every field of the form holds the planted value; those that may be shown hold harmless ones.
        const everything = Object.fromEntries(names.map((name) => [name, planted]));
        const household = { ...everything, ...aHousehold, headIsMinor: isMinor };
        const content = compileNotice(request({ shows, households: [household] }));

        expect(JSON.stringify(content)).not.toContain(planted);
        expect(JSON.stringify(content)).not.toContain('韦桂花');
        for (const { field } of content.columns) expect(publicFields).toContain(field);
        expect(forbiddenFields(shows)).toEqual(shows.filter((name) => !isPublicField(name)));
      }),
      { numRuns: 1000 },
    );
  });

  test('nor any field of a household reaches one about a village or county', () => {
    fc.assert(
      fc.property(fc.subarray(names), fc.option(fc.nat(5000)), (held, poor) => {
        const strange = Object.fromEntries(held.map((name) => [name, planted]));
        const area = {
          ...strange,
          caseId: 'case',
          areaName: '仪凤村',
          poorPersons: poor,
          ruralPopulation: null,
          incidence: null,
          checks: null,
          place: '下南乡',
        };
        const { shows: _shows, nameRule: _rule, households: _none, ...common } = request({});
        const content = compileAreaNotice({ ...common, areas: [area] });

        expect(JSON.stringify(content)).not.toContain(planted);
        expect(content.subject).toBe('area');
        for (const { field } of content.columns) expect(publicAreaFields).toContain(field);
        expect(content.lines[0]?.cells[0]).toBe('仪凤村');
      }),
      { numRuns: 300 },
    );
  });

  test('none of the fields marked sensitive is among those that may be shown', () => {
    const marked = [...householdFields, ...personFields].filter(({ sensitive }) => sensitive);
    expect(marked.length).toBeGreaterThanOrEqual(5);
    for (const { name } of marked) expect(isPublicField(name)).toBe(false);
    for (const name of [
      'primaryCause',
      'otherCauses',
      'disabled',
      'severelyIll',
      'incomePerHead',
    ]) {
      expect(isPublicField(name)).toBe(false);
    }
  });

  test('nor does one hide in any text of the clerk', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('place', 'office', 'remark', 'correction'),
        fc.constantFrom(
          '13877801234',
          '451226196503120410',
          '韦 小明',
          '艾滋',
          '6222 0212 3456 7890 12',
        ),
        fc.constantFrom('贴在村口，', '', '说明：'),
        (field, value, before) => {
          const findings = screenNotice({ ...texts, [field]: `${before}${value}` }, ['韦小明']);
          expect(findings.map((one) => one.field)).toContain(field);
        },
      ),
      { numRuns: 500 },
    );
    expect(screenNotice(texts, ['韦小明'])).toEqual([]);
  });
});

test('the bytes of a notice are the same in whatever order its parts were put together', () => {
  const content = compileNotice(request({ households: [aHousehold] }));
  const turned = Object.fromEntries(Object.entries(content).reverse()) as typeof content;
  expect(canonicalJson(turned)).toBe(canonicalJson(content));
});
