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
