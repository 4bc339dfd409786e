// Expected "no"s of an analysis of somebody's own table.
import type { RefusalKind } from '#domain/kernel/refusal.ts';

export const columnMissing = {
  code: 'insight/column-missing',
  status: 422,
  message: {
    zh: '表中没有名为“{column}”的列（{option}）。现有的列：{columns}。请改用其中之一，或在表头补上该列。',
    en: 'The table has no column named “{column}” ({option}). It has: {columns}. Name one of these, or add the column to the heading.',
  },
} as const satisfies RefusalKind;

export const noRows = {
  code: 'insight/no-rows',
  status: 422,
  message: {
    zh: '表头下面没有可以计算的行：读了 {rows} 行，{missing} 行缺值。请确认文件和列名。',
    en: 'No row below the heading can be computed: {rows} rows were read, {missing} lack a value. Check the file and the columns.',
  },
} as const satisfies RefusalKind;

export const rowsInvalid = {
  code: 'insight/rows-invalid',
  status: 422,
  message: {
    zh: '有 {count} 处不能计算，第一处在第 {row} 行：{problem}请更正后再算，或用 --skip-invalid 略去这些行。',
    en: '{count} cells cannot be computed, the first in row {row}: {problem} Correct them and run it again, or leave those rows out with --skip-invalid.',
  },
} as const satisfies RefusalKind;

export const lineUnreadable = {
  code: 'insight/line-unreadable',
  status: 422,
  message: {
    zh: '贫困线“{line}”读不懂。请写正数，例如 2800；或中位数的百分比，例如 60%median。',
    en: 'The line “{line}” cannot be read. Write a positive number such as 2800, or a share of the median such as 60%median.',
  },
} as const satisfies RefusalKind;

export const tooManyGroups = {
  code: 'insight/too-many-groups',
  status: 422,
  message: {
    zh: '“{column}”有超过 {limit} 个不同的值，不宜分组。请选取值较少的列，例如乡镇。',
    en: '“{column}” has more than {limit} different values, too many to group by. Choose a column with fewer, such as the township.',
  },
} as const satisfies RefusalKind;

export const listUnequal = {
  code: 'insight/list-unequal',
  status: 422,
  message: {
    zh: '--weights 与 --cutoffs 的列不一致（{columns}）。两处应写相同的列，例如 收入=1,教育=1。',
    en: '--weights and --cutoffs name different columns ({columns}). Name the same in both, such as income=1,education=1.',
  },
} as const satisfies RefusalKind;

export const listUnreadable = {
  code: 'insight/list-unreadable',
  status: 422,
  message: {
    zh: '{option} 的“{part}”读不懂。请写成 列名=数字，用逗号分开，例如 收入=2800,教育=9；{rule}。',
    en: '“{part}” of {option} cannot be read. Write column=number separated by commas, such as income=2800,education=9; {rule}.',
  },
} as const satisfies RefusalKind;

export const numberWrong = {
  code: 'insight/number-wrong',
  status: 422,
  message: {
    zh: '{option} 的值“{value}”不对：应是 {from} 到 {to} 之间的数。',
    en: '“{value}” is wrong for {option}: a number from {from} to {to} is expected.',
  },
} as const satisfies RefusalKind;

export const classesWrong = {
  code: 'insight/classes-wrong',
  status: 422,
  message: {
    zh: '分组表第 {row} 行不成立：{value}。应至少 4 组，从最穷到最富，人口大于 0，组平均收入逐组升高。',
    en: 'Row {row} of the class table does not hold: {value}. At least 4 classes are needed, from the poorest to the richest, each with people, the mean income rising from class to class.',
  },
} as const satisfies RefusalKind;

export const tooManyCategories = {
  code: 'insight/too-many-categories',
  status: 422,
  message: {
    zh: '两列共有 {count} 个不同的值，超过 {limit} 个，不像类别。数字请加 --numbers。',
    en: 'The two columns hold {count} different values, more than {limit}, which are hardly categories. For numbers add --numbers.',
  },
} as const satisfies RefusalKind;
