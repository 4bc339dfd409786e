// Expected "no"s of bulletins.
import type { RefusalKind } from '#domain/kernel/refusal.ts';

export const noSuchBulletin = {
  code: 'insight/no-such-bulletin',
  status: 404,
  message: {
    zh: '没有这期月报，或它不在您的管辖范围内。请从月报列表打开。',
    en: 'There is no such bulletin, or it is outside your jurisdiction. Open one from the list.',
  },
} as const satisfies RefusalKind;

export const bulletinMonthAhead = {
  code: 'insight/bulletin-month-ahead',
  status: 422,
  message: {
    zh: '{month} 还没有到，今天是 {today}。请选本月或以前的月份。',
    en: '{month} has not come yet; today is {today}. Choose this month or an earlier one.',
  },
} as const satisfies RefusalKind;

export const bulletinOfPart = {
  code: 'insight/bulletin-of-part',
  status: 409,
  message: {
    zh: '您只看得到“{area}”的一部分，不能替整个地方编月报。',
    en: 'You see only a part of “{area}” and cannot make a bulletin for all of it.',
  },
} as const satisfies RefusalKind;

export const bulletinSigned = {
  code: 'insight/bulletin-signed',
  status: 409,
  message: {
    zh: '这期月报已由两人签发，不再改动。数字变了请另编一版。',
    en: 'This bulletin was signed by two people and stays as it is. Make another edition if numbers changed.',
  },
} as const satisfies RefusalKind;

export const bulletinNeedsAnother = {
  code: 'insight/bulletin-needs-another',
  status: 403,
  message: {
    zh: '您已经签过，第二个签名要由另一个人来签。',
    en: 'You have signed already; the second signature is another person’s.',
  },
} as const satisfies RefusalKind;

export const bulletinLacksParts = {
  code: 'insight/bulletin-lacks-parts',
  status: 409,
  message: {
    zh: '“{figure}”缺少口径、方法、日期、分子或分母，不能发布。请补齐来源数据后另编一版。',
    en: '“{figure}” lacks its definition, method, day, numerator or denominator and cannot be published. Complete the data behind it and make another edition.',
  },
} as const satisfies RefusalKind;

export const bulletinUnsigned = {
  code: 'insight/bulletin-unsigned',
  status: 409,
  message: {
    zh: '这期月报还差 {count} 个签名，签齐才生成正式文件。',
    en: 'This bulletin still needs {count} signatures; the file is made when it has them.',
  },
} as const satisfies RefusalKind;
