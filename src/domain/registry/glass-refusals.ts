// Why a household outside one's area cannot be opened.
import type { RefusalKind } from '#domain/kernel/refusal.ts';

export const noSuchNumber = {
  code: 'registry/no-such-number',
  status: 404,
  message: {
    zh: '没有编号为 {number} 的户。请核对整个户编号。',
    en: 'No household has the number {number}. Check the whole number.',
  },
} as const satisfies RefusalKind;

export const glassNotNeeded = {
  code: 'registry/glass-not-needed',
  status: 409,
  message: {
    zh: '{number} 在您的管辖范围内，直接在“户与人”里打开即可。',
    en: '{number} lies in your jurisdiction; open it among the households.',
  },
} as const satisfies RefusalKind;

export const noSuchGlass = {
  code: 'registry/no-such-glass',
  status: 404,
  message: {
    zh: '您没有这样打开过一户。要查看辖区外的一户，请先写明理由。',
    en: 'You have not opened a household so. To read one outside your area, state the reason first.',
  },
} as const satisfies RefusalKind;

export const glassOver = {
  code: 'registry/glass-over',
  status: 403,
  message: {
    zh: '查看时间到 {until} 已结束。仍需要的，请重新写明理由打开。',
    en: 'The time to read it ended at {until}. If it is still needed, open it again with a reason.',
  },
} as const satisfies RefusalKind;
