// What the doors of imports refuse. Faults of the file itself are in domain/exchange/file-refusals.ts.
import type { RefusalKind } from '#domain/kernel/refusal.ts';

export const noSuchImport = {
  code: 'exchange/no-such-import',
  status: 404,
  message: {
    zh: '没有这次导入，或不在您的管辖范围内。',
    en: 'There is no such import, or it is outside your jurisdiction.',
  },
} as const satisfies RefusalKind;

export const importBusy = {
  code: 'exchange/import-busy',
  status: 409,
  message: {
    zh: '这次导入正在进行中，请等它结束或先取消。',
    en: 'This import is under way; wait until it ends, or cancel it first.',
  },
} as const satisfies RefusalKind;

export const fileGone = {
  code: 'exchange/file-gone',
  status: 410,
  message: {
    zh: '上传的文件已经删除（导入完成或超过 {days} 天）。请重新上传。',
    en: 'The uploaded file was deleted (the import is done, or {days} days have passed). Upload it again.',
  },
} as const satisfies RefusalKind;

export const mappingWrong = {
  code: 'exchange/mapping-wrong',
  status: 422,
  message: {
    zh: '列对应有误：{fields} 不存在或被指定了两次。请更正。',
    en: 'The mapping is wrong: {fields} does not exist or is given twice. Correct it.',
  },
} as const satisfies RefusalKind;

export const noSuchProfile = {
  code: 'exchange/no-such-profile',
  status: 404,
  message: {
    zh: '本地区没有名为“{name}”的列对应方案。',
    en: 'Your area has no mapping named “{name}”.',
  },
} as const satisfies RefusalKind;
