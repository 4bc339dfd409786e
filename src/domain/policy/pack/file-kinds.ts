// Which folder of a pack holds which kind of file, what such a file must look like, and which rows it
// gives. Adding a kind of file is adding a line here (and to docs/how-to/write-a-pack.md).

import type { z } from 'zod';
import { BenefitFile, FundFile, PlanFile } from '#domain/policy/pack/delivery-schemas.ts';
import {
  AssessmentFile,
  HelperFile,
  IndicatorFile,
  MonitoringFile,
  SignOffFile,
} from '#domain/policy/pack/duty-schemas.ts';
import { type Example, ExampleFile } from '#domain/policy/pack/example-schema.ts';
import { FigureFile } from '#domain/policy/pack/figure-schemas.ts';
import { CodeFile, FormFile } from '#domain/policy/pack/form-schemas.ts';
import type { Pack, Placed, RowKind, RowOf } from '#domain/policy/pack/pack.ts';
import type { Place } from '#domain/policy/pack/pack-problem.ts';
import {
  ChartFile,
  ListFile,
  LoanFile,
  MeasureFile,
  ProcessFile,
  SampleFile,
  SetFile,
  TextFile,
} from '#domain/policy/pack/practice-schemas.ts';
import type { Path } from '#domain/policy/pack/read-yaml.ts';
import {
  CriterionFile,
  DecisionFile,
  ParameterFile,
  ScoreFile,
} from '#domain/policy/pack/rule-schemas.ts';

/** Where rows of a file go, and how a row learns its place. */
export interface Intake {
  readonly rows: MutableRows;
  readonly examples: Placed<Example>[];
  itemsLength?: Pack['itemsLength'];
}

export type MutableRows = { -readonly [Kind in RowKind]: Placed<RowOf<Kind>>[] };

export interface FileSource {
  readonly locate: (path: Path) => Place;
  readonly placed: <Row>(key: string, rows: readonly Row[]) => readonly Placed<Row>[];
}

interface FileKind {
  readonly schema: z.ZodType;
  /** Reads parsed YAML into the intake; the faults of its shape otherwise. */
  readonly take: (data: unknown, intake: Intake, source: FileSource) => readonly z.core.$ZodIssue[];
}

function kind<Schema extends z.ZodType>(
  schema: Schema,
  keep: (data: z.output<Schema>, intake: Intake, source: FileSource) => void,
): FileKind {
  return {
    schema,
    take: (data, intake, source) => {
      const parsed = schema.safeParse(data, { reportInput: true });
      if (!parsed.success) return parsed.error.issues;
      keep(parsed.data, intake, source);
      return [];
    },
  };
}

export const fileKinds = {
  parameters: kind(ParameterFile, ({ parameters }, { rows }, { placed }) => {
    rows.parameters.push(...placed('parameters', parameters));
  }),
  criteria: kind(CriterionFile, ({ criteria, sets }, { rows }, { placed }) => {
    rows.criteria.push(...placed('criteria', criteria));
    rows.criterionSets.push(...placed('sets', sets));
  }),
  scores: kind(ScoreFile, ({ sheets }, { rows }, { placed }) => {
    rows.sheets.push(...placed('sheets', sheets));
  }),
  decisions: kind(DecisionFile, ({ tables }, { rows }, { placed }) => {
    rows.tables.push(...placed('tables', tables));
  }),
  codes: kind(CodeFile, ({ lists, mappings }, { rows }, { placed }) => {
    rows.lists.push(...placed('lists', lists));
    rows.mappings.push(...placed('mappings', mappings));
  }),
  forms: kind(FormFile, (data, intake, { placed, locate }) => {
    intake.rows.purposes.push(...placed('purposes', data.purposes));
    intake.rows.retentions.push(...placed('retentions', data.retentions));
    intake.rows.fields.push(...placed('fields', data.fields));
    intake.rows.items.push(...placed('items', data.items));
    if (data.itemsLength === undefined) return;
    intake.itemsLength = { length: data.itemsLength, place: locate(['itemsLength']) };
  }),
  processes: kind(ProcessFile, ({ processes }, { rows }, { placed }) => {
    rows.processes.push(...placed('processes', processes));
  }),
  measures: kind(MeasureFile, ({ taxonomies }, { rows }, { placed }) => {
    rows.taxonomies.push(...placed('taxonomies', taxonomies));
  }),
  verification: kind(SetFile, ({ sets }, { rows }, { placed }) => {
    rows.verification.push(...placed('sets', sets));
  }),
  samples: kind(SampleFile, ({ designs, sets }, { rows }, { placed }) => {
    rows.sampleDesigns.push(...placed('designs', designs));
    rows.sampleSets.push(...placed('sets', sets));
  }),
  signoffs: kind(SignOffFile, ({ matrices }, { rows }, { placed }) => {
    rows.signOffs.push(...placed('matrices', matrices));
  }),
  helpers: kind(HelperFile, ({ quotas, staffing, visits }, { rows }, { placed }) => {
    rows.quotas.push(...placed('quotas', quotas));
    rows.staffing.push(...placed('staffing', staffing));
    rows.visits.push(...placed('visits', visits));
  }),
  organisation: kind(SetFile, ({ sets }, { rows }, { placed }) => {
    rows.organisation.push(...placed('sets', sets));
  }),
  benefits: kind(BenefitFile, ({ benefits }, { rows }, { placed }) => {
    rows.benefits.push(...placed('benefits', benefits));
  }),
  plans: kind(PlanFile, ({ plans }, { rows }, { placed }) => {
    rows.plans.push(...placed('plans', plans));
  }),
  funds: kind(FundFile, ({ sources, rules }, { rows }, { placed }) => {
    rows.fundSources.push(...placed('sources', sources));
    rows.fundRules.push(...placed('rules', rules));
  }),
  loans: kind(LoanFile, ({ products, riskFunds }, { rows }, { placed }) => {
    rows.products.push(...placed('products', products));
    rows.riskFunds.push(...placed('riskFunds', riskFunds));
  }),
  indicators: kind(IndicatorFile, ({ sets }, { rows }, { placed }) => {
    rows.indicators.push(...placed('sets', sets));
  }),
  monitoring: kind(MonitoringFile, ({ triggers }, { rows }, { placed }) => {
    rows.triggers.push(...placed('triggers', triggers));
  }),
  assessment: kind(AssessmentFile, ({ schemes }, { rows }, { placed }) => {
    rows.assessments.push(...placed('schemes', schemes));
  }),
  charts: kind(ChartFile, ({ sets }, { rows }, { placed }) => {
    rows.chartSets.push(...placed('sets', sets));
  }),
  lists: kind(ListFile, ({ sets }, { rows }, { placed }) => {
    rows.listSets.push(...placed('sets', sets));
  }),
  catalogue: kind(SetFile, ({ sets }, { rows }, { placed }) => {
    rows.catalogue.push(...placed('sets', sets));
  }),
  figures: kind(FigureFile, ({ figures, claims }, { rows }, { placed }) => {
    rows.figures.push(...placed('figures', figures));
    rows.claims.push(...placed('claims', claims));
  }),
  texts: kind(TextFile, ({ texts }, { rows }, { placed }) => {
    rows.texts.push(...placed('texts', texts));
  }),
  examples: kind(ExampleFile, (data, { examples }, { placed }) => {
    examples.push(...placed('examples', data.examples));
  }),
} as const satisfies Record<string, FileKind>;

export type FileFolder = keyof typeof fileKinds;

/** Read by others: the registry's history of areas, and how the demonstration is calibrated. */
export const foreignFolders: readonly string[] = ['areas', 'demonstration'];

export function isFileFolder(name: string): name is FileFolder {
  return Object.hasOwn(fileKinds, name);
}
