// Expected "no"s of the yearly lists of candidates for exit.
import type { RefusalKind } from '#domain/kernel/refusal.ts';

export const notTheDrawer = {
  code: 'targeting/not-the-drawer',
  status: 403,
  message: {
    zh: '拟退出名单由村或乡镇拟定，您只能看。请让村里或乡镇来改。',
    en: 'The village or its township draws up the list; you may read it. Ask them to change it.',
  },
} as const satisfies RefusalKind;

export const notTheApprover = {
  code: 'targeting/not-the-approver',
  status: 403,
  message: {
    zh: '拟退出名单由乡镇或县审定，村里不能自己审定。请等上一级审定。',
    en: 'The township or the county approves the list, not the village itself. Wait for their decision.',
  },
} as const satisfies RefusalKind;

export const ownList = {
  code: 'targeting/own-list',
  status: 409,
  message: {
    zh: '这份名单由您拟定或改过，要由另一人审定。',
    en: 'You drew up or changed this list; somebody else approves it.',
  },
} as const satisfies RefusalKind;

export const notADraft = {
  code: 'targeting/not-a-draft',
  status: 409,
  message: {
    zh: '名单已经上报或审定，不能再改。要改的，请审定人退回。',
    en: 'The list was submitted or approved and cannot be changed. Ask whoever approves it to return it.',
  },
} as const satisfies RefusalKind;

export const notSubmitted = {
  code: 'targeting/not-submitted',
  status: 409,
  message: {
    zh: '名单还没有上报，或者已经审定。请刷新页面看它现在的状态。',
    en: 'The list was not submitted yet, or it is approved already. Reload to see its state.',
  },
} as const satisfies RefusalKind;

export const changeUnreasoned = {
  code: 'targeting/change-unreasoned',
  status: 422,
  message: {
    zh: '手工加入或去掉一户，要写明理由，农户和审定人都会看到。请写明再提交。',
    en: 'A household added or taken off by hand needs its reason, which it and the approver will read. Write it down.',
  },
} as const satisfies RefusalKind;

export const returnUnreasoned = {
  code: 'targeting/return-unreasoned',
  status: 422,
  message: {
    zh: '退回名单要写明理由，村里才知道改什么。请写明再提交。',
    en: 'A list that is returned needs the reason, so that the village knows what to change. Write it down.',
  },
} as const satisfies RefusalKind;

export const listExists = {
  code: 'targeting/candidates-exist',
  status: 409,
  message: {
    zh: '{village}{year}年的拟退出名单已经有了，一村一年一份。请打开那一份。',
    en: '{village} has its list for {year} already, one for each year. Open that one.',
  },
} as const satisfies RefusalKind;

export const notAVillage = {
  code: 'targeting/candidates-of-a-village',
  status: 422,
  message: {
    zh: '拟退出名单一村一份。请先选到村，再拟名单。',
    en: 'A list is drawn for one village. Choose a village first.',
  },
} as const satisfies RefusalKind;

export const noCandidateRule = {
  code: 'targeting/no-candidate-rule',
  status: 422,
  message: {
    zh: '{on} 生效的规则没有带条件的贫困户退出程序，拟不出名单。请先在规则包里写明退出标准。',
    en: 'The rules in force on {on} have no exit of households with a condition, so no list can be drawn. State the standard in the pack first.',
  },
} as const satisfies RefusalKind;

export const notOnTheList = {
  code: 'targeting/not-on-the-list',
  status: 422,
  message: {
    zh: '这一户现在不在名单上，或已经在名单上，或不是本村在册的贫困户。请刷新后再改。',
    en: 'The household is not on the list, or is on it already, or is not a registered one of this village. Reload and change it then.',
  },
} as const satisfies RefusalKind;

export const noSuchCandidates = {
  code: 'targeting/no-such-candidates',
  status: 404,
  message: {
    zh: '没有这份拟退出名单，或者它不在您的范围内。请从名单页打开。',
    en: 'There is no such list of candidates, or it lies outside your area. Open it from the page of lists.',
  },
} as const satisfies RefusalKind;
