// A pack in memory: its manifest and every row, each with the file and line it stands on. Nothing here
// is resolved against the packs below; resolve-pack.ts does that for a day.

import type {
  Benefit,
  FundRule,
  FundSource,
  PlanTargets,
  RiskFund,
} from '#domain/policy/pack/delivery-schemas.ts';
import type {
  Assessment,
  IndicatorSet,
  Quota,
  SignOff,
  Staffing,
  Trigger,
  VisitRule,
} from '#domain/policy/pack/duty-schemas.ts';
import type { Example } from '#domain/policy/pack/example-schema.ts';
import type { Claim, Figure } from '#domain/policy/pack/figure-schemas.ts';
import type {
  CodeList,
  CodeMapping,
  FormField,
  FormItem,
  Purpose,
  Retention,
} from '#domain/policy/pack/form-schemas.ts';
import type { Manifest } from '#domain/policy/pack/manifest-schema.ts';
import type { Place } from '#domain/policy/pack/pack-problem.ts';
import type {
  ChartSet,
  ListSet,
  LoanProduct,
  PackText,
  Process,
  RowSet,
  SampleDesign,
  SampleSet,
  Taxonomy,
} from '#domain/policy/pack/practice-schemas.ts';
import type { Path } from '#domain/policy/pack/read-yaml.ts';
import type {
  Criterion,
  CriterionSet,
  DecisionTable,
  Parameter,
  ScoreSheet,
} from '#domain/policy/pack/rule-schemas.ts';

/** A row and where it stands; `at` finds the line of any part of it. */
export interface Placed<Row> {
  readonly row: Row;
  /** Pack it comes from: after resolving, rows of several packs stand side by side. */
  readonly pack: string;
  readonly at: (path?: Path) => Place;
}

export interface Rows {
  readonly parameters: readonly Placed<Parameter>[];
  readonly criteria: readonly Placed<Criterion>[];
  readonly criterionSets: readonly Placed<CriterionSet>[];
  readonly sheets: readonly Placed<ScoreSheet>[];
  readonly tables: readonly Placed<DecisionTable>[];
  readonly lists: readonly Placed<CodeList>[];
  readonly mappings: readonly Placed<CodeMapping>[];
  readonly purposes: readonly Placed<Purpose>[];
  readonly retentions: readonly Placed<Retention>[];
  readonly fields: readonly Placed<FormField>[];
  readonly items: readonly Placed<FormItem>[];
  readonly processes: readonly Placed<Process>[];
  readonly taxonomies: readonly Placed<Taxonomy>[];
  readonly verification: readonly Placed<RowSet>[];
  readonly sampleDesigns: readonly Placed<SampleDesign>[];
  readonly sampleSets: readonly Placed<SampleSet>[];
  readonly signOffs: readonly Placed<SignOff>[];
  readonly quotas: readonly Placed<Quota>[];
  readonly staffing: readonly Placed<Staffing>[];
  readonly visits: readonly Placed<VisitRule>[];
  readonly organisation: readonly Placed<RowSet>[];
  readonly benefits: readonly Placed<Benefit>[];
  readonly plans: readonly Placed<PlanTargets>[];
  readonly fundSources: readonly Placed<FundSource>[];
  readonly fundRules: readonly Placed<FundRule>[];
  readonly products: readonly Placed<LoanProduct>[];
  readonly riskFunds: readonly Placed<RiskFund>[];
  readonly indicators: readonly Placed<IndicatorSet>[];
  readonly triggers: readonly Placed<Trigger>[];
  readonly assessments: readonly Placed<Assessment>[];
  readonly chartSets: readonly Placed<ChartSet>[];
  readonly listSets: readonly Placed<ListSet>[];
  readonly catalogue: readonly Placed<RowSet>[];
  readonly figures: readonly Placed<Figure>[];
  readonly claims: readonly Placed<Claim>[];
  readonly texts: readonly Placed<PackText>[];
}

export type RowKind = keyof Rows;
export type RowOf<Kind extends RowKind> = Rows[Kind][number]['row'];

export interface Pack {
  readonly manifest: Manifest;
  readonly manifestAt: (path?: Path) => Place;
  readonly rows: Rows;
  readonly examples: readonly Placed<Example>[];
  /** How many items of its own the pack promises, with the place that says so. */
  readonly itemsLength?: { readonly length: number; readonly place: Place };
}
