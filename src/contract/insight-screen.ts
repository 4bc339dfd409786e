// The command screen: the numbers of an area in the form of its charts, sent again whenever they change,
// and steered from a phone of the same account.
import { z } from 'zod';
import { ChartGap, ChartPanel } from '#domain/insight/charts/chart-shape.ts';
import { AreaCodeText, PlainDateText } from './page.ts';
import { route } from './route.ts';

export const ScreenStep = z.object({
  stage: z.string(),
  households: z.number().int(),
  persons: z.number().int(),
});

export const ScreenView = z.object({
  area: z.object({ code: z.string(), name: z.string() }),
  today: PlainDateText,
  asOf: z.string(),
  demonstration: z.boolean(),
  funnel: z.array(ScreenStep),
  panels: z.array(ChartPanel),
  gaps: z.array(ChartGap),
  conflictsOpen: z.number().int(),
  objectionsOpen: z.number().int(),
});
export type ScreenView = z.infer<typeof ScreenView>;

const AreaQuery = z.object({ area: AreaCodeText.optional() });

export const getScreen = route({
  method: 'GET',
  path: '/api/insight/screen',
  summary: 'What the command screen of an area shows now',
  permission: 'insight.read',
  area: 'query.area',
  audit: null,
  query: AreaQuery,
  output: ScreenView,
});

export const watchScreen = route({
  method: 'GET',
  path: '/api/insight/screen/events',
  summary:
    'The same as server-sent events: `screen` when a number changed, `steer` when a phone steers',
  permission: 'insight.read',
  area: 'query.area',
  audit: null,
  kind: 'events',
  query: AreaQuery.extend({
    /** Ends after the first event. */
    once: z.stringbool().optional(),
  }),
});

export const steerings = ['1', '2', '3', '4', '5', 'next', 'previous', 'hold', 'rotate'] as const;

export const steerScreen = route({
  method: 'POST',
  path: '/api/insight/screen/steering',
  summary: 'Turn one’s own screens to a page, hold them, or let them rotate',
  permission: 'insight.read',
  area: 'own',
  audit: 'insight.steer-screen',
  body: z.object({ to: z.enum(steerings) }),
  output: z.object({ screens: z.number().int() }),
});
