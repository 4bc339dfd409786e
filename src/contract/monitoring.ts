// Problems: the list with its filters, counts and the curve to zero, one problem with everything that was
// done about it, and the acts.
import { z } from 'zod';
import { lateness } from '#domain/kernel/escalation.ts';
import { problemActs } from '#domain/monitoring/problem.ts';
import { phases } from '#domain/monitoring/work-list.ts';
import { AreaCodeText, Bilingual, Cursor, IdText, Limit, PlainDateText, pageOf } from './page.ts';
import { route } from './route.ts';

export const problemSources = ['person', 'visit', 'check', 'order', 'report'] as const;

const State = z.object({ id: z.string(), title: Bilingual, phase: z.enum(phases) });

export const ProblemRow = z.object({
  id: z.string(),
  number: z.number().int(),
  title: z.string(),
  areaCode: z.string(),
  place: z.string(),
  household: z.string().nullable(),
  state: State,
  source: z.enum(problemSources),
  owner: z.string().nullable(),
  isMine: z.boolean(),
  registeredOn: PlainDateText,
  assignedOn: PlainDateText.nullable(),
  dueOn: PlainDateText.nullable(),
  mendedOn: PlainDateText.nullable(),
  closedOn: PlainDateText.nullable(),
  colour: z.enum(lateness),
  lateDays: z.number().int(),
  /** The level that is told because it is late. */
  told: z.string().nullable(),
  reopened: z.number().int(),
});
export type ProblemRow = z.infer<typeof ProblemRow>;

const Filter = {
  area: AreaCodeText.optional(),
  phase: z.enum(phases).optional(),
  /** Open ones where absent; `all` and `closed` otherwise. */
  show: z.enum(['open', 'closed', 'all']).default('open'),
  mine: z.literal('yes').optional(),
  late: z.literal('yes').optional(),
  household: IdText.optional(),
};

export const listProblems = route({
  method: 'GET',
  path: '/api/monitoring/problems',
  summary:
    'Problems of an area: what is to be mended by its last day, what is late first; then what is mended; closed ones last',
  permission: 'monitoring.read',
  area: 'query.area',
  audit: null,
  query: z.object({ ...Filter, cursor: Cursor.optional(), limit: Limit }),
  output: pageOf(ProblemRow),
});

export const ProblemCounts = z.object({
  list: z.object({ id: z.string(), title: Bilingual, verified: z.boolean() }).nullable(),
  states: z.array(State.extend({ count: z.number().int(), late: z.number().int() })),
  open: z.number().int(),
  late: z.number().int(),
  closed: z.number().int(),
  mine: z.number().int(),
  places: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      open: z.number().int(),
      late: z.number().int(),
      closed: z.number().int(),
    }),
  ),
  curve: z.array(z.object({ on: PlainDateText, open: z.number().int() })),
  mayRegister: z.boolean(),
  maySteer: z.boolean(),
});
export type ProblemCounts = z.infer<typeof ProblemCounts>;

export const countProblems = route({
  method: 'GET',
  path: '/api/monitoring/problems/counts',
  summary: 'How many problems stand where, how many are late, and the curve of open ones to zero',
  permission: 'monitoring.read',
  area: 'query.area',
  audit: null,
  query: z.object({ area: AreaCodeText.optional() }),
  output: ProblemCounts,
});

export const downloadProblems = route({
  method: 'GET',
  path: '/api/monitoring/problems/file',
  summary: 'The list of problems as a spreadsheet',
  permission: 'monitoring.read',
  area: 'query.area',
  audit: 'monitoring.export-problems',
  kind: 'download',
  query: z.object(Filter),
});

export const Problem = ProblemRow.extend({
  words: z.string(),
  list: z.object({ id: z.string(), title: Bilingual }),
  states: z.array(State),
  position: z.number().int(),
  urged: z.number().int(),
  acts: z.array(
    z.object({
      position: z.number().int(),
      act: z.enum(['register', ...problemActs]),
      state: Bilingual,
      words: z.string(),
      owner: z.string().nullable(),
      dueOn: PlainDateText.nullable(),
      by: z.string(),
      on: PlainDateText,
      at: z.string(),
    }),
  ),
  /** What the reader may do now, and where it leads. */
  may: z.array(z.object({ act: z.enum(problemActs), to: State })),
});
export type Problem = z.infer<typeof Problem>;

export const getProblem = route({
  method: 'GET',
  path: '/api/monitoring/problems/:id',
  summary: 'One problem with everything that was done about it',
  permission: 'monitoring.read',
  area: 'row',
  audit: null,
  params: z.object({ id: IdText }),
  output: Problem,
});

export const registerProblem = route({
  method: 'POST',
  path: '/api/monitoring/problems',
  summary: 'Registers a problem, from what a visit or a check found where one is named',
  permission: 'monitoring.work',
  area: 'body.area',
  audit: 'monitoring.register-problem',
  body: z.object({
    area: AreaCodeText,
    title: z.string().trim().min(2).max(120),
    words: z.string().trim().max(2000).default(''),
    household: IdText.optional(),
    source: z.enum(problemSources).default('person'),
    /** A finding of a visit that becomes this problem. */
    finding: IdText.optional(),
  }),
  output: z.object({ id: z.string(), number: z.number().int() }),
});

export const actOnProblem = route({
  method: 'POST',
  path: '/api/monitoring/problems/:id/acts',
  summary: 'Moves a problem on or back, changes its owner, urges or remarks',
  permission: 'monitoring.work',
  area: 'row',
  audit: 'monitoring.act-on-problem',
  params: z.object({ id: IdText }),
  body: z.object({
    /** Position of the last act that was seen. */
    seen: z.number().int(),
    act: z.enum(problemActs),
    words: z.string().trim().max(2000).default(''),
    owner: z
      .object({ account: z.string().max(60).nullable(), name: z.string().trim().max(80) })
      .optional(),
    dueOn: PlainDateText.optional(),
  }),
  output: Problem,
});

export const listOwners = route({
  method: 'GET',
  path: '/api/monitoring/owners',
  summary: 'People with an account who can be given a problem, a task or an order in an area',
  permission: 'monitoring.work',
  area: 'query.area',
  audit: null,
  query: z.object({ area: AreaCodeText.optional() }),
  output: z.object({
    items: z.array(
      z.object({
        account: z.string(),
        name: z.string(),
        title: z.string(),
        role: z.string(),
        place: z.string(),
      }),
    ),
  }),
});
