// Words in which a meeting over many households refuses.
import type { RefusalKind } from '#domain/kernel/refusal.ts';

export const noNomination = {
  code: 'casework/no-nomination',
  status: 409,
  message: {
    zh: '这里生效的规则没有评议或提名这一步，不能集体评议。请看规则里的识别程序。',
    en: 'The rules in force here know no meeting that nominates. See the process of identification in the rules.',
  },
} as const satisfies RefusalKind;

export const oneVillage = {
  code: 'casework/one-village',
  status: 422,
  message: {
    zh: '一次会议评议一个村或一个组的户。请先换到一个村。',
    en: 'A meeting looks at households of one village or group. Choose a village first.',
  },
} as const satisfies RefusalKind;

export const notAtTheMeeting = {
  code: 'casework/not-at-the-meeting',
  status: 409,
  message: {
    zh: '{name}（{no}）现在不在“{step}”这一步，这次会议没有算它。请先把前面的步骤办完。',
    en: '{name} ({no}) does not stand at “{step}”; the meeting did not decide it. Finish the steps before it first.',
  },
} as const satisfies RefusalKind;

export const namedTwice = {
  code: 'casework/named-twice',
  status: 422,
  message: {
    zh: '{name}（{no}）在名单上出现两次，只算第一次。',
    en: '{name} ({no}) stands on the list twice; only the first line counts.',
  },
} as const satisfies RefusalKind;
