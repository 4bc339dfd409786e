// Expected "no"s of proposals and of tables of helpers.
import type { RefusalKind } from '#domain/kernel/refusal.ts';

export const countyNeeded = {
  code: 'workforce/county-needed',
  status: 422,
  message: {
    zh: '结对和走访按县办理。请先选一个县。',
    en: 'Pairing and visits are the work of a county. Choose one first.',
  },
} as const satisfies RefusalKind;
