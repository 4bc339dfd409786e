// Every "no" of sign-in and of accounts. Refuses in the same words whether the name or the password
// was wrong: which of the two it was is nobody's to learn. Refusals of the door itself (no session, no
// permission, foreign area) are the wrapper's.

import type { RefusalKind } from '#domain/kernel/refusal.ts';

export const wrongCredentials = {
  code: 'access/wrong-credentials',
  status: 401,
  message: {
    zh: '用户名或密码不对。请核对后再试；忘记密码请找上级管理员重设。',
    en: 'The username or the password is not right. Check both; if you forgot the password, ask your administrator for a new one.',
  },
} as const satisfies RefusalKind;

export const tooManyAttempts = {
  code: 'access/too-many-attempts',
  status: 429,
  message: {
    zh: '错误次数过多，请 {minutes} 分钟后再试。急用请找管理员解锁。',
    en: 'Too many wrong attempts. Try again in {minutes} min, or ask your administrator to unlock the account.',
  },
} as const satisfies RefusalKind;

export const wrongCode = {
  code: 'access/wrong-code',
  status: 422,
  message: {
    zh: '动态验证码不对。请看手机上当前的六位数字，并确认手机时间准确。',
    en: 'The one-time code is not right. Use the six digits shown now, and check that the phone’s clock is right.',
  },
} as const satisfies RefusalKind;

export const codeUsed = {
  code: 'access/code-used',
  status: 422,
  message: {
    zh: '这个动态验证码已经用过。请等下一个（最多 30 秒）再输入。',
    en: 'This one-time code was used already. Wait for the next one (30 seconds at most).',
  },
} as const satisfies RefusalKind;

export const secondFactorIsOn = {
  code: 'access/second-factor-is-on',
  status: 409,
  message: {
    zh: '动态验证码已经启用。要换手机，请先停用再重新绑定。',
    en: 'The second factor is on already. To move it to another phone, remove it first.',
  },
} as const satisfies RefusalKind;

export const secondFactorIsOff = {
  code: 'access/second-factor-is-off',
  status: 409,
  message: {
    zh: '这个账号没有启用动态验证码。',
    en: 'This account has no second factor.',
  },
} as const satisfies RefusalKind;

export const secondFactorNotBegun = {
  code: 'access/second-factor-not-begun',
  status: 409,
  message: {
    zh: '请先扫码绑定，再输入验证码确认。',
    en: 'Begin by scanning the code; then confirm it with the six digits.',
  },
} as const satisfies RefusalKind;

export const wrongPassword = {
  code: 'access/wrong-password',
  status: 422,
  message: {
    zh: '当前密码不对。请重新输入。',
    en: 'The current password is not right. Type it again.',
  },
} as const satisfies RefusalKind;

export const passwordShort = {
  code: 'access/password-short',
  status: 422,
  message: {
    zh: '密码只有 {length} 个字符，至少要 {min} 个。可以用几个词连成一句。',
    en: 'The password has {length} characters; it needs at least {min}. A few words in a row will do.',
  },
} as const satisfies RefusalKind;

export const passwordLong = {
  code: 'access/password-long',
  status: 422,
  message: {
    zh: '密码有 {length} 个字符，最多 {max} 个。',
    en: 'The password has {length} characters; {max} is the most.',
  },
} as const satisfies RefusalKind;

export const passwordSame = {
  code: 'access/password-same',
  status: 422,
  message: {
    zh: '新密码和原密码相同。请换一个。',
    en: 'The new password is the old one. Choose another.',
  },
} as const satisfies RefusalKind;

export const passwordLikeName = {
  code: 'access/password-like-name',
  status: 422,
  message: {
    zh: '密码和用户名太像。请换一个与用户名无关的密码。',
    en: 'The password is too much like the username. Choose one that has nothing to do with it.',
  },
} as const satisfies RefusalKind;

export const passwordCommon = {
  code: 'access/password-common',
  status: 422,
  message: {
    zh: '这个密码太常见，容易被猜到。请换一个别人想不到的。',
    en: 'This password is among the first that anyone would guess. Choose one that nobody would think of.',
  },
} as const satisfies RefusalKind;

export const noSuchSession = {
  code: 'access/no-such-session',
  status: 404,
  message: {
    zh: '没有这个登录记录，它可能已经退出。',
    en: 'There is no such session; it may have ended already.',
  },
} as const satisfies RefusalKind;

export const noSuchAccount = {
  code: 'access/no-such-account',
  status: 404,
  message: {
    zh: '没有这个账号，或不在您的管辖范围内。',
    en: 'There is no such account, or it is outside your jurisdiction.',
  },
} as const satisfies RefusalKind;

export const accountChanged = {
  code: 'access/account-changed',
  status: 409,
  message: {
    zh: '这个账号已被别人改过（您看到的是第 {based} 版，现在是第 {current} 版）。请核对两边再保存。',
    en: 'Somebody changed this account meanwhile (you saw version {based}; it is {current} now). Compare the two and save again.',
  },
} as const satisfies RefusalKind;

export const usernameTaken = {
  code: 'access/username-taken',
  status: 409,
  message: {
    zh: '用户名“{username}”已被使用。请换一个。',
    en: 'The username “{username}” is taken. Choose another.',
  },
} as const satisfies RefusalKind;

export const ownAccount = {
  code: 'access/own-account',
  status: 409,
  message: {
    zh: '不能在这里改自己的账号。自己的密码和验证码在“我的账号”里改，其余请找上级。',
    en: 'You cannot change your own account here. Password and second factor are under “My account”; ask somebody above you for the rest.',
  },
} as const satisfies RefusalKind;

export const accountAboveOwn = {
  code: 'access/account-above-own',
  status: 403,
  message: {
    zh: '这个账号的角色（{role}）不归您管理。请找上级管理员。',
    en: 'An account with this role ({role}) is not yours to manage. Ask an administrator above you.',
  },
} as const satisfies RefusalKind;

export const roleAboveOwn = {
  code: 'access/role-above-own',
  status: 403,
  message: {
    zh: '您不能授予角色“{role}”。请找上级管理员。',
    en: 'You may not grant the role “{role}”. Ask an administrator above you.',
  },
} as const satisfies RefusalKind;

export const areaNotOwn = {
  code: 'access/area-not-own',
  status: 403,
  message: {
    zh: '区划“{area}”不在您的管辖范围内，不能授予。',
    en: 'The area “{area}” is outside your jurisdiction and cannot be granted by you.',
  },
} as const satisfies RefusalKind;

export const areaOutsideHome = {
  code: 'access/area-outside-home',
  status: 422,
  message: {
    zh: '区划 {area} 不在所属区划“{home}”之内。请改所属区划，或去掉它。',
    en: 'The area {area} is not inside the home area “{home}”. Change the home area or leave that one out.',
  },
} as const satisfies RefusalKind;

export const areaNotForRole = {
  code: 'access/area-not-for-role',
  status: 422,
  message: {
    zh: '角色“{role}”的所属区划应为这些级别之一：{levels}；“{area}”不是。请重选区划。',
    en: 'The role “{role}” belongs to an area of one of these levels: {levels}; “{area}” is none. Choose another area.',
  },
} as const satisfies RefusalKind;

export const householdsNeeded = {
  code: 'access/households-needed',
  status: 422,
  message: {
    zh: '角色“{role}”只看指定的农户，请列出是哪些户（可以暂为空）。',
    en: 'The role “{role}” sees named households only; say which (the list may be empty for now).',
  },
} as const satisfies RefusalKind;

export const householdsNotForRole = {
  code: 'access/households-not-for-role',
  status: 422,
  message: {
    zh: '角色“{role}”看整个区划，不能只指定农户。请去掉农户名单。',
    en: 'The role “{role}” sees whole areas and cannot be limited to households. Leave the list out.',
  },
} as const satisfies RefusalKind;

export const noSuchHousehold = {
  code: 'access/no-such-household',
  status: 422,
  message: {
    zh: '农户 {household} 不存在，或不在您的管辖范围内。',
    en: 'The household {household} does not exist, or is outside your jurisdiction.',
  },
} as const satisfies RefusalKind;

export const noSuchArea = {
  code: 'access/no-such-area',
  status: 422,
  message: {
    zh: '没有区划 {area}。请从列表中选择。',
    en: 'There is no area {area}. Choose one from the list.',
  },
} as const satisfies RefusalKind;

export const alreadySetUp = {
  code: 'access/already-set-up',
  status: 409,
  message: {
    zh: '系统已有管理员，请直接登录。',
    en: 'This system has its administrator already. Sign in instead.',
  },
} as const satisfies RefusalKind;
