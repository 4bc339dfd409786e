// The linked view of an area: map, charts, table over one set of counts. At a county and below the counts
// are a cube, crossed by everything one can choose; above it they are kept counts, one choice at a time.
import { z } from 'zod';
import { AreaCodeText, Bilingual, IdText, PlainDateText } from './page.ts';
import { route } from './route.ts';

const AreaQuery = z.object({ area: AreaCodeText.optional() });

export const LinkedView = z.object({
  area: z.object({ code: z.string(), name: z.string(), level: z.string() }),
  path: z.array(z.object({ code: z.string(), name: z.string(), level: z.string() })),
  today: PlainDateText,
  asOf: z.string(),
  parts: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      column: z.number().int(),
      row: z.number().int(),
      openCases: z.number().int(),
      lateCases: z.number().int(),
    }),
  ),
  partLevel: z.string().nullable(),
  tilesNote: Bilingual,
  boundaries: z.boolean(),
  povertyLineYuan: z.number().nullable(),
  names: z.object({
    cause: z.record(z.string(), Bilingual),
    measure: z.record(z.string(), Bilingual),
  }),
  /** Codes in the order rows of the cube number them; '' where nobody wrote it down. */
  keys: z.object({
    stage: z.array(z.string()),
    cause: z.array(z.string()),
    measure: z.array(z.string()),
    /** Lower edges of bands of 500 yuan, as text. */
    band: z.array(z.string()),
  }),
  counts: z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('cube'),
      /** part, stage, cause, measure, band as positions; households, persons. */
      rows: z.array(z.array(z.number().int()).length(7)),
    }),
    z.object({
      kind: z.literal('kept'),
      lines: z.array(
        z.object({
          part: z.number().int(),
          metric: z.enum(['stage', 'cause', 'measure', 'band']),
          key: z.number().int(),
          households: z.number().int(),
          persons: z.number().int(),
        }),
      ),
    }),
  ]),
  /** Households at each stage when each month ended: by part, in the order of stages. */
  months: z.array(z.object({ month: z.string(), standing: z.array(z.array(z.number().int())) })),
});
export type LinkedView = z.infer<typeof LinkedView>;

export const getLinkedView = route({
  method: 'GET',
  path: '/api/insight/map',
  summary: 'Counts of an area by part, stage, cause, measure and income, with its months',
  permission: 'insight.read',
  area: 'query.area',
  audit: null,
  query: AreaQuery,
  output: LinkedView,
});

export const MapPoints = z.object({
  /** Whether these stand where the house stands, or only in the right village. */
  placement: z.literal('schematic'),
  villages: z.array(z.object({ code: z.string(), name: z.string(), part: z.string() })),
  keys: z.object({
    stage: z.array(z.string()),
    cause: z.array(z.string()),
    measure: z.array(z.string()),
    band: z.array(z.string()),
  }),
  /** village, stage, cause, measure, band as positions; id. */
  points: z.array(
    z.tuple([
      z.number().int(),
      z.number().int(),
      z.number().int(),
      z.number().int(),
      z.number().int(),
      z.string(),
    ]),
  ),
  capped: z.boolean(),
});
export type MapPoints = z.infer<typeof MapPoints>;

export const getMapPoints = route({
  method: 'GET',
  path: '/api/insight/map/points',
  summary: 'Registered households of a county or less as points, village by village',
  permission: 'registry.read',
  area: 'query.area',
  audit: null,
  query: AreaQuery,
  output: MapPoints,
});

const Spot = z.object({ longitude: z.number(), latitude: z.number() });

/** What stands in places besides households: projects and teams in villages, money in parts. */
export const MapMarks = z.object({
  /** Villages that something stands in, with the middle of their outline where there is one. */
  villages: z.array(
    z.object({ code: z.string(), name: z.string(), part: z.string(), at: Spot.nullable() }),
  ),
  /** Projects that are not over; `village` is a place in the list, null where a whole township has it. */
  projects: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      step: z.string(),
      percent: z.number(),
      dueOn: PlainDateText.nullable(),
      isLate: z.boolean(),
      village: z.number().int().nullable(),
      /** Where the books of the project say it is being built. */
      at: Spot.nullable(),
    }),
  ),
  teams: z.array(
    z.object({ title: Bilingual, people: z.number().int(), village: z.number().int() }),
  ),
  /** Money paid so far, by part; null for whoever may not read the books. */
  funds: z.array(z.object({ part: z.string(), paidFen: z.number().int() })).nullable(),
  /** More projects than are marked. */
  capped: z.boolean(),
});
export type MapMarks = z.infer<typeof MapMarks>;

export const getMapMarks = route({
  method: 'GET',
  path: '/api/insight/map/marks',
  summary: 'Projects and teams of a county or less by village, and money paid by part',
  permission: 'insight.read',
  area: 'query.area',
  audit: null,
  query: AreaQuery,
  output: MapMarks,
});

/** What a photograph belongs to; `area` where it is of the place itself. */
export const photographSubjects = [
  'project',
  'task',
  'problem',
  'case',
  'meeting',
  'notice',
  'area',
  'further',
] as const;

/** Photographs of places, works and papers: none of a household and none that shows a person. */
export const MapPhotographs = z.object({
  /** Places that photographs are of, the deepest that is known. */
  places: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      /** The part of the area that it lies in or is; null where it is the whole area. */
      part: z.string().nullable(),
      at: Spot.nullable(),
    }),
  ),
  /** The newest first. */
  photographs: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      subject: z.enum(photographSubjects),
      /** Title of the project it is of. */
      of: z.string().nullable(),
      /** The project it is of, where one can open it. */
      project: z.string().nullable(),
      /** The day it was handed in: what a camera wrote beside it is not kept. */
      on: PlainDateText,
      by: z.string(),
      place: z.number().int(),
      /** Where the books of its project say that the works stand. */
      at: Spot.nullable(),
    }),
  ),
  /** More than are shown. */
  capped: z.boolean(),
});
export type MapPhotographs = z.infer<typeof MapPhotographs>;

export const getMapPhotographs = route({
  method: 'GET',
  path: '/api/insight/map/photographs',
  summary: 'Photographs of places of a county or less, the newest first, without their bytes',
  permission: 'registry.read',
  area: 'query.area',
  audit: null,
  query: AreaQuery,
  output: MapPhotographs,
});

export const openMapPhotograph = route({
  method: 'GET',
  path: '/api/insight/map/photographs/:id/picture',
  summary: 'A photograph of a place, made small enough to look at',
  permission: 'registry.read',
  area: 'row',
  audit: null,
  kind: 'download',
  params: z.object({ id: IdText }),
  query: z.object({ size: z.enum(['small', 'large']).default('small') }),
});
