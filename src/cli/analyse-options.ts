// Options of the `analyse` commands, as declarations and as what they are read into.
import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { LineAsk, SampleColumns } from '#domain/insight/analysis/analysis.ts';
import { readLine } from '#domain/insight/analysis/analysis.ts';
import {
  lineUnreadable,
  listUnequal,
  listUnreadable,
  numberWrong,
} from '#domain/insight/analysis/analysis-refusals.ts';
import { readNumber } from '#domain/insight/analysis/table-row.ts';
import type { Dimension } from '#domain/insight/measures/alkire-foster.ts';
import { type Language, refuse } from '#domain/kernel/refusal.ts';
import { type CommandOption, UsageProblem } from './command.ts';

type Values = Readonly<Record<string, string | undefined>>;

export function option(name: string, value: string, zh: string, en: string): CommandOption {
  return { name, value, summary: { zh, en } };
}

export function required(name: string, value: string, zh: string, en: string): CommandOption {
  return { ...option(name, value, zh, en), isRequired: true };
}

export function flag(name: string, zh: string, en: string): CommandOption {
  return { name, summary: { zh, en } };
}

export const fileOptions: readonly CommandOption[] = [
  option('sheet', '<name>', '工作表；不填用第一个', 'the sheet; the first when absent'),
  flag('skip-invalid', '略去有错的行，并说明略去多少', 'leave faulty rows out, and say how many'),
  option('locale', '<zh|en>', '输出的语言', 'language of the output'),
];

export const fileOption = required(
  'file',
  '<csv>',
  '表格文件（.csv、.xlsx、.xls、.ods），第一行是表头',
  'the table (.csv, .xlsx, .xls, .ods); its first row is the heading',
);

export const confidenceOption = option(
  'confidence',
  '<share>',
  '区间的置信度，默认 95%',
  'confidence of the intervals; 95% when absent',
);

export const sampleOptions: readonly CommandOption[] = [
  option(
    'weight',
    '<col>',
    '调查权重：一行代表多少户（或人）',
    'survey weight: how many households (or persons) a row stands for',
  ),
  option(
    'members',
    '<col>',
    '户内人口：每行是一户时给出，结果按人计',
    'persons of the household, where a row is a household; results count persons',
  ),
  option(
    'household',
    '<col>',
    '户编号；每行是一人时用来并户',
    'household number; joins persons of one household',
  ),
  option('by', '<col>', '分组的列', 'column to group by'),
  option('stratum', '<col>', '抽样的层', 'stratum of the sample'),
  option(
    'cluster',
    '<col>',
    '初级抽样单元，例如村',
    'primary unit of the sample, such as the village',
  ),
  confidenceOption,
];

export function columnsOf(values: Values): SampleColumns {
  const { weight, members, household, by, stratum, cluster } = values;
  return { weight, members, household, by, stratum, cluster };
}

export async function fileOf(values: Values): Promise<string> {
  const path = resolve(values.file ?? '');
  const found = await stat(path).catch(() => undefined);
  if (found === undefined || !found.isFile()) {
    throw new UsageProblem({ zh: `没有文件 ${path}。`, en: `There is no file ${path}.` });
  }
  return path;
}

export function languageOf(text: string | undefined): Language {
  if (text === undefined || text === 'zh' || text === 'en') return text ?? 'zh';
  throw new UsageProblem({
    zh: `--locale 只能是 zh 或 en，不能是“${text}”。`,
    en: `--locale is zh or en, not “${text}”.`,
  });
}

export function lineOf(text: string | undefined): LineAsk {
  return readLine(text ?? '') ?? refuse(lineUnreadable, { line: text ?? '' });
}

export function yuanLineOf(text: string | undefined): number {
  const line = lineOf(text);
  return line.kind === 'yuan' ? line.yuan : refuse(lineUnreadable, { line: text ?? '' });
}

export function confidenceOf(values: Values): number {
  return numberOf(values, 'confidence', { from: 0.5, to: 0.9999 }) ?? 0.95;
}

/** `95%` is 0.95. */
export function numberOf(
  values: Values,
  name: string,
  { from, to }: { readonly from: number; readonly to: number },
): number | undefined {
  const text = values[name];
  if (text === undefined) return undefined;
  const value = readNumber(text.normalize('NFKC'));
  if (value !== undefined && value >= from && value <= to) return value;
  return refuse(numberWrong, { option: `--${name}`, value: text, from, to });
}

/** One third is no decimal: `1/3` is understood. */
export function cutOf(text: string | undefined): number {
  const fraction = /^\s*(\d+)\s*\/\s*(\d+)\s*$/.exec(text ?? '');
  const value = fraction === null ? undefined : Number(fraction[1]) / Number(fraction[2]);
  if (value !== undefined && value > 0 && value <= 1) return value;
  const plain = numberOf({ k: fraction === null ? text : 'k' }, 'k', { from: 1e-6, to: 1 });
  return plain ?? refuse(numberWrong, { option: '--k', value: text ?? '', from: 0, to: 1 });
}

export function dimensionsOf(values: Values): readonly Dimension[] {
  const weights = listOf('--weights', values.weights ?? '');
  const cutoffs = listOf('--cutoffs', values.cutoffs ?? '');
  const unequal = [
    ...[...weights.keys()].filter((name) => !cutoffs.has(name)),
    ...[...cutoffs.keys()].filter((name) => !weights.has(name)),
  ];
  if (unequal.length > 0) refuse(listUnequal, { columns: unequal.join('、') });
  for (const [name, weight] of weights) {
    if (weight > 0) continue;
    refuse(listUnreadable, {
      option: '--weights',
      part: `${name}=${weight}`,
      rule: '> 0',
    });
  }
  return [...weights].map(([id, weight]) => ({ id, weight, cutoff: cutoffs.get(id) ?? 0 }));
}

function listOf(name: string, text: string): ReadonlyMap<string, number> {
  const list = new Map<string, number>();
  for (const part of text.split(/[,，]/)) {
    const at = part.lastIndexOf('=');
    const column = part.slice(0, at).trim();
    const value = readNumber(part.slice(at + 1).normalize('NFKC'));
    if (at < 1 || column === '' || value === undefined || list.has(column)) {
      refuse(listUnreadable, { option: name, part: part.trim(), rule: '= , ' });
    }
    list.set(column, value ?? 0);
  }
  return list;
}
