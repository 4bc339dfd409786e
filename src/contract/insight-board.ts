// The planning board: villages by the year they are planned to leave poverty; units, teams and projects placed on
// them; how far each will be by its forecast, and by a scenario; and, above a county, who changes the register and
// who has been silent.
import { z } from 'zod';
import { AreaCodeText, Bilingual, IdText, PlainDateText } from './page.ts';
import { route } from './route.ts';

const Forecast = z.object({
  perMonth: z.number(),
  months: z.number().int(),
  passage: z.number(),
  done: z.number().int().nullable(),
  soonest: z.number().int().nullable(),
  latest: z.number().int().nullable(),
});

export const BoardVillage = z.object({
  code: z.string(),
  name: z.string(),
  /** The township it lies in. */
  township: z.string(),
  registered: z.number().int(),
  /** Still poor when each month ended, of them applied, and left by then: oldest first, this month last. */
  history: z.object({
    poor: z.array(z.number().int()),
    underWay: z.array(z.number().int()),
    exited: z.array(z.number().int()),
  }),
  year: z.number().int().nullable(),
  placedBy: z.string().nullable(),
  placedAt: z.string().nullable(),
  forecast: z.union([Forecast, z.enum(['too-short', 'nobody-left', 'nobody-leaves'])]),
  state: z.enum(['on-time', 'late', 'behind', 'cannot-tell', 'done', 'unplanned']),
});
export type BoardVillage = z.infer<typeof BoardVillage>;

/** Parts of an area: what changed today and in seven days, and since when nothing did. */
export const Network = z.array(
  z.object({
    code: z.string(),
    name: z.string(),
    today: z.number().int(),
    week: z.number().int(),
    lastOn: PlainDateText.nullable(),
    silentDays: z.number().int().nullable(),
  }),
);
export type Network = z.infer<typeof Network>;

export const Board = z.object({
  area: z.object({ code: z.string(), name: z.string(), level: z.string() }),
  today: PlainDateText,
  asOf: z.string(),
  /** Villages are shown for a county or a township; above it only the network. */
  isWide: z.boolean(),
  townships: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      column: z.number().int(),
      row: z.number().int(),
    }),
  ),
  villages: z.array(BoardVillage),
  units: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      kind: z.string(),
      village: z.string().nullable(),
    }),
  ),
  /** Who is in post in a village together, by the rules of the county. */
  teams: z.array(
    z.object({
      /** The village it is of, and the set of posts. */
      id: z.string(),
      /** Of its own village. */
      name: z.string(),
      title: Bilingual,
      people: z.number().int(),
      home: z.string(),
      village: z.string().nullable(),
    }),
  ),
  /** Projects that are not over, the nearest to their day first. */
  projects: z.array(
    z.object({
      id: z.string(),
      number: z.string(),
      title: z.string(),
      step: z.string(),
      percent: z.number(),
      dueOn: PlainDateText.nullable(),
      isLate: z.boolean(),
      village: z.string().nullable(),
    }),
  ),
  /** Kept trials of the rules that may be laid over the board. */
  scenarios: z.array(
    z.object({ id: z.string(), name: z.string(), by: z.string(), at: z.string() }),
  ),
  /** Middles of the outlines of villages, where the county loaded them. */
  positions: z.array(z.object({ code: z.string(), longitude: z.number(), latitude: z.number() })),
  boundaries: z.boolean(),
  network: Network,
  mayPlace: z.boolean(),
});
export type Board = z.infer<typeof Board>;

export const getBoard = route({
  method: 'GET',
  path: '/api/insight/board',
  summary: 'Villages by planned year with their forecasts, units on them, and who has been silent',
  permission: 'insight.read',
  area: 'query.area',
  audit: null,
  query: z.object({ area: AreaCodeText.optional() }),
  output: Board,
});

export const placeOnBoard = route({
  method: 'POST',
  path: '/api/insight/board/placements',
  summary: 'Plan a village for a year, or put a unit, a team or a project on one, or take any away',
  permission: 'monitoring.steer',
  area: 'body.area',
  audit: 'insight.place',
  body: z.object({
    /** A village; the county where a unit or another piece is taken off the board. */
    area: AreaCodeText,
    /** A unit that is put there; the village itself is planned where no piece is named. */
    unit: IdText.optional(),
    /** A team or a project that is put there. */
    piece: z
      .discriminatedUnion('kind', [
        z.object({ kind: z.literal('unit'), id: IdText }),
        z.object({ kind: z.literal('project'), id: IdText }),
        z.object({ kind: z.literal('team'), id: z.string().regex(/^\d{12}:\w{1,60}$/) }),
      ])
      .optional(),
    /** The year the village is planned for; null takes the plan away. */
    year: z.number().int().min(2010).max(2060).nullable().default(null),
  }),
});

export const getBoardScenario = route({
  method: 'GET',
  path: '/api/insight/board/scenario',
  summary: 'What a kept trial of the rules would do to each village, by the register of today',
  permission: 'insight.simulate',
  area: 'query.area',
  audit: null,
  query: z.object({ area: AreaCodeText.optional(), trial: IdText }),
  output: z.object({
    trial: z.string(),
    name: z.string(),
    reasons: z.string(),
    savedAt: z.string(),
    by: z.string(),
    villages: z.array(
      z.object({ code: z.string(), enters: z.number().int(), leaves: z.number().int() }),
    ),
  }),
});

export const watchNetwork = route({
  method: 'GET',
  path: '/api/insight/board/network/events',
  summary: 'Who changes the register and who is silent, sent again as `screen` whenever it changes',
  permission: 'insight.read',
  area: 'query.area',
  audit: null,
  kind: 'events',
  query: z.object({
    area: AreaCodeText.optional(),
    /** Ends after the first event. */
    once: z.stringbool().optional(),
  }),
});
