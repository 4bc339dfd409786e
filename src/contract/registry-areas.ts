// Areas: one level at a time, found by name, code or pinyin, as they stood on a day; what became of
// them; and what a county adds of its own: hamlets, villager groups, outlines. Never the whole tree.
import { z } from 'zod';
import { AreaCodeText, Bilingual, PlainDateText } from './page.ts';
import { route } from './route.ts';

export const AreaLevelName = z.enum([
  'province',
  'city',
  'county',
  'township',
  'village',
  'hamlet',
  'group',
]);

export const AreaItem = z.object({
  code: z.string(),
  name: z.string(),
  /** Without the ending of a village unit: 中山村 for 中山村委会. */
  shortName: z.string(),
  level: AreaLevelName,
  parent: z.string(),
  /** Null where nobody recorded since when. */
  validFrom: PlainDateText.nullable(),
  validTo: PlainDateText.nullable(),
  hasChildren: z.boolean(),
});
export type AreaItem = z.infer<typeof AreaItem>;

const RelatedArea = z.object({
  code: z.string(),
  name: z.string(),
  revision: z.string(),
  on: PlainDateText,
  verified: z.boolean(),
});

export const AreaRevisionItem = z.object({
  id: z.string(),
  kind: z.enum(['split', 'merge', 'rename', 'recode', 'new', 'abolished']),
  /** Null where no source names the day; then it lies after `after` and not after `by`. */
  on: PlainDateText.nullable(),
  after: PlainDateText.nullable(),
  by: PlainDateText,
  from: z.array(z.string()),
  to: z.array(z.string()),
  note: Bilingual,
  source: z.string(),
  verified: z.boolean(),
  appliedAt: z.string().nullable(),
});
export type AreaRevisionItem = z.infer<typeof AreaRevisionItem>;

export const AreaDetail = AreaItem.extend({
  fullName: z.string(),
  source: z.string(),
  /** From the province down to the area itself. */
  path: z.array(z.object({ code: z.string(), name: z.string(), level: AreaLevelName })),
  predecessors: z.array(RelatedArea),
  successors: z.array(RelatedArea),
});
export type AreaDetail = z.infer<typeof AreaDetail>;

const AreaParams = z.object({ area: AreaCodeText });
const OnDay = z.object({ on: PlainDateText.optional() });

export const listAreas = route({
  method: 'GET',
  path: '/api/registry/areas',
  summary: 'Areas found by name, code, pinyin or initials; without a search the roots of one’s own',
  permission: 'access.self',
  area: 'query.area',
  audit: null,
  query: OnDay.extend({
    search: z.string().trim().max(60).optional(),
    /** Look only inside this area. */
    area: AreaCodeText.optional(),
    limit: z.coerce.number().int().min(1).max(50).default(20),
  }),
  output: z.object({ items: z.array(AreaItem.extend({ fullName: z.string() })) }),
});

export const getArea = route({
  method: 'GET',
  path: '/api/registry/areas/:area',
  summary: 'One area as it stood on a day, the path above it, what it came from and became',
  permission: 'access.self',
  area: 'params.area',
  audit: null,
  params: AreaParams,
  query: OnDay,
  output: AreaDetail,
});

export const listAreaChildren = route({
  method: 'GET',
  path: '/api/registry/areas/:area/children',
  summary: 'The areas directly below, on a day',
  permission: 'access.self',
  area: 'params.area',
  audit: null,
  params: AreaParams,
  query: OnDay,
  output: z.object({ items: z.array(AreaItem) }),
});

export const getAreaTiles = route({
  method: 'GET',
  path: '/api/registry/areas/:area/tiles',
  summary: 'The schematic map of the areas directly below: equal tiles, no size',
  permission: 'access.self',
  area: 'params.area',
  audit: null,
  params: AreaParams,
  query: OnDay,
  output: z.object({
    columns: z.number().int(),
    rows: z.number().int(),
    /** `authored`: roughly where they lie; `grid`: in the order of their codes. */
    placement: z.enum(['authored', 'grid']),
    verified: z.boolean(),
    note: Bilingual,
    tiles: z.array(
      z.object({
        code: z.string(),
        name: z.string(),
        column: z.number().int(),
        row: z.number().int(),
      }),
    ),
  }),
});

const AreaTitle = z.string().trim().min(1).max(40);

export const addArea = route({
  method: 'POST',
  path: '/api/registry/areas/:area/children',
  summary: 'Add a natural hamlet below a village, or a villager group below a hamlet',
  permission: 'registry.areas',
  area: 'params.area',
  audit: 'registry.add-area',
  params: AreaParams,
  body: z.object({
    name: AreaTitle,
    /** The last three digits; the next free ones when absent. */
    ending: z
      .string()
      .regex(/^\d{3}$/)
      .optional(),
  }),
  output: AreaItem,
});

export const renameArea = route({
  method: 'PATCH',
  path: '/api/registry/areas/:area',
  summary: 'Rename a hamlet or villager group from today on',
  permission: 'registry.areas',
  area: 'params.area',
  audit: 'registry.rename-area',
  params: AreaParams,
  /** `from` is the name the change was based on. */
  body: z.object({ from: AreaTitle, to: AreaTitle }),
  output: AreaItem,
});

export const listAreaRevisions = route({
  method: 'GET',
  path: '/api/registry/areas/:area/revisions',
  summary: 'How the areas of a county changed, oldest first',
  permission: 'access.self',
  area: 'params.area',
  audit: null,
  params: AreaParams,
  output: z.object({
    items: z.array(AreaRevisionItem),
    /** What each area in them was last called, by its code. */
    names: z.record(z.string(), z.string()),
  }),
});

export const RevisionEffect = z.object({
  revision: z.string(),
  /** False for a dry run. */
  applied: z.boolean(),
  /** Households that go to another code. */
  moved: z.array(z.object({ from: z.string(), to: z.string(), households: z.number().int() })),
  /** Areas that end without a successor anybody published: name one in `assignments`. */
  open: z.array(
    z.object({
      from: z.string(),
      name: z.string(),
      households: z.number().int(),
      candidates: z.array(z.string()),
    }),
  ),
});
export type RevisionEffect = z.infer<typeof RevisionEffect>;

export const applyAreaRevision = route({
  method: 'POST',
  path: '/api/registry/areas/:area/revisions/:revision/application',
  summary: 'Move the households of a revised area to its successor; a dry run counts them',
  permission: 'registry.areas',
  area: 'params.area',
  audit: 'registry.revise-areas',
  params: AreaParams.extend({ revision: z.string().min(1).max(80) }),
  body: z.object({
    dryRun: z.boolean().default(true),
    /** Needed to commit a link that no source shows. */
    acceptUnverified: z.boolean().default(false),
    /** Successors a person decided, by the code that ended. */
    assignments: z.record(AreaCodeText, AreaCodeText).default({}),
  }),
  output: RevisionEffect,
});

/** Outlines as GeoJSON say them: positions are longitude, latitude. */
const Position = z.tuple([z.number(), z.number()]).rest(z.number());
const Ring = z.array(Position);

export const BoundaryGeometry = z.union([
  z.object({ type: z.literal('Polygon'), coordinates: z.array(Ring) }),
  z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(Ring)) }),
]);

export const getBoundaries = route({
  method: 'GET',
  path: '/api/registry/areas/:area/boundaries',
  summary: 'Outlines of the areas directly below that the county loaded, as GeoJSON in WGS84',
  permission: 'access.self',
  area: 'params.area',
  audit: null,
  params: AreaParams,
  query: OnDay,
  output: z.object({
    type: z.literal('FeatureCollection'),
    features: z.array(
      z.object({
        type: z.literal('Feature'),
        properties: z.object({ code: z.string(), name: z.string(), source: z.string() }),
        geometry: BoundaryGeometry,
      }),
    ),
  }),
});

export const BoundaryReport = z.object({
  stored: z.number().int(),
  /** What the positions turned out to be in, where that is not what was said; they were taken so. */
  recognised: z.enum(['GCJ-02', 'WGS84']).nullable(),
  /** Features left out, each with its number in the file and the reason. */
  problems: z.array(z.object({ feature: z.number().int(), code: z.string(), message: Bilingual })),
});
export type BoundaryReport = z.infer<typeof BoundaryReport>;

export const putBoundaries = route({
  method: 'PUT',
  path: '/api/registry/areas/:area/boundaries',
  summary: 'Load a county’s own GeoJSON; it replaces the outlines of the areas it names',
  permission: 'registry.areas',
  area: 'params.area',
  audit: 'registry.load-boundaries',
  kind: 'upload',
  params: AreaParams,
  query: z.object({
    /** The property that holds the division code; guessed from the usual names when absent. */
    codeProperty: z.string().trim().min(1).max(60).optional(),
    /** What the coordinates are in. CGCS2000 differs from WGS84 by centimetres and is taken as it. */
    coordinates: z.enum(['WGS84', 'CGCS2000', 'GCJ-02']),
    /** Who may be asked for the right to use it. */
    source: z.string().trim().min(1).max(200),
  }),
  output: BoundaryReport,
});
