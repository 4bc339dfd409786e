// What is done with a project: entered, changed, given its households, carried on step by step by those who
// run it, and judged by others.
import { z } from 'zod';
import { projectLevels, projectModes } from '#domain/funds/projects/project.ts';
import { Amount } from './funds.ts';
import { Project } from './funds-projects.ts';
import { AreaCodeText, FenNumber, IdText, OneParams, PlainDateText } from './page.ts';
import { route } from './route.ts';

const Words = (most: number) => z.string().trim().max(most);

const Draft = {
  title: z.string().trim().min(2).max(100),
  kind: z.string().trim().min(1).max(60),
  level: z.enum(projectLevels),
  mode: z.enum(projectModes),
  year: z.number().int().min(2000).max(2100),
  planned: Amount,
  holder: Words(80).default(''),
  /** The six questions; they may wait until the application. */
  arrangement: Words(500).default(''),
  money: Words(500).default(''),
  organiser: Words(200).default(''),
  implementer: Words(200).default(''),
  dueOn: PlainDateText.nullable().default(null),
  acceptance: Words(500).default(''),
  /** Who keeps it up, and how it is tied to households: before anything is built. */
  mechanism: Words(500).default(''),
  link: z.string().max(60).nullable().default(null),
  localLabour: z.boolean().default(false),
  isDemonstration: z.boolean().default(false),
  expectedHouseholds: z.number().int().min(0).max(1_000_000).nullable().default(null),
  expectedPersons: z.number().int().min(0).max(5_000_000).nullable().default(null),
  expectedEffect: Words(300).default(''),
  latitude: z.number().min(0).max(60).nullable().default(null),
  longitude: z.number().min(70).max(140).nullable().default(null),
  lines: z
    .array(
      z.strictObject({
        source: z.string().trim().min(1).max(80),
        purpose: z.string().trim().min(1).max(60),
        amount: Amount,
      }),
    )
    .max(20)
    .default([]),
  milestones: z
    .array(
      z.strictObject({
        title: z.string().trim().min(1).max(80),
        dueOn: PlainDateText.nullable().default(null),
        share: Amount,
      }),
    )
    .max(12)
    .default([]),
  outputs: z
    .array(
      z.strictObject({
        product: z.string().trim().min(1).max(60),
        unit: z.string().trim().min(1).max(20),
        planned: z.number().positive().max(1_000_000_000),
      }),
    )
    .max(20)
    .default([]),
};

export const enterProject = route({
  method: 'POST',
  path: '/api/funds/projects',
  summary: 'Enters a project in the library',
  permission: 'funds.list',
  area: 'body.area',
  audit: 'funds.enter-project',
  body: z.strictObject({ area: AreaCodeText, ...Draft }),
  output: z.object({ id: z.string(), number: z.string() }),
});
export type ProjectDraft = z.infer<typeof enterProject.body>;

export const changeProject = route({
  method: 'PUT',
  path: '/api/funds/projects/:id',
  summary: 'Changes a project that is still in the library',
  permission: 'funds.list',
  area: 'row',
  audit: 'funds.change-project',
  params: OneParams,
  body: z.strictObject({ version: z.number().int().min(1), ...Draft }),
  output: Project,
});

export const placeHouseholds = route({
  method: 'POST',
  path: '/api/funds/projects/:id/households',
  summary: 'Adds households to those a project is for, or takes some out, before it is accepted',
  permission: 'funds.list',
  area: 'row',
  audit: 'funds.project-households',
  params: OneParams,
  body: z.strictObject({
    /** Household numbers. */
    add: z.array(z.string().trim().min(1).max(40)).max(2000).default([]),
    remove: z.array(IdText).max(2000).default([]),
  }),
  output: z.object({ added: z.number().int(), removed: z.number().int() }),
});

const On = { on: PlainDateText, note: Words(500).default('') };

/** What those who run a project do with it. */
export const doProjectAct = route({
  method: 'POST',
  path: '/api/funds/projects/:id/acts',
  summary: 'Applies, notes the builder, starts, reports, settles, hands over or stops a project',
  permission: 'funds.list',
  area: 'row',
  audit: 'funds.project-act',
  params: OneParams,
  body: z.discriminatedUnion('act', [
    z.strictObject({ act: z.literal('apply'), ...On }),
    z.strictObject({
      act: z.literal('tender'),
      ...On,
      isPublic: z.boolean(),
      contractor: z.string().trim().min(1).max(80),
      document: z.string().trim().min(1).max(100),
      amount: Amount,
    }),
    z.strictObject({ act: z.literal('start'), ...On }),
    z.strictObject({
      act: z.literal('report'),
      ...On,
      percent: z.number().int().min(0).max(100),
      outputs: z
        .array(
          z.strictObject({
            position: z.number().int().min(1),
            added: z.number().min(0),
            total: z.number().min(0),
          }),
        )
        .max(20)
        .default([]),
      /** People of registered households who worked on it, and what they earned. */
      workers: z.number().int().min(0).max(100_000).default(0),
      wages: FenNumber.min(0).max(100_000_000_000).default(0),
    }),
    z.strictObject({ act: z.literal('settle'), ...On }),
    z.strictObject({
      act: z.literal('handOver'),
      ...On,
      to: z.string().trim().min(1).max(100),
      effect: z.string().trim().min(1).max(300),
    }),
    z.strictObject({
      act: z.literal('stop'),
      on: PlainDateText,
      note: z.string().trim().min(1).max(500),
    }),
  ]),
  output: Project,
});
export type ProjectActBody = z.infer<typeof doProjectAct.body>;

/** What others judge of it. */
export const judgeProject = route({
  method: 'POST',
  path: '/api/funds/projects/:id/verdicts',
  summary: 'Reviews, approves, checks a milestone of or accepts a project of others',
  permission: 'funds.approve',
  area: 'row',
  audit: 'funds.project-verdict',
  params: OneParams,
  body: z.discriminatedUnion('act', [
    z.strictObject({ act: z.literal('review'), ...On, passes: z.boolean() }),
    z.strictObject({
      act: z.literal('approve'),
      ...On,
      passes: z.boolean(),
      document: Words(100).default(''),
    }),
    z.strictObject({ act: z.literal('check'), ...On, passes: z.boolean(), milestone: IdText }),
    z.strictObject({
      act: z.literal('accept'),
      ...On,
      passes: z.boolean(),
      /** What is recognised. */
      amount: FenNumber.min(0).max(100_000_000_000_000),
      document: Words(100).default(''),
    }),
  ]),
  output: Project,
});
export type ProjectVerdictBody = z.infer<typeof judgeProject.body>;
