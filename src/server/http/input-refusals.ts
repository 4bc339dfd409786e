// Refusals of the door itself: before any capability is asked.
import type { RefusalKind } from '#domain/kernel/refusal.ts';

export const invalidInput = {
  code: 'input/invalid',
  status: 400,
  message: {
    zh: '请求中的“{path}”不对：{problem}。请改正后再提交。',
    en: 'The request’s “{path}” is not right: {problem}. Correct it and send it again.',
  },
} as const satisfies RefusalKind;

export const unreadableBody = {
  code: 'input/unreadable',
  status: 400,
  message: {
    zh: '请求内容无法读取：不是有效的 JSON。请检查格式后再提交。',
    en: 'The request could not be read: it is not valid JSON. Check its form and send it again.',
  },
} as const satisfies RefusalKind;

export const tooLarge = {
  code: 'input/too-large',
  status: 413,
  message: {
    zh: '请求内容太大。请拆分后再提交。',
    en: 'The request is too large. Split it and send the parts.',
  },
} as const satisfies RefusalKind;

export const unknownAddress = {
  code: 'input/unknown-address',
  status: 404,
  message: {
    zh: '没有这个地址：{path}。',
    en: 'There is nothing at {path}.',
  },
} as const satisfies RefusalKind;

export const keyReused = {
  code: 'input/idempotency-key-reused',
  status: 422,
  message: {
    zh: '这个幂等键已用于另一个请求。请为新的请求换一个键。',
    en: 'This Idempotency-Key was used for a different request. Use a new key for a new request.',
  },
} as const satisfies RefusalKind;

export const missingFile = {
  code: 'input/missing-file',
  status: 400,
  message: {
    zh: '请求里没有文件。请选择一个文件再上传。',
    en: 'The request carries no file. Choose one and upload again.',
  },
} as const satisfies RefusalKind;

export const brokenWorld = {
  code: 'input/incident',
  status: 503,
  message: {
    zh: '系统出错，没有改动任何数据。请把编号 {incident} 告诉管理员。',
    en: 'Something broke; nothing was changed. Tell an administrator the number {incident}.',
  },
} as const satisfies RefusalKind;

export const signInNeeded = {
  code: 'access/sign-in-needed',
  status: 401,
  message: {
    zh: '请先登录。',
    en: 'Please sign in first.',
  },
} as const satisfies RefusalKind;

export const secondFactorNeeded = {
  code: 'access/second-factor-needed',
  status: 401,
  message: {
    zh: '还需要动态验证码才能继续。',
    en: 'The one-time code is still needed before you can go on.',
  },
} as const satisfies RefusalKind;

export const passwordChangeNeeded = {
  code: 'access/password-change-needed',
  status: 403,
  message: {
    zh: '首次登录请先修改密码，再继续使用。',
    en: 'Change the password you were given before going on.',
  },
} as const satisfies RefusalKind;

export const notPermitted = {
  code: 'access/not-permitted',
  status: 403,
  message: {
    zh: '您的角色没有这项权限（{permission}）。如工作需要，请联系管理员。',
    en: 'Your role does not hold this permission ({permission}). Ask an administrator if you need it.',
  },
} as const satisfies RefusalKind;

export const outsideArea = {
  code: 'access/outside-area',
  status: 403,
  message: {
    zh: '区划 {area} 不在您的管辖范围内。',
    en: 'The area {area} is outside your jurisdiction.',
  },
} as const satisfies RefusalKind;

export const foreignOrigin = {
  code: 'access/foreign-origin',
  status: 403,
  message: {
    zh: '请求来自别的网站，已拒绝。',
    en: 'The request came from another site and was refused.',
  },
} as const satisfies RefusalKind;
