// Words and numbers that every analysis prints alike, in one language.
import type { CellProblem } from '#domain/insight/analysis/table-row.ts';
import type { Bilingual, Language } from '#domain/kernel/refusal.ts';
import type { Estimate } from '#domain/kernel/statistics/design.ts';
import type { Interval } from '#domain/kernel/statistics/proportion-interval.ts';
import type { AnalysedRows } from '#server/insight/measures/analyse-rows.ts';

export type Lines = readonly string[];

export function readText(
  { rows, missing, invalid, problems, holds }: AnalysedRows<unknown>['read'],
  language: Language,
): Lines {
  const zh = `读取 ${rows} 行；缺值 ${missing} 行，有错略去 ${invalid} 行；${holdsWords[holds].zh}`;
  const en = `Rows read ${rows}; blank ${missing}, faulty and left out ${invalid}; ${holdsWords[holds].en}`;
  return [
    language === 'zh' ? zh : en,
    ...problems.map((problem) => problemLine(problem, language)),
  ];
}

const holdsWords = {
  stream: {
    zh: '逐行计算，内存不随行数增长',
    en: 'computed row by row, memory does not grow with the rows',
  },
  numbers: { zh: '每行留几个数字', en: 'a few numbers are held of each row' },
  table: { zh: '全表在内存', en: 'the whole table is held' },
} as const satisfies Record<string, Bilingual>;

export function problemLine({ row, message }: CellProblem, language: Language): string {
  return language === 'zh' ? `× 第 ${row} 行：${message.zh}` : `× Row ${row}: ${message.en}`;
}

export const few: Bilingual = {
  zh: '（不足 30 行，慎用）',
  en: ' (under 30 rows, handle with care)',
};

export function sayer(language: Language) {
  return (zh: string, en: string) => (language === 'zh' ? zh : en);
}

export function interval(estimate: Estimate, shown: (value: number) => string): string {
  return estimate.interval === null ? '' : span(estimate.interval, shown);
}

export function span({ low, high }: Interval, shown: (value: number) => string): string {
  return `${shown(low)}–${shown(high)}`;
}

export function percent(share: number): string {
  return `${(share * 100).toFixed(2)}%`;
}

export function number(value: number): string {
  return value.toLocaleString('en-US', { maximumFractionDigits: 2 });
}

export function four(value: number): string {
  return value.toFixed(4);
}

export function six(value: number): string {
  return value.toLocaleString('en-US', { maximumSignificantDigits: 6 });
}
