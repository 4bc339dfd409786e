// Expected "no"s of charts, their approved versions and printed boards.
import type { RefusalKind } from '#domain/kernel/refusal.ts';

export const noSuchChart = {
  code: 'insight/no-such-chart',
  status: 404,
  message: {
    zh: '政策包“{pack}”里没有图“{chart}”。请从图表页重新打开。',
    en: 'The pack “{pack}” has no chart “{chart}”. Open it again from the page of charts.',
  },
} as const satisfies RefusalKind;

export const noSuchChartVersion = {
  code: 'insight/no-such-chart-version',
  status: 404,
  message: {
    zh: '没有这个审定版本，或它不在您的管辖范围内。请回到图的页面，从版本里选。',
    en: 'There is no such version, or it is outside your jurisdiction. Choose one on the page of the chart.',
  },
} as const satisfies RefusalKind;

export const ownChartVersion = {
  code: 'insight/own-chart-version',
  status: 403,
  message: {
    zh: '这个版本是您本人提请的，审定要由另一个人来做。',
    en: 'You put this version forward yourself; another person has to approve it.',
  },
} as const satisfies RefusalKind;

export const chartVersionDecided = {
  code: 'insight/chart-version-decided',
  status: 409,
  message: {
    zh: '这个版本已由{approver}审定，不再改动。图变了请另提请一版。',
    en: 'This version was approved by {approver} and stays as it is. Put another one forward if the chart has changed.',
  },
} as const satisfies RefusalKind;

export const chartHasNoTable = {
  code: 'insight/chart-has-no-table',
  status: 409,
  message: {
    zh: '这幅图现在没有可以导出的表：{why}',
    en: 'This chart has no table to export now: {why}',
  },
} as const satisfies RefusalKind;

export const chartOfPart = {
  code: 'insight/chart-of-part',
  status: 409,
  message: {
    zh: '您只看得到“{area}”的一部分，不能替整个地方印挂图。请先选到自己管的乡镇或村。',
    en: 'You see only a part of “{area}” and cannot print a board for all of it. Choose a township or village of your own first.',
  },
} as const satisfies RefusalKind;
