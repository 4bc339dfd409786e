// Expected "no"s of scoring.
import type { RefusalKind } from '#domain/kernel/refusal.ts';

export const noSheet = {
  code: 'targeting/no-sheet',
  status: 409,
  message: {
    zh: '区划 {area} 在 {on} 没有生效的评分表。请先为该地安装并启用带评分表的政策包。',
    en: 'No score sheet is in force for the area {area} on {on}. Install a pack that has one for this place first.',
  },
} as const satisfies RefusalKind;

export const noSuchRun = {
  code: 'targeting/no-such-run',
  status: 404,
  message: {
    zh: '没有这次评分，或它不在您的管辖范围内。',
    en: 'There is no such scoring run, or it is outside your jurisdiction.',
  },
} as const satisfies RefusalKind;

export const noSuchHousehold = {
  code: 'targeting/no-such-household',
  status: 404,
  message: {
    zh: '没有这一户，或它不在您的管辖范围内。',
    en: 'There is no such household, or it is outside your jurisdiction.',
  },
} as const satisfies RefusalKind;
