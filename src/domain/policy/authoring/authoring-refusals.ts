// Every "no" of installing and editing packs, with what to do next.

import type { RefusalKind } from '#domain/kernel/refusal.ts';

/** Facts: `pack`, `errors`, `place`. Details: the problems with file and line. */
export const packIsDamaged = {
  code: 'policy/pack-is-damaged',
  status: 422,
  message: {
    zh: '政策包“{pack}”有 {errors} 个错误，没有装入；已装的不受影响。第一个在 {place}。请用 pack check 查看全部，改正后再装。',
    en: 'The pack "{pack}" has errors ({errors}) and was not installed; what is installed is untouched. The first is at {place}. See all of them with pack check, mend them and install again.',
  },
} as const satisfies RefusalKind;

/** Facts: `pack`, `version`. */
export const versionTaken = {
  code: 'policy/version-taken',
  status: 409,
  message: {
    zh: '{pack} 的 {version} 版已经装入，文字不同。装过的版本不再改动：请在 pack.yaml 里换一个更高的版本号。',
    en: 'Version {version} of {pack} is installed with other texts. An installed version is never changed: give pack.yaml a higher version.',
  },
} as const satisfies RefusalKind;

/** Facts: `pack`, `version`, `newest`. */
export const olderVersion = {
  code: 'policy/older-version',
  status: 409,
  message: {
    zh: '{pack} 已经装有 {newest} 版，{version} 版比它旧，没有装入。请换一个更高的版本号。',
    en: '{pack} is installed as version {newest}; {version} is older and was not installed. Give it a higher version.',
  },
} as const satisfies RefusalKind;

/** Facts: `pack`, `other`. Details: the problems of the other. */
export const dependentBreaks = {
  code: 'policy/dependent-breaks',
  status: 422,
  message: {
    zh: '装入“{pack}”会使建立在它上面的政策包“{other}”不再成立，没有装入。请先改好“{other}”，或保留它用到的条目。',
    en: 'Installing "{pack}" would break the pack "{other}", which stands on it; nothing was installed. Mend "{other}" first, or keep the rows it uses.',
  },
} as const satisfies RefusalKind;

/** Facts: `folder`, `place`. */
export const packIsUnreadable = {
  code: 'policy/pack-is-unreadable',
  status: 422,
  message: {
    zh: '文件夹“{folder}”里的政策包读不出来（{place}）。请先运行 pack check，按提示改正。',
    en: 'The pack in the folder "{folder}" cannot be read ({place}). Run pack check first and mend what it says.',
  },
} as const satisfies RefusalKind;

/** Facts: `pack`, `version`, `known`. */
export const noSuchVersion = {
  code: 'policy/no-such-version',
  status: 404,
  message: {
    zh: '政策包“{pack}”没有装过 {version} 版。装过的版本：{known}。',
    en: 'Version {version} of the pack "{pack}" is not installed. Installed: {known}.',
  },
} as const satisfies RefusalKind;

/** Facts: `pack`, `example`, `known`. */
export const noSuchExample = {
  code: 'policy/no-such-example',
  status: 404,
  message: {
    zh: '政策包“{pack}”里没有算例“{example}”。有这些：{known}。',
    en: 'The pack "{pack}" has no example "{example}". It has: {known}.',
  },
} as const satisfies RefusalKind;

/** Facts: `pack`, `area`. */
export const packIsElsewhere = {
  code: 'policy/pack-is-elsewhere',
  status: 403,
  message: {
    zh: '政策包“{pack}”属于地区“{area}”，不在您的管辖范围内。请由该地区的人办理。',
    en: 'The pack "{pack}" belongs to the area "{area}", outside your jurisdiction. Somebody of that area has to do this.',
  },
} as const satisfies RefusalKind;
