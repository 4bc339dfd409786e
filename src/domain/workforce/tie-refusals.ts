// Expected "no"s about ties of units to households and about the board of supply and demand.
import type { RefusalKind } from '#domain/kernel/refusal.ts';

export const noSuchTie = {
  code: 'workforce/no-such-tie',
  status: 404,
  message: {
    zh: '没有这条带动关系，或它不在您的辖区内。请刷新后再看。',
    en: 'There is no such tie, or it is outside your area. Refresh and look again.',
  },
} as const satisfies RefusalKind;

export const tieRefused = {
  code: 'workforce/tie-refused',
  status: 422,
  message: {
    zh: '没有登记：{why}',
    en: 'Nothing was entered. {why}',
  },
} as const satisfies RefusalKind;

export const tieEnded = {
  code: 'workforce/tie-ended',
  status: 409,
  message: {
    zh: '这条带动关系在 {on} 已经结束。再带动请另外登记。',
    en: 'This tie ended on {on}. Enter a new one if the household is led again.',
  },
} as const satisfies RefusalKind;

export const tieTurnedRound = {
  code: 'workforce/tie-turned-round',
  status: 422,
  message: {
    zh: '结束日期 {to} 早于开始日期 {from}，或晚于今天。请核对日期。',
    en: 'The last day {to} is before the first day {from}, or after today. Check the days.',
  },
} as const satisfies RefusalKind;

export const tieHeadingsMissing = {
  code: 'workforce/tie-headings-missing',
  status: 422,
  message: {
    zh: '表里没有这些列：{headings}。请用下载的表填写。',
    en: 'The sheet has no columns {headings}. Fill in the sheet that can be downloaded.',
  },
} as const satisfies RefusalKind;

export const moreThanRegistered = {
  code: 'workforce/more-than-registered',
  status: 422,
  message: {
    zh: '这里在册只有 {registered} 户，不可能带动 {stated} 户：多半按户次算了。请填去重的户数，或留空，按名单登记后由系统数。',
    en: 'Only {registered} households are on the register here, so {stated} cannot be led: ties were probably counted. Enter each household once, or leave it empty and let it be counted from the list.',
  },
} as const satisfies RefusalKind;

export const noSuchMarketNotice = {
  code: 'workforce/no-such-market-notice',
  status: 404,
  message: {
    zh: '没有这条供求信息，或它不在您的辖区内。请刷新后再看。',
    en: 'There is no such notice, or it is outside your area. Refresh and look again.',
  },
} as const satisfies RefusalKind;

export const marketNoticeClosed = {
  code: 'workforce/market-notice-closed',
  status: 409,
  message: {
    zh: '“{product}”这条信息在 {on} 已经撤下。再要发布请另发一条。',
    en: 'The notice of “{product}” was taken down on {on}. Post another one if it is needed again.',
  },
} as const satisfies RefusalKind;

export const marketDayPast = {
  code: 'workforce/market-day-past',
  status: 422,
  message: {
    zh: '有效期 {until} 已经过去，或超过一年。请填今天起一年内的日期。',
    en: 'The last day {until} is past, or more than a year ahead. Choose a day within a year from today.',
  },
} as const satisfies RefusalKind;
