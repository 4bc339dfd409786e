// Expected "no"s of indicators of villages and counties.
import type { Bilingual, RefusalKind } from '#domain/kernel/refusal.ts';
import type { CellProblem } from './indicator.ts';

export const noSuchIndicatorSet = {
  code: 'registry/no-such-indicator-set',
  status: 422,
  message: {
    zh: '这里的规则没有“{set}”这组指标。请从列出的指标组里选。',
    en: 'The rules here have no set of indicators “{set}”. Choose one of those listed.',
  },
} as const satisfies RefusalKind;

export const indicatorOfAnother = {
  code: 'registry/indicator-of-another',
  status: 403,
  message: {
    zh: '“{set}”由 {owner} 填报，一项数据只填一次。要换人填，请县里先改归口单位。',
    en: '“{set}” is entered by {owner}: a datum is typed once. The county can name another owner first.',
  },
} as const satisfies RefusalKind;

export const indicatorCellWrong = {
  code: 'registry/indicator-cell-wrong',
  status: 422,
  message: {
    zh: '{place}“{indicator}”填的“{text}”{problem}。还有 {more} 格也要改；没有写入任何一格。',
    en: '{place}, “{indicator}”: “{text}” {problem}. {more} more cells need mending; nothing was saved.',
  },
} as const satisfies RefusalKind;

export const indicatorPlaceUnknown = {
  code: 'registry/indicator-place-unknown',
  status: 422,
  message: {
    zh: '“{place}”不是这里的村，或者“{indicator}”不在这组指标里。请从表里复制村名和指标名。',
    en: '“{place}” is no village here, or “{indicator}” is not in this set. Copy names from the table.',
  },
} as const satisfies RefusalKind;

export const indicatorInFuture = {
  code: 'registry/indicator-in-future',
  status: 422,
  message: {
    zh: '截止日期 {asOf} 还没有到。请填实际查看或统计的日期，最晚是 {today}。',
    en: '{asOf} has not come yet. Give the day it was seen or counted, {today} at the latest.',
  },
} as const satisfies RefusalKind;

export const noSuchDepartment = {
  code: 'registry/no-such-department',
  status: 422,
  message: {
    zh: '没有这个部门账号，或它不在本县。请先在“账号”里开一个部门账号。',
    en: 'There is no such department account in this county. Open one under accounts first.',
  },
} as const satisfies RefusalKind;

export const indicatorFileUnread = {
  code: 'registry/indicator-file-unread',
  status: 422,
  message: {
    zh: '第一行没有找到“代码”列和任何一项指标的名称。请下载这组指标的表格，在里面填好再导入。',
    en: 'The first row has no column “代码” or no title of an indicator. Download the sheet of this set and fill that.',
  },
} as const satisfies RefusalKind;

export const cellProblems: Readonly<Record<CellProblem, Bilingual>> = {
  notYesNo: { zh: '要填“是”或“否”', en: 'is neither yes nor no' },
  notNumber: { zh: '不是数字', en: 'is no number' },
  negative: { zh: '不能小于零', en: 'is below zero' },
  overHundred: { zh: '超过了100%', en: 'is over 100%' },
  notWhole: { zh: '要填整数', en: 'is no whole number' },
  noWhole: { zh: '分母不能是零', en: 'has nothing to divide by' },
};
