// Expected "no"s of notices: what is wrong, where, and what to do instead.
import type { RefusalKind } from '#domain/kernel/refusal.ts';

export const noSuchNotice = {
  code: 'publicity/no-such-notice',
  status: 404,
  message: {
    zh: '没有这份公示，或它不在您的管辖范围内。',
    en: 'There is no such notice, or it is outside your jurisdiction.',
  },
} as const satisfies RefusalKind;

export const noSuchStep = {
  code: 'publicity/no-such-step',
  status: 422,
  message: {
    zh: '这里没有等待“{step}”公示的办理。请从待张贴的公示里选。',
    en: 'No case here waits for a notice at "{step}". Choose one of the notices that wait to be posted.',
  },
} as const satisfies RefusalKind;

export const casesDiffer = {
  code: 'publicity/cases-differ',
  status: 422,
  message: {
    zh: '一份公示只列同一地方、同一步骤的户；{step}与其他不同。请分开公示。',
    en: 'A notice lists households of one place at one step; {step} differs from the others. Post them apart.',
  },
} as const satisfies RefusalKind;

export const notAtANotice = {
  code: 'publicity/not-at-a-notice',
  status: 409,
  message: {
    zh: '有一户的办理不在公示或公告步骤，可能刚被别人推进。请重新打开再选。',
    en: 'A case is not at a notice or announcement; somebody may have moved it on. Open the list again and choose.',
  },
} as const satisfies RefusalKind;

export const tooShort = {
  code: 'publicity/too-short',
  status: 422,
  message: {
    zh: '公示至少 {term}，最后一天不能早于 {least}；写的是 {last}。请改为 {least} 或更晚。',
    en: 'A notice hangs at least {term}, to {least} or later; {last} was given. Choose {least} or a later day.',
  },
} as const satisfies RefusalKind;

export const tooManyLines = {
  code: 'publicity/too-many-lines',
  status: 422,
  message: {
    zh: '{area}的这份公示有 {count} 行，一份最多 {most} 行。请分乡镇张贴，谁也不会被漏掉。',
    en: 'This notice of {area} would have {count} lines, {most} at most. Post it township by township, so that nothing is left out.',
  },
} as const satisfies RefusalKind;

export const tooLong = {
  code: 'publicity/too-long',
  status: 422,
  message: {
    zh: '公示最长 {most} 天；写的最后一天是 {last}。请选更早的一天。',
    en: 'A notice hangs {most} days at most; its last day was given as {last}. Choose an earlier day.',
  },
} as const satisfies RefusalKind;

export const fieldNotPublic = {
  code: 'publicity/field-not-public',
  status: 422,
  message: {
    zh: '规则在“{step}”里要求公示“{field}”，这一项属于不能公开的内容。请让制定规则的人改正。',
    en: 'The rules ask "{step}" to show "{field}", which may not be public. Ask whoever keeps the rules to correct them.',
  },
} as const satisfies RefusalKind;

export const sensitiveText = {
  code: 'publicity/sensitive-text',
  status: 422,
  message: {
    zh: '“{field}”第 {at} 个字起写了{kind}（{found}），公示上不能出现。请删去后再张贴。',
    en: '"{field}" holds {kind} ({found}) from character {at} on, which may not stand on a notice. Take it out and post again.',
  },
} as const satisfies RefusalKind;

export const notATelephone = {
  code: 'publicity/not-a-telephone',
  status: 422,
  message: {
    zh: '“{given}”不是能拨通的电话。请写办公电话，如 0778-8821234 或 12317。',
    en: '"{given}" is no telephone number. Give one of an office, such as 0778-8821234 or 12317.',
  },
} as const satisfies RefusalKind;

export const withdrawnAlready = {
  code: 'publicity/withdrawn-already',
  status: 409,
  message: {
    zh: '这份公示已经撤下，不能再改。请看替换它的那一份。',
    en: 'This notice was taken down already. See the one that replaced it.',
  },
} as const satisfies RefusalKind;

export const mayNotPost = {
  code: 'publicity/may-not-post',
  status: 403,
  message: {
    zh: '这份公示由张贴它的单位更正。请联系{who}。',
    en: 'This notice is corrected by the office that posted it. Ask {who}.',
  },
} as const satisfies RefusalKind;

export const evidenceTooEarly = {
  code: 'publicity/evidence-too-early',
  status: 422,
  message: {
    zh: '张贴凭据的日期 {on} 不在公示期 {first} 至 {last} 内，或还没有到。请写拍照的那一天。',
    en: 'Evidence of {on} lies outside the days {first} to {last}, or has not come yet. Give the day it was taken.',
  },
} as const satisfies RefusalKind;

export const over = {
  code: 'publicity/over',
  status: 410,
  message: {
    zh: '这份公示已经结束，名单不再公开。想了解结果，请联系村委会或乡镇扶贫站。',
    en: 'This notice is over and its list is public no more. To learn the outcome, ask the village committee or the township office.',
  },
} as const satisfies RefusalKind;

export const unknownCode = {
  code: 'publicity/unknown-code',
  status: 404,
  message: {
    zh: '没有找到这个公示编号。请对照公示纸上的编号再输入一次，或扫描二维码。',
    en: 'No notice has this code. Compare it with the paper and enter it again, or scan the square code.',
  },
} as const satisfies RefusalKind;

export const tooManyTries = {
  code: 'publicity/too-many-tries',
  status: 429,
  message: {
    zh: '这里请求太多，请 {minutes} 分钟后再试。也可以拨打公示上的电话。',
    en: 'Too many requests from here; try again in {minutes} minutes. You can also call the number on the notice.',
  },
} as const satisfies RefusalKind;

export const noObjections = {
  code: 'publicity/no-objections',
  status: 409,
  message: {
    zh: '公告是已经决定的结果，不再受理异议。有问题请拨打监督电话。',
    en: 'An announcement tells what was decided and takes no objections. Call the supervisor if something is wrong.',
  },
} as const satisfies RefusalKind;

export const noSuchLine = {
  code: 'publicity/no-such-line',
  status: 422,
  message: {
    zh: '名单上没有第 {line} 号。请选名单里的编号，或选“整份名单”。',
    en: 'The list has no number {line}. Choose one of its numbers, or the list as a whole.',
  },
} as const satisfies RefusalKind;

export const noSuchObjection = {
  code: 'publicity/no-such-objection',
  status: 404,
  message: {
    zh: '没有这条异议，或它不在您的管辖范围内。',
    en: 'There is no such objection, or it is outside your jurisdiction.',
  },
} as const satisfies RefusalKind;

export const unknownReceipt = {
  code: 'publicity/unknown-receipt',
  status: 404,
  message: {
    zh: '编号和查询码对不上。请对照您记下的两个号码再输入一次。',
    en: 'Number and receipt do not belong together. Compare them with what you noted and enter them again.',
  },
} as const satisfies RefusalKind;

export const answeredAlready = {
  code: 'publicity/answered-already',
  status: 409,
  message: {
    zh: '这条异议已经由 {who} 在 {on} 答复。请刷新页面。',
    en: 'This objection was answered by {who} on {on}. Reload the page.',
  },
} as const satisfies RefusalKind;

export const heardAbove = {
  code: 'publicity/heard-above',
  status: 403,
  message: {
    zh: '这条异议说的是县自己的退出，由省市答复，县里不能打开。',
    en: 'This objection is about the exit of the county itself; city or province answers it, and the county cannot open it.',
  },
} as const satisfies RefusalKind;

export const heardByCountyAlone = {
  code: 'publicity/heard-by-county-alone',
  status: 403,
  message: {
    zh: '这条异议由县里没有参与办理的人答复，别人不能打开，以保护提出人。',
    en: 'This objection is answered by somebody of the county who took no part; nobody else opens it, to protect whoever raised it.',
  },
} as const satisfies RefusalKind;

export const notForNotice = {
  code: 'publicity/not-for-notice',
  status: 409,
  message: {
    zh: '“{title}”还没有可以公示的内容。项目批复后公示计划，验收后公示结果；资金有了才公示。',
    en: 'There is nothing of “{title}” to publish yet. A project is published once approved and once accepted, money once there is some.',
  },
} as const satisfies RefusalKind;
