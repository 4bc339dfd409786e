// Eight accuracies of the register, three numbers each: by rules, by departments, in the field.
import { z } from 'zod';
import { accuracyIds } from '#domain/insight/accuracy/accuracies.ts';
import { AreaCodeText, Bilingual, PlainDateText } from './page.ts';
import { route } from './route.ts';

const Share = z.object({
  right: z.number().int(),
  of: z.number().int(),
  /** Shares from 0 to 1. */
  interval: z.object({ low: z.number(), high: z.number() }).nullable(),
  how: Bilingual,
});

/** A share, or why there is none. */
const AccuracyNumber = z.union([z.object({ share: Share }), z.object({ why: Bilingual })]);

export const Accuracies = z.object({
  /** Above a county nothing is counted: the area is to be chosen first. */
  isWide: z.boolean(),
  /** The round of sampled checks the field numbers of identification come from. */
  round: z.object({ id: z.string(), title: z.string(), closedOn: PlainDateText }).nullable(),
  items: z.array(
    z.object({
      id: z.enum(accuracyIds),
      title: Bilingual,
      rules: z.array(z.string()),
      machine: AccuracyNumber,
      department: AccuracyNumber,
      field: AccuracyNumber,
    }),
  ),
});
export type Accuracies = z.infer<typeof Accuracies>;

export const getAccuracies = route({
  method: 'GET',
  path: '/api/insight/accuracies',
  summary: 'Eight accuracies of a county or less, three separate numbers each',
  permission: 'insight.read',
  area: 'query.area',
  audit: null,
  query: z.object({ area: AreaCodeText.optional() }),
  output: Accuracies,
});
