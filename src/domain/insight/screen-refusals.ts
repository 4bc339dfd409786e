// Expected "no"s of the command screen.
import type { RefusalKind } from '#domain/kernel/refusal.ts';

export const noSuchPackHere = {
  code: 'insight/no-pack-for-screen',
  status: 409,
  message: {
    zh: '“{area}”没有在用的规则包，大屏不知道该按哪套规则说话。请先装入或批准一个规则包。',
    en: 'No pack is in force in “{area}”, so the screen does not know whose rules to speak by. Install or approve one first.',
  },
} as const satisfies RefusalKind;
