// Projects: the library, one project with its steps, money and households, what may be done with it next.
import { z } from 'zod';
import {
  projectActs,
  projectLevels,
  projectModes,
  projectSteps,
} from '#domain/funds/projects/project.ts';
import {
  AreaCodeText,
  Bilingual,
  Cursor,
  FenNumber,
  Limit,
  OneParams,
  Place,
  PlainDateText,
  pageOf,
} from './page.ts';
import { route } from './route.ts';

/** Open questions about a project; neither is a verdict. */
export const projectSignals = ['split', 'twice'] as const;
export type ProjectSignal = (typeof projectSignals)[number];

const Money = { planned: FenNumber, allocated: FenNumber, paid: FenNumber };

export const ProjectRow = z.object({
  id: z.string(),
  number: z.string(),
  title: z.string(),
  area: Place,
  kind: z.string(),
  kindTitle: Bilingual,
  level: z.enum(projectLevels),
  mode: z.enum(projectModes),
  year: z.number().int(),
  step: z.enum(projectSteps),
  stepOn: PlainDateText,
  percent: z.number().int(),
  dueOn: PlainDateText.nullable(),
  /** Past its day and not accepted. */
  isLate: z.boolean(),
  holder: z.string(),
  households: z.number().int(),
  ...Money,
  signals: z.array(z.enum(projectSignals)),
  latitude: z.number().nullable(),
  longitude: z.number().nullable(),
});
export type ProjectRow = z.infer<typeof ProjectRow>;

const Filter = {
  area: AreaCodeText.optional(),
  step: z.enum(projectSteps).optional(),
  kind: z.string().max(60).optional(),
  year: z.coerce.number().int().min(2000).max(2100).optional(),
  signal: z.enum(projectSignals).optional(),
  late: z.enum(['true']).optional(),
};

export const listProjects = route({
  method: 'GET',
  path: '/api/funds/projects',
  summary:
    'Projects of an area, what is not accepted first, by its last day: all, those at a step, late, or with an open question',
  permission: 'funds.desk',
  area: 'query.area',
  audit: null,
  query: z.object({ ...Filter, cursor: Cursor.optional(), limit: Limit }),
  output: pageOf(ProjectRow),
});

export const exportProjects = route({
  method: 'GET',
  path: '/api/funds/projects/file',
  summary: 'The list of projects as a spreadsheet',
  permission: 'funds.desk',
  area: 'query.area',
  audit: 'funds.project-file',
  kind: 'download',
  query: z.object(Filter),
});

export const ProjectCounts = z.object({
  area: Place,
  on: PlainDateText,
  steps: z.array(
    z.object({ step: z.enum(projectSteps), count: z.number().int(), planned: FenNumber }),
  ),
  projects: z.number().int(),
  /** Each counted once, however many projects it is in. */
  households: z.number().int(),
  placements: z.number().int(),
  villages: z.number().int(),
  late: z.number().int(),
  split: z.number().int(),
  twice: z.number().int(),
  ...Money,
  mayEnter: z.boolean(),
});
export type ProjectCounts = z.infer<typeof ProjectCounts>;

export const countProjects = route({
  method: 'GET',
  path: '/api/funds/projects/counts',
  summary: 'Projects of an area by step, their money, and whom they are for, counted once',
  permission: 'funds.desk',
  area: 'query.area',
  audit: null,
  query: z.object({ area: AreaCodeText.optional() }),
  output: ProjectCounts,
});

const Choice = z.object({ id: z.string(), title: Bilingual });

export const ProjectChoices = z.object({
  /** The year one is in. */
  year: z.number().int(),
  kinds: z.array(Choice),
  links: z.array(Choice),
  sources: z.array(Choice),
  uses: z.array(Choice),
  tenderFrom: FenNumber.nullable(),
  tenderVerified: z.boolean(),
});
export type ProjectChoices = z.infer<typeof ProjectChoices>;

export const getProjectChoices = route({
  method: 'GET',
  path: '/api/funds/projects/choices',
  summary: 'Kinds, models of linkage, sources and uses the rules name',
  permission: 'funds.list',
  area: 'query.area',
  audit: null,
  query: z.object({ area: AreaCodeText.optional() }),
  output: ProjectChoices,
});

const ProjectActView = z.object({
  position: z.number().int(),
  kind: z.enum(projectActs),
  on: PlainDateText,
  passes: z.boolean(),
  milestone: z.string().nullable(),
  facts: z.record(z.string(), z.unknown()),
  by: z.string(),
  office: z.string(),
  at: z.string(),
});

const Signal = z.object({
  signal: z.enum(projectSignals),
  /** What it rests on, in a sentence. */
  words: Bilingual,
  verified: z.boolean(),
  others: z.array(
    z.object({ id: z.string(), title: z.string(), planned: FenNumber, on: PlainDateText }),
  ),
});

export const Project = ProjectRow.extend({
  version: z.number().int(),
  arrangement: z.string(),
  money: z.string(),
  organiser: z.string(),
  implementer: z.string(),
  acceptance: z.string(),
  mechanism: z.string(),
  linkTitle: Bilingual.nullable(),
  link: z.string().nullable(),
  localLabour: z.boolean(),
  isDemonstration: z.boolean(),
  expectedHouseholds: z.number().int().nullable(),
  expectedPersons: z.number().int().nullable(),
  expectedEffect: z.string(),
  actualEffect: z.string(),
  persons: z.number().int(),
  workers: z.number().int(),
  wages: FenNumber,
  contractor: z.string().nullable(),
  contract: FenNumber.nullable(),
  accepted: FenNumber.nullable(),
  author: z.string(),
  lines: z.array(
    z.object({
      source: z.string(),
      sourceTitle: Bilingual,
      purpose: z.string(),
      purposeTitle: Bilingual,
      amount: FenNumber,
      allocated: FenNumber,
      paid: FenNumber,
      held: FenNumber,
    }),
  ),
  milestones: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      dueOn: PlainDateText.nullable(),
      share: FenNumber,
      paid: FenNumber,
      waiting: FenNumber,
      reachedOn: PlainDateText.nullable(),
      /** Why it cannot be paid now; null where it can. */
      closed: Bilingual.nullable(),
    }),
  ),
  outputs: z.array(
    z.object({
      position: z.number().int(),
      product: z.string(),
      unit: z.string(),
      planned: z.number(),
      added: z.number().nullable(),
      total: z.number().nullable(),
    }),
  ),
  /** Accounts of its own with money in them. */
  purses: z.array(
    z.object({
      id: z.string(),
      source: z.string(),
      purpose: z.string(),
      area: Place,
      holder: z.string(),
      balance: FenNumber,
    }),
  ),
  acts: z.array(ProjectActView),
  photographs: z.number().int(),
  signalsOpen: z.array(Signal),
  /** Acts that its step knows, with why the asker cannot do them now. */
  next: z.array(z.object({ act: z.enum(projectActs), closed: Bilingual.nullable() })),
  mayChange: z.boolean(),
  /** Money can be set aside for it and paid out of it. */
  mayPay: z.boolean(),
  tenderFrom: FenNumber.nullable(),
});
export type Project = z.infer<typeof Project>;

export const getProject = route({
  method: 'GET',
  path: '/api/funds/projects/:id',
  summary: 'One project: its steps, money, outputs, and what may be done next',
  permission: 'funds.desk',
  area: 'row',
  audit: null,
  params: OneParams,
  output: Project,
});

export const listProjectHouseholds = route({
  method: 'GET',
  path: '/api/funds/projects/:id/households',
  summary: 'Households a project is for',
  permission: 'funds.desk',
  area: 'row',
  audit: null,
  params: OneParams,
  query: z.object({ cursor: Cursor.optional(), limit: Limit }),
  output: pageOf(
    z.object({
      id: z.string(),
      no: z.string(),
      name: z.string().nullable(),
      persons: z.number().int().nullable(),
      area: z.string(),
      received: FenNumber,
    }),
  ),
});
