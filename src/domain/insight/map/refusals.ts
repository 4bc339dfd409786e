// Expected "no"s of the map.
import type { RefusalKind } from '#domain/kernel/refusal.ts';

export const mapTooWide = {
  code: 'insight/map-too-wide',
  status: 422,
  message: {
    zh: '“{area}”太大，一户一点要到县一级才画。请先在图上选一个县。',
    en: '“{area}” is too wide: households are drawn as points within a county. Choose a county on the map first.',
  },
} as const satisfies RefusalKind;
