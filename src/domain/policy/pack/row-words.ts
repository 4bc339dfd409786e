// What each kind of row is called in messages and in the readable document of a pack.

import type { Bilingual } from '#domain/kernel/refusal.ts';
import type { RowKind } from '#domain/policy/pack/pack.ts';

export const rowWords: Readonly<Record<RowKind, Bilingual>> = {
  parameters: { zh: '参数', en: 'parameter' },
  criteria: { zh: '标准', en: 'criterion' },
  criterionSets: { zh: '标准组', en: 'set of criteria' },
  sheets: { zh: '评分表', en: 'score sheet' },
  tables: { zh: '决策表', en: 'decision table' },
  lists: { zh: '代码表', en: 'code list' },
  mappings: { zh: '代码对照表', en: 'code mapping' },
  purposes: { zh: '用途', en: 'purpose' },
  retentions: { zh: '保存期限', en: 'retention' },
  fields: { zh: '字段', en: 'field' },
  items: { zh: '指标', en: 'item' },
  processes: { zh: '流程', en: 'process' },
  taxonomies: { zh: '措施分类', en: 'set of measures' },
  verification: { zh: '核验方法', en: 'set of verification methods' },
  sampleDesigns: { zh: '抽样设计', en: 'sampling design' },
  sampleSets: { zh: '抽样组合', en: 'set of sampling designs' },
  quotas: { zh: '结对定额', en: 'helper quota' },
  organisation: { zh: '组织', en: 'organisation' },
  products: { zh: '贷款产品', en: 'loan product' },
  chartSets: { zh: '图表组', en: 'set of charts' },
  listSets: { zh: '清单组', en: 'set of lists' },
  figures: { zh: '公布数字', en: 'published figure' },
  texts: { zh: '文本', en: 'text' },
};

/** Headings of the readable document. */
export const sectionWords: Readonly<Record<RowKind, Bilingual>> = {
  parameters: { zh: '参数', en: 'Parameters' },
  criteria: { zh: '标准', en: 'Criteria' },
  criterionSets: { zh: '标准组', en: 'Sets of criteria' },
  sheets: { zh: '评分表', en: 'Score sheets' },
  tables: { zh: '决策表', en: 'Decision tables' },
  lists: { zh: '代码表', en: 'Code lists' },
  mappings: { zh: '代码对照', en: 'Code mappings' },
  purposes: { zh: '用途', en: 'Purposes of fields' },
  retentions: { zh: '保存期限', en: 'How long fields are kept' },
  fields: { zh: '登记表字段', en: 'Fields of the form' },
  items: { zh: '本地指标', en: 'Local items' },
  processes: { zh: '流程', en: 'Processes' },
  taxonomies: { zh: '措施分类', en: 'Measures' },
  verification: { zh: '核验方法', en: 'Verification' },
  sampleDesigns: { zh: '抽样设计', en: 'Sampling designs' },
  sampleSets: { zh: '抽样组合', en: 'Sets of sampling designs' },
  quotas: { zh: '结对帮扶', en: 'Pairing' },
  organisation: { zh: '组织', en: 'Organisation' },
  products: { zh: '贷款产品', en: 'Loan products' },
  chartSets: { zh: '图表', en: 'Charts' },
  listSets: { zh: '清单', en: 'Lists' },
  figures: { zh: '公布数字', en: 'Published figures' },
  texts: { zh: '说明文字', en: 'Texts' },
};
