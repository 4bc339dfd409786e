// Overview of an area from kept counts: what a county officer sees first. Every number names the list
// it counts (`filter` is the query of GET /api/registry/households).
import { z } from 'zod';
import { AreaCodeText, Bilingual, PlainDateText } from './page.ts';
import { route } from './route.ts';

const Count = z.object({ households: z.number().int(), persons: z.number().int() });

export const AreaName = z.object({
  code: z.string(),
  name: z.string(),
  level: z.string(),
});

export const FunnelStep = Count.extend({
  /** SURVEYED, LISTED, EXIT_APPLIED, EXIT_VERIFIED, EXIT_STANDARD, EXIT_ANNOUNCED: everyone who came this far. */
  stage: z.string(),
});

export const KeyCount = Count.extend({
  /** Code of the list named by the group; empty where nobody wrote it down. */
  key: z.string(),
});

export const AreaPart = AreaName.extend({
  /** Position in the schematic tile map; no area, no distance. */
  tile: z.object({ column: z.number().int(), row: z.number().int() }),
  funnel: z.array(FunnelStep),
});

export const Overview = z.object({
  area: AreaName,
  path: z.array(AreaName),
  today: PlainDateText,
  /** Instant of the last change the counts include. */
  asOf: z.string(),
  funnel: z.array(FunnelStep),
  registered: Count,
  causes: z.array(KeyCount),
  attributes: z.array(KeyCount),
  /** Households by their one primary measure; persons by their own: the two need not add alike. */
  measures: z.array(KeyCount),
  /** Registered households by yearly income per head, in bands of 500 yuan; key is the lower edge in yuan. */
  incomes: z.array(KeyCount),
  povertyLine: z
    .object({
      year: z.number().int(),
      fen: z.number().int(),
      verified: z.boolean(),
      source: z.string(),
    })
    .nullable(),
  sizes: z.array(KeyCount),
  parts: z.array(AreaPart),
  partLevel: z.string().nullable(),
  /** Whether the tiles are in authored places or merely in a grid. */
  tilesPlaced: z.boolean(),
  /** What must be said on the face of the tile map. */
  tilesNote: Bilingual,
  boundaries: z.boolean(),
  conflictsOpen: z.number().int(),
  /** How the demonstration was made and how it resolved what the sources contradict. */
  notes: z.array(Bilingual),
});
export type Overview = z.infer<typeof Overview>;

export const getOverview = route({
  method: 'GET',
  path: '/api/insight/overview',
  summary: 'Counts, funnel, causes, incomes and parts of an area',
  permission: 'insight.read',
  area: 'query.area',
  audit: null,
  query: z.object({ area: AreaCodeText.optional() }),
  output: Overview,
});
