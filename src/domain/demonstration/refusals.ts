// Expected "no"s of what only a demonstration offers.
import type { RefusalKind } from '#domain/kernel/refusal.ts';

export const groundOnlyInDemonstration = {
  code: 'demonstration/ground-only-here',
  status: 422,
  message: {
    zh: '只有演示系统可以铺虚构底图，这里登记的是真实的户。请导入本县自己的边界。',
    en: 'Only a demonstration may have a made-up ground, and this register is a real one. Load the outlines of your county.',
  },
} as const satisfies RefusalKind;

export const groundNeedsCounty = {
  code: 'demonstration/ground-needs-county',
  status: 422,
  message: {
    zh: '虚构底图按县铺，{area} 不是有乡镇的县。请选一个县。',
    en: 'A ground is made up for a county, and {area} is none that has townships. Choose a county.',
  },
} as const satisfies RefusalKind;

export const groundIsThere = {
  code: 'demonstration/ground-is-there',
  status: 409,
  message: {
    zh: '{area} 已经有边界（{source}），不再铺虚构的。要换，请先拿掉虚构底图，或直接导入新的边界。',
    en: '{area} has outlines ({source}) and needs no made-up ones. Take a made-up ground away first, or load other outlines over them.',
  },
} as const satisfies RefusalKind;
