// Expected "no"s of published figures and reports.
import type { RefusalKind } from '#domain/kernel/refusal.ts';

export const noSuchClaim = {
  code: 'insight/no-such-claim',
  status: 404,
  message: {
    zh: '政策包“{pack}”里没有这条公布的说法“{claim}”。请从数字对账页重新打开。',
    en: 'The pack “{pack}” holds no published claim “{claim}”. Open it again from the page of figures.',
  },
} as const satisfies RefusalKind;

export const noSuchReport = {
  code: 'insight/no-such-report',
  status: 404,
  message: {
    zh: '没有这份数字报告，或它不在您的管辖范围内。',
    en: 'There is no such report of figures, or it is outside your jurisdiction.',
  },
} as const satisfies RefusalKind;

export const unfitRates = {
  code: 'insight/unfit-rates',
  status: 422,
  message: {
    zh: '不能发布：{count} 个比率缺少分子、分母、方法或日期，先是第 {row} 行“{name}”。请补齐后重新保存。',
    en: 'It cannot be published: {count} rates lack numerator, denominator, method or date, first row {row}, “{name}”. Complete them and save again.',
  },
} as const satisfies RefusalKind;

export const unreadableRows = {
  code: 'insight/unreadable-rows',
  status: 422,
  message: {
    zh: '不能发布：有 {count} 行读不出来，先是第 {row} 行。请改正后重新保存。',
    en: 'It cannot be published: {count} rows cannot be read, first row {row}. Correct them and save again.',
  },
} as const satisfies RefusalKind;

export const alreadyPublished = {
  code: 'insight/already-published',
  status: 409,
  message: {
    zh: '这份报告已经发布，发布后不再改动。要更正请另存一份。',
    en: 'This report is published and stays as it is. Save another one to correct it.',
  },
} as const satisfies RefusalKind;
