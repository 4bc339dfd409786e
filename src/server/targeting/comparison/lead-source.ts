// Households with a lead from one department's list, for whoever begins something for them. A match removes
// nobody: what is begun goes through all its steps.
import { z } from 'zod';
import { areaCode, isWithin } from '#domain/kernel/area-code.ts';
import type { HouseholdSource } from '#server/casework/household-source.ts';
import { findList, listHitHouseholds } from './list.store.ts';

const ListId = z.uuid();

export const leadSource: HouseholdSource = {
  kind: 'leads',
  titleOf: async ({ tx, area }, key) => {
    if (!ListId.safeParse(key).success) return undefined;
    const list = await findList(tx, key);
    if (list === undefined) return undefined;
    const of = areaCode(list.areaCode);
    const isHere = isWithin(of, area) || isWithin(area, of);
    return isHere ? { zh: list.title, en: list.title } : undefined;
  },
  households: ({ tx }, key) => listHitHouseholds(tx, key),
};
