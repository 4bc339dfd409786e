// Expected "no"s of the burden meter.
import type { RefusalKind } from '#domain/kernel/refusal.ts';

export const burdenListTooWide = {
  code: 'insight/burden-list-too-wide',
  status: 422,
  message: {
    zh: '“{area}”太大，逐户名单只在县及以下给出。请先选一个县。',
    en: 'Households are listed for a county or less, and “{area}” is more. Choose a county first.',
  },
} as const satisfies RefusalKind;

export const budgetNotOfCounty = {
  code: 'insight/budget-not-of-county',
  status: 422,
  message: {
    zh: '填报预算按县设定，“{area}”不是县。请选本县。',
    en: 'A collection budget is set for a county, and “{area}” is none. Choose your county.',
  },
} as const satisfies RefusalKind;

export const budgetSaysNothing = {
  code: 'insight/budget-says-nothing',
  status: 422,
  message: {
    zh: '填报项数和采集次数都没有改，没有可存的。改其中一个，或留空表示不设限。',
    en: 'Neither fields nor rounds changed, so there is nothing to keep. Change one of them; empty means no limit.',
  },
} as const satisfies RefusalKind;

export const nothingToCount = {
  code: 'insight/nothing-to-count',
  status: 422,
  message: {
    zh: '“{what}”不在“{area}”现行的规则里，算不出要填多少。请选规则里有的流程或指标。',
    en: '“{what}” is not in the rules in force in “{area}”, so what it asks cannot be counted. Choose one the rules have.',
  },
} as const satisfies RefusalKind;
