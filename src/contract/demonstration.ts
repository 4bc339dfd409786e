// What only a demonstration offers: a ground that was made up, so that map and planning board can be tried where
// no boundaries with clear rights are shipped.
import { z } from 'zod';
import { AreaCodeText } from './page.ts';
import { route } from './route.ts';

export const Ground = z.object({
  /** Whose outlines there are: nobody's, the county's own, made-up ones. */
  state: z.enum(['none', 'own', 'invented']),
  /** Whether the reader may have one made up, or taken away, now. */
  mayInvent: z.boolean(),
});
export type Ground = z.infer<typeof Ground>;

export const getGround = route({
  method: 'GET',
  path: '/api/demonstration/ground',
  summary: 'Whose outlines the county of an area has, and whether a ground may be made up for it',
  permission: 'registry.areas',
  area: 'query.area',
  audit: null,
  query: z.object({ area: AreaCodeText.optional() }),
  output: Ground,
});

export const inventGround = route({
  method: 'POST',
  path: '/api/demonstration/ground',
  summary: 'Make up outlines and hills for a county of the demonstration; a job cuts the hills',
  permission: 'registry.areas',
  area: 'body.area',
  audit: 'demonstration.invent-ground',
  body: z.object({ area: AreaCodeText }),
  output: z.object({ outlines: z.number().int(), layer: z.string(), job: z.string().nullable() }),
});

export const removeInventedGround = route({
  method: 'DELETE',
  path: '/api/demonstration/ground',
  summary: 'Take the made-up outlines and hills of a county away',
  permission: 'registry.areas',
  area: 'query.area',
  audit: 'demonstration.remove-ground',
  query: z.object({ area: AreaCodeText }),
});
