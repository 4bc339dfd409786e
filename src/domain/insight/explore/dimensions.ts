// What an indicator may be cut by. A dimension is one column of kept counts or of the register; its keys
// are codes of a list of the pack, of areas, of months or of rules.
import type { Bilingual } from '#domain/kernel/refusal.ts';

export const dimensionIds = [
  'part',
  'village',
  'stage',
  'cause',
  'attribute',
  'measure',
  'band',
  'size',
  'grade',
  'month',
  'year',
  'rule',
  'process',
  'purpose',
  'source',
] as const;
export type DimensionId = (typeof dimensionIds)[number];

export interface DimensionText {
  readonly title: Bilingual;
  /** Keys stand in an order of their own: months, bands, sizes, stages. Others stand by size. */
  readonly ordered: boolean;
}

export const dimensionTexts: Readonly<Record<DimensionId, DimensionText>> = {
  part: { title: { zh: '下一级地方', en: 'Part of the area' }, ordered: true },
  village: { title: { zh: '村', en: 'Village' }, ordered: true },
  stage: { title: { zh: '进度', en: 'Stage' }, ordered: true },
  cause: { title: { zh: '主要致贫原因', en: 'Main cause' }, ordered: false },
  attribute: { title: { zh: '贫困户属性', en: 'Kind of household' }, ordered: false },
  measure: { title: { zh: '主要措施', en: 'Primary measure' }, ordered: false },
  band: { title: { zh: '人均年收入', en: 'Income per head' }, ordered: true },
  size: { title: { zh: '家庭人口', en: 'Size of household' }, ordered: true },
  grade: { title: { zh: '住房等级', en: 'Grade of the house' }, ordered: true },
  month: { title: { zh: '月份', en: 'Month' }, ordered: true },
  year: { title: { zh: '年份', en: 'Year' }, ordered: true },
  rule: { title: { zh: '核对规则', en: 'Rule of quality' }, ordered: false },
  process: { title: { zh: '流程', en: 'Process' }, ordered: false },
  purpose: { title: { zh: '用途', en: 'Use' }, ordered: false },
  source: { title: { zh: '来源', en: 'Source' }, ordered: false },
};

/** What the register of a household is crossed by; above a county each pair of them is kept. */
export const registerDimensions = [
  'stage',
  'cause',
  'attribute',
  'measure',
  'band',
  'size',
  'grade',
] as const satisfies readonly DimensionId[];
export type RegisterDimension = (typeof registerDimensions)[number];

export function isRegisterDimension(id: DimensionId): id is RegisterDimension {
  return (registerDimensions as readonly DimensionId[]).includes(id);
}

/** What the books are cut by. */
export function isOfBooks(id: DimensionId): boolean {
  return id === 'purpose' || id === 'source';
}

export function isPlace(id: DimensionId): boolean {
  return id === 'part' || id === 'village';
}

export function isTime(id: DimensionId): boolean {
  return id === 'month' || id === 'year';
}
