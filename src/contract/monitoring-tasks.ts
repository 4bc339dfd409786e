// Tasks of policy documents and promises of departments: who answers, how far each has come, its parts in
// the places below, and the delivery of policies as a matrix.
import { z } from 'zod';
import { AreaCodeText, Bilingual, Cursor, IdText, Limit, PlainDateText, pageOf } from './page.ts';
import { route } from './route.ts';

const kinds = ['task', 'promise'] as const;
const Named = z.object({ id: z.string(), title: Bilingual });

export const TaskRow = z.object({
  id: z.string(),
  kind: z.enum(kinds),
  areaCode: z.string(),
  place: z.string(),
  document: z.string(),
  clause: z.string(),
  title: z.string(),
  unit: z.string(),
  target: z.number().nullable(),
  /** Of the task and its parts. */
  done: z.number(),
  share: z.number().nullable(),
  startOn: PlainDateText,
  dueOn: PlainDateText,
  doneOn: PlainDateText.nullable(),
  lateDays: z.number().int(),
  stage: Named.nullable(),
  owners: z.array(z.object({ id: z.string(), level: z.string(), name: z.string() })),
  /** What the list of responsibilities lacks, in a sentence. */
  gap: Bilingual.nullable(),
  parts: z.number().int(),
});
export type TaskRow = z.infer<typeof TaskRow>;

export const listTasks = route({
  method: 'GET',
  path: '/api/monitoring/tasks',
  summary: 'Tasks or promises of an area, those due first',
  permission: 'monitoring.read',
  area: 'query.area',
  audit: null,
  query: z.object({
    area: AreaCodeText.optional(),
    kind: z.enum(kinds).default('task'),
    show: z.enum(['open', 'done', 'all']).default('open'),
    document: IdText.optional(),
    cursor: Cursor.optional(),
    limit: Limit,
  }),
  output: pageOf(TaskRow),
});

export const downloadTasks = route({
  method: 'GET',
  path: '/api/monitoring/tasks/file',
  summary: 'Timetable, task book and road map: tasks with their parts, as a spreadsheet',
  permission: 'monitoring.read',
  area: 'query.area',
  audit: 'monitoring.export-tasks',
  kind: 'download',
  query: z.object({
    area: AreaCodeText.optional(),
    kind: z.enum(kinds).default('task'),
    show: z.enum(['open', 'done', 'all']).default('all'),
    document: IdText.optional(),
  }),
});

export const Task = TaskRow.extend({
  method: z.string(),
  levels: z.array(Named),
  stages: z.array(Named),
  parent: z.string().nullable(),
  items: z.array(TaskRow),
  reports: z.array(
    z.object({
      id: z.string(),
      quantity: z.number(),
      stage: Bilingual.nullable(),
      words: z.string(),
      evidence: z.string(),
      on: PlainDateText,
      by: z.string(),
    }),
  ),
  mayReport: z.boolean(),
  maySteer: z.boolean(),
});
export type Task = z.infer<typeof Task>;

export const getTask = route({
  method: 'GET',
  path: '/api/monitoring/tasks/:id',
  summary: 'One task with its owners, its parts and everything that was reported',
  permission: 'monitoring.read',
  area: 'row',
  audit: null,
  params: z.object({ id: IdText }),
  output: Task,
});

export const enterTask = route({
  method: 'POST',
  path: '/api/monitoring/tasks',
  summary: 'Lists a task of a document, or what a department promised',
  permission: 'monitoring.steer',
  area: 'body.area',
  audit: 'monitoring.enter-task',
  body: z.object({
    area: AreaCodeText,
    kind: z.enum(kinds).default('task'),
    document: IdText.optional(),
    clause: z.string().trim().max(200).default(''),
    title: z.string().trim().min(2).max(200),
    method: z.string().trim().max(2000).default(''),
    unit: z.string().trim().max(20).default(''),
    target: z.number().positive().optional(),
    startOn: PlainDateText,
    dueOn: PlainDateText,
    /** Of a promise: the department that gave it. */
    department: z
      .object({ account: z.string().max(60).nullable(), name: z.string().trim().max(80) })
      .optional(),
  }),
  output: z.object({ id: z.string() }),
});

export const handResolutionOn = route({
  method: 'POST',
  path: '/api/monitoring/resolutions/:id',
  summary: 'Makes a task or an order of what a meeting decided, with its owner and its day',
  permission: 'monitoring.steer',
  area: 'row',
  audit: 'monitoring.hand-resolution-on',
  params: z.object({ id: IdText }),
  body: z.object({
    as: z.enum(['task', 'order']),
    /** Of an order: the villages or townships it goes to, besides the owner. */
    areas: z.array(AreaCodeText).max(400).default([]),
  }),
  output: z.object({ id: z.string() }),
});

export const nameTaskOwner = route({
  method: 'POST',
  path: '/api/monitoring/tasks/:id/owners',
  summary: 'Names who answers for a task at a level',
  permission: 'monitoring.steer',
  area: 'row',
  audit: 'monitoring.name-owner',
  params: z.object({ id: IdText }),
  body: z.object({
    level: z.string().max(60),
    account: z.string().max(60).nullable(),
    name: z.string().trim().max(80),
  }),
  output: Task,
});

export const dropTaskOwner = route({
  method: 'DELETE',
  path: '/api/monitoring/tasks/:id/owners/:owner',
  summary: 'Takes back who answers for a task',
  permission: 'monitoring.steer',
  area: 'row',
  audit: 'monitoring.drop-owner',
  params: z.object({ id: IdText, owner: IdText }),
  output: Task,
});

export const reportProgress = route({
  method: 'POST',
  path: '/api/monitoring/tasks/:id/progress',
  summary: 'Reports what was done more, with the evidence, and the stage a promise has reached',
  permission: 'monitoring.work',
  area: 'row',
  audit: 'monitoring.report-progress',
  params: z.object({ id: IdText }),
  body: z.object({
    quantity: z.number().min(0).default(0),
    stage: z.string().max(60).optional(),
    words: z.string().trim().min(2).max(2000),
    evidence: z.string().trim().max(300).default(''),
    isDone: z.boolean().default(false),
  }),
  output: Task,
});

export const shareTask = route({
  method: 'POST',
  path: '/api/monitoring/tasks/:id/parts',
  summary: 'Hands a task down to places below, each with its own quantity',
  permission: 'monitoring.steer',
  area: 'row',
  audit: 'monitoring.share-task',
  params: z.object({ id: IdText }),
  body: z.object({
    parts: z
      .array(z.object({ area: AreaCodeText, target: z.number().positive().optional() }))
      .min(1)
      .max(300),
  }),
  output: Task,
});

const Document = z.object({
  id: z.string(),
  title: z.string(),
  number: z.string(),
  issuedOn: PlainDateText.nullable(),
  tasks: z.number().int(),
});

export const listDocuments = route({
  method: 'GET',
  path: '/api/monitoring/documents',
  summary: 'Policy documents of an area with how many tasks each has',
  permission: 'monitoring.read',
  area: 'query.area',
  audit: null,
  query: z.object({ area: AreaCodeText.optional() }),
  output: z.object({ items: z.array(Document), mayEnter: z.boolean() }),
});

export const enterDocument = route({
  method: 'POST',
  path: '/api/monitoring/documents',
  summary: 'Registers a policy document that tasks come from',
  permission: 'monitoring.steer',
  area: 'body.area',
  audit: 'monitoring.enter-document',
  body: z.object({
    area: AreaCodeText,
    title: z.string().trim().min(2).max(200),
    number: z.string().trim().max(60).default(''),
    issuedOn: PlainDateText.optional(),
  }),
  output: z.object({ id: z.string() }),
});

export const Delivery = z.object({
  stages: z.array(Named),
  policies: z.array(z.object({ id: z.string(), title: z.string() })),
  departments: z.array(z.string()),
  cells: z.array(
    z.object({
      policy: z.string(),
      department: z.string(),
      count: z.number().int(),
      late: z.number().int(),
      done: z.number().int(),
      /** How many stand at each stage, in the order of the stages. */
      at: z.array(z.number().int()),
    }),
  ),
  places: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      count: z.number().int(),
      late: z.number().int(),
      done: z.number().int(),
    }),
  ),
});
export type Delivery = z.infer<typeof Delivery>;

export const getDelivery = route({
  method: 'GET',
  path: '/api/monitoring/delivery',
  summary:
    'Delivery of policies: policy by department, with the stage and what is late, and by place',
  permission: 'monitoring.read',
  area: 'query.area',
  audit: null,
  query: z.object({ area: AreaCodeText.optional() }),
  output: Delivery,
});
