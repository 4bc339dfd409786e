// Expected "no"s of what is read off the register as a whole, and of trying rules.
import type { RefusalKind } from '#domain/kernel/refusal.ts';

export const unreadableChanges = {
  code: 'insight/unreadable-changes',
  status: 422,
  message: {
    zh: '地址里的改动读不懂（{problem}）。请回到试算页重新改一次。',
    en: 'The changes in the address cannot be read ({problem}). Go back to the simulation page and change the rules again.',
  },
} as const satisfies RefusalKind;

export const changeDoesNotHold = {
  code: 'insight/change-does-not-hold',
  status: 422,
  message: {
    zh: '这样改规则不成立：{problem}',
    en: 'The rules do not hold with this change: {problem}',
  },
} as const satisfies RefusalKind;

/** Facts: `errors`. */
export const draftDoesNotStand = {
  code: 'insight/draft-does-not-stand',
  status: 409,
  message: {
    zh: '这份草稿还有 {errors} 处错误，或没有评分表，或不管这个辖区，所以试不了。请先在草稿里改好，或换到它管的地方。',
    en: 'This draft still has {errors} errors, or no score sheet, or is not for this area, so it cannot be tried. Mend it first, or choose a place it is for.',
  },
} as const satisfies RefusalKind;

export const trialTooLong = {
  code: 'insight/simulation-too-long',
  status: 503,
  message: {
    zh: '算了 20 秒还没算完，已经停下，免得拖慢别人。请换小一些的辖区，或过一会儿再算。',
    en: 'Not done after 20 seconds, so it was stopped for the sake of others. Choose a smaller area, or try again later.',
  },
} as const satisfies RefusalKind;

export const noSuchTrial = {
  code: 'insight/no-such-trial',
  status: 404,
  message: {
    zh: '没有这个试算方案，或它不在您的管辖范围内。',
    en: 'There is no such trial, or it is outside your jurisdiction.',
  },
} as const satisfies RefusalKind;

export const notYourTrial = {
  code: 'insight/not-your-trial',
  status: 403,
  message: {
    zh: '这个方案是别人存的，只有本人能删。您可以打开它，另存一个自己的。',
    en: 'Somebody else saved this trial; only they can delete it. You may open it and save one of your own.',
  },
} as const satisfies RefusalKind;
