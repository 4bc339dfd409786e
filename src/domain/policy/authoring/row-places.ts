// In which folder of a pack, and under which key of a file, each kind of row stands. The other way
// round of file-kinds.ts; a test holds the two together.

import type { FileFolder } from '#domain/policy/pack/file-kinds.ts';
import type { RowKind } from '#domain/policy/pack/pack.ts';

export interface RowPlace {
  readonly folder: FileFolder;
  readonly key: string;
}

export const rowPlaces: Readonly<Record<RowKind | 'examples', RowPlace>> = {
  parameters: { folder: 'parameters', key: 'parameters' },
  criteria: { folder: 'criteria', key: 'criteria' },
  criterionSets: { folder: 'criteria', key: 'sets' },
  sheets: { folder: 'scores', key: 'sheets' },
  tables: { folder: 'decisions', key: 'tables' },
  lists: { folder: 'codes', key: 'lists' },
  mappings: { folder: 'codes', key: 'mappings' },
  purposes: { folder: 'forms', key: 'purposes' },
  retentions: { folder: 'forms', key: 'retentions' },
  fields: { folder: 'forms', key: 'fields' },
  items: { folder: 'forms', key: 'items' },
  processes: { folder: 'processes', key: 'processes' },
  taxonomies: { folder: 'measures', key: 'taxonomies' },
  verification: { folder: 'verification', key: 'sets' },
  sampleDesigns: { folder: 'samples', key: 'designs' },
  sampleSets: { folder: 'samples', key: 'sets' },
  signOffs: { folder: 'signoffs', key: 'matrices' },
  quotas: { folder: 'helpers', key: 'quotas' },
  staffing: { folder: 'helpers', key: 'staffing' },
  visits: { folder: 'helpers', key: 'visits' },
  organisation: { folder: 'organisation', key: 'sets' },
  benefits: { folder: 'benefits', key: 'benefits' },
  plans: { folder: 'plans', key: 'plans' },
  fundSources: { folder: 'funds', key: 'sources' },
  fundRules: { folder: 'funds', key: 'rules' },
  products: { folder: 'loans', key: 'products' },
  riskFunds: { folder: 'loans', key: 'riskFunds' },
  indicators: { folder: 'indicators', key: 'sets' },
  triggers: { folder: 'monitoring', key: 'triggers' },
  assessments: { folder: 'assessment', key: 'schemes' },
  chartSets: { folder: 'charts', key: 'sets' },
  listSets: { folder: 'lists', key: 'sets' },
  catalogue: { folder: 'catalogue', key: 'sets' },
  figures: { folder: 'figures', key: 'figures' },
  claims: { folder: 'figures', key: 'claims' },
  texts: { folder: 'texts', key: 'texts' },
  examples: { folder: 'examples', key: 'examples' },
};

export type EditableKind = keyof typeof rowPlaces;

export function isEditableKind(name: string): name is EditableKind {
  return Object.hasOwn(rowPlaces, name);
}
