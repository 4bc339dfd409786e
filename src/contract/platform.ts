// The installation itself: is it well, and what is it made of.
import { z } from 'zod';
import { route } from './route.ts';

export const Health = z.object({
  status: z.enum(['ok', 'starting', 'failing']),
  version: z.string(),
  database: z.object({ engine: z.string(), version: z.string() }),
  packs: z.array(z.object({ id: z.string(), version: z.string() })),
  demonstration: z.boolean(),
});

export const getHealth = route({
  method: 'GET',
  path: '/api/health',
  summary: 'Whether this installation answers, and its versions',
  permission: 'public',
  area: 'none',
  audit: null,
  output: Health,
});
