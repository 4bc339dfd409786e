// How well the register keeps the rules it is held against: by rule, by part of the area, by day, with the
// households behind each number.
import { z } from 'zod';
import { qualityRuleIds } from '#domain/insight/quality/rules.ts';
import { AreaCodeText, Bilingual, Cursor, Limit, PlainDateText, pageOf } from './page.ts';
import { route } from './route.ts';

const Rule = z.enum(qualityRuleIds as [string, ...string[]]);

const Counted = z.object({ checked: z.number().int(), failing: z.number().int() });

export const QualityView = z.object({
  area: z.object({ code: z.string(), name: z.string(), level: z.string() }),
  /** When the register was last counted; null where it never was. */
  countedAt: z.string().nullable(),
  rules: z.array(
    Counted.extend({
      id: z.string(),
      of: z.enum(['household', 'exited', 'person']),
      kind: z.enum(['error', 'question']),
      title: Bilingual,
      remedy: Bilingual,
      /** In the order of `parts`; null where nothing was counted. */
      byPart: z.array(Counted.nullable()),
      /** By day, oldest first; at most ninety. Empty above a county. */
      days: z.array(Counted.extend({ day: PlainDateText })),
    }),
  ),
  parts: z.array(z.object({ code: z.string(), name: z.string() })),
});
export type QualityView = z.infer<typeof QualityView>;

export const getQuality = route({
  method: 'GET',
  path: '/api/insight/quality',
  summary: 'Rules of the register, how many records each concerns and how many do not keep it',
  permission: 'insight.read',
  area: 'query.area',
  audit: null,
  query: z.object({ area: AreaCodeText.optional() }),
  output: QualityView,
});

export const FailingHousehold = z.object({
  id: z.string(),
  householdNo: z.string(),
  headName: z.string().nullable(),
  areaCode: z.string(),
  township: z.string(),
  village: z.string(),
  /** Members the rule speaks of; empty where it speaks of the household. */
  persons: z.array(z.string()),
});

export const listFailing = route({
  method: 'GET',
  path: '/api/insight/quality/:rule/households',
  summary: 'Households of a county or less that do not keep a rule, as they stand now',
  permission: 'registry.read',
  area: 'query.area',
  audit: null,
  params: z.object({ rule: Rule }),
  query: z.object({
    area: AreaCodeText.optional(),
    cursor: Cursor.optional(),
    limit: Limit,
  }),
  output: pageOf(FailingHousehold),
});
