// The indicators one may explore: what each counts, in which unit, where it comes from, and what it may be
// cut by. Nothing can be asked that does not stand here, so that no number is without a definition.
import type { Bilingual } from '#domain/kernel/refusal.ts';
import { type DimensionId, registerDimensions } from './dimensions.ts';
import { moneyIndicators } from './money-indicators.ts';

/** Where the cells come from: the register, what happened to it, what is kept beside it. */
export type CubeId = 'register' | 'moved' | 'standing' | 'quality' | 'cases' | 'cover' | 'money';

/** `mean`: the first number over the second; `percent`: the same times a hundred; `yuan`: counted in fen. */
export type IndicatorUnit = 'household' | 'person' | 'item' | 'percent' | 'mean' | 'yuan';

export interface Indicator {
  readonly id: string;
  readonly group: 'register' | 'time' | 'quality' | 'work' | 'money';
  readonly title: Bilingual;
  readonly unit: IndicatorUnit;
  readonly definition: Bilingual;
  readonly source: Bilingual;
  readonly cube: CubeId;
  /** Which number of a cell is shown; with `over`, divided by another. */
  readonly n: string;
  readonly over?: string;
  /** The number that says how many households stand behind it, where it is not counted in households itself. */
  readonly behind?: string;
  readonly dimensions: readonly DimensionId[];
}

const register = { zh: '登记库', en: 'The register' };
const events = {
  zh: '登记库的变动记录，按生效日',
  en: 'Events of the register, by the day they are true from',
};
const ofRegister = ['part', 'village', ...registerDimensions] as const;
const ofTime = ['part', 'village', 'month', 'year'] as const;

export const indicators = [
  {
    id: 'registered',
    group: 'register',
    title: { zh: '在册户', en: 'Registered households' },
    unit: 'household',
    definition: {
      zh: '识别入册的户，含已脱贫；只调查未入册的不计。',
      en: 'Households listed as poor, those that left poverty included; surveyed only are not counted.',
    },
    source: register,
    cube: 'register',
    n: 'households',
    dimensions: ofRegister,
  },
  {
    id: 'registeredPersons',
    group: 'register',
    title: { zh: '在册人口', en: 'Registered persons' },
    unit: 'person',
    definition: { zh: '在册户的现有成员。', en: 'Present members of registered households.' },
    source: register,
    cube: 'register',
    n: 'persons',
    dimensions: ofRegister,
  },
  {
    id: 'poor',
    group: 'register',
    title: { zh: '未脱贫户', en: 'Households still poor' },
    unit: 'household',
    definition: {
      zh: '在册而未公告脱贫的户，含正在办理退出的。',
      en: 'Registered and not announced as having left poverty; those applying to leave included.',
    },
    source: register,
    cube: 'register',
    n: 'poor',
    dimensions: ofRegister,
  },
  {
    id: 'exited',
    group: 'register',
    title: { zh: '已脱贫户', en: 'Households that left poverty' },
    unit: 'household',
    definition: { zh: '已公告脱贫的户。', en: 'Households whose exit was announced.' },
    source: register,
    cube: 'register',
    n: 'exited',
    dimensions: ofRegister,
  },
  {
    id: 'exitedShare',
    group: 'register',
    title: { zh: '脱贫占比', en: 'Share that left poverty' },
    unit: 'percent',
    definition: {
      zh: '已公告脱贫的户，占在册户（含已脱贫）。',
      en: 'Households whose exit was announced, of all registered ones, exited included.',
    },
    source: register,
    cube: 'register',
    n: 'exited',
    over: 'households',
    dimensions: ['part', 'village', 'cause', 'attribute', 'measure', 'band', 'size', 'grade'],
  },
  {
    id: 'meanSize',
    group: 'register',
    title: { zh: '户均人口', en: 'Persons per household' },
    unit: 'mean',
    definition: {
      zh: '在册人口除以在册户。',
      en: 'Registered persons divided by registered households.',
    },
    source: register,
    cube: 'register',
    n: 'persons',
    over: 'households',
    dimensions: ['part', 'village', 'stage', 'cause', 'attribute', 'measure', 'band', 'grade'],
  },
  {
    id: 'joined',
    group: 'time',
    title: { zh: '新识别户', en: 'Households newly listed' },
    unit: 'household',
    definition: {
      zh: '这段时间识别入册的户，按现居地计。',
      en: 'Households that were listed as poor in the time, counted where they live now.',
    },
    source: events,
    cube: 'moved',
    n: 'joined',
    dimensions: ofTime,
  },
  {
    id: 'left',
    group: 'time',
    title: { zh: '公告脱贫户', en: 'Exits announced' },
    unit: 'household',
    definition: {
      zh: '这段时间公告脱贫的户，按现居地计。',
      en: 'Households whose exit was announced in the time, counted where they live now.',
    },
    source: events,
    cube: 'moved',
    n: 'left',
    dimensions: ofTime,
  },
  {
    id: 'standingPoor',
    group: 'time',
    title: { zh: '月末未脱贫户', en: 'Still poor when the month ended' },
    unit: 'household',
    definition: {
      zh: '月末在册而未公告脱贫的户；由逐月变动累计，不能把各月相加。',
      en: 'Registered and not announced as exited when the month ended; carried on from month to month, never added over months.',
    },
    source: events,
    cube: 'standing',
    n: 'poor',
    dimensions: ['month', 'part', 'village'],
  },
  {
    id: 'failing',
    group: 'quality',
    title: { zh: '不符登记规则的记录', en: 'Records failing a rule' },
    unit: 'item',
    definition: {
      zh: '最近一次核对中不符规则的记录；一户可以不符多条，每条各计一次。',
      en: 'Records that did not keep a rule when last checked; a household may fail several and counts in each.',
    },
    source: { zh: '登记质量核对', en: 'Quality of the register' },
    cube: 'quality',
    n: 'failing',
    dimensions: ['rule', 'part', 'village'],
  },
  {
    id: 'failingShare',
    group: 'quality',
    title: { zh: '不符占比', en: 'Share failing a rule' },
    unit: 'percent',
    definition: {
      zh: '不符规则的记录，占核对的记录。',
      en: 'Records that did not keep a rule, of those it was checked on.',
    },
    source: { zh: '登记质量核对', en: 'Quality of the register' },
    cube: 'quality',
    n: 'failing',
    over: 'checked',
    dimensions: ['rule', 'part', 'village'],
  },
  {
    id: 'openCases',
    group: 'work',
    title: { zh: '在办事项', en: 'Open cases' },
    unit: 'item',
    definition: { zh: '正在办理、尚未办结的事项。', en: 'Cases that have begun and not ended.' },
    source: { zh: '办理', en: 'Cases' },
    cube: 'cases',
    n: 'open',
    dimensions: ['process', 'part', 'village'],
  },
  {
    id: 'lateCases',
    group: 'work',
    title: { zh: '逾期事项', en: 'Late cases' },
    unit: 'item',
    definition: { zh: '过了规定期限仍在办理的事项。', en: 'Open cases past their last day.' },
    source: { zh: '办理', en: 'Cases' },
    cube: 'cases',
    n: 'late',
    dimensions: ['process', 'part', 'village'],
  },
  {
    id: 'lateShare',
    group: 'work',
    title: { zh: '逾期占比', en: 'Share of cases that are late' },
    unit: 'percent',
    definition: { zh: '逾期事项占在办事项。', en: 'Late cases, of all open ones.' },
    source: { zh: '办理', en: 'Cases' },
    cube: 'cases',
    n: 'late',
    over: 'open',
    dimensions: ['process', 'part', 'village'],
  },
  {
    id: 'covered',
    group: 'work',
    title: { zh: '有人帮扶的占比', en: 'Share with a helper' },
    unit: 'percent',
    definition: {
      zh: '今天有帮扶责任人或代管人的在册户，占在册户。',
      en: 'Registered households with a helper or a stand-in today, of all registered ones.',
    },
    source: { zh: '结对帮扶', en: 'Pairings' },
    cube: 'cover',
    n: 'covered',
    over: 'households',
    dimensions: ['part', 'village'],
  },
  ...moneyIndicators,
] as const satisfies readonly Indicator[];

export type IndicatorId = (typeof indicators)[number]['id'];

export const indicatorIds = indicators.map(({ id }) => id) as [IndicatorId, ...IndicatorId[]];

export function indicatorOf(id: IndicatorId): Indicator {
  const found: Indicator | undefined = indicators.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no indicator ${id}`);
  return found;
}
