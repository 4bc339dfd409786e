// Expected "no"s of assets: which state, which list, and what to do instead.
import type { RefusalKind } from '#domain/kernel/refusal.ts';

export const noSuchAsset = {
  code: 'funds/no-such-asset',
  status: 404,
  message: {
    zh: '没有这项资产，或不在您的辖区。请从资产页打开。',
    en: 'There is no such asset, or it is not in your area. Open one from the page of assets.',
  },
} as const satisfies RefusalKind;

export const wrongAssetState = {
  code: 'funds/wrong-asset-state',
  status: 409,
  message: {
    zh: '资产现在“{state}”，这一步办不了。先确权，再移交，再管护。',
    en: 'The asset is {state}; this cannot be done now. Its title comes first, then its hand-over, then its upkeep.',
  },
} as const satisfies RefusalKind;

export const earnsNothing = {
  code: 'funds/earns-nothing',
  status: 422,
  message: {
    zh: '只有经营性资产才有收益可分。公益性资产和到户资产不分红。',
    en: 'Only an operating asset earns what can be shared out; a public one or one handed to a household does not.',
  },
} as const satisfies RefusalKind;

export const countedAlready = {
  code: 'funds/counted-already',
  status: 409,
  message: {
    zh: '{year} 年已经盘点过这一项。有变化请按管护、闲置或处置办理。',
    en: 'It was counted in {year} already. What changed since is entered as upkeep, rest or disposal.',
  },
} as const satisfies RefusalKind;

export const shareTwice = {
  code: 'funds/share-twice',
  status: 422,
  message: {
    zh: '户 {household} 在名单里有两次。每户写一行，请合并金额。',
    en: 'Household {household} stands twice on the list. One line a household: add the amounts up.',
  },
} as const satisfies RefusalKind;

export const noSuchShare = {
  code: 'funds/no-such-share',
  status: 404,
  message: {
    zh: '没有这次分配，或已经办结。请从资产页打开。',
    en: 'There is no such sharing, or it has ended. Open it from the page of its asset.',
  },
} as const satisfies RefusalKind;

export const formedAlready = {
  code: 'funds/formed-already',
  status: 409,
  message: {
    zh: '这个项目形成的资产合计 {sum} 元，超过审定的 {accepted} 元。请减少原值。',
    en: 'What this project formed comes to {sum} yuan, more than the {accepted} yuan recognised. Lower its value.',
  },
} as const satisfies RefusalKind;

export const notFinished = {
  code: 'funds/not-finished',
  status: 409,
  message: {
    zh: '项目还没有验收，不能登记资产。请先验收。',
    en: 'The project is not accepted and has formed no asset yet. Accept it first.',
  },
} as const satisfies RefusalKind;
