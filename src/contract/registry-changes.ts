// Changes to a household and its members. Each is one dated event with author, source and reason;
// stale writes merge field by field or are refused with both sides (`ChangedSince`).
import { z } from 'zod';
import { AreaCodeText, IdText } from './page.ts';
import { HouseholdParams, NewPerson } from './registry-households.ts';
import { Changes, FieldValues, Testimony, Written } from './registry-value.ts';
import { route } from './route.ts';

export const changeHousehold = route({
  method: 'PATCH',
  path: '/api/registry/households/:id',
  summary: 'Change fields of a household',
  permission: 'registry.write',
  area: 'row',
  audit: 'registry.change',
  params: HouseholdParams,
  body: Changes,
  output: Written,
});

export const addPerson = route({
  method: 'POST',
  path: '/api/registry/households/:id/persons',
  summary: 'A member joins: born, married in, moved in, or left out before',
  permission: 'registry.write',
  area: 'row',
  audit: 'registry.join',
  params: HouseholdParams,
  body: z.object({
    ...NewPerson.shape,
    /** Code of the list memberChange; NEWBORN, MARRIED_IN, OTHER_IN … */
    joinedReason: z.string().max(60),
    ...Testimony,
  }),
  output: Written.extend({ person: z.string() }),
});

export const changePerson = route({
  method: 'PATCH',
  path: '/api/registry/persons/:id',
  summary: 'Change fields of a person',
  permission: 'registry.write',
  area: 'row',
  audit: 'registry.change',
  params: z.object({ id: IdText }),
  body: Changes,
  output: Written,
});

export const departPerson = route({
  method: 'POST',
  path: '/api/registry/persons/:id/departure',
  summary: 'A member leaves: died, married out, moved out, settled abroad, in prison',
  permission: 'registry.write',
  area: 'row',
  audit: 'registry.depart',
  params: z.object({ id: IdText }),
  body: z.object({
    leftReason: z.string().max(60),
    /** Who is the head from now on, where the head leaves others behind. */
    newHead: IdText.optional(),
    ...Testimony,
  }),
  output: Written,
});

export const splitHousehold = route({
  method: 'POST',
  path: '/api/registry/households/:id/split',
  summary: 'Some members become a household of their own (分户)',
  permission: 'registry.write',
  area: 'row',
  audit: 'registry.split',
  params: HouseholdParams,
  body: z.object({
    id: IdText.optional(),
    /** Who goes; at least one stays. */
    persons: z.array(IdText).min(1).max(40),
    /** Head of the new household, one of them. */
    head: IdText,
    /** Head of those who stay, where the head goes. */
    newHead: IdText.optional(),
    /** Where the new household lives; the same place when absent. */
    area: AreaCodeText.optional(),
    householdNo: z.string().trim().min(1).max(40).optional(),
    /** Fields of the new household that differ. */
    values: FieldValues.default({}),
    ...Testimony,
  }),
  output: Written.extend({ newHousehold: z.string() }),
});

export const moveHousehold = route({
  method: 'POST',
  path: '/api/registry/households/:id/move',
  summary: 'The household lives elsewhere from a day on; number and history stay',
  permission: 'registry.write',
  area: 'row',
  audit: 'registry.move',
  params: HouseholdParams,
  body: z.object({ area: AreaCodeText, ...Testimony }),
  output: Written,
});
