// Pictures of the ground a county loads itself: orthophotos, terrain, or a tile server of its own. They lie under
// the map and the planning board.
import { z } from 'zod';
import { AreaCodeText, IdText, PlainDateText } from './page.ts';
import { route } from './route.ts';

export const coordinateSystems = ['WGS84', 'CGCS2000', 'GCJ-02'] as const;

export const Layer = z.object({
  id: z.string(),
  area: z.string(),
  title: z.string(),
  kind: z.enum(['imagery', 'terrain']),
  form: z.enum(['geotiff', 'pmtiles', 'server']),
  /** Who may be asked for the right to use it. */
  source: z.string(),
  takenOn: PlainDateText.nullable(),
  /** The tiles lie in GCJ-02: each is moved to where it belongs when it is drawn. */
  isShifted: z.boolean(),
  /** West, south, east, north in WGS84. */
  bounds: z.tuple([z.number(), z.number(), z.number(), z.number()]),
  minZoom: z.number().int(),
  maxZoom: z.number().int(),
  tiles: z.number().int(),
  bytes: z.number().int(),
  /** The file showed more than is kept. */
  isCoarser: z.boolean(),
  /** Of a tile server, for those who may change it. */
  address: z.string().nullable(),
  state: z.enum(['making', 'ready', 'failed', 'cancelled']),
  job: z.string().nullable(),
  by: z.string(),
  at: z.string(),
});
export type Layer = z.infer<typeof Layer>;

const Named = z.object({
  title: z.string().trim().min(1).max(60),
  source: z.string().trim().min(1).max(200),
  takenOn: PlainDateText.optional(),
  /** What the positions are in. CGCS2000 differs from WGS84 by centimetres and is taken as it. */
  coordinates: z.enum(coordinateSystems),
});

export const listLayers = route({
  method: 'GET',
  path: '/api/insight/layers',
  summary: 'Pictures of the ground of the county an area lies in',
  permission: 'insight.read',
  area: 'query.area',
  audit: null,
  query: z.object({ area: AreaCodeText.optional() }),
  output: z.object({
    items: z.array(Layer),
    /** Whether the county has outlines, against which a file is held. */
    hasOutlines: z.boolean(),
    mayLoad: z.boolean(),
  }),
});

export const loadLayer = route({
  method: 'POST',
  path: '/api/insight/layers',
  summary: 'Load a GeoTIFF or PMTiles file; a job makes its tiles',
  permission: 'registry.areas',
  area: 'query.area',
  audit: 'insight.load-layer',
  kind: 'upload',
  query: Named.extend({ area: AreaCodeText.optional() }),
  output: Layer,
});

export const nameTileServer = route({
  method: 'POST',
  path: '/api/insight/layers/servers',
  summary: 'Name a tile server of one’s own; its pictures come through this server',
  permission: 'registry.areas',
  area: 'body.area',
  audit: 'insight.name-tile-server',
  body: Named.extend({
    area: AreaCodeText.optional(),
    kind: z.enum(['imagery', 'terrain']).default('imagery'),
    address: z.string().trim().min(10).max(500),
    minZoom: z.number().int().min(0).max(22).default(0),
    maxZoom: z.number().int().min(0).max(22).default(17),
  }),
  output: Layer,
});

export const removeLayer = route({
  method: 'DELETE',
  path: '/api/insight/layers/:id',
  summary: 'Take a picture of the ground away, with all its tiles',
  permission: 'registry.areas',
  area: 'row',
  audit: 'insight.remove-layer',
  params: z.object({ id: IdText }),
});

export const openLayerTile = route({
  method: 'GET',
  path: '/api/insight/layers/:id/tiles/:z/:x/:y',
  summary: 'One picture of 256 by 256 pixels',
  permission: 'insight.read',
  area: 'row',
  audit: null,
  kind: 'download',
  params: z.object({
    id: IdText,
    z: z.coerce.number().int().min(0).max(24),
    x: z.coerce.number().int().min(0),
    y: z.coerce.number().int().min(0),
  }),
});
