// Lists of departments compared with the register: what is asked for, a list with its file and the meaning
// of its columns, the trial, the run, pairs found by name, and what came of each source.
import { z } from 'zod';
import { listFields } from '#domain/targeting/comparison/list-field.ts';
import { AreaCodeText, Bilingual, Cursor, IdText, Limit, PlainDateText, pageOf } from './page.ts';
import { route } from './route.ts';

export const NamedChoice = z.object({
  id: z.string(),
  title: Bilingual,
  text: Bilingual,
  verified: z.boolean(),
});

export const ListState = z.enum([
  'empty',
  'uploaded',
  'checking',
  'checked',
  'comparing',
  'done',
  'failed',
  'cancelled',
]);
export type ListState = z.infer<typeof ListState>;

export const ListCounts = z.object({
  /** Rows below the headings that are not blank. */
  rows: z.number().int(),
  usable: z.number().int(),
  refused: z.number().int(),
  /** Of a list of hashes: rows made with another key than that of this comparison. */
  otherKey: z.number().int(),
  /** Persons of the register the list is compared with. */
  persons: z.number().int(),
  /** Of a list without numbers: pairs a person has to look at. */
  pairs: z.number().int(),
  hits: z.number().int(),
  hitPersons: z.number().int(),
  hitHouseholds: z.number().int(),
  newLeads: z.number().int(),
});
export type ListCounts = z.infer<typeof ListCounts>;

/** What came of the hits of a list or of a kind of list. */
export const Outcomes = z.object({
  hits: z.number().int(),
  open: z.number().int(),
  answered: z.number().int(),
  overturned: z.number().int(),
  upheld: z.number().int(),
});
export type Outcomes = z.infer<typeof Outcomes>;

export const ComparisonList = z.object({
  id: z.string(),
  areaCode: z.string(),
  kind: NamedChoice.pick({ id: true, title: true, verified: true }),
  title: z.string(),
  accountName: z.string(),
  state: ListState,
  form: z.enum(['number', 'hash', 'name']).nullable(),
  keyGivenAt: z.string().nullable(),
  fileName: z.string().nullable(),
  counts: ListCounts.nullable(),
  outcomes: Outcomes,
  failure: z.object({ code: z.string(), message: Bilingual }).nullable(),
  /** GET /api/jobs/runs/:id tells its progress. */
  job: z.string().nullable(),
  createdAt: z.string(),
  finishedAt: z.string().nullable(),
});
export type ComparisonList = z.infer<typeof ComparisonList>;

export const ComparisonListDetail = ComparisonList.extend({
  format: z.string().nullable(),
  sheet: z.string().nullable(),
  sheets: z.array(z.string()),
  columns: z.array(
    z.object({
      column: z.number().int(),
      letters: z.string(),
      heading: z.string(),
      field: z.enum(listFields).nullable(),
    }),
  ),
  /** A few rows, numbers of persons masked. */
  sample: z.array(z.object({ row: z.number().int(), cells: z.array(z.string()) })),
  problems: z.array(
    z.object({
      code: z.string(),
      severity: z.enum(['error', 'warning']),
      count: z.number().int(),
      message: Bilingual,
      /** Where it stands: the first few rows. */
      rows: z.array(z.number().int()),
    }),
  ),
  fileKept: z.boolean(),
  mayRun: z.boolean(),
});
export type ComparisonListDetail = z.infer<typeof ComparisonListDetail>;

const ListParams = z.object({ id: IdText });

export const listComparisonKinds = route({
  method: 'GET',
  path: '/api/targeting/comparison/kinds',
  summary: 'Lists the rules in force ask departments for, and the answers a lead can be given',
  permission: 'access.self',
  area: 'query.area',
  audit: null,
  query: z.object({ area: AreaCodeText.optional() }),
  output: z.object({ lists: z.array(NamedChoice), rebuttals: z.array(NamedChoice) }),
});

export const listComparisonLists = route({
  method: 'GET',
  path: '/api/targeting/lists',
  summary: 'Lists of an area, newest first; a department sees its own alone, and only in numbers',
  permission: 'targeting.deliver',
  area: 'query.area',
  audit: null,
  query: z.object({ area: AreaCodeText.optional(), cursor: Cursor.optional(), limit: Limit }),
  output: pageOf(ComparisonList),
});

export const createComparisonList = route({
  method: 'POST',
  path: '/api/targeting/lists',
  summary: 'Begins a list of one kind for an area; its file comes next',
  permission: 'targeting.deliver',
  area: 'body.area',
  audit: 'targeting.list',
  body: z.object({
    area: AreaCodeText,
    kind: z.string().max(60),
    title: z.string().trim().min(2).max(100),
  }),
  output: z.object({ id: z.string() }),
});

export const getComparisonList = route({
  method: 'GET',
  path: '/api/targeting/lists/:id',
  summary: 'One list: its columns, its problems, its counts and what came of it',
  permission: 'targeting.deliver',
  area: 'row',
  audit: null,
  params: ListParams,
  output: ComparisonListDetail,
});

export const giveComparisonKey = route({
  method: 'POST',
  path: '/api/targeting/lists/:id/key',
  summary:
    'Gives the key of this list, once: the department makes hashes with it on its own machine',
  permission: 'targeting.deliver',
  area: 'row',
  audit: 'targeting.key',
  params: ListParams,
  output: z.object({ key: z.string() }),
});

export const uploadComparisonFile = route({
  method: 'POST',
  path: '/api/targeting/lists/:id/file',
  summary: 'The file of a list: it is described, and compared with nothing yet',
  permission: 'targeting.deliver',
  area: 'row',
  audit: 'targeting.upload',
  kind: 'upload',
  params: ListParams,
  query: z.object({ sheet: z.string().max(100).optional() }),
  output: ComparisonListDetail,
});

export const mapComparisonList = route({
  method: 'PUT',
  path: '/api/targeting/lists/:id/mapping',
  summary: 'Corrects what the columns of a list mean; kept for the next list of this kind',
  permission: 'targeting.deliver',
  area: 'row',
  audit: 'targeting.map',
  params: ListParams,
  body: z.object({
    columns: z
      .array(
        z.object({
          column: z.number().int().min(0).max(511),
          field: z.enum(listFields).nullable(),
        }),
      )
      .max(512),
  }),
  output: ComparisonListDetail,
});

export const checkComparisonList = route({
  method: 'POST',
  path: '/api/targeting/lists/:id/check',
  summary: 'Tries a list: counts rows, problems and pairs to look at; opens no lead',
  permission: 'targeting.deliver',
  area: 'row',
  audit: 'targeting.check',
  params: ListParams,
  output: z.object({ job: z.string() }),
});

export const runComparison = route({
  method: 'POST',
  path: '/api/targeting/lists/:id/run',
  summary:
    'Compares a list with the register: what matches becomes leads, what does not is dropped',
  permission: 'targeting.run',
  area: 'row',
  audit: 'targeting.compare',
  params: ListParams,
  output: z.object({ job: z.string() }),
});

export const discardComparisonList = route({
  method: 'DELETE',
  path: '/api/targeting/lists/:id',
  summary: 'Deletes a list that was not compared, its file and its key',
  permission: 'targeting.deliver',
  area: 'row',
  audit: 'targeting.discard',
  params: ListParams,
});

export const Pair = z.object({
  id: z.string(),
  list: z.object({ id: z.string(), title: z.string() }),
  household: z.string(),
  weight: z.number(),
  agreements: z.object({ name: z.string(), birth: z.string(), place: z.string() }),
  said: z.object({
    row: z.number().int(),
    name: z.string(),
    birthDate: PlainDateText.nullable(),
    place: z.string(),
    object: z.string(),
  }),
  known: z.object({
    name: z.string(),
    birthDate: PlainDateText.nullable(),
    place: z.string(),
    householdNo: z.string(),
    headName: z.string().nullable(),
  }),
});
export type Pair = z.infer<typeof Pair>;

export const listPairs = route({
  method: 'GET',
  path: '/api/targeting/pairs',
  summary: 'Pairs found by name that wait for a person’s word, the likeliest first',
  permission: 'targeting.decide',
  area: 'query.area',
  audit: null,
  query: z.object({
    area: AreaCodeText.optional(),
    list: IdText.optional(),
    cursor: Cursor.optional(),
    limit: Limit,
  }),
  output: pageOf(Pair),
});

export const decidePair = route({
  method: 'POST',
  path: '/api/targeting/pairs/:id/verdict',
  summary: 'Says whether the two are one person; one person becomes a hit of a lead',
  permission: 'targeting.decide',
  area: 'row',
  audit: 'targeting.pair',
  params: z.object({ id: IdText }),
  body: z.object({ verdict: z.enum(['same', 'different']) }),
  output: z.object({ lead: z.string().nullable() }),
});
