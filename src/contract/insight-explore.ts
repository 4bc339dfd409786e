// Exploring: one indicator cut by rows and columns, as a panel with its drawing, table, definition and
// source; the households behind what happened in a month; views that were saved and shared; and files
// that come by the clock. Whoever may not see individuals sees no small number.
import { z } from 'zod';
import { roles } from '#domain/access/permission.ts';
import { ChartPanel, Words } from '#domain/insight/charts/chart-shape.ts';
import { dimensionIds, registerDimensions } from '#domain/insight/explore/dimensions.ts';
import { chartForms } from '#domain/insight/explore/forms.ts';
import { indicatorIds } from '#domain/insight/explore/indicators.ts';
import { AreaCodeText, Cursor, IdText, Limit, PlainDateText, pageOf } from './page.ts';
import { route } from './route.ts';

const Month = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
  .meta({ description: 'Month, YYYY-MM' });

/** `none` is what nobody wrote down. */
const Key = z.string().max(60);
const conditionIds = [...registerDimensions, 'rule', 'process', 'purpose', 'source'] as const;
const Conditions = z.object(
  Object.fromEntries(conditionIds.map((id) => [id, Key.optional()])) as Record<
    (typeof conditionIds)[number],
    z.ZodOptional<typeof Key>
  >,
);

export const ExploreQuestion = Conditions.extend({
  indicator: z.enum(indicatorIds).default('registered'),
  rows: z.enum(dimensionIds).optional(),
  columns: z.enum(dimensionIds).optional(),
  from: Month.optional(),
  to: Month.optional(),
  form: z.enum(chartForms).optional(),
  /** Hide small numbers although one may see them: for what leaves the house. */
  masked: z.stringbool().optional(),
});
export type ExploreQuestion = z.infer<typeof ExploreQuestion>;

const NamedArea = z.object({ code: z.string(), name: z.string(), level: z.string() });

export const Exploration = z.object({
  area: NamedArea,
  path: z.array(NamedArea),
  today: PlainDateText,
  /** When the kept counts were made; now where the register itself was counted; null where nothing is kept. */
  asOf: z.string().nullable(),
  indicator: z.enum(indicatorIds),
  rows: z.enum(dimensionIds),
  columns: z.enum(dimensionIds).nullable(),
  form: z.enum(chartForms),
  /** Drawings the shape allows, the fittest first. */
  forms: z.array(z.enum(chartForms)),
  panel: ChartPanel,
  /** Conditions in words, as they were asked. */
  conditions: z.array(z.object({ dimension: z.enum(dimensionIds), key: z.string(), title: Words })),
  masked: z.boolean(),
  /** The asker may not see individuals, so that small numbers are always hidden. */
  mustMask: z.boolean(),
  hidden: z.number().int(),
  smallest: z.number().int(),
});
export type Exploration = z.infer<typeof Exploration>;

export const explore = route({
  method: 'GET',
  path: '/api/insight/explore',
  summary: 'One indicator of an area cut by rows and columns',
  permission: 'insight.read',
  area: 'query.area',
  audit: null,
  query: ExploreQuestion.extend({ area: AreaCodeText.optional() }),
  output: Exploration,
});

export const ExploreChoices = z.object({
  items: z.array(
    z.object({
      dimension: z.enum(dimensionIds),
      keys: z.array(z.object({ key: z.string(), title: Words })),
    }),
  ),
});
export type ExploreChoices = z.infer<typeof ExploreChoices>;

export const listExploreChoices = route({
  method: 'GET',
  path: '/api/insight/explore/choices',
  summary: 'What each feature of an indicator may be narrowed to here: the keys that occur',
  permission: 'insight.read',
  area: 'query.area',
  audit: null,
  query: z.object({ area: AreaCodeText.optional(), indicator: z.enum(indicatorIds) }),
  output: ExploreChoices,
});

export const exportExploration = route({
  method: 'GET',
  path: '/api/insight/explore/file',
  summary: 'The same as a file: a spreadsheet, comma-separated values, or a page',
  permission: 'insight.read',
  area: 'query.area',
  audit: 'insight.export-exploration',
  kind: 'download',
  query: ExploreQuestion.extend({
    area: AreaCodeText.optional(),
    format: z.enum(['xlsx', 'csv', 'pdf']),
  }),
});

export const Indicators = z.object({
  items: z.array(
    z.object({
      id: z.enum(indicatorIds),
      group: z.string(),
      title: Words,
      unit: z.string(),
      definition: Words,
      source: Words,
      dimensions: z.array(z.enum(dimensionIds)),
    }),
  ),
  dimensions: z.array(z.object({ id: z.enum(dimensionIds), title: Words })),
});
export type Indicators = z.infer<typeof Indicators>;

export const listIndicators = route({
  method: 'GET',
  path: '/api/insight/explore/indicators',
  summary: 'The indicators one may explore, with their definitions and what each may be cut by',
  permission: 'insight.receive',
  area: 'none',
  audit: null,
  output: Indicators,
});

export const listMovedHouseholds = route({
  method: 'GET',
  path: '/api/insight/explore/households',
  summary: 'Households that joined or left in some months, or were still poor when one ended',
  permission: 'registry.read',
  area: 'query.area',
  audit: null,
  query: z.object({
    area: AreaCodeText.optional(),
    what: z.enum(['joined', 'left', 'standingPoor']),
    from: Month.optional(),
    to: Month.optional(),
    cursor: Cursor.optional(),
    limit: Limit,
  }),
  output: pageOf(
    z.object({
      id: z.string(),
      householdNo: z.string(),
      headName: z.string().nullable(),
      areaCode: z.string(),
      township: z.string(),
      village: z.string(),
      stage: z.string(),
      day: PlainDateText,
    }),
  ),
});

const Question = ExploreQuestion.omit({ masked: true });

export const SavedView = z.object({
  id: z.string(),
  title: z.string(),
  area: NamedArea,
  question: Question,
  /** Which role sees it in the area and below; null where it is for oneself. */
  role: z.enum(roles).nullable(),
  savedBy: z.string(),
  savedAt: z.string(),
  isOwn: z.boolean(),
});
export type SavedView = z.infer<typeof SavedView>;

export const listViews = route({
  method: 'GET',
  path: '/api/insight/views',
  summary: 'Saved views of one’s own and those shared with one’s role',
  permission: 'insight.receive',
  area: 'own',
  audit: null,
  output: pageOf(SavedView),
});

export const saveView = route({
  method: 'POST',
  path: '/api/insight/views',
  summary: 'Save a question under a name, for oneself or for a role',
  permission: 'insight.read',
  area: 'body.area',
  audit: 'insight.save-view',
  body: z.object({
    area: AreaCodeText.optional(),
    title: z.string().trim().min(1).max(60),
    question: Question,
    role: z.enum(roles).optional(),
  }),
  output: z.object({ id: z.string() }),
});

export const openView = route({
  method: 'GET',
  path: '/api/insight/views/:id',
  summary: 'A saved view with its numbers of one’s own area',
  permission: 'insight.receive',
  area: 'row',
  audit: null,
  params: z.object({ id: IdText }),
  output: z.object({ view: SavedView, exploration: Exploration }),
});

export const deleteView = route({
  method: 'DELETE',
  path: '/api/insight/views/:id',
  summary: 'Delete a view of one’s own, and what was to come of it by the clock',
  permission: 'insight.read',
  area: 'row',
  audit: 'insight.delete-view',
  params: z.object({ id: IdText }),
});
