// Every "no" of drafts, with what to do next.

import type { RefusalKind } from '#domain/kernel/refusal.ts';

export const noSuchDraft = {
  code: 'policy/no-such-draft',
  status: 404,
  message: {
    zh: '没有这份草稿。请从草稿列表中选择。',
    en: 'There is no such draft. Choose one from the list of drafts.',
  },
} as const satisfies RefusalKind;

/** Facts: `state`. */
export const draftNotOpen = {
  code: 'policy/draft-not-open',
  status: 409,
  message: {
    zh: '这份草稿现在不能修改（{state}）。要改，请先请批准人退回，或另起一份。',
    en: 'This draft cannot be changed now (state: {state}). Ask for its return first, or begin another one.',
  },
} as const satisfies RefusalKind;

/** Facts: `state`. */
export const draftNotWaiting = {
  code: 'policy/draft-not-waiting',
  status: 409,
  message: {
    zh: '这份草稿不在等待批准（{state}）。请刷新后查看它现在的状态。',
    en: 'This draft is not waiting for approval (state: {state}). Reload it to see where it stands.',
  },
} as const satisfies RefusalKind;

/** Facts: `state`. */
export const approvesOwn = {
  code: 'policy/approves-own',
  status: 403,
  message: {
    zh: '自己起草或改过的，不能由自己批准。请另一位有批准权限的人办理。',
    en: 'Nobody approves what they wrote or changed themselves. Somebody else who may approve has to do it.',
  },
} as const satisfies RefusalKind;

/** Facts: `errors`. Details: the problems. */
export const draftHasErrors = {
  code: 'policy/draft-has-errors',
  status: 422,
  message: {
    zh: '草稿还有 {errors} 处错误。可以继续保存，改正后才能提交。',
    en: 'The draft still has errors ({errors}). It can be saved as it is, and submitted once they are mended.',
  },
} as const satisfies RefusalKind;

export const draftIsEmpty = {
  code: 'policy/draft-is-empty',
  status: 422,
  message: {
    zh: '草稿和原来的规则没有差别，不用提交。请先修改，或撤回草稿。',
    en: 'The draft changes nothing, so there is nothing to submit. Change something first, or withdraw it.',
  },
} as const satisfies RefusalKind;

/** Facts: `day`, `today`. */
export const dayHasPassed = {
  code: 'policy/day-has-passed',
  status: 422,
  message: {
    zh: '生效日 {day} 早于今天（{today}）。已经按旧规则办的事不会改动：请另定今天或以后的一天。',
    en: 'The day it takes effect, {day}, lies before today ({today}). What was decided by the old rules stays: choose today or a later day.',
  },
} as const satisfies RefusalKind;

/** Details: both sides. Facts: `by`, `at`. */
export const draftChanged = {
  code: 'policy/draft-changed',
  status: 409,
  message: {
    zh: '{by} 在 {at} 改过这份草稿。您的修改没有保存，两边都在下面：请看过对方的再改。',
    en: '{by} changed this draft at {at}. Your change was not saved; both sides are below: look at theirs, then change again.',
  },
} as const satisfies RefusalKind;

/** Facts: `kind`, `row`. */
export const noSuchPart = {
  code: 'policy/no-such-part',
  status: 422,
  message: {
    zh: '草稿里没有可以这样改的“{row}”。请刷新后重试；沿用上级的条目要先写明改动理由。',
    en: 'The draft has no "{row}" that could be changed like this. Reload and try again; a row taken from above first needs a reason for changing it.',
  },
} as const satisfies RefusalKind;

/** Facts: `row`. */
export const textIsNoRow = {
  code: 'policy/text-is-no-row',
  status: 422,
  message: {
    zh: '这段文字不是“{row}”的一条规定：请检查缩进和引号，编号不能改。',
    en: 'This text is no row "{row}": check its indentation and quotes; the id may not change.',
  },
} as const satisfies RefusalKind;

/** Facts: `day`. Details: the changes. */
export const pastIsChanged = {
  code: 'policy/past-is-changed',
  status: 422,
  message: {
    zh: '草稿改动了 {day} 以前的数值。以前的决定按以前的数值作出：请只加从生效日起的新值。',
    en: 'The draft changes values before {day}. Earlier decisions were made with them: only add values that begin on the day it takes effect.',
  },
} as const satisfies RefusalKind;

/** Facts: `pack`, `version`, `newest`. */
export const baseReplaced = {
  code: 'policy/base-replaced',
  status: 409,
  message: {
    zh: '草稿是从 {pack} {version} 版起的，现在已经有 {newest} 版。请先把修改搬到新版上，再看一遍。',
    en: 'The draft began from {pack} {version}; version {newest} is installed by now. Carry the changes over to it first and read them again.',
  },
} as const satisfies RefusalKind;

/** Facts: `row`. */
export const editDoesNotFit = {
  code: 'policy/edit-does-not-fit',
  status: 409,
  message: {
    zh: '对“{row}”的修改在新版上找不到地方，没有搬过去。请在新版上另起一份草稿。',
    en: 'The change of "{row}" has no place in the new version; nothing was carried over. Begin another draft from the new version.',
  },
} as const satisfies RefusalKind;

/** Facts: `pack`. */
export const packIdTaken = {
  code: 'policy/pack-id-taken',
  status: 409,
  message: {
    zh: '编号“{pack}”已经有政策包用了。请换一个编号，或从那个政策包起草新版。',
    en: 'The id "{pack}" belongs to a pack already. Choose another, or draft a new version of that pack.',
  },
} as const satisfies RefusalKind;

/** Facts: `pack`, `area`. */
export const packNotAbove = {
  code: 'policy/pack-not-above',
  status: 403,
  message: {
    zh: '政策包“{pack}”不适用于您的地区（{area}），不能从它起草。请选本地区或上级的政策包。',
    en: 'The pack "{pack}" does not hold in your area ({area}), so you cannot draft from it. Choose one of your area or of an area above.',
  },
} as const satisfies RefusalKind;

/** Facts: `place`. Details: the problems. */
export const editIsMisshapen = {
  code: 'policy/edit-is-misshapen',
  status: 422,
  message: {
    zh: '这样改，规则文件就读不出来了（{place}），没有保存。请填全两种文字，数字写成数字。',
    en: 'Changed like this the file could not be read any more ({place}), so it was not saved. Fill in both languages, and write numbers as numbers.',
  },
} as const satisfies RefusalKind;
