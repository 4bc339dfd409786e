// Breaking the glass: one household outside one's area, with a reason, for a while; told to its county.
import { z } from 'zod';
import { HouseholdNoText, IdText, pageOf } from './page.ts';
import { HouseholdCard } from './registry-households.ts';
import { route } from './route.ts';

export const Glass = z.object({
  id: z.string(),
  householdNo: z.string(),
  by: z.string(),
  title: z.string(),
  reason: z.string(),
  openedAt: z.string(),
  expiresAt: z.string(),
  /** Opened by the reader, and not over. */
  isOpen: z.boolean(),
  /** The half hour has passed. */
  isOver: z.boolean(),
});
export type Glass = z.infer<typeof Glass>;

export const openGlass = route({
  method: 'POST',
  path: '/api/registry/glass',
  summary: 'Opens one household outside one’s area for half an hour; its county is told',
  permission: 'registry.glass',
  area: 'own',
  audit: 'registry.break-glass',
  body: z.object({
    householdNo: HouseholdNoText.min(6),
    reason: z.string().trim().min(8).max(500),
  }),
  output: Glass,
});

export const listGlass = route({
  method: 'GET',
  path: '/api/registry/glass',
  summary: 'Households opened from outside: one’s own openings, and those of one’s area by others',
  permission: 'registry.glass',
  area: 'own',
  audit: null,
  output: pageOf(Glass),
});

export const readGlass = route({
  method: 'GET',
  path: '/api/registry/glass/:id',
  summary: 'The card of a household opened from outside, until the time is over',
  permission: 'registry.glass',
  area: 'row',
  audit: 'registry.read-glass',
  params: z.object({ id: IdText }),
  output: z.object({ glass: Glass, card: HouseholdCard }),
});
