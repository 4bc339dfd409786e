// Expected "no"s of data quality.
import type { RefusalKind } from '#domain/kernel/refusal.ts';

export const qualityListTooWide = {
  code: 'insight/quality-list-too-wide',
  status: 422,
  message: {
    zh: '“{area}”太大，逐户名单只在县及以下给出。请先选一个县。',
    en: 'Households are listed for a county or less, and “{area}” is more. Choose a county first.',
  },
} as const satisfies RefusalKind;
