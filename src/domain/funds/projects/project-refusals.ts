// Expected "no"s of projects: which step, which money, and what to do instead.
import type { RefusalKind } from '#domain/kernel/refusal.ts';

export const noSuchProject = {
  code: 'funds/no-such-project',
  status: 404,
  message: {
    zh: '没有这个项目，或不在您的辖区。请从项目页打开。',
    en: 'There is no such project, or it is not in your area. Open one from the page of projects.',
  },
} as const satisfies RefusalKind;

export const wrongProjectStep = {
  code: 'funds/wrong-project-step',
  status: 409,
  message: {
    zh: '项目现在“{step}”，这一步办不了。请按项目页上的下一步办理。',
    en: 'The project is {step}; this cannot be done now. Take the next step its page names.',
  },
} as const satisfies RefusalKind;

export const ownProject = {
  code: 'funds/own-project',
  status: 403,
  message: {
    zh: '自己申报、评审或施工的项目，不能自己审定或验收。请由另一人办理。',
    en: 'Nobody decides or accepts what they applied for, reviewed or built. Let somebody else do it.',
  },
} as const satisfies RefusalKind;

export const projectLevelTooLow = {
  code: 'funds/project-level-too-low',
  status: 403,
  message: {
    zh: '{amount} 元的项目要由县级批复。请报县里办理。',
    en: 'A project of {amount} yuan is for the county to approve. Send it there.',
  },
} as const satisfies RefusalKind;

export const projectIncomplete = {
  code: 'funds/project-incomplete',
  status: 422,
  message: {
    zh: '申报还缺：{missing}。六问、机制、资金、节点和建设内容都要写明。',
    en: 'The application lacks {missing}. The six questions, mechanism, money, milestones and outputs must all be stated.',
  },
} as const satisfies RefusalKind;

export const linesUneven = {
  code: 'funds/lines-uneven',
  status: 422,
  message: {
    zh: '资金来源合计 {lines} 元，和总投资 {planned} 元不相等。请改来源金额或总投资。',
    en: 'The budget lines sum to {lines} yuan, the project costs {planned} yuan. Make them equal.',
  },
} as const satisfies RefusalKind;

export const sharesUneven = {
  code: 'funds/shares-uneven',
  status: 422,
  message: {
    zh: '付款节点合计 {shares} 元，和总投资 {planned} 元不相等。请改节点金额。',
    en: 'The milestones sum to {shares} yuan, the project costs {planned} yuan. Make them equal.',
  },
} as const satisfies RefusalKind;

export const contractTooHigh = {
  code: 'funds/contract-too-high',
  status: 422,
  message: {
    zh: '合同价 {amount} 元超过批复的 {planned} 元。请重新报批或改合同价。',
    en: 'The contract is {amount} yuan, more than the {planned} yuan approved. Apply anew or lower it.',
  },
} as const satisfies RefusalKind;

export const tenderNeeded = {
  code: 'funds/tender-needed',
  status: 422,
  message: {
    zh: '{planned} 元的项目达到 {from} 元，要公开招标。请填公开招标的结果。',
    en: 'A project of {planned} yuan reaches {from} yuan and needs a public tender. Enter its result.',
  },
} as const satisfies RefusalKind;

export const noPhotograph = {
  code: 'funds/no-photograph',
  status: 422,
  message: {
    zh: '还没有工程照片。验收前请先上传现场照片。',
    en: 'There is no photograph of the works. Hand one in before acceptance.',
  },
} as const satisfies RefusalKind;

export const outputNotReported = {
  code: 'funds/output-not-reported',
  status: 422,
  message: {
    zh: '“{output}”还没有填完成量。请先报进度，再验收。',
    en: 'What was done of “{output}” is not reported. Report it before acceptance.',
  },
} as const satisfies RefusalKind;

export const acceptedTooMuch = {
  code: 'funds/accepted-too-much',
  status: 422,
  message: {
    zh: '审定 {amount} 元超过批复的 {planned} 元。请减少审定金额或重新报批。',
    en: '{amount} yuan recognised is more than the {planned} yuan approved. Lower it or apply anew.',
  },
} as const satisfies RefusalKind;

export const acceptedTooLittle = {
  code: 'funds/accepted-too-little',
  status: 422,
  message: {
    zh: '审定 {amount} 元少于已付的 {paid} 元。请先冲销多付的款。',
    en: '{amount} yuan recognised is less than the {paid} yuan paid. Take back what was paid too much first.',
  },
} as const satisfies RefusalKind;

export const notSettled = {
  code: 'funds/not-settled',
  status: 409,
  message: {
    zh: '还有 {left} 元没有付。请付清后再结清。',
    en: '{left} yuan are not paid yet. Pay them before the project is settled.',
  },
} as const satisfies RefusalKind;

export const moneyHeld = {
  code: 'funds/money-held',
  status: 409,
  message: {
    zh: '项目账上还有 {held} 元。请先退回原渠道，再终止。',
    en: 'The project still holds {held} yuan. Return them to where they came from before it is stopped.',
  },
} as const satisfies RefusalKind;

export const projectClosed = {
  code: 'funds/project-closed',
  status: 409,
  message: {
    zh: '“{title}”{step}，不能下达或付款。批复后、移交前才能用款。',
    en: '“{title}” is {step}: no money goes to it. It does after approval and before hand-over.',
  },
} as const satisfies RefusalKind;

export const notAccepted = {
  code: 'funds/not-accepted',
  status: 409,
  message: {
    zh: '“{title}”先建后补，现在{step}，还没有验收，不能付款。请先验收。',
    en: '“{title}” is built first and subsidised after; it is {step} and not accepted, so nothing is paid. Accept it first.',
  },
} as const satisfies RefusalKind;

export const overProjectLine = {
  code: 'funds/over-project-line',
  status: 409,
  message: {
    zh: '“{title}”的 {source} · {purpose} 只剩 {left} 元，这笔要 {asked} 元。请减少金额，或用项目的另一笔来源。',
    en: '“{title}” has {left} yuan left of {source} · {purpose}; this takes {asked} yuan. Lower it, or use another line of the project.',
  },
} as const satisfies RefusalKind;

export const overAccepted = {
  code: 'funds/over-accepted',
  status: 409,
  message: {
    zh: '“{title}”审定 {accepted} 元，已付 {paid} 元，不能再付 {asked} 元。请按审定金额付。',
    en: '“{title}” was recognised at {accepted} yuan, {paid} are paid, {asked} more cannot be. Pay what was recognised.',
  },
} as const satisfies RefusalKind;

export const milestoneNeeded = {
  code: 'funds/milestone-needed',
  status: 422,
  message: {
    zh: '付项目款要写明是哪个节点。请从项目页付款。',
    en: 'A payment for a project names its milestone. Pay from the page of the project.',
  },
} as const satisfies RefusalKind;

export const noSuchMilestone = {
  code: 'funds/no-such-milestone',
  status: 422,
  message: {
    zh: '这个项目没有这个付款节点。请从项目页选节点。',
    en: 'The project has no such milestone. Choose one on its page.',
  },
} as const satisfies RefusalKind;

export const milestoneOpen = {
  code: 'funds/milestone-open',
  status: 409,
  message: {
    zh: '节点“{milestone}”还没有查验，不能付款。请先查验。',
    en: 'The milestone “{milestone}” was not checked and is not paid. Check it first.',
  },
} as const satisfies RefusalKind;

export const overMilestone = {
  code: 'funds/over-milestone',
  status: 409,
  message: {
    zh: '节点“{milestone}”只剩 {left} 元可付，这笔要 {asked} 元。请减少金额。',
    en: 'The milestone “{milestone}” has {left} yuan left; this takes {asked} yuan. Lower the amount.',
  },
} as const satisfies RefusalKind;

export const otherProject = {
  code: 'funds/other-project',
  status: 422,
  message: {
    zh: '这笔钱是下达给另一个项目的，不能用在这个项目。请从这个项目的资金里付。',
    en: 'This money was set aside for another project. Pay out of the money of this one.',
  },
} as const satisfies RefusalKind;

export const strangerHousehold = {
  code: 'funds/stranger-household',
  status: 422,
  message: {
    zh: '“{title}”的受益户里没有户 {household}（共 {count} 户不在）。请先加进受益户，或从名册里去掉。',
    en: 'Household {household} is none of those “{title}” is for ({count} in all). Add it to them or take it off the list.',
  },
} as const satisfies RefusalKind;

export const householdsUnknown = {
  code: 'funds/households-unknown',
  status: 422,
  message: {
    zh: '本辖区没有这些户：{numbers}。请核对户编号。',
    en: 'There are no such households here: {numbers}. Check their numbers.',
  },
} as const satisfies RefusalKind;

export const projectFixed = {
  code: 'funds/project-fixed',
  status: 409,
  message: {
    zh: '项目已经申报，内容不能再改。要改请由评审退回。',
    en: 'The project was applied for and is fixed. To change it, let the reviewer send it back.',
  },
} as const satisfies RefusalKind;

export const projectChanged = {
  code: 'funds/project-changed',
  status: 409,
  message: {
    zh: '项目刚被 {by} 改过。请重新打开再改。',
    en: 'The project was changed by {by} meanwhile. Open it again and repeat your change.',
  },
} as const satisfies RefusalKind;

export const unknownKind = {
  code: 'funds/unknown-kind',
  status: 422,
  message: {
    zh: '规则里没有项目类型“{kind}”。请选：{choices}。',
    en: 'The rules know no kind of project “{kind}”. Choose one of: {choices}.',
  },
} as const satisfies RefusalKind;

export const noSuchOutput = {
  code: 'funds/no-such-output',
  status: 422,
  message: {
    zh: '这个项目没有第 {position} 项建设内容。请按项目页上的内容填。',
    en: 'The project has no output {position}. Report those its page lists.',
  },
} as const satisfies RefusalKind;

export const totalBelowNew = {
  code: 'funds/total-below-new',
  status: 422,
  message: {
    zh: '“{output}”新增 {added} 大于总量 {total}。新增和总量分开填，总量不小于新增。',
    en: 'Of “{output}” {added} are new but {total} in all. State new and total apart; the total is no less.',
  },
} as const satisfies RefusalKind;
