// Refusals of campaigns.
import type { RefusalKind } from '#domain/kernel/refusal.ts';

export const noSuchCampaign = {
  code: 'casework/no-such-campaign',
  status: 404,
  message: {
    zh: '没有这一轮复查，或它不在您的辖区内。',
    en: 'There is no such campaign, or it is outside your area.',
  },
} as const satisfies RefusalKind;

export const noSuchRound = {
  code: 'casework/no-such-round',
  status: 422,
  message: {
    zh: '这里的规则没有“{round}”这一轮。请从列出的轮次里选。',
    en: 'The rules here name no round “{round}”. Choose one of those listed.',
  },
} as const satisfies RefusalKind;

export const campaignStillOpen = {
  code: 'casework/campaign-open',
  status: 409,
  message: {
    zh: '还有 {count} 户没有办完，这一轮不能结束。请先把它们办完或撤回。',
    en: '{count} households are not decided yet, so the round cannot end. Decide or withdraw them first.',
  },
} as const satisfies RefusalKind;

export const campaignEnded = {
  code: 'casework/campaign-ended',
  status: 409,
  message: {
    zh: '这一轮已经结束，结果不再变动。新的情况请另开一轮。',
    en: 'This round has ended and its result stands. Open another round for what is new.',
  },
} as const satisfies RefusalKind;

export const campaignTooWide = {
  code: 'casework/campaign-too-wide',
  status: 422,
  message: {
    zh: '一轮复查只在一个县以内开。请先选一个县。',
    en: 'A round is opened within one county. Choose a county first.',
  },
} as const satisfies RefusalKind;

export const chosenNobody = {
  code: 'casework/campaign-of-nobody',
  status: 422,
  message: {
    zh: '没有选出要复查的户，没有开。请换一个条件，或至少选一个阶段。',
    en: 'No household was chosen, so no round was opened. Change the conditions, or choose a stage.',
  },
} as const satisfies RefusalKind;

export const noSuchSource = {
  code: 'casework/no-such-source',
  status: 404,
  message: {
    zh: '没有找到这份名单或这条规则，或它不在您的范围内。请从名单或数据质量页面再进一次。',
    en: 'This list or rule was not found, or it is outside your area. Come again from the page of lists or of data quality.',
  },
} as const satisfies RefusalKind;
