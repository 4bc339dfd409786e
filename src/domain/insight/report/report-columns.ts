// The columns of a report's table, found by their headings in either language, and the units people write
// in them.

export const reportColumns = [
  'name',
  'value',
  'unit',
  'numerator',
  'denominator',
  'printed',
  'total',
  'method',
  'date',
] as const;
export type ReportColumn = (typeof reportColumns)[number];

const headings: Readonly<Record<ReportColumn, readonly string[]>> = {
  name: ['name', '名称', '指标', '项目', '说法', 'figure'],
  value: ['value', '数值', '数', '值', 'number'],
  unit: ['unit', '单位'],
  numerator: ['numerator', '分子'],
  denominator: ['denominator', '分母', 'base', '基数'],
  printed: ['printed', '原文', '印作', 'as printed'],
  total: ['total', '合计于', '属于', 'part of', 'partof'],
  method: ['method', '方法', '口径'],
  date: ['date', '日期', '时点', 'on'],
};

export function columnOf(heading: string): ReportColumn | undefined {
  const plain = heading.trim().toLowerCase();
  return reportColumns.find((column) => headings[column].includes(plain));
}

export interface ReadUnit {
  /** As packs write it. */
  readonly unit: string;
  /** 万户 counts in ten thousands of households. */
  readonly scale: '' | '万' | '亿';
}

const unitNames: Readonly<Record<string, string>> = {
  户: 'household',
  人: 'person',
  名: 'person',
  元: 'yuan',
  亩: 'mu',
  村: 'village',
  个村: 'village',
  乡镇: 'township',
  个: 'item',
  项: 'item',
  件: 'item',
  笔: 'loan',
  次: 'time',
  头: 'head',
  套: 'house',
  公里: 'kilometre',
  平方米: 'squareMetre',
  '%': 'percent',
  '％': 'percent',
  倍: '1',
  '': '1',
  households: 'household',
  persons: 'person',
  people: 'person',
  villages: 'village',
};

/** `known` are the unit names packs use; undefined for a unit nobody knows. */
export function readUnit(text: string, isKnown: (unit: string) => boolean): ReadUnit | undefined {
  const plain = text.trim().replaceAll('每', '/').toLowerCase();
  const scale = plain.startsWith('万') ? '万' : plain.startsWith('亿') ? '亿' : '';
  const parts = plain.slice(scale.length).split('/');
  const names = parts.map((part) => unitNames[part.trim()] ?? part.trim());
  const unit = names.join('/');
  return isKnown(unit) ? { unit, scale } : undefined;
}
