// The planning board: villages by the year they are planned to leave poverty, units placed on them, how far
// each will be by its forecast; and, above a county, who changes the register and who has been silent.
import { z } from 'zod';
import { AreaCodeText, IdText, PlainDateText } from './page.ts';
import { route } from './route.ts';

const Forecast = z.object({
  perMonth: z.number(),
  months: z.number().int(),
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
  /** Still poor when each month ended, and left by then: oldest first, this month last. */
  history: z.object({ poor: z.array(z.number().int()), exited: z.array(z.number().int()) }),
  year: z.number().int().nullable(),
  placedBy: z.string().nullable(),
  placedAt: z.string().nullable(),
  forecast: z.union([Forecast, z.enum(['too-short', 'nobody-left', 'nobody-leaves'])]),
  state: z.enum(['on-time', 'late', 'cannot-tell', 'done', 'unplanned']),
});
export type BoardVillage = z.infer<typeof BoardVillage>;

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
  /** Parts of the area: what changed today and in seven days, and since when nothing did. */
  network: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      today: z.number().int(),
      week: z.number().int(),
      lastOn: PlainDateText.nullable(),
      silentDays: z.number().int().nullable(),
    }),
  ),
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
  summary: 'Plan villages for a year, or put a unit on a village, or take either away',
  permission: 'monitoring.steer',
  area: 'body.area',
  audit: 'insight.place',
  body: z.object({
    /** A village; the county where a unit is taken off the board. */
    area: AreaCodeText,
    /** A unit that is put there; the village itself is planned where none is named. */
    unit: IdText.optional(),
    /** The year the village is planned for; null takes the plan away. */
    year: z.number().int().min(2010).max(2060).nullable().default(null),
  }),
});
