// Poverty measures of the register of an area, and of a table somebody brings along, which is computed
// and forgotten. Rates are shares of persons; money is yuan a year.
import { z } from 'zod';
import { AreaName } from './insight.ts';
import { AreaCodeText, Bilingual, PlainDateText } from './page.ts';
import { route } from './route.ts';

const Interval = z.object({ low: z.number(), high: z.number() });

const QuantileShare = z.object({
  part: z.number().int(),
  share: z.number(),
  meanIncome: z.number(),
});

const LorenzPoint = z.object({ persons: z.number(), income: z.number() });

export const LineText = z
  .string()
  .max(40)
  .meta({ description: 'Yuan a person and year, or a share of the median such as 60%median' });

export const RegisterPoverty = z.object({
  households: z.number(),
  persons: z.number(),
  unknown: z.object({ households: z.number(), persons: z.number() }),
  poorHouseholds: z.number(),
  poorPersons: z.number(),
  headcount: z.number().nullable(),
  /** Were all households of unknown income not poor, or all poor; of bands, also the band of the line. */
  bounds: Interval,
  gap: z.number().nullable(),
  severity: z.number().nullable(),
  gapYuan: z.number(),
});

export const MeasureGroup = RegisterPoverty.extend({
  /** Area code, code of the cause or the ethnic group, or a number of persons; empty where not written. */
  key: z.string(),
  /** Of an area. */
  name: z.string().nullable(),
  /** Too few households to tell whoever is not of the area; all rates are null then. */
  isHidden: z.boolean(),
});
export type MeasureGroup = z.infer<typeof MeasureGroup>;

export const RegisterDeprivation = z.object({
  /** The score sheet of the pack in force that counts deprivations. */
  title: Bilingual,
  verified: z.boolean(),
  k: z.number(),
  persons: z.number(),
  unknownPersons: z.number(),
  poorPersons: z.number(),
  headcount: z.number(),
  intensity: z.number(),
  m0: z.number(),
  dimensions: z.array(
    z.object({
      id: z.string(),
      title: Bilingual,
      weight: z.number(),
      /** Share of persons who lack it; of persons who are poor and lack it. */
      raw: z.number(),
      censored: z.number(),
      contribution: z.number(),
    }),
  ),
});

export const groupings = ['part', 'cause', 'size', 'ethnicity'] as const;

export const RegisterMeasures = z.object({
  area: AreaName,
  today: PlainDateText,
  asOf: z.string(),
  /** `bands`: from kept counts in bands of 500 yuan, where the area is too wide to read row by row. */
  basis: z.enum(['households', 'bands']),
  by: z.enum(groupings),
  /** Null where neither the question nor a pack names one. */
  line: z
    .object({
      kind: z.enum(['yuan', 'median']),
      yuan: z.number(),
      share: z.number().nullable(),
      /** Year and source where the pack's own line is used. */
      year: z.number().int().nullable(),
      verified: z.boolean().nullable(),
      source: z.string().nullable(),
    })
    .nullable(),
  /** Households in the register, known income or not. */
  households: z.number(),
  poverty: RegisterPoverty.nullable(),
  meanIncome: z.number().nullable(),
  medianIncome: z.number().nullable(),
  gini: z.number().nullable(),
  quantiles: z.array(QuantileShare),
  lorenz: z.array(LorenzPoint),
  /** Null where no sheet counts deprivations, or the area is too wide. */
  deprivation: RegisterDeprivation.nullable(),
  /** Null where the grouping is not kept for so wide an area. */
  groups: z.array(MeasureGroup).nullable(),
});
export type RegisterMeasures = z.infer<typeof RegisterMeasures>;

const MeasureQuery = z.object({
  area: AreaCodeText.optional(),
  line: LineText.optional(),
  by: z.enum(groupings).default('part'),
});

export const getMeasures = route({
  method: 'GET',
  path: '/api/insight/measures',
  summary: 'FGT, Gini, Lorenz curve and quintile shares of the registered households of an area',
  permission: 'insight.read',
  area: 'query.area',
  audit: null,
  query: MeasureQuery,
  output: RegisterMeasures,
});

export const exportMeasures = route({
  method: 'GET',
  path: '/api/insight/measures/export',
  summary: 'The table of measures by group as a file',
  permission: 'insight.read',
  area: 'query.area',
  audit: 'insight.export',
  query: MeasureQuery.extend({ format: z.enum(['xlsx', 'csv']).default('xlsx') }),
  kind: 'download',
});

const Estimate = z.object({
  value: z.number(),
  standardError: z.number().nullable(),
  interval: Interval.nullable(),
});

const Fgt = z.object({
  line: z.number(),
  rows: z.number(),
  households: z.number(),
  persons: z.number(),
  poorHouseholds: z.number(),
  poorPersons: z.number(),
  meanIncome: z.number(),
  headcount: Estimate,
  gap: Estimate,
  severity: Estimate,
  gapYuan: z.number(),
  incomeGapRatio: z.number(),
});

export const TableMeasures = z.object({
  fileName: z.string(),
  headings: z.array(z.string()),
  /** What was taken for what, given or guessed; a heading, or null. */
  columns: z.object({
    income: z.string().nullable(),
    members: z.string().nullable(),
    weight: z.string().nullable(),
    household: z.string().nullable(),
    by: z.string().nullable(),
  }),
  /** Null while no column of incomes is known. */
  result: z
    .object({
      line: z.object({
        kind: z.enum(['yuan', 'median']),
        yuan: z.number(),
        share: z.number().nullable(),
        median: z.number().nullable(),
      }),
      fgt: Fgt,
      isFew: z.boolean(),
      distribution: z
        .object({
          medianIncome: z.number(),
          gini: Estimate.nullable(),
          quantiles: z.array(QuantileShare),
          lorenz: z.array(LorenzPoint),
        })
        .nullable(),
      groups: z.array(z.object({ key: z.string(), fgt: Fgt, isFew: z.boolean() })),
    })
    .nullable(),
  read: z.object({ rows: z.number(), missing: z.number(), invalid: z.number() }),
});
export type TableMeasures = z.infer<typeof TableMeasures>;

export const measureTable = route({
  method: 'POST',
  path: '/api/insight/measures/tables',
  summary: 'Measures of an uploaded table, computed and forgotten: nothing of it is kept',
  permission: 'insight.read',
  area: 'own',
  audit: 'insight.analyse',
  kind: 'upload',
  query: z.object({
    line: LineText,
    income: z.string().max(200).optional(),
    members: z.string().max(200).optional(),
    weight: z.string().max(200).optional(),
    household: z.string().max(200).optional(),
    by: z.string().max(200).optional(),
    /** `given`: the columns are as said, and what is not said is not used. */
    columns: z.enum(['guess', 'given']).default('guess'),
    skipInvalid: z.enum(['true', 'false']).default('false'),
  }),
  output: TableMeasures,
});
